package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;

/**
 * What one look at a column of numbers tells: how many there are, and how far they reach.
 *
 * @param rows all rows
 * @param values rows that have a value
 * @param numbers rows that have a value that counts
 * @param min the least of those, of the column's own type; null if there are none
 * @param max the greatest of them
 * @param sum their sum as {@link ExactSum} has it; null for floating point numbers, which are added
 *     by their range
 * @param near about their mean
 */
record NumberRange(
    long rows,
    long values,
    long numbers,
    @Nullable Object min,
    @Nullable Object max,
    @Nullable String sum,
    double near) {

  /**
   * Looks at a column, unless that was done before.
   *
   * @param relation SQL of rows with the column as {@code c0}
   * @param number SQL of the values that count; null for others
   * @param type the column's type
   */
  static NumberRange of(Session session, String relation, String number, DataType type)
      throws SQLException {
    boolean floating = SqlText.floating(type);
    String sum = floating ? "NULL" : ExactSum.sql("x", type);
    String mean = floating ? "avg(CAST(x AS DOUBLE))" : "NULL";
    return session.known(
        """
        SELECT all_rows, values, numbers, %s, %s, sum, near
        FROM (
          SELECT count(*) AS all_rows, count(c0) AS values, count(x) AS numbers,
            min(x) AS least, max(x) AS greatest, %s AS sum, %s AS near
          FROM (SELECT c0, %s AS x FROM %s))\
        """
            .formatted(
                Cell.fetched("least", type),
                Cell.fetched("greatest", type),
                sum,
                mean,
                number,
                relation),
        row ->
            new NumberRange(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Cell.read(row, 4, type),
                Cell.read(row, 5, type),
                row.getString(6),
                floating ? row.getDouble(7) : mean(row.getString(6), row.getLong(3), type)));
  }

  private static double mean(@Nullable String sum, long numbers, DataType type) {
    BigDecimal exact = ExactSum.value(sum, type);
    return exact == null ? 0 : exact.doubleValue() / numbers;
  }

  /** {@return whether none is infinite} NaN counts as the greatest: nothing else can hide. */
  boolean finite() {
    return !(min instanceof Number least && max instanceof Number greatest)
        || (Double.isFinite(least.doubleValue()) && Double.isFinite(greatest.doubleValue()));
  }

  /** {@return the least number; null if there is none} */
  @Nullable BigDecimal least() {
    return min == null ? null : new BigDecimal(min.toString());
  }

  /** {@return the greatest number; null if there is none} */
  @Nullable BigDecimal greatest() {
    return max == null ? null : new BigDecimal(max.toString());
  }
}
