package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How a chart's figures are written, where they are values of a column or made of them. */
public enum FigureFormat {
  /** As they are. */
  PLAIN,
  /** In thousands, millions and so on beside marks; in full where a mark is pointed at. */
  SHORT,
  /** Parts of one, in hundredths. */
  PERCENT,
  /** Money, with two digits behind the point. */
  DOLLARS,
  /** Money, with two digits behind the point. */
  EUROS,
  /** Money, with two digits behind the point. */
  POUNDS,
  /** Money, in whole numbers. */
  YEN,
  /** Sizes, a kilobyte being a thousand bytes. */
  BYTES;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final String[] THOUSANDS = {"", "K", "M", "B", "T"};
  private static final String[] SIZES = {" B", " KB", " MB", " GB", " TB"};

  /** {@return a number of the column, in full} */
  String text(double value) {
    return this == PLAIN || !Double.isFinite(value)
        ? Figures.number(value)
        : text(new BigDecimal(value));
  }

  /** {@return a figure in full, as it is told of a mark} */
  String text(@Nullable Object figure) {
    BigDecimal exact = exact(figure);
    return this == PLAIN || this == SHORT || exact == null
        ? Quantities.text(figure)
        : dressed(exact);
  }

  /**
   * {@return numbers of the column in full, with more digits than usual where neighbours, such as
   * edges of bins, could not be told apart}
   *
   * @param ordered in order
   */
  List<String> texts(List<BigDecimal> ordered) {
    List<String> usual = ordered.stream().map(this::text).toList();
    Optional<BigDecimal> step =
        IntStream.range(1, ordered.size())
            .mapToObj(i -> ordered.get(i).subtract(ordered.get(i - 1)))
            .filter(apart -> apart.signum() > 0)
            .min(Comparator.naturalOrder());
    if (step.isEmpty() || new HashSet<>(usual).size() == usual.size()) {
      return usual;
    }
    BigDecimal scale = this == PERCENT ? HUNDRED : BigDecimal.ONE;
    return ordered.stream()
        .map(number -> Figures.number(number.multiply(scale), step.get().multiply(scale)))
        .map(dress())
        .toList();
  }

  /** {@return a figure as it stands beside a mark} */
  String label(@Nullable Object figure) {
    BigDecimal exact = exact(figure);
    return this == SHORT && exact != null
        ? inThousands(exact, THOUSANDS, new MathContext(3, RoundingMode.HALF_EVEN))
        : text(figure);
  }

  /** {@return labels of a linear axis} */
  Ticks ticks() {
    return this == PLAIN ? Ticks.NUMBERS : Ticks.numbers(scale(), dress());
  }

  /** {@return labels of a logarithmic axis} */
  Ticks decades() {
    return this == PLAIN ? Ticks.DECADES : Ticks.decades(scale(), dress());
  }

  private double scale() {
    return this == PERCENT ? 100 : 1;
  }

  /** {@return what makes a label of an axis' number} */
  private UnaryOperator<String> dress() {
    return switch (this) {
      case PLAIN, SHORT -> UnaryOperator.identity();
      case PERCENT -> number -> number + " %";
      case DOLLARS, EUROS, POUNDS, YEN ->
          // $2.5 is $2.50; $2.5M is not.
          number -> money(number.replaceFirst("(\\.[0-9])$", "$10"));
      case BYTES -> FigureFormat::bytes;
    };
  }

  private static String bytes(String number) {
    int last = number.length() - 1;
    return switch (number.charAt(last)) {
      case 'K' -> number.substring(0, last) + " KB";
      case 'M' -> number.substring(0, last) + " MB";
      case 'B' -> number.substring(0, last) + " GB";
      case 'T' -> number.substring(0, last) + " TB";
      default -> number + " B";
    };
  }

  private String dressed(BigDecimal value) {
    return switch (this) {
      case PERCENT -> Figures.number(value.multiply(HUNDRED)) + " %";
      case BYTES -> inThousands(value, SIZES, new MathContext(4, RoundingMode.HALF_EVEN));
      case YEN -> money(inFull(value, "#,##0", BigDecimal.ONE));
      default -> money(inFull(value, "#,##0.00", CENT));
    };
  }

  /** What is less than the least that the pattern shows is not shown as nothing. */
  private static String inFull(BigDecimal value, String pattern, BigDecimal least) {
    return value.signum() != 0 && value.abs().compareTo(least) < 0
        ? Figures.number(value)
        : Figures.format(pattern).format(value);
  }

  private String money(String number) {
    String sign =
        switch (this) {
          case DOLLARS -> "$";
          case EUROS -> "€";
          case POUNDS -> "£";
          default -> "¥";
        };
    return number.startsWith("-") ? "-" + sign + number.substring(1) : sign + number;
  }

  private static String inThousands(BigDecimal value, String[] units, MathContext digits) {
    BigDecimal rounded = value.round(digits);
    int unit = Math.clamp((rounded.precision() - rounded.scale() - 1) / 3, 0, units.length - 1);
    return Figures.number(rounded.movePointLeft(3 * unit)) + units[unit];
  }

  private static @Nullable BigDecimal exact(@Nullable Object figure) {
    return switch (figure) {
      case BigDecimal exact -> exact;
      case Double number when !Double.isFinite(number) -> null;
      case Float number when !Float.isFinite(number) -> null;
      case Number number -> new BigDecimal(number.toString());
      case null, default -> null;
    };
  }
}
