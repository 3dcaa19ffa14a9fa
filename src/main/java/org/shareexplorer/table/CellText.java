package org.shareexplorer.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values of cells as text, in two forms: plain, exact and for machines (copies, files, the command
 * line), and for display. Null is an empty text in both: whoever shows it marks it, as an empty
 * text and the word "null" are values too.
 */
public final class CellText {

  /** Characters of a nested value shown at most. */
  private static final int DISPLAYED_NESTED = 300;

  /** Characters of a text shown at most. */
  private static final int DISPLAYED_TEXT = 1_000;

  /** Bytes of a binary value shown at most. */
  private static final int DISPLAYED_BYTES = 24;

  private static final DateTimeFormatter PLAIN = time("T");
  private static final DateTimeFormatter DISPLAYED = time(" ");

  private CellText() {}

  /**
   * {@return a value, exact: numbers without grouping, dates and times by ISO 8601 (instants in
   * UTC, with a Z), binary as hexadecimal digits, nested values and variants as JSON}
   */
  public static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Instant at -> PLAIN.format(at.atOffset(ZoneOffset.UTC)) + "Z";
      case LocalDateTime at -> PLAIN.format(at);
      case Values.StructValue nested -> NestedText.json(nested);
      case List<?> nested -> NestedText.json(nested);
      case Map<?, ?> nested -> NestedText.json(nested);
      case Values.Variant variant -> NestedText.json(variant);
      default -> scalar(value);
    };
  }

  /**
   * {@return the same, as databases read it: years after 9999 without the sign that ISO 8601 has
   * for them}
   */
  public static String portable(@Nullable Object value) {
    String plain = plain(value);
    boolean time =
        value instanceof LocalDate || value instanceof LocalDateTime || value instanceof Instant;
    return time && plain.startsWith("+") ? plain.substring(1) : plain;
  }

  /**
   * {@return a value for people: decimals and floating numbers with a comma between thousands
   * (whole numbers without: most are keys), instants in a zone, long values cut short}
   */
  public static String display(@Nullable Object value, ZoneId zone) {
    return switch (value) {
      case null -> "";
      case Instant at -> DISPLAYED.format(at.atZone(zone));
      case LocalDateTime at -> DISPLAYED.format(at);
      case BigDecimal number -> NumberText.grouped(scalar(number));
      case Double number -> NumberText.grouped(scalar(number));
      case Float number -> NumberText.grouped(scalar(number));
      case Values.Bytes bytes -> shortened(bytes);
      case String text when text.length() > DISPLAYED_TEXT ->
          text.substring(0, DISPLAYED_TEXT) + "…";
      case Values.StructValue nested -> NestedText.display(nested, zone, DISPLAYED_NESTED);
      case List<?> nested -> NestedText.display(nested, zone, DISPLAYED_NESTED);
      case Map<?, ?> nested -> NestedText.display(nested, zone, DISPLAYED_NESTED);
      case Values.Variant variant -> NestedText.display(variant, zone, DISPLAYED_NESTED);
      default -> scalar(value);
    };
  }

  private static String scalar(Object value) {
    return switch (value) {
      case BigDecimal number -> number.toPlainString();
      case Double number -> NumberText.of(number);
      case Float number -> NumberText.of(number);
      case LocalDate day -> day.toString();
      case Values.Undecodable why -> "(not readable: " + why.why() + ")";
      default -> value.toString();
    };
  }

  private static String shortened(Values.Bytes bytes) {
    int length = bytes.bytes().length;
    if (length <= DISPLAYED_BYTES) {
      return bytes.toString();
    }
    return new Values.Bytes(Arrays.copyOf(bytes.bytes(), DISPLAYED_BYTES))
        + "… ("
        + NumberText.grouped(Integer.toString(length))
        + " bytes)";
  }

  /** Microseconds are the finest that Delta has; zeros at the end are left away. */
  private static DateTimeFormatter time(String between) {
    return new DateTimeFormatterBuilder()
        .append(DateTimeFormatter.ISO_LOCAL_DATE)
        .appendLiteral(between)
        .appendPattern("HH:mm:ss")
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 6, true)
        .toFormatter(Locale.ROOT);
  }
}
