package org.shareexplorer.table;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The type of a column or of a part of one (Delta protocol, "Schema Serialization Format"). The
 * values that stand for each type in memory are listed at {@link Values}.
 */
public sealed interface DataType {

  /**
   * {@return the type as people and SQL write it, such as {@code decimal(10,2)} or {@code
   * array<int>}}
   */
  String text();

  /** The types without parts. */
  enum Simple implements DataType {
    BOOLEAN("boolean"),
    BYTE("tinyint"),
    SHORT("smallint"),
    INTEGER("int"),
    LONG("bigint"),
    FLOAT("float"),
    DOUBLE("double"),
    STRING("string"),
    BINARY("binary"),
    DATE("date"),
    TIMESTAMP("timestamp"),
    TIMESTAMP_NTZ("timestamp_ntz"),
    VARIANT("variant"),
    VOID("void");

    private final String text;

    Simple(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /**
   * An exact number.
   *
   * @param precision digits in all, 1 to 38
   * @param scale digits after the point, 0 to {@code precision}
   */
  record Decimal(int precision, int scale) implements DataType {
    @Override
    public String text() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /** Named parts. */
  record Struct(List<Field> fields) implements DataType {
    @Override
    public String text() {
      return fields.stream()
          .map(field -> field.name() + ": " + field.type().text())
          .collect(Collectors.joining(", ", "struct<", ">"));
    }
  }

  /** A list of elements. */
  record Array(DataType element, boolean containsNull) implements DataType {
    @Override
    public String text() {
      return "array<" + element.text() + ">";
    }
  }

  /** Keys and their values. */
  record MapOf(DataType key, DataType value, boolean valueContainsNull) implements DataType {
    @Override
    public String text() {
      return "map<" + key.text() + ", " + value.text() + ">";
    }
  }

  /**
   * A type that this application does not know; its values are shown as far as they can be decoded.
   *
   * @param text the type's name as the table has it
   */
  record Unknown(String text) implements DataType {}

  /** {@return whether values can be added and averaged} */
  default boolean numeric() {
    return this instanceof Decimal
        || this == Simple.BYTE
        || this == Simple.SHORT
        || this == Simple.INTEGER
        || this == Simple.LONG
        || this == Simple.FLOAT
        || this == Simple.DOUBLE;
  }

  /** {@return whether values are points in time} */
  default boolean temporal() {
    return this == Simple.DATE || this == Simple.TIMESTAMP || this == Simple.TIMESTAMP_NTZ;
  }

  /** {@return whether values have parts} */
  default boolean nested() {
    return this instanceof Struct || this instanceof Array || this instanceof MapOf;
  }
}
