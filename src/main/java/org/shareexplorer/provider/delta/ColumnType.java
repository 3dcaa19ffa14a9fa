package org.shareexplorer.provider.delta;

import java.util.List;

/** The types of columns that can be written. */
public sealed interface ColumnType {

  /** Types without parameters, by their names in a Delta schema. */
  enum Simple implements ColumnType {
    BYTE("byte"),
    SHORT("short"),
    INTEGER("integer"),
    LONG("long"),
    FLOAT("float"),
    DOUBLE("double"),
    BOOLEAN("boolean"),
    STRING("string"),
    BINARY("binary"),
    DATE("date"),
    TIMESTAMP("timestamp");

    private final String deltaName;

    Simple(String deltaName) {
      this.deltaName = deltaName;
    }

    /** {@return the name in a Delta schema} */
    public String deltaName() {
      return deltaName;
    }
  }

  /**
   * A decimal number of a fixed scale.
   *
   * @param precision digits in all, at most 18
   * @param scale digits after the point
   */
  record Decimal(int precision, int scale) implements ColumnType {}

  /** Named parts, each of a simple type. */
  record Struct(List<Column> parts) implements ColumnType {}

  /** A list of strings. */
  record StringArray() implements ColumnType {}

  /** Strings by strings. */
  record StringMap() implements ColumnType {}
}
