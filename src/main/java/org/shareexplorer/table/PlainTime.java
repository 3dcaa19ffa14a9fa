package org.shareexplorer.table;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times of the one form that nearly all writers use. A list of files has millions
 * of them, and formatters, which know all forms, take ten times as long.
 */
final class PlainTime {

  private static final int DATE = "2026-11-21".length();
  private static final int TIME = "2026-11-21T10:15:00".length();
  private static final int DIGITS = 9;

  private PlainTime() {}

  /** {@return the date of {@code 2026-11-21}; null if the text is of another form} */
  static @Nullable LocalDate date(String text) {
    return text.length() == DATE ? dateAtStart(text) : null;
  }

  /**
   * {@return the time of {@code 2026-11-21T10:15:00.123456Z}, or with a blank, or without fraction
   * or {@code Z}; null if the text is of another form}
   */
  static @Nullable LocalDateTime time(String text) {
    int end = text.length() - (text.endsWith("Z") ? 1 : 0);
    if (end < TIME
        || (text.charAt(DATE) != 'T' && text.charAt(DATE) != ' ')
        || text.charAt(DATE + 3) != ':'
        || text.charAt(DATE + 6) != ':') {
      return null;
    }
    int hour = number(text, DATE + 1, 2);
    int minute = number(text, DATE + 4, 2);
    int second = number(text, DATE + 7, 2);
    int nanos = fraction(text, end);
    LocalDate date = dateAtStart(text);
    if (date == null || hour < 0 || minute < 0 || second < 0 || nanos < 0) {
      return null;
    }
    try {
      return date.atTime(hour, minute, second, nanos);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalDate dateAtStart(String text) {
    if (text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 2);
    int day = number(text, 8, 2);
    try {
      return year < 0 || month < 0 || day < 0 ? null : LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Nanoseconds, or less than zero. */
  private static int fraction(String text, int end) {
    if (end == TIME) {
      return 0;
    }
    int digits = end - TIME - 1;
    if (text.charAt(TIME) != '.' || digits < 1 || digits > DIGITS) {
      return -1;
    }
    int fraction = number(text, TIME + 1, digits);
    for (int i = digits; i < DIGITS; i++) {
      fraction *= 10;
    }
    return fraction;
  }

  /** A number of so many digits, or less than zero. */
  private static int number(String text, int from, int digits) {
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + (c - '0');
    }
    return number;
  }
}
