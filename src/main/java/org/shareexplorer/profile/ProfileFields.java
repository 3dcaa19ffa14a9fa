package org.shareexplorer.profile;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** The fields of one profile, and the sentences for those that are wrong. Quotes no value. */
final class ProfileFields {

  private static final ObjectReader READER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build().reader();
  private static final String NEW_FILE =
      "Ask the provider for a new credential file, or download it again.";

  private final ObjectNode fields;
  private final String source;

  /** The names of the objects around these fields, each with a dot. */
  private final String prefix;

  private ProfileFields(ObjectNode fields, String source, String prefix) {
    this.fields = fields;
    this.source = source;
    this.prefix = prefix;
  }

  /**
   * Takes a profile's text apart.
   *
   * @param source what to call the text in messages
   */
  static ProfileFields parse(String text, String source) {
    if (text.isBlank()) {
      throw malformed(source, "It is empty.", "");
    }
    JsonNode node;
    try {
      node = READER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (JacksonException e) {
      // Neither its message nor itself as a cause: both quote the text, and a token with it.
      throw malformed(source, "It is not JSON.", place(e.getLocation()));
    }
    if (!(node instanceof ObjectNode object)) {
      throw malformed(source, "Its JSON is not an object in curly braces.", "");
    }
    return new ProfileFields(object, source, "");
  }

  String source() {
    return source;
  }

  /** {@return the profile itself; changing it changes these fields} */
  ObjectNode json() {
    return fields;
  }

  /** {@return a field's whole name} */
  String path(String name) {
    return prefix + name;
  }

  /** {@return the fields in an object that must be there} */
  ProfileFields within(String name) {
    if (!(fields.path(name) instanceof ObjectNode object)) {
      throw wrong(
          name,
          "The field "
              + path(name)
              + (fields.has(name) ? " is not an object in curly braces." : " is missing."));
    }
    return new ProfileFields(object, source, path(name) + ".");
  }

  boolean has(String name) {
    return fields.hasNonNull(name);
  }

  /** {@return a field that must be a text, without spaces around it} */
  String text(String name) {
    JsonNode node = fields.path(name);
    if (node.isMissingNode()) {
      throw wrong(name, "The field " + path(name) + " is missing.");
    }
    if (!node.isTextual()) {
      throw wrong(
          name, "The field " + path(name) + " is " + (node.isNull() ? "null." : "not a text."));
    }
    String text = node.textValue().strip();
    if (text.isEmpty()) {
      throw wrong(name, "The field " + path(name) + " is empty.");
    }
    return text;
  }

  /** {@return a field if it is a text that is not empty} */
  Optional<String> optionalText(String name) {
    return Optional.ofNullable(fields.path(name).textValue())
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** {@return a field's text or whole number as a text, if it is one and not empty} */
  Optional<String> optionalWord(String name) {
    JsonNode node = fields.path(name);
    return node.isIntegralNumber() ? Optional.of(node.asText()) : optionalText(name);
  }

  /** {@return the version; some programs write it as a text} */
  int version() {
    String name = "shareCredentialsVersion";
    JsonNode node = fields.path(name);
    if (node.isMissingNode() || node.isNull()) {
      throw wrong(name, "The field " + name + " is missing.");
    }
    String digits =
        node.isTextual() ? node.textValue().strip() : node.isIntegralNumber() ? node.asText() : "";
    if (!digits.matches("\\d{1,9}") || digits.matches("0+")) {
      throw wrong(name, "The field " + name + " is not a version number.");
    }
    return Integer.parseInt(digits);
  }

  ProblemException wrong(String field, String why) {
    return new Problem(
            ProblemCode.PROFILE_FIELD, cannotUse(source), why, NEW_FILE, "field: " + path(field))
        .asException();
  }

  ProblemException unsupported(String why, String remedy) {
    return new Problem(ProblemCode.PROFILE_UNSUPPORTED, cannotUse(source), why, remedy)
        .asException();
  }

  static String cannotUse(String source) {
    return "The credential file " + source + " cannot be used.";
  }

  private static ProblemException malformed(String source, String why, String detail) {
    return new Problem(
            ProblemCode.PROFILE_MALFORMED,
            cannotUse(source),
            why,
            "Choose the file that the provider sent, usually called config.share.",
            detail)
        .asException();
  }

  private static String place(JsonLocation place) {
    return place == null
        ? ""
        : "The first fault is in line "
            + place.getLineNr()
            + ", column "
            + place.getColumnNr()
            + ".";
  }
}
