package org.shareexplorer.protocol;

import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.HttpAnswer;

/** The call for a table's change feed (protocol, "Read Change Data Feed from a Table"). */
final class ChangesCall {

  private final Paths paths;
  private final Api api;

  ChangesCall(Paths paths, Api api) {
    this.paths = paths;
    this.api = api;
  }

  /** Asks for all pages. */
  List<TableHead> all(
      TableName table, ChangesQuery query, SharingClient.ChangeLines lines, Job job) {
    Api.Ask ask =
        Api.Ask.get(
                paths.table(table) + "/changes?" + range(query),
                "The changes of the table " + table.text() + " could not be listed.",
                "table " + table.text())
            .withCapabilities(Capabilities.QUERY);
    return Beginnings.of(() -> pages(ask, query, lines, job), lines::restart, job);
  }

  /** The text of an instant as servers know it: UTC, to the millisecond. */
  static String text(Instant instant) {
    return DateTimeFormatter.ISO_INSTANT.format(Instant.ofEpochMilli(instant.toEpochMilli()));
  }

  private static String range(ChangesQuery query) {
    String to = bound("ending", query.to());
    return bound("starting", query.from())
        + (to.isEmpty() ? "" : "&" + to)
        + "&includeHistoricalMetadata=true";
  }

  private static String bound(String which, AsOf asOf) {
    return switch (asOf) {
      case AsOf.Latest() -> "";
      case AsOf.Version(long number) -> which + "Version=" + number;
      case AsOf.Time(Instant instant) -> which + "Timestamp=" + Paths.encoded(text(instant));
    };
  }

  private List<TableHead> pages(
      Api.Ask ask, ChangesQuery query, SharingClient.ChangeLines lines, Job job) {
    SortedMap<Long, TableHead> heads = new TreeMap<>();
    Set<String> seen = new HashSet<>();
    long[] handedOn = {0};
    for (Optional<String> token = Optional.of(""); token.isPresent(); ) {
      if (!seen.add(token.get())) {
        throw api.problems()
            .answer(ask.failure(), "The server's pages go round in a circle.", "nextPageToken");
      }
      String page = token.get().isEmpty() ? "" : "&pageToken=" + Paths.encoded(token.get());
      ChangesAnswer.Read read =
          page(ask.withMethod("GET", ask.address() + page), query, lines, handedOn, job);
      read.heads().forEach(head -> heads.putIfAbsent(head.version(), head));
      token = read.next();
    }
    return List.copyOf(heads.values());
  }

  private ChangesAnswer.Read page(
      Api.Ask ask, ChangesQuery query, SharingClient.ChangeLines lines, long[] handedOn, Job job) {
    return api.any(
        ask,
        job,
        answer -> {
          check(ask, answer);
          OptionalLong header = Heads.version(answer.header("delta-table-version"));
          ChangesAnswer reading =
              new ChangesAnswer(
                  api.problems(), ask.failure(), header.isPresent() ? header : from(query));
          try {
            return reading.read(
                answer.body(),
                Capabilities.promisesEnd(answer.header(Capabilities.HEADER).orElse("")),
                line -> {
                  handedOn[0]++;
                  lines.accept(line);
                },
                job);
          } catch (IOException e) {
            // As long as no line of the page was handed on, its request can simply be sent again.
            if (reading.lineCount() == 0) {
              throw e;
            }
            throw new Beginnings.BrokenOff(api.problems().brokenOff(ask.failure(), handedOn[0]));
          }
        });
  }

  /** Servers may leave the header out here. */
  private static OptionalLong from(ChangesQuery query) {
    return query.from() instanceof AsOf.Version(long number)
        ? OptionalLong.of(number)
        : OptionalLong.empty();
  }

  private void check(Api.Ask ask, HttpAnswer answer) throws IOException {
    if (answer.successful()) {
      api.check(ask, answer);
    } else {
      throw api.problems()
          .noChanges(ask.failure(), ask.thing(), answer.status(), answer.bytes(Api.LONGEST_ERROR));
    }
  }
}
