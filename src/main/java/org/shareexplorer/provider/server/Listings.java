package org.shareexplorer.provider.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.shareexplorer.provider.delta.Json;

/** Answers what there is: shares, schemas and tables, a page at a time. */
final class Listings {

  private static final int LONGEST_PAGE = 500;

  private final Catalog catalog;
  private final Seal seal;

  Listings(Catalog catalog, Seal seal) {
    this.catalog = catalog;
    this.seal = seal;
  }

  void shares(Request request) throws IOException {
    page(request, catalog.shares(), Listings::describe);
  }

  void share(Request request, String name) throws IOException {
    ObjectNode answer = Json.object();
    describe(catalog.share(name), answer.putObject("share"));
    request.answerJson(200, answer);
  }

  void schemas(Request request, String share) throws IOException {
    page(
        request,
        catalog.share(share).schemas(),
        (schema, json) -> json.put("name", schema.name()).put("share", schema.share()));
  }

  void tables(Request request, String share, String schema) throws IOException {
    page(request, catalog.share(share).schema(schema).tables(), tableOf(catalog.share(share)));
  }

  void allTables(Request request, String share) throws IOException {
    page(request, catalog.share(share).tables(), tableOf(catalog.share(share)));
  }

  private static void describe(Catalog.Share share, ObjectNode json) {
    json.put("name", share.name()).put("id", share.id());
  }

  private static BiConsumer<Catalog.Table, ObjectNode> tableOf(Catalog.Share share) {
    return (table, json) ->
        json.put("name", table.name())
            .put("schema", table.schema())
            .put("share", table.share())
            .put("shareId", share.id())
            .put("id", table.id());
  }

  /** Answers with a page of items; as the reference server does, an empty list has no items. */
  private <T> void page(Request request, List<T> all, BiConsumer<T, ObjectNode> describe)
      throws IOException {
    Map<String, String> parameters = request.parameters();
    int most = mostResults(parameters);
    String purpose = String.join("/", request.segments()).toLowerCase(Locale.ROOT);
    int from = (int) position(purpose, parameters.getOrDefault("pageToken", ""));
    int to = Math.min(all.size(), from + most);
    ObjectNode answer = Json.object();
    if (from < to) {
      ArrayNode items = answer.putArray("items");
      all.subList(from, to).forEach(item -> describe.accept(item, items.addObject()));
    }
    if (to < all.size()) {
      answer.put("nextPageToken", seal.token(purpose, to));
    }
    request.answerJson(200, answer);
  }

  private static int mostResults(Map<String, String> parameters) {
    String text = parameters.getOrDefault("maxResults", Integer.toString(LONGEST_PAGE));
    try {
      int most = Integer.parseInt(text);
      if (most >= 0 && most <= LONGEST_PAGE) {
        return most;
      }
    } catch (NumberFormatException e) {
      // Told below, as any other value out of range.
    }
    throw Refusal.badParameter("'maxResults' must be a number from 0 to " + LONGEST_PAGE);
  }

  private long position(String purpose, String token) {
    Optional<Long> position = token.isEmpty() ? Optional.of(0L) : seal.value(purpose, token);
    return position.orElseThrow(() -> Refusal.badParameter("invalid 'nextPageToken'"));
  }
}
