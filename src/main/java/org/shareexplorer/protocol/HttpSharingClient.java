package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.HttpAnswer;

/** Speaks the protocol over HTTP. */
final class HttpSharingClient implements SharingClient {

  private final Paths paths;
  private final Api api;
  private final Pages pages;
  private final ChangesCall changes;

  HttpSharingClient(Paths paths, Api api) {
    this.paths = paths;
    this.api = api;
    this.pages = new Pages(api);
    this.changes = new ChangesCall(paths, api);
  }

  @Override
  public List<Share> shares(Job job) {
    Api.Ask ask = Api.Ask.get(paths.shares(), "The shares could not be listed.", "");
    return pages
        .all(
            ask,
            job,
            node ->
                Json.words(node, "name")
                    .map(name ->
                        new Share(name, Json.words(node, "id"), Json.words(node, "comment"))))
        .orElseThrow();
  }

  @Override
  public List<String> schemas(String share, Job job) {
    Api.Ask ask =
        Api.Ask.get(
            paths.schemas(share),
            "The schemas of the share " + share + " could not be listed.",
            "share " + share);
    return pages.all(ask, job, node -> Json.words(node, "name")).orElseThrow();
  }

  @Override
  public List<ListedTable> tables(String share, String schema, Job job) {
    Api.Ask ask =
        Api.Ask.get(
            paths.tables(share, schema),
            "The tables of the schema " + share + "." + schema + " could not be listed.",
            "schema " + share + "." + schema);
    return pages.all(ask, job, node -> listed(node, share, Optional.of(schema))).orElseThrow();
  }

  @Override
  public List<ListedTable> allTables(String share, Job job) {
    Api.Ask ask =
        Api.Ask.get(
            paths.allTables(share),
            "The tables of the share " + share + " could not be listed.",
            "share " + share);
    return pages
        .all(ask, job, node -> listed(node, share, Optional.empty()), 404, 405, 501)
        .orElseGet(() -> schemaBySchema(share, job));
  }

  /** For servers without the call for all tables. */
  private List<ListedTable> schemaBySchema(String share, Job job) {
    List<ListedTable> all = new ArrayList<>();
    for (String schema : schemas(share, job)) {
      all.addAll(tables(share, schema, job));
    }
    return all;
  }

  /** Share and schema as asked for, which is how they must be asked for again. */
  private static Optional<ListedTable> listed(
      JsonNode node, String share, Optional<String> askedSchema) {
    Optional<String> schema = askedSchema.or(() -> Json.words(node, "schema"));
    return Json.words(node, "name")
        .flatMap(name ->
            schema.map(inSchema ->
                new ListedTable(new TableName(share, inSchema, name), Json.words(node, "id"))));
  }

  @Override
  public long version(TableName table, Job job) {
    return version(table, "", job);
  }

  @Override
  public long versionSince(TableName table, Instant time, Job job) {
    return version(table, "?startingTimestamp=" + Paths.encoded(ChangesCall.text(time)), job);
  }

  private long version(TableName table, String parameters, Job job) {
    Api.Ask get =
        Api.Ask.get(
            paths.table(table) + "/version" + parameters,
            "The version of the table " + table.text() + " could not be read.",
            "table " + table.text());
    Optional<Long> version =
        api.any(
            get,
            job,
            answer ->
                answer.status() == 404 || answer.status() == 405
                    ? Optional.empty()
                    : Optional.of(versionIn(get, answer)));
    return version.orElseGet(() -> {
      // The call's older form, which some servers know alone.
      Api.Ask head = get.withMethod("HEAD", paths.table(table) + parameters);
      return api.any(head, job, answer -> versionIn(head, answer));
    });
  }

  private long versionIn(Api.Ask ask, HttpAnswer answer) throws IOException {
    api.check(ask, answer);
    return Heads.version(answer.header("delta-table-version"))
        .orElseThrow(() ->
            api.problems()
                .answer(
                    ask.failure(),
                    "The server's answer lacks the version.",
                    "no header delta-table-version"));
  }

  @Override
  public TableHead metadata(TableName table, Job job) {
    Api.Ask ask =
        Api.Ask.get(
                paths.table(table) + "/metadata",
                "The table " + table.text() + " could not be described.",
                "table " + table.text())
            .withCapabilities(Capabilities.METADATA);
    return api.call(
        ask,
        job,
        answer ->
            read(new TableAnswer(api.problems(), ask.failure()), answer, line -> {}, job).head());
  }

  @Override
  public TableHead query(TableName table, TableQuery query, FileLines lines, Job job) {
    Api.Ask ask =
        new Api.Ask(
            "POST",
            paths.table(table) + "/query",
            Capabilities.QUERY,
            Optional.empty(),
            "The table " + table.text() + " could not be opened.",
            "table " + table.text());
    FileLines told = GivenFiles.told(api.http(), lines);
    return Beginnings.of(() -> allPages(ask, query, told, job), told::restart, job);
  }

  @Override
  public List<TableHead> changes(TableName table, ChangesQuery query, ChangeLines lines, Job job) {
    return changes.all(table, query, GivenFiles.told(api.http(), lines), job);
  }

  /**
   * Servers send all files at once unless asked otherwise; those that do not, say where it goes on.
   */
  private TableHead allPages(Api.Ask ask, TableQuery query, FileLines lines, Job job) {
    Set<String> seen = new HashSet<>();
    TableAnswer.Read page = page(ask.withBody(body(query, Optional.empty())), lines, job);
    TableHead head = page.head();
    while (page.next().isPresent()) {
      if (!seen.add(page.next().get())) {
        throw api.problems()
            .answer(ask.failure(), "The server's pages go round in a circle.", "nextPageToken");
      }
      page = page(ask.withBody(body(query, page.next())), lines, job);
      if (page.head().version() != head.version()
          || !page.head().schemaString().equals(head.schemaString())) {
        throw api.problems()
            .answer(ask.failure(), "The table changed while its files were being listed.", "");
      }
    }
    return head;
  }

  private TableAnswer.Read page(Api.Ask ask, FileLines lines, Job job) {
    return api.call(
        ask,
        job,
        answer -> {
          TableAnswer reading = new TableAnswer(api.problems(), ask.failure());
          try {
            return read(reading, answer, lines, job);
          } catch (IOException e) {
            // As long as no line was handed on, the request can simply be sent again.
            if (reading.fileCount() == 0) {
              throw e;
            }
            throw new Beginnings.BrokenOff(
                api.problems().brokenOff(ask.failure(), reading.fileCount()));
          }
        });
  }

  private static TableAnswer.Read read(
      TableAnswer reading, HttpAnswer answer, FileLines lines, Job job) throws IOException {
    return reading.read(
        answer.body(),
        Heads.version(answer.header("delta-table-version")),
        Capabilities.promisesEnd(answer.header(Capabilities.HEADER).orElse("")),
        lines,
        job);
  }

  private static String body(TableQuery query, Optional<String> pageToken) {
    ObjectNode body = Json.MAPPER.createObjectNode();
    switch (query.asOf()) {
      case AsOf.Latest() -> {}
      case AsOf.Version(long number) -> body.put("version", number);
      case AsOf.Time(Instant instant) -> body.put("timestamp", ChangesCall.text(instant));
    }
    query.limitHint().ifPresent(rows -> body.put("limitHint", rows));
    if (!query.hints().sql().isEmpty()) {
      query.hints().sql().forEach(body.putArray("predicateHints")::add);
    }
    query.hints().json().ifPresent(hint -> body.put("jsonPredicateHints", hint));
    pageToken.ifPresent(token -> body.put("pageToken", token));
    return body.toString();
  }
}
