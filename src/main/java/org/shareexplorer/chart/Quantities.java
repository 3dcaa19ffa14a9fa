package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Figures of groups as numbers and as text. */
final class Quantities {

  /**
   * Decimals of two to so many digits behind the point are shown with all of them, as prices are.
   */
  private static final int MONEY = 4;

  private static final int MOST_EVEN = 2;

  /** Digits up to the point, those behind it, and what follows, such as a unit. */
  private static final Pattern NUMBER = Pattern.compile("([-$€£¥]*[0-9,]+)(\\.[0-9]+)?((?: %)?)");

  private Quantities() {}

  /** {@return a figure's place on an axis; NaN if there is none} */
  static double place(@Nullable Object figure) {
    return figure instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** {@return a figure for a person} */
  static String text(@Nullable Object figure) {
    return switch (figure) {
      case null -> "no value";
      case Long count -> Figures.count(count);
      case BigDecimal exact when exact.scale() >= 2 && exact.scale() <= MONEY ->
          String.format(Locale.ROOT, "%,." + exact.scale() + "f", exact);
      case BigDecimal exact -> Figures.number(exact);
      case Number number -> Figures.number(new BigDecimal(number.toString()));
      default -> figure.toString();
    };
  }

  /** {@return a figure without more digits than stand beside a mark, such as a mean has} */
  static @Nullable Object rounded(@Nullable Object figure) {
    return figure instanceof BigDecimal exact && exact.scale() > MOST_EVEN
        ? (Object) exact.setScale(Math.max(exact.scale(), MONEY + 1))
        : figure;
  }

  /** {@return figures with equally many digits behind the point, if two are enough for all} */
  static List<String> even(List<String> figures) {
    int most = figures.stream().mapToInt(Quantities::decimals).max().orElse(0);
    return most == 0 || most > MOST_EVEN
        ? figures
        : figures.stream().map(figure -> even(figure, most)).toList();
  }

  private static int decimals(String figure) {
    Matcher number = NUMBER.matcher(figure);
    return number.matches() && number.group(2) != null ? number.group(2).length() - 1 : 0;
  }

  private static String even(String figure, int digits) {
    Matcher number = NUMBER.matcher(figure);
    if (!number.matches()) {
      return figure;
    }
    int more = digits - decimals(figure);
    String point = number.group(2) == null ? "." : number.group(2);
    return number.group(1) + point + "0".repeat(more) + number.group(3);
  }

  /** {@return how a quantity is computed} */
  static String definition(Quantity quantity) {
    return switch (quantity.aggregate()) {
      case COUNT ->
          quantity.column() == null
              ? "Rows are counted."
              : "Values are counted; null, NaN and infinities are left out.";
      case DISTINCT -> "Different values are counted; null is none.";
      case SUM -> "Sums of integers and decimals are exact; null, NaN and infinities are left out.";
      case MEAN ->
          "The mean is the sum divided by the number of values; null, NaN and infinities are none.";
      case MEDIAN -> "The median interpolates linearly between the two middle values.";
      case DEVIATION -> "The standard deviation is that of a sample (n − 1).";
      case MIN, MAX -> "Null, NaN and infinities are left out.";
    };
  }
}
