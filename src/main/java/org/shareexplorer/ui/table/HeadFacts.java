package org.shareexplorer.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.table.Snapshot;

/** What stands beside a table's name. */
final class HeadFacts {

  private HeadFacts() {}

  /** {@return version, rows, size and columns, as far as they are known} */
  static List<String> of(OpenTable table) {
    Snapshot snapshot = table.snapshot();
    List<String> facts = new ArrayList<>();
    facts.add("version " + snapshot.version() + " · latest");
    table.rowCount().ifPresent(rows -> facts.add(counted(rows, "row")));
    facts.add(size(snapshot.head().size().orElse(snapshot.sizeInBytes())));
    facts.add(counted(snapshot.fields().size(), "column"));
    return facts;
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  /** {@return a size for people, in units of 1,000} */
  static String size(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double value = bytes;
    String unit = "";
    for (String larger : List.of("KB", "MB", "GB", "TB")) {
      if (value < 999.5) {
        break;
      }
      value /= 1_000;
      unit = larger;
    }
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f %s" : "%.0f %s", value, unit);
  }
}
