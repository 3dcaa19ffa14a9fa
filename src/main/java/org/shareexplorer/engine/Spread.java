package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Sum, mean and spread of numbers. Squares are of the distances from near the mean, laid between −1
 * and 1, so that they neither overflow nor lose the digits that matter.
 *
 * @param sum the sum
 * @param mean mean
 * @param deviation standard deviation of a sample (n − 1); null for fewer than two values
 */
record Spread(BigDecimal sum, double mean, @Nullable Double deviation) {

  /** The mean is taken roughly: so it is the same in whatever order its numbers were added. */
  private static final int ROUGHLY = 1 << 10;

  /** What one look at the values gives. */
  private record Sums(long count, BigDecimal first, BigDecimal squares) {}

  /**
   * Asks for the spread of some values, of which there is at least one.
   *
   * @param value SQL of the value, of type double
   * @param least the least of the values
   * @param greatest the greatest of them
   * @param near about their mean; NaN if that is not known
   */
  static Spread of(
      Session session, String value, String relation, double least, double greatest, double near)
      throws SQLException {
    String values = "(SELECT %s AS v FROM %s)".formatted(value, relation);
    BinarySum adding = BinarySum.of("v", Math.max(Math.abs(least), Math.abs(greatest)));
    // Halves of halves do not overflow.
    int shift = adding.digits() > Double.MAX_EXPONENT - 2 ? -2 : 0;
    double from = Math.scalb(least, shift);
    double to = Math.scalb(greatest, shift);
    double center = center(from, to, Math.scalb(near, shift));
    int width = BinarySum.exponent(to - from);
    String distance = "(%s - %s)".formatted(BinarySum.scaled("v", shift), SqlText.number(center));
    BinarySum squares = new BinarySum("(y * y)", 0);
    Sums sums =
        session.row(
            "SELECT count(v), %s, %s FROM (SELECT v, %s AS y FROM %s)"
                .formatted(
                    adding.first(), squares.first(), BinarySum.scaled(distance, -width), values),
            row -> new Sums(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3)));
    BigDecimal count = BigDecimal.valueOf(sums.count);
    BigDecimal sum =
        to > from
            ? adding.of(session, sums.first, values, sums.count)
            : new BigDecimal(least).multiply(count);
    BigDecimal mean = sum.divide(count, MathContext.DECIMAL128);
    Double deviation = sums.count < 2 ? null : Double.valueOf(0);
    if (deviation != null && to > from) {
      double off =
          mean.multiply(BinarySum.power(shift))
              .subtract(new BigDecimal(center))
              .multiply(BinarySum.power(-width))
              .doubleValue();
      double all = Math.scalb(sums.squares.doubleValue(), -BinarySum.AT_ONCE);
      double squared = Math.max(0, all - sums.count * off * off) / (sums.count - 1);
      deviation = Math.scalb(Math.sqrt(squared), width - shift);
    }
    return new Spread(sum, mean.doubleValue(), deviation);
  }

  private static double center(double from, double to, double near) {
    double share = Double.isFinite(near) && to > from ? (near - from) / (to - from) : 0.5;
    return from + (to - from) * (Math.rint(Math.clamp(share, 0, 1) * ROUGHLY) / ROUGHLY);
  }

  /** {@return SQL of where between the least and the greatest value, as 0 and 1, a value lies} */
  static String laid(String value, double least, double greatest) {
    return "((%s) / 2 - %s) / %s"
        .formatted(value, SqlText.number(least / 2), SqlText.number(greatest / 2 - least / 2));
  }
}
