package org.shareexplorer.table.filter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.shareexplorer.table.Values;

/**
 * The order of a column's values, as the engine has it: zeros of both signs are equal, texts go by
 * their UTF-8 bytes. NaN has no place in it.
 */
public final class ValueOrder {

  private ValueOrder() {}

  /** {@return less than, equal to or greater than zero} */
  public static int compare(Object a, Object b) {
    return switch (a) {
      case Boolean truth -> truth.compareTo((Boolean) b);
      case Integer number -> number.compareTo((Integer) b);
      case Long number -> number.compareTo((Long) b);
      case BigDecimal number -> number.compareTo((BigDecimal) b);
      case Float number -> compare(number.doubleValue(), ((Float) b).doubleValue());
      case Double number -> compare(number.doubleValue(), ((Double) b).doubleValue());
      case LocalDate day -> day.compareTo((LocalDate) b);
      case Instant at -> at.compareTo((Instant) b);
      case LocalDateTime at -> at.compareTo((LocalDateTime) b);
      default -> Arrays.compareUnsigned(bytes(a), bytes(b));
    };
  }

  private static int compare(double a, double b) {
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** {@return whether a text or bytes begin with others} */
  static boolean beginsWith(Object value, Object prefix) {
    byte[] whole = bytes(value);
    byte[] first = bytes(prefix);
    return whole.length >= first.length
        && Arrays.equals(whole, 0, first.length, first, 0, first.length);
  }

  private static byte[] bytes(Object value) {
    return value instanceof Values.Bytes(byte[] bytes)
        ? bytes
        : ((String) value).getBytes(StandardCharsets.UTF_8);
  }
}
