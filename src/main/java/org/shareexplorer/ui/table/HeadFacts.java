package org.shareexplorer.ui.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.TimeText;

/** What stands beside a table's name. */
final class HeadFacts {

  private HeadFacts() {}

  /**
   * {@return which version it is}
   *
   * @param newest the newest version, if it is known
   * @param asOf what was asked for
   */
  static String version(Snapshot table, OptionalLong newest, AsOf asOf, ZoneId zone) {
    long version = table.version();
    if (asOf instanceof AsOf.Latest) {
      return newest.orElse(version) > version
          ? "version " + version + " of " + newest.orElse(version)
          : "version " + version + ", latest";
    }
    return "version "
        + version
        + (newest.isPresent() ? " of " + newest.getAsLong() : "")
        + time(table, asOf, zone);
  }

  private static String time(Snapshot table, AsOf asOf, ZoneId zone) {
    if (asOf instanceof AsOf.Time(Instant at)) {
      return ", as of " + TimeText.shown(at, zone);
    }
    OptionalLong made = table.head().timestamp();
    return made.isPresent()
        ? ", made " + TimeText.shown(Instant.ofEpochMilli(made.getAsLong()), zone)
        : "";
  }

  /** {@return rows, size and columns, as far as they are known} */
  static List<String> of(OpenTable table) {
    Snapshot snapshot = table.snapshot();
    List<String> facts = new ArrayList<>();
    if (!table.complete()) {
      facts.add("still listing files");
      facts.add(counted(snapshot.fields().size(), "column"));
      return facts;
    }
    table.rowCount().ifPresent(rows -> facts.add(counted(rows, "row")));
    facts.add(SizeText.of(snapshot.head().size().orElse(snapshot.sizeInBytes())));
    facts.add(counted(snapshot.fields().size(), "column"));
    return facts;
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
