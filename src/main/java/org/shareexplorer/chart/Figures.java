package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as the charts' texts have them: grouped, and as long as they need to be. */
public final class Figures {

  /** From here on, numbers are written with a power of ten. */
  private static final BigDecimal HUGE = new BigDecimal("1e15");

  /** Why there is nothing to draw, be it of a table or of what a filter leaves of one. */
  static final String NO_ROWS = "There are no rows.";

  private Figures() {}

  /** {@return a whole number with its thousands apart} */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** {@return such as "1 row" or "50,000 rows"} */
  public static String counted(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** {@return a number with its thousands apart, rounded to what a person reads} */
  public static String number(double value) {
    return Double.isFinite(value) ? number(new BigDecimal(value)) : String.valueOf(value);
  }

  /** {@return a number with its thousands apart; at most six digits behind the point} */
  public static String number(BigDecimal value) {
    BigDecimal size = value.abs();
    if (size.signum() != 0
        && (size.compareTo(HUGE) >= 0 || size.compareTo(new BigDecimal("1e-4")) < 0)) {
      return format("0.####E0").format(value.round(new MathContext(6)));
    }
    int digits =
        size.compareTo(BigDecimal.valueOf(100)) >= 0
            ? 2
            : 6 - 2 * (size.precision() - size.scale() > 0 ? 1 : 0);
    return format("#,##0.######").format(value.setScale(digits, RoundingMode.HALF_EVEN));
  }

  /** {@return a number with the digits that tell it from one that is a step away, and one more} */
  static String number(BigDecimal value, BigDecimal step) {
    int places = 2 - (step.precision() - step.scale());
    BigDecimal rounded = value.setScale(places, RoundingMode.HALF_EVEN);
    BigDecimal size = rounded.abs();
    if (size.compareTo(HUGE) < 0 && places < 12) {
      return format("#,##0." + "#".repeat(Math.max(0, places))).format(rounded);
    }
    return format("0." + "#".repeat(Math.max(0, rounded.precision() - 1)) + "E0").format(rounded);
  }

  static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format;
  }

  static BigDecimal exactOrZero(@Nullable BigDecimal value) {
    return value == null ? BigDecimal.ZERO : value;
  }

  static String month(LocalDate day) {
    return day.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  static String exact(long rows, long nulls) {
    String text = "all " + counted(rows, "row") + ", exact";
    return nulls == 0 ? text : text + "; " + counted(nulls, "null") + " left out";
  }

  static String exactWithout(long rows, long without) {
    String text = "all " + counted(rows, "row") + ", exact";
    return without == 0 ? text : text + "; " + count(without) + " without a number left out";
  }

  static String nothing(String column, long rows) {
    return rows == 0 ? NO_ROWS : column + " has no value in any of " + counted(rows, "row") + ".";
  }
}
