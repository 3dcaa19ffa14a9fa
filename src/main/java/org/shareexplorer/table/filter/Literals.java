package org.shareexplorer.table.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Values;

/** Values that a person writes, as values of a column. */
public final class Literals {

  private Literals() {}

  /** Says in a sentence why a text is no value of a column. */
  public static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    /** A reason. */
    public Unfit(String why) {
      super(why);
    }
  }

  /** {@return whether values of the type can be told apart without looking into parts} */
  public static boolean comparable(DataType type) {
    return type instanceof Decimal
        || (type instanceof Simple && type != Simple.VARIANT && type != Simple.VOID);
  }

  /** {@return whether the type's values have an order that means something} */
  public static boolean ordered(DataType type) {
    return comparable(type) && type != Simple.BOOLEAN && type != Simple.BINARY;
  }

  /** {@return whether the column may hold NaN and infinities} */
  static boolean floating(DataType type) {
    return type == Simple.FLOAT || type == Simple.DOUBLE;
  }

  static boolean notANumber(@Nullable Object value) {
    return (value instanceof Double wide && wide.isNaN())
        || (value instanceof Float narrow && narrow.isNaN());
  }

  static void check(Field column, boolean ordering, Object value) {
    DataType type = column.type();
    if (!(ordering ? ordered(type) : comparable(type))
        || !javaType(type).isInstance(value)
        || (ordering && notANumber(value))) {
      throw new IllegalArgumentException("no value to compare with " + type.text());
    }
  }

  static void checkText(Field column) {
    if (column.type() != Simple.STRING) {
      throw new IllegalArgumentException("no text: " + column.type().text());
    }
  }

  private static Class<?> javaType(DataType type) {
    if (!(type instanceof Simple simple)) {
      return BigDecimal.class;
    }
    return switch (simple) {
      case BOOLEAN -> Boolean.class;
      case BYTE, SHORT, INTEGER -> Integer.class;
      case LONG -> Long.class;
      case FLOAT -> Float.class;
      case DOUBLE -> Double.class;
      case BINARY -> Values.Bytes.class;
      case DATE -> LocalDate.class;
      case TIMESTAMP -> Instant.class;
      case TIMESTAMP_NTZ -> LocalDateTime.class;
      case STRING, VARIANT, VOID -> String.class;
    };
  }

  /**
   * {@return a value of a column's type}
   *
   * @param text as a person or {@code CellText.plain} writes it: ISO 8601 for dates and times (an
   *     instant without an offset is in UTC), hexadecimal digits for binary
   */
  public static Object value(Field column, String text) throws Unfit {
    DataType type = column.type();
    if (type.numeric()) {
      return number(column, text);
    }
    if (type == Simple.STRING) {
      return text;
    }
    if (type == Simple.BINARY) {
      return bytes(text);
    }
    Object value = comparable(type) ? PartitionValue.parse(written(text, type), type) : null;
    if (value == null || value instanceof Values.Undecodable) {
      throw new Unfit("It is not a value of the type " + type.text() + ".");
    }
    return value;
  }

  /** A day may stand for its beginning. */
  private static String written(String text, DataType type) {
    String trimmed = text.strip();
    return type.temporal() && type != Simple.DATE && trimmed.matches("\\d+-\\d\\d?-\\d\\d?")
        ? trimmed + " 00:00:00"
        : trimmed;
  }

  private static Values.Bytes bytes(String text) throws Unfit {
    try {
      return new Values.Bytes(HexFormat.of().parseHex(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new Unfit("It is not written as hexadecimal digits.");
    }
  }

  private static Object number(Field column, String text) throws Unfit {
    String trimmed = text.strip();
    if (floating(column.type())) {
      return floating(column, trimmed);
    }
    BigDecimal exact = exact(trimmed);
    return fitted(column, exact, RoundingMode.UNNECESSARY);
  }

  private static Object floating(Field column, String text) throws Unfit {
    boolean narrow = column.type() == Simple.FLOAT;
    double value =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "nan" -> Double.NaN;
          case "infinity", "+infinity", "inf", "+inf" -> Double.POSITIVE_INFINITY;
          case "-infinity", "-inf" -> Double.NEGATIVE_INFINITY;
          default -> {
            exact(text);
            double near = narrow ? Float.parseFloat(text) : Double.parseDouble(text);
            if (Double.isInfinite(near)) {
              throw new Unfit("It is out of the range of the type " + column.type().text() + ".");
            }
            yield near;
          }
        };
    return narrow ? (Object) (float) value : (Object) value;
  }

  private static BigDecimal exact(String text) throws Unfit {
    try {
      if (text.length() <= 400) {
        BigDecimal value = new BigDecimal(text);
        if (Math.abs((long) value.scale()) <= 400) {
          return value;
        }
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new Unfit("It is not a number.");
  }

  /** A number of a type that has no NaN, cut to the type's digits. */
  private static Object fitted(Field column, BigDecimal exact, RoundingMode rounding) throws Unfit {
    DataType type = column.type();
    BigDecimal cut;
    try {
      cut = exact.setScale(type instanceof Decimal decimal ? decimal.scale() : 0, rounding);
    } catch (ArithmeticException e) {
      throw new Unfit("It has more digits than the type " + type.text() + ".");
    }
    int bits =
        switch (type) {
          case Simple.BYTE -> 7;
          case Simple.SHORT -> 15;
          case Simple.INTEGER -> 31;
          default -> 63;
        };
    boolean fits =
        type instanceof Decimal decimal
            ? cut.precision() <= decimal.precision() || cut.signum() == 0
            : cut.toBigInteger().bitLength() <= bits;
    if (!fits) {
      throw new Unfit("It is out of the range of the type " + type.text() + ".");
    }
    return type instanceof Decimal
        ? cut
        : type == Simple.LONG ? (Object) cut.longValue() : (Object) cut.intValue();
  }

  /**
   * {@return a comparison with a value that need not have the column's number of digits: what is
   * above 2.5 is, among whole numbers, above 2}
   */
  public static Predicate compared(Field column, Comparison comparison, String text) throws Unfit {
    DataType type = column.type();
    if (comparison.ordering() && !ordered(type)) {
      throw new Unfit("Values of the type " + type.text() + " have no order.");
    }
    if (comparison.ordering() && type.numeric() && !floating(type)) {
      BigDecimal exact = exact(text.strip());
      boolean above = comparison == Comparison.GREATER || comparison == Comparison.AT_LEAST;
      Object cut = fitted(column, exact, above ? RoundingMode.FLOOR : RoundingMode.CEILING);
      boolean same = new BigDecimal(cut.toString()).compareTo(exact) == 0;
      return new Predicate.Compared(
          column, same ? comparison : above ? Comparison.GREATER : Comparison.LESS, cut);
    }
    Object value = value(column, text);
    if (comparison.ordering() && notANumber(value)) {
      throw new Unfit("NaN is in no range; ask for = NaN.");
    }
    return new Predicate.Compared(column, comparison, value);
  }
}
