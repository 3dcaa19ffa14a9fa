package org.shareexplorer.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.FileStatistics.Precision;

/** A least or greatest value, from the text that statistics have for it. */
final class StatisticsValue {

  /**
   * Writers cut texts to this many characters; the greatest then gets a last one that is greater.
   */
  private static final int CUT = 32;

  private static final Pattern ZONED = Pattern.compile("([zZ]|:.*[-+]\\d\\d:?\\d\\d)\\s*$");

  private StatisticsValue() {}

  /**
   * {@return the value; null if the text is none of the type, or the type has no order}
   *
   * @param number whether the statistics have it as a number
   * @param greatest whether it is the greatest value
   */
  static @Nullable Extreme of(String text, boolean number, DataType type, boolean greatest) {
    try {
      return switch (type) {
        case DataType.Decimal _ -> parsed(text, type, Precision.EXACT);
        case Simple.BYTE, Simple.SHORT, Simple.INTEGER, Simple.LONG ->
            number ? parsed(text, type, Precision.EXACT) : null;
        case Simple.FLOAT, Simple.DOUBLE -> floating(text, number, type);
        case Simple.BOOLEAN, Simple.DATE -> number ? null : parsed(text, type, Precision.EXACT);
        case Simple.TIMESTAMP, Simple.TIMESTAMP_NTZ -> number ? null : moment(text, type);
        case Simple.STRING -> number ? null : text(text);
        default -> null;
      };
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Extreme parsed(String text, DataType type, Precision precision) {
    Object value = PartitionValue.parse(text, type);
    return value == null || value instanceof Values.Undecodable
        ? null
        : new Extreme(value, precision);
  }

  /** What is no finite number in JSON is written as a text, if at all. */
  private static @Nullable Extreme floating(String text, boolean number, DataType type) {
    boolean named = text.equals("NaN") || text.equals("Infinity") || text.equals("-Infinity");
    return number || named ? parsed(text, type, Precision.EXACT) : null;
  }

  private static @Nullable Extreme moment(String text, DataType type) {
    boolean day = text.indexOf(':') < 0;
    if (type == Simple.TIMESTAMP && !text.endsWith("Z") && !ZONED.matcher(text).find()) {
      // It is in the writer's zone, and nobody says which.
      return null;
    }
    Object value =
        day ? start(LocalDate.parse(text), type) : PartitionValue.parse(text.strip(), type);
    // A local time may be written as if it were one of UTC.
    if (value instanceof Values.Undecodable && type == Simple.TIMESTAMP_NTZ) {
      value = PartitionValue.parse(text, Simple.TIMESTAMP);
      value =
          value instanceof Instant at
              ? LocalDateTime.ofInstant(at, java.time.ZoneOffset.UTC)
              : null;
    }
    if (value == null || value instanceof Values.Undecodable) {
      return null;
    }
    boolean fine = digitsAfterPoint(text) > 3 || day;
    return new Extreme(value, fine ? Precision.EXACT : Precision.MILLISECONDS);
  }

  /** A column of dates may have become one of times: then its oldest files have dates. */
  private static Object start(LocalDate day, DataType type) {
    LocalDateTime start = day.atStartOfDay();
    return type == Simple.TIMESTAMP ? start.toInstant(java.time.ZoneOffset.UTC) : start;
  }

  private static int digitsAfterPoint(String text) {
    int digits = 0;
    for (int i = text.indexOf('.') + 1; i > 0 && i < text.length(); i++) {
      if (!Character.isDigit(text.charAt(i))) {
        break;
      }
      digits++;
    }
    return digits;
  }

  private static Extreme text(String text) {
    return new Extreme(text, text.length() < CUT ? Precision.EXACT : Precision.BOUND);
  }
}
