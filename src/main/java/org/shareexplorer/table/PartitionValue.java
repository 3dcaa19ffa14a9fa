package org.shareexplorer.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Partition values as texts become values (Delta protocol, "Partition Value Serialization"). */
public final class PartitionValue {

  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 1, 9, SignStyle.NOT_NEGATIVE)
          .appendPattern("-M-d")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PartitionValue() {}

  /**
   * {@return the value, null for null and for an empty text, of the Java type that {@link Values}
   * lists; {@link Values.Undecodable} if the text is none of the type}
   *
   * @param text as the server sends it; a timestamp without an offset counts as UTC
   */
  public static @Nullable Object parse(@Nullable String text, DataType type) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return switch (type) {
        case DataType.Simple simple -> simple(text, simple);
        case DataType.Decimal decimal -> decimal(text, decimal);
        default -> new Values.Undecodable("no partition values of this type are known");
      };
    } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
      return new Values.Undecodable("the partition value is not a " + type.text());
    }
  }

  private static Object simple(String text, DataType.Simple type) {
    return switch (type) {
      case BOOLEAN -> bool(text);
      case BYTE -> (int) Byte.parseByte(text);
      case SHORT -> (int) Short.parseShort(text);
      case INTEGER -> Integer.valueOf(text);
      case LONG -> Long.valueOf(text);
      case FLOAT -> Float.valueOf(text);
      case DOUBLE -> Double.valueOf(text);
      case STRING -> text;
      case BINARY -> new Values.Bytes(text.getBytes(StandardCharsets.UTF_8));
      case DATE -> date(text);
      case TIMESTAMP -> instant(text);
      case TIMESTAMP_NTZ -> local(text);
      case VARIANT, VOID -> new Values.Undecodable("no partition values of this type are known");
    };
  }

  private static Object bool(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException();
    };
  }

  private static BigDecimal decimal(String text, DataType.Decimal type) {
    if (text.length() > 100) {
      throw new NumberFormatException();
    }
    BigDecimal value = new BigDecimal(text);
    if (Math.abs((long) value.scale()) > 200) {
      throw new NumberFormatException();
    }
    return value.setScale(type.scale(), RoundingMode.UNNECESSARY);
  }

  private static LocalDate date(String text) {
    LocalDate plain = PlainTime.date(text);
    if (plain != null) {
      return plain;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return LocalDate.from(DATE.parse(text));
    }
  }

  /** A column of dates may have become one of times. */
  private static LocalDateTime local(String text) {
    LocalDateTime plain = PlainTime.time(text);
    if (plain != null) {
      return plain;
    }
    try {
      return LocalDateTime.from(TIME.parse(text));
    } catch (DateTimeException e) {
      return date(text).atStartOfDay();
    }
  }

  private static Instant instant(String text) {
    LocalDateTime plain = PlainTime.time(text);
    if (plain != null) {
      return plain.toInstant(ZoneOffset.UTC);
    }
    Object time = TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime at
        ? at.toInstant()
        : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
  }
}
