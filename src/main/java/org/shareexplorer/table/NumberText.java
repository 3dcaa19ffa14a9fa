package org.shareexplorer.table;

import java.math.BigDecimal;

/** Numbers as text: exact, and without an exponent where that stays readable. */
final class NumberText {

  private static final double LEAST_PLAIN = 1e-6;
  private static final double MOST_PLAIN = 1e16;

  private NumberText() {}

  static String of(double value) {
    return of(Double.toString(value), value);
  }

  static String of(float value) {
    return of(Float.toString(value), value);
  }

  /** The shortest text that gives back the same value, which is what the JDK writes. */
  private static String of(String shortest, double value) {
    double size = Math.abs(value);
    if (!shortest.contains("E") || size < LEAST_PLAIN || size >= MOST_PLAIN) {
      return shortest;
    }
    String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  /** {@return a number's text with a comma after every three digits before the point} */
  static String grouped(String number) {
    int start = number.startsWith("-") ? 1 : 0;
    int end = start;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    if (number.indexOf('E') >= 0 || end - start <= 3) {
      return number;
    }
    StringBuilder grouped = new StringBuilder(number);
    for (int i = end - 3; i > start; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }
}
