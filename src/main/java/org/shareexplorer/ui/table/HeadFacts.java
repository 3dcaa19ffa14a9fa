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
