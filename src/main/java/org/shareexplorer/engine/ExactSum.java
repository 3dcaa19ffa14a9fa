package org.shareexplorer.engine;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;

/**
 * Sums that do not overflow: of integers and decimals exact, of floating point numbers with their
 * rounding errors compensated.
 */
final class ExactSum {

  /** Up to here, ten thousand million values fit into the 38 digits that the database has. */
  private static final int NARROW = 28;

  private static final int HALF = 19;

  private ExactSum() {}

  /** {@return whether sums of the type's values are numbers that the database can add again} */
  static boolean narrow(DataType type) {
    return !(type instanceof Decimal decimal) || decimal.precision() <= NARROW;
  }

  /** {@return SQL of the sum of finite values, or of sums of them, of a narrow type} */
  static String ofNarrow(String value, DataType type) {
    return (SqlText.floating(type) ? "fsum(" : "sum(") + value + ")";
  }

  /** {@return SQL of the sum of finite values as text, to be given to {@link #value}} */
  static String sql(String value, DataType type) {
    if (narrow(type)) {
      return "CAST(" + ofNarrow(value, type) + " AS VARCHAR)";
    }
    // Wide decimals are added in two halves of their digits, which meet again in memory.
    String digits = "CAST(replace(CAST(" + value + " AS VARCHAR), '.', '') AS HUGEINT)";
    String half = "CAST('1" + "0".repeat(HALF) + "' AS HUGEINT)";
    return "sum(%s // %s) || ' ' || sum(%s %% %s)".formatted(digits, half, digits, half);
  }

  /**
   * {@return the sum, or null if there was no value}
   *
   * @throws ProblemException if floating point numbers add up to more than such a number can be
   */
  static @Nullable BigDecimal value(@Nullable String text, DataType type) {
    if (text == null) {
      return null;
    }
    if (!finite(text)) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The values cannot be added.",
              "Their sum is beyond the greatest number of type double.",
              "Ask for the least or the greatest value instead.")
          .asException();
    }
    int space = text.indexOf(' ');
    if (space < 0 || !(type instanceof Decimal decimal)) {
      return new BigDecimal(text);
    }
    return new BigDecimal(text.substring(0, space))
        .scaleByPowerOfTen(HALF)
        .add(new BigDecimal(text.substring(space + 1)))
        .scaleByPowerOfTen(-decimal.scale())
        .setScale(decimal.scale());
  }

  /** {@return whether the text is of a number, and not of an infinity or NaN} */
  static boolean finite(String text) {
    return !text.endsWith("inf") && !text.endsWith("nan");
  }
}
