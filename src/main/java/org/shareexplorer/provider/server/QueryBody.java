package org.shareexplorer.provider.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import org.shareexplorer.provider.delta.Json;

/**
 * The body of a query. Unknown keys are passed over, and whole numbers may stand in strings.
 *
 * @param version the version wanted
 * @param timestamp the time for which the version is wanted, or empty
 * @param limit how many rows would do
 * @param hinted whether there are hints on what rows are wanted
 * @param jsonHints hints on what rows are wanted, as JSON text, or empty
 * @param maxFiles how many files a page of the answer may have
 * @param pageToken where to go on, or empty
 * @param includeRefreshToken whether the client wants a refresh token
 * @param refreshToken the refresh token of an earlier answer, or empty
 */
record QueryBody(
    OptionalLong version,
    String timestamp,
    OptionalLong limit,
    boolean hinted,
    String jsonHints,
    OptionalLong maxFiles,
    String pageToken,
    boolean includeRefreshToken,
    String refreshToken) {

  /** Reads a body and refuses what makes no sense. */
  static QueryBody of(String text) {
    ObjectNode json = object(text);
    if (json.hasNonNull("startingVersion")) {
      throw Refusal.unsupported("The change history of this table is not shared.");
    }
    QueryBody body =
        new QueryBody(
            number(json, "version", 0),
            json.path("timestamp").asText(""),
            number(json, "limitHint", 0),
            !json.path("predicateHints").isEmpty()
                || !json.path("jsonPredicateHints").asText("").isEmpty(),
            json.path("jsonPredicateHints").asText(""),
            number(json, "maxFiles", 1),
            json.path("pageToken").asText(""),
            json.path("includeRefreshToken").asBoolean(),
            json.path("refreshToken").asText(""));
    boolean travels = body.version().isPresent() || !body.timestamp().isEmpty();
    if (body.version().isPresent() && !body.timestamp().isEmpty()) {
      throw Refusal.badParameter("Only one of version and timestamp may be given.");
    }
    if (!body.refreshToken().isEmpty() && (travels || !body.pageToken().isEmpty())) {
      throw Refusal.badParameter("A refresh token goes with no version, timestamp or page token.");
    }
    return body;
  }

  private static ObjectNode object(String text) {
    try {
      if (Json.MAPPER.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      // Told below; the parser's words would repeat the body.
    }
    throw Refusal.malformed("The request's body is not a JSON object.");
  }

  private static OptionalLong number(ObjectNode json, String key, long least) {
    JsonNode node = json.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(node.asText());
      if (value >= least) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, as any other value out of range.
    }
    throw Refusal.badParameter("'" + key + "' must be a whole number of at least " + least + ".");
  }
}
