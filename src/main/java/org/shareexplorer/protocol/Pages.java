package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/** Follows a list through its pages (protocol, "List Shares" and the other lists). */
final class Pages {

  /** More pages than any list has: the server is making them up. */
  private static final int MOST = 10_000;

  private final Api api;

  Pages(Api api) {
    this.api = api;
  }

  /**
   * {@return all items of a list; empty if the first page was answered with a status passed over}
   *
   * @param item makes an item of a JSON object; empty to leave it out
   */
  <T> Optional<List<T>> all(
      Api.Ask first, Job job, Function<JsonNode, Optional<T>> item, int... passedOver) {
    List<T> items = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Api.Ask ask = first;
    for (int page = 1; page <= MOST; page++) {
      job.check();
      Optional<JsonNode> answer =
          page == 1 ? api.object(ask, job, passedOver) : api.object(ask, job);
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      for (JsonNode node : answer.get().path("items")) {
        item.apply(node).ifPresent(items::add);
      }
      job.progress(Progress.of("Listing, " + items.size() + " so far"));
      // Missing, null and "" all mean that there is no further page.
      Optional<String> next = Json.text(answer.get(), "nextPageToken").filter(t -> !t.isEmpty());
      if (next.isEmpty()) {
        return Optional.of(items);
      }
      if (!seen.add(next.get())) {
        break;
      }
      ask = first.withMethod("GET", Paths.page(first.address(), next.get()));
    }
    throw api.problems()
        .answer(first.failure(), "The server's pages go round in a circle.", "nextPageToken");
  }
}
