package org.shareexplorer.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.HttpAnswer;

/** Speaks the protocol over HTTP. */
final class HttpSharingClient implements SharingClient {

  private final Paths paths;
  private final Api api;
  private final Pages pages;
  private final ChangesCall changes;
  private final AssetLists assets;
  private final Preparing preparing;
  private final ShareDetails details;

  /** Tables that were listed as ones without addresses of files. */
  private final Set<TableName> foldersOnly = ConcurrentHashMap.newKeySet();

  HttpSharingClient(Paths paths, Api api, Preparing preparing) {
    this.preparing = preparing;
    this.paths = paths;
    this.api = api;
    this.pages = new Pages(api);
    this.changes = new ChangesCall(paths, api);
    this.assets = new AssetLists(paths, pages);
    this.details = new ShareDetails(paths, api);
  }

  @Override
  public List<Share> shares(Job job) {
    Api.Ask ask = Api.Ask.get(paths.shares(), "The shares could not be listed.", "");
    List<Share> shares = pages.all(ask, job, ShareDetails::listed).orElseThrow();
    shares.forEach(share -> api.problems().known().listed("share " + share.name()));
    return shares;
  }

  @Override
  public Optional<Share> share(String name, Job job) {
    return details.of(name, job);
  }

  @Override
  public List<String> schemas(String share, Job job) {
    Api.Ask ask =
        Api.Ask.get(
            paths.schemas(share),
            "The schemas of the share " + share + " could not be listed.",
            "share " + share);
    List<String> schemas =
        details.within(
            share,
            ask.thing(),
            job,
            () -> pages.all(ask, job, node -> Json.words(node, "name")).orElseThrow());
    schemas.forEach(schema -> api.problems().known().listed("schema " + share + "." + schema));
    return schemas;
  }

  @Override
  public List<ListedTable> tables(String share, String schema, Job job) {
    Api.Ask ask =
        Api.Ask.get(
            paths.tables(share, schema),
            "The tables of the schema " + share + "." + schema + " could not be listed.",
            "schema " + share + "." + schema);
    return details.within(
        share,
        ask.thing(),
        job,
        () -> pages.all(ask, job, node -> listed(node, share, Optional.of(schema))).orElseThrow());
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
  private Optional<ListedTable> listed(JsonNode node, String share, Optional<String> askedSchema) {
    Optional<String> name = Json.words(node, "name");
    Optional<String> schema = askedSchema.or(() -> Json.words(node, "schema"));
    if (name.isEmpty() || schema.isEmpty()) {
      return Optional.empty();
    }
    TableName table = new TableName(share, schema.get(), name.get());
    api.problems().known().listed("table " + table.text());
    if (AccessModes.folderOnly(node)) {
      foldersOnly.add(table);
    } else {
      foldersOnly.remove(table);
    }
    return Optional.of(new ListedTable(table, Json.words(node, "id")));
  }

  /** What the list said need not be asked for to be refused. */
  private void refuseFolder(TableName table, String failure) {
    if (foldersOnly.contains(table)) {
      throw AccessModes.refusal(api.problems(), failure);
    }
  }

  @Override
  public List<ListedAsset> assets(String share, String schema, Job job) {
    return assets.all(share, schema, job);
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
    // The call's older form, which some servers know alone.
    Api.Ask head = get.withMethod("HEAD", paths.table(table) + parameters);
    return version.orElseGet(
        () -> within(table, job, () -> api.any(head, job, answer -> versionIn(head, answer))));
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
    refuseFolder(table, ask.failure());
    return within(
        table,
        job,
        () ->
            api.call(
                ask,
                job,
                answer ->
                    new TableAnswer(api.problems(), ask.failure())
                        .page(answer, line -> {}, job)
                        .head()));
  }

  @Override
  public TableHead query(TableName table, TableQuery query, FileLines lines, Job job) {
    FileLines told = GivenFiles.told(api.http(), lines);
    QueryCall call = new QueryCall(paths, api, preparing, table, query, told, job);
    refuseFolder(table, call.failure());
    return within(table, job, call::all);
  }

  @Override
  public List<TableHead> changes(TableName table, ChangesQuery query, ChangeLines lines, Job job) {
    ChangeLines told = GivenFiles.toldChanges(api.http(), lines);
    return within(table, job, () -> changes.all(table, query, told, job));
  }

  private <T> T within(TableName table, Job job, Supplier<T> call) {
    return details.within(table.share(), "table " + table.text(), job, call);
  }
}
