package org.shareexplorer.parquet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Fits what a file holds to the table's type: the same, or one that was widened since the file was
 * written (Delta protocol, "Type Widening").
 */
final class TableValue {

  private TableValue() {}

  /**
   * {@return the value of the type; {@link Undecodable} if it has none}
   *
   * @throws ArithmeticException if it is out of the type's range
   */
  static @Nullable Object fitted(Object value, DataType type) {
    Object fitted =
        switch (type) {
          case DataType.Decimal decimal -> decimal(value, decimal);
          case DataType.Simple simple -> simple(value, simple);
          default -> type instanceof DataType.Unknown ? natural(value) : null;
        };
    return fitted != null || type == DataType.Simple.VOID
        ? fitted
        : new Undecodable(
            "The table says " + type.text() + ", the file holds something else here.");
  }

  private static @Nullable Object simple(Object value, DataType.Simple type) {
    return switch (type) {
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case BYTE -> integer(value, Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> integer(value, Short.MIN_VALUE, Short.MAX_VALUE);
      case INTEGER -> integer(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG ->
          value instanceof Long
              ? value
              : value instanceof BigDecimal wide ? (Object) wide.longValueExact() : null;
      case FLOAT -> value instanceof Float ? value : null;
      case DOUBLE ->
          value instanceof Float || value instanceof Double
              ? (Object) ((Number) value).doubleValue()
              : value instanceof Long whole ? (Object) exact(whole) : null;
      case STRING ->
          value instanceof Binary bytes
              ? text(bytes)
              : value instanceof LocalTime time
                  ? DateTimeFormatter.ISO_LOCAL_TIME.format(time)
                  : value instanceof String ? value : null;
      case BINARY -> value instanceof Binary bytes ? new Bytes(bytes.getBytes()) : null;
      case DATE -> value instanceof LocalDate ? value : null;
      case TIMESTAMP ->
          value instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : value instanceof Instant ? value : null;
      case TIMESTAMP_NTZ ->
          value instanceof Instant instant
              ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
              : value instanceof LocalDate day
                  ? day.atStartOfDay()
                  : value instanceof LocalDateTime ? value : null;
      case VARIANT, VOID -> null;
    };
  }

  private static double exact(long whole) {
    if (Math.abs(whole) > 1L << 53) {
      throw new ArithmeticException("more digits than a double has");
    }
    return whole;
  }

  private static @Nullable Object integer(Object value, int least, int most) {
    if (!(value instanceof Long number)) {
      return null;
    }
    if (number < least || number > most) {
      throw new ArithmeticException("out of range");
    }
    return number.intValue();
  }

  private static @Nullable Object decimal(Object value, DataType.Decimal type) {
    BigDecimal exact =
        value instanceof BigDecimal same
            ? same
            : value instanceof Long whole ? BigDecimal.valueOf(whole) : null;
    return exact == null ? null : exact.setScale(type.scale(), RoundingMode.UNNECESSARY);
  }

  /** For types that nobody here knows: as near to the file's word as can be. */
  private static Object natural(Object value) {
    return switch (value) {
      case Binary bytes -> new Bytes(bytes.getBytes());
      case LocalTime time -> DateTimeFormatter.ISO_LOCAL_TIME.format(time);
      default -> value;
    };
  }

  private static String text(Binary bytes) {
    return new String(bytes.getBytes(), StandardCharsets.UTF_8);
  }
}
