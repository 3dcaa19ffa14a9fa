package org.shareexplorer.engine;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Names, texts and types as DuckDB's SQL writes them. */
public final class SqlText {

  private SqlText() {}

  /** {@return a name, whatever characters it has} */
  public static String name(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** {@return a text, or NULL} */
  public static String text(@Nullable String text) {
    return text == null ? "NULL" : "'" + text.replace("'", "''") + "'";
  }

  /** {@return that very number} */
  static String number(double number) {
    return "CAST('" + number + "' AS DOUBLE)";
  }

  /** {@return a list of texts} */
  public static String list(Collection<? extends @Nullable String> texts) {
    return texts.stream().map(SqlText::text).collect(Collectors.joining(", ", "[", "]"));
  }

  /** {@return whether values of the type are equal or not without looking into parts} */
  static boolean comparable(DataType type) {
    return type instanceof Decimal
        || (type instanceof Simple && type != Simple.VARIANT && type != Simple.VOID);
  }

  /** {@return whether the column may hold NaN and infinities} */
  static boolean floating(DataType type) {
    return type == Simple.FLOAT || type == Simple.DOUBLE;
  }

  /**
   * {@return the type of a column's values in full; as text, for types that the database does not
   * know}
   */
  public static String whole(DataType type) {
    return switch (type) {
      case DataType.Struct(List<Field> fields) ->
          fields.stream()
              .map(field -> name(field.name()) + " " + whole(field.type()))
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      case DataType.Array(DataType element, boolean _) -> whole(element) + "[]";
      case DataType.MapOf(DataType key, DataType value, boolean _) ->
          "MAP(" + whole(key) + ", " + whole(value) + ")";
      case Simple simple when simple == Simple.VARIANT || simple == Simple.VOID -> "VARCHAR";
      case DataType.Unknown _ -> "VARCHAR";
      default -> type(type);
    };
  }

  /**
   * {@return the type that a column's values are read as; for types with parts, and for those that
   * are not known, only whether there is a value}
   */
  static String type(DataType type) {
    return switch (type) {
      case Decimal(int precision, int scale) -> "DECIMAL(" + precision + ", " + scale + ")";
      case Simple simple ->
          switch (simple) {
            case BOOLEAN -> "BOOLEAN";
            case BYTE -> "TINYINT";
            case SHORT -> "SMALLINT";
            case INTEGER -> "INTEGER";
            case LONG -> "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case STRING -> "VARCHAR";
            case BINARY -> "BLOB";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
            case TIMESTAMP_NTZ -> "TIMESTAMP";
            case VARIANT, VOID -> "BOOLEAN";
          };
      case DataType.Struct _, DataType.Array _, DataType.MapOf _, DataType.Unknown _ -> "BOOLEAN";
    };
  }
}
