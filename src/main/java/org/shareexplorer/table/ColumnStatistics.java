package org.shareexplorer.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.FileStatistics.Extreme;

/**
 * What a provider's statistics say of one column of a table, all files together.
 *
 * @param nulls rows without a value
 * @param min the least value but NaN and infinities; null if it is not known or there is none
 * @param max the greatest value
 * @param values the values with their counts, most frequent first, if files are partitioned by the
 *     column and it has not too many; else null
 */
public record ColumnStatistics(
    Field field,
    Count nulls,
    @Nullable Extreme min,
    @Nullable Extreme max,
    @Nullable List<ValueCount> values) {

  /**
   * A number of rows, as far as it is known.
   *
   * @param least it is not smaller
   * @param most it is not greater; {@link Long#MAX_VALUE} if nothing is known
   */
  public record Count(long least, long most) {

    /** {@return whether it is known} */
    public boolean exact() {
      return least == most;
    }
  }
}
