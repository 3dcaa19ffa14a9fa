package org.shareexplorer.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a numeric column, exact over all rows. NaN and infinities are left out, and counted.
 *
 * @param rows all rows
 * @param nulls rows without a value
 * @param notNumbers rows whose value is NaN or infinite
 * @param min the least number, of the column's own type (see {@code Values}); null if there is none
 * @param max the greatest number
 * @param sum the sum; null if there is no number, or if it is beyond the greatest double
 * @param deviation standard deviation of a sample (n − 1); null for fewer than two numbers
 */
public record Moments(
    long rows,
    long nulls,
    long notNumbers,
    @Nullable Object min,
    @Nullable Object max,
    @Nullable BigDecimal sum,
    @Nullable Double mean,
    @Nullable Double deviation) {

  /** {@return rows whose value is a finite number} */
  public long numbers() {
    return rows - nulls - notNumbers;
  }
}
