package org.shareexplorer.provider.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.shareexplorer.provider.delta.DeltaChange;
import org.shareexplorer.provider.delta.DeltaSnapshot;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.delta.Json;

/**
 * Answers what changed in a table between two versions, both among them. The tables served here
 * keep their columns, so the newest metadata hold for the whole range.
 */
final class ChangesEndpoint {

  private final Seal seal;
  private final FileAddresses addresses;

  ChangesEndpoint(Seal seal, FileAddresses addresses) {
    this.seal = seal;
    this.addresses = addresses;
  }

  void serve(Request request, Catalog.Table table) throws IOException {
    DeltaTable delta = table.delta();
    long latest = delta.latestVersion();
    DeltaSnapshot snapshot = delta.snapshot(latest);
    if (!snapshot.recordsChanges()) {
      throw Refusal.badParameter("cdf is not enabled on table " + table.name());
    }
    Map<String, String> asked = request.parameters();
    long from = from(asked, delta, latest);
    long to = to(asked, delta, latest);
    if (to < from) {
      throw Refusal.badParameter("The end of the range is before its start.");
    }
    Capabilities capabilities = Capabilities.of(request);
    List<DeltaChange> changes = delta.changes(from, to);
    OptionalLong most = number(asked, "maxFiles", 1);
    String purpose = "changes\n" + table.id() + '\n' + from + '\n' + to;
    String token = asked.getOrDefault("pageToken", "");
    int first =
        token.isEmpty()
            ? 0
            : seal.value(purpose, token)
                .orElseThrow(() -> Refusal.badParameter("invalid 'pageToken'"))
                .intValue();
    int last = (int) Math.min(changes.size(), first + most.orElse(changes.size()));
    request.answerHeader(Capabilities.HEADER, capabilities.echo(capabilities.endAction()));
    request.answerHeader(TableEndpoints.VERSION_HEADER, Long.toString(from));
    try (OutputStream out =
        new BufferedOutputStream(request.answerStream(TableEndpoints.LINES), 1 << 16)) {
      TableLines lines = new TableLines(out, capabilities.delta(), true);
      lines.head(snapshot);
      String idHash = capabilities.delta() ? "SHA-256" : "MD5";
      for (DeltaChange change : changes.subList(first, last)) {
        lines.change(change, idHash, addresses.sign(table.folder(), change.path(), change.size()));
      }
      if (capabilities.endAction() || most.isPresent()) {
        ObjectNode line = Json.object();
        ObjectNode end = line.putObject("endStreamAction");
        if (last < changes.size()) {
          end.put("nextPageToken", seal.token(purpose, last));
        }
        lines.write(line);
      }
    }
  }

  private static long from(Map<String, String> asked, DeltaTable delta, long latest)
      throws IOException {
    OptionalLong version = number(asked, "startingVersion", 0);
    String time = asked.getOrDefault("startingTimestamp", "");
    if (version.isPresent() == !time.isEmpty()) {
      throw Refusal.badParameter(
          "One of startingVersion and startingTimestamp must be given, and only one.");
    }
    OptionalLong from =
        version.isPresent() ? version : delta.versionSince(TableEndpoints.milliseconds(time));
    if (from.isEmpty()) {
      throw Refusal.badParameter("The timestamp is after the latest version.");
    }
    if (from.getAsLong() > latest) {
      throw Refusal.badParameter("The latest version of the table is " + latest + ".");
    }
    return from.getAsLong();
  }

  private static long to(Map<String, String> asked, DeltaTable delta, long latest)
      throws IOException {
    OptionalLong version = number(asked, "endingVersion", 0);
    String time = asked.getOrDefault("endingTimestamp", "");
    if (version.isPresent() && !time.isEmpty()) {
      throw Refusal.badParameter("Only one of endingVersion and endingTimestamp may be given.");
    }
    if (time.isEmpty()) {
      return Math.min(latest, version.orElse(latest));
    }
    return delta
        .versionAt(TableEndpoints.milliseconds(time))
        .orElseThrow(
            () -> Refusal.badParameter("The timestamp is before the table's first version."));
  }

  private static OptionalLong number(Map<String, String> asked, String key, long least) {
    String text = asked.getOrDefault(key, "");
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long value = Long.parseLong(text);
      if (value >= least) {
        return OptionalLong.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, as any other value out of range.
    }
    throw Refusal.badParameter("'" + key + "' must be a whole number of at least " + least + ".");
  }
}
