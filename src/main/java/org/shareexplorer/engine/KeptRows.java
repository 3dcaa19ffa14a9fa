package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** Puts runs together, one after the other. */
  static final class Builder {

    private final List<Run> runs = new ArrayList<>();
    private long local;

    void add(long original, long count) {
      runs.add(new Run(local, original, count));
      local += count;
    }

    KeptRows build() {
      return new KeptRows(List.copyOf(runs));
    }
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
