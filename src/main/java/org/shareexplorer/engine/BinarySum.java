package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.SQLException;

/**
 * Adds floating point numbers as multiples of a power of two, which are whole numbers: so there are
 * no rounding errors, and the sum does not depend on the order in which threads come upon them.
 *
 * @param value SQL of the numbers, none of which is NaN or infinite
 * @param digits each number is below two to the power of so many
 */
record BinarySum(String value, int digits) {

  /** So many binary digits, and a sign, fit the database's integers. */
  static final int AT_ONCE = 62;

  /** Of greater exponents there are no powers of two, or hardly. */
  private static final int GREATEST_EXPONENT = 1_000;

  /** Where numbers cancel each other out, what is left is in the digits farther down. */
  private static final int MOST_LOOKS = 4;

  /** Of a sum, a floating point number has 53 binary digits. */
  private static final int ENOUGH = 53;

  /**
   * Adds numbers.
   *
   * @param greatest none of them is greater, or less than its negative
   */
  static BinarySum of(String value, double greatest) {
    return new BinarySum(value, exponent(greatest));
  }

  /** {@return the least power of two that is above a number, above zero} */
  static int exponent(double number) {
    return Math.getExponent(number) + 1;
  }

  /** {@return SQL of a number times a power of two} */
  static String scaled(String value, int exponent) {
    if (exponent == 0) {
      return value;
    }
    int some = Math.clamp(exponent, -GREATEST_EXPONENT, GREATEST_EXPONENT);
    return scaled(
        "(%s * %s)".formatted(value, SqlText.number(Math.scalb(1.0, some))), exponent - some);
  }

  /** {@return a power of two} */
  static BigDecimal power(int exponent) {
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
    return exponent < 0 ? BigDecimal.ONE.divide(power) : power;
  }

  /** {@return SQL of the sum's first digits, as a whole number} */
  String first() {
    return "sum(CAST(" + scaled(value, AT_ONCE - digits) + " AS BIGINT))";
  }

  /**
   * {@return the sum, looking at the numbers again if its first digits are too few}
   *
   * @param first what the query for the first digits gave
   * @param relation SQL of the rows that the query was about
   * @param count how many numbers there are
   */
  BigDecimal of(Session session, BigDecimal first, String relation, long count)
      throws SQLException {
    int unit = digits - AT_ONCE;
    BigDecimal sum = first.multiply(power(unit));
    String rest = rest(scaled(value, -unit));
    boolean left = true;
    for (int look = 1; look < MOST_LOOKS && left && !enough(sum, unit, count); look++) {
      String next = scaled(rest, AT_ONCE);
      rest = rest(next);
      Digits more =
          session.row(
              "SELECT sum(CAST(%s AS BIGINT)), bool_or(%s <> 0) FROM %s"
                  .formatted(next, rest, relation),
              row -> new Digits(row.getBigDecimal(1), row.getBoolean(2)));
      unit -= AT_ONCE;
      sum = sum.add(more.sum.multiply(power(unit)));
      left = more.left;
    }
    return sum;
  }

  /** The sum of some digits, and whether there are others behind them. */
  private record Digits(BigDecimal sum, boolean left) {}

  private static String rest(String number) {
    return "(%s - CAST(CAST(%s AS BIGINT) AS DOUBLE))".formatted(number, number);
  }

  /** Each number was rounded by half a unit at most. */
  private static boolean enough(BigDecimal sum, int unit, long count) {
    BigDecimal error = BigDecimal.valueOf(count).multiply(power(unit + ENOUGH - 1));
    return error.round(MathContext.DECIMAL32).compareTo(sum.abs()) <= 0;
  }
}
