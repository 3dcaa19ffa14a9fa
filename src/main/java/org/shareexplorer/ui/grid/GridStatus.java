package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.job.Cost;
import org.shareexplorer.ui.table.SizeText;

/** What the status bar says of the grid. */
final class GridStatus {

  private GridStatus() {}

  /**
   * {@return what is said}
   *
   * @param beside what columns' profiles have cost
   */
  static List<String> parts(GridModel model, Sight sight, Cost beside) {
    List<String> parts = new ArrayList<>();
    parts.add(rows(model, sight));
    Cost cost = model.cost().plus(beside);
    if (model.firstSeconds().isPresent()) {
      parts.add(
          String.format(
              Locale.ROOT,
              "%,d %s · %s",
              cost.requests(),
              cost.requests() == 1 ? "request" : "requests",
              bytes(cost.bytes(), model.table().snapshot().sizeInBytes())));
      parts.add(String.format(Locale.ROOT, "first row %.2f s", model.firstSeconds().getAsDouble()));
    }
    return List.copyOf(parts);
  }

  /** Of a small table, more may be fetched than it has: footers, and pages once more in whole. */
  static String bytes(long fetched, long all) {
    return fetched > all ? SizeText.of(fetched) : SizeText.of(fetched) + " of " + SizeText.of(all);
  }

  private static String rows(GridModel model, Sight sight) {
    if (model.rowCount() == 0) {
      return "No rows";
    }
    long last = Math.min(sight.last(), model.rowCount() - 1) + 1;
    String seen = String.format(Locale.ROOT, "Rows %,d–%,d", sight.first() + 1, last);
    return model.exactRows().isPresent()
        ? seen + String.format(Locale.ROOT, " of %,d", model.rowCount())
        : seen + String.format(Locale.ROOT, " · %,d read so far", model.seenRows());
  }
}
