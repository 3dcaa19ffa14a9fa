package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.parquet.RowGroupBounds;

/**
 * Which rows of a data file a local file holds, whose rows are numbered anew. Immutable.
 *
 * @param runs unbroken runs of rows, ascending; null if the local file holds all rows
 */
public record KeptRows(@Nullable List<Run> runs) {

  /** All rows. */
  static final KeptRows ALL = new KeptRows(null);

  /**
   * An unbroken run of rows.
   *
   * @param local the first row's number in the local file
   * @param original its number in the data file
   * @param count how many
   */
  public record Run(long local, long original, long count) {}

  /** {@return the rows of some of a file's row groups} */
  static KeptRows of(List<RowGroupBounds> groups) {
    List<Run> runs = new ArrayList<>();
    long local = 0;
    for (RowGroupBounds group : groups) {
      runs.add(new Run(local, group.first(), group.rows()));
      local += group.rows();
    }
    return new KeptRows(List.copyOf(runs));
  }

  /** {@return a row's number in the data file} */
  long original(long local) {
    if (runs == null) {
      return local;
    }
    int low = 0;
    int high = runs.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs.get(middle).local <= local) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return runs.get(low).original + local - runs.get(low).local;
  }
}
