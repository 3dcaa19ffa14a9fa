package org.shareexplorer.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/**
 * Figures of columns, exact over all rows.
 *
 * @param rows all rows
 * @param columns the figures, in the question's order
 */
public record Summary(long rows, List<ColumnSummary> columns) {

  /**
   * Figures of one column. Numeric figures are null for columns of other types, and where there is
   * no value. NaN and infinities are left out of the figures, and counted.
   *
   * @param distinct different values, null not counted; null for nested types, and where there are
   *     too many to be counted
   * @param min the least value, of the column's own type (see {@code Values}); null if there is
   *     none or no order
   * @param max the greatest value
   * @param deviation standard deviation of a sample (n − 1)
   * @param q1 first quartile, linearly interpolated
   */
  public record ColumnSummary(
      Field field,
      long nulls,
      long notNumbers,
      @Nullable Long distinct,
      @Nullable Object min,
      @Nullable Object max,
      @Nullable Double mean,
      @Nullable Double deviation,
      @Nullable Double q1,
      @Nullable Double median,
      @Nullable Double q3) {}
}
