package org.shareexplorer.provider.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.provider.delta.DeltaSnapshot;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.delta.Json;

/** Answers what one table is: its version, its metadata, its files. */
final class TableEndpoints {

  static final String VERSION_HEADER = "Delta-Table-Version";
  static final String LINES = "application/x-ndjson; charset=utf-8";

  private final Seal seal;
  private final FileAddresses addresses;

  TableEndpoints(Seal seal, FileAddresses addresses) {
    this.seal = seal;
    this.addresses = addresses;
  }

  void version(Request request, Catalog.Table table) throws IOException {
    String since = request.parameters().getOrDefault("startingTimestamp", "");
    OptionalLong version =
        since.isEmpty()
            ? OptionalLong.of(table.delta().latestVersion())
            : table.delta().versionSince(milliseconds(since));
    request.answerHeader(
        VERSION_HEADER,
        Long.toString(
            version.orElseThrow(
                () -> Refusal.badParameter("The timestamp is after the latest version."))));
    request.answerEmpty(200);
  }

  void metadata(Request request, Catalog.Table table) throws IOException {
    Map<String, String> parameters = request.parameters();
    ObjectNode asked = Json.object();
    for (String key : List.of("version", "timestamp")) {
      if (parameters.containsKey(key)) {
        asked.put(key, parameters.get(key));
      }
    }
    QueryBody body = QueryBody.of(asked.toString());
    Capabilities capabilities = Capabilities.of(request);
    DeltaSnapshot snapshot = snapshot(table, body);
    request.answerHeader(Capabilities.HEADER, capabilities.echo(false));
    request.answerHeader(VERSION_HEADER, Long.toString(snapshot.version()));
    try (OutputStream out = new BufferedOutputStream(request.answerStream(LINES))) {
      new TableLines(out, capabilities.delta(), !asked.isEmpty()).head(snapshot);
    }
  }

  void query(Request request, Catalog.Table table) throws IOException {
    String text = request.body();
    QueryBody body = QueryBody.of(text);
    Capabilities capabilities = Capabilities.of(request);
    String idHash = idHash(request, capabilities);
    DeltaSnapshot snapshot = snapshot(table, body);
    List<DeltaSnapshot.File> files = wanted(snapshot, body);
    String purpose = table.id() + '\n' + snapshot.version() + '\n' + body.jsonHints();
    int from =
        body.pageToken().isEmpty()
            ? 0
            : seal.value(purpose, body.pageToken())
                .orElseThrow(() -> Refusal.badParameter("invalid 'pageToken'"))
                .intValue();
    int to = (int) Math.min(files.size(), from + body.maxFiles().orElse(files.size()));
    boolean endAction =
        capabilities.endAction() || body.maxFiles().isPresent() || body.includeRefreshToken();
    request.answerHeader(Capabilities.HEADER, capabilities.echo(capabilities.endAction()));
    request.answerHeader(VERSION_HEADER, Long.toString(snapshot.version()));
    boolean travelled = body.version().isPresent() || !body.timestamp().isEmpty();
    try (OutputStream out = new BufferedOutputStream(request.answerStream(LINES), 1 << 16)) {
      TableLines lines = new TableLines(out, capabilities.delta(), travelled);
      lines.head(snapshot);
      long earliest = Long.MAX_VALUE;
      for (DeltaSnapshot.File file : files.subList(from, to)) {
        FileAddresses.Signed address = addresses.sign(table.folder(), file.path(), file.size());
        earliest = Math.min(earliest, address.expires());
        lines.file(file, idHash, address);
      }
      if (endAction) {
        ObjectNode line = Json.object();
        ObjectNode end = line.putObject("endStreamAction");
        if (body.includeRefreshToken()) {
          end.put("refreshToken", seal.token("refresh\n" + table.id(), snapshot.version()));
        }
        if (to < files.size()) {
          end.put("nextPageToken", seal.token(purpose, to));
        }
        if (from < to) {
          end.put("minUrlExpirationTimestamp", earliest);
        }
        lines.write(line);
      }
    }
  }

  /** The table as of the version, time or refresh token asked for, or else the newest. */
  private DeltaSnapshot snapshot(Catalog.Table table, QueryBody body) throws IOException {
    DeltaTable delta = table.delta();
    long latest = delta.latestVersion();
    if (body.version().isPresent()) {
      long version = body.version().getAsLong();
      if (version > latest) {
        throw Refusal.badParameter(
            "Cannot load table version " + version + "; the latest version is " + latest + ".");
      }
      return delta.snapshot(version);
    }
    if (!body.timestamp().isEmpty()) {
      return delta.snapshot(
          delta
              .versionAt(milliseconds(body.timestamp()))
              .orElseThrow(() ->
                  Refusal.badParameter("The timestamp is before the table's first version.")));
    }
    if (!body.refreshToken().isEmpty()) {
      return delta.snapshot(
          seal.value("refresh\n" + table.id(), body.refreshToken())
              .orElseThrow(() -> Refusal.badParameter("invalid 'refreshToken'")));
    }
    return delta.snapshot(latest);
  }

  /**
   * The files that may hold wanted rows. A limit counts only where there are no hints: of the rows
   * that the files' statistics count, hints may leave none.
   */
  private static List<DeltaSnapshot.File> wanted(DeltaSnapshot snapshot, QueryBody body) {
    PartitionFilter filter = PartitionFilter.of(body.jsonHints(), snapshot.partitionColumns());
    List<DeltaSnapshot.File> files =
        snapshot.files().stream()
            .filter(file -> filter.mayHold(file.add().path("partitionValues")))
            .toList();
    if (body.hinted() || body.limit().isEmpty()) {
      return files;
    }
    long rows = 0;
    int count = 0;
    while (count < files.size() && rows < body.limit().getAsLong()) {
      rows += files.get(count).rows();
      count++;
    }
    return files.subList(0, count);
  }

  private static String idHash(Request request, Capabilities capabilities) {
    @Nullable String asked = request.header("fileidhash").orElse(null);
    String kind = asked == null ? capabilities.formatName() : asked.toLowerCase(Locale.ROOT);
    if (asked != null) {
      request.answerHeader("fileidhash", kind);
    }
    return switch (kind) {
      case "parquet" -> "MD5";
      case "delta" -> "SHA-256";
      default -> throw Refusal.badParameter("'fileidhash' must be parquet or delta.");
    };
  }

  static long milliseconds(String timestamp) {
    try {
      return OffsetDateTime.parse(timestamp).toInstant().toEpochMilli();
    } catch (DateTimeException e) {
      throw Refusal.badParameter("A timestamp must look like 2025-01-31T00:00:00Z.");
    }
  }
}
