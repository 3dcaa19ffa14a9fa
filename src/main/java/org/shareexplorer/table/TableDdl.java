package org.shareexplorer.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A table's columns as an SQL statement, in the dialect of Spark and Databricks. */
public final class TableDdl {

  /** Where Spark keeps types like {@code varchar(10)}, which Delta's own schema does not have. */
  private static final String CHARACTERS = "__CHAR_VARCHAR_TYPE_STRING";

  private TableDdl() {}

  /**
   * {@return a statement that makes an empty table of the same columns}
   *
   * @param name the new table's name
   * @param fields the columns
   * @param partitionColumns names of the columns to partition by; may be empty
   * @param comment the provider's words about the table
   */
  public static String createTable(
      String name, List<Field> fields, List<String> partitionColumns, Optional<String> comment) {
    StringBuilder sql = new StringBuilder("CREATE TABLE " + quotedName(name) + " (\n");
    sql.append(
        fields.stream()
            .map(field -> "  " + quotedName(field.name()) + " " + rest(field))
            .collect(Collectors.joining(",\n")));
    sql.append("\n)\nUSING DELTA");
    if (!partitionColumns.isEmpty()) {
      sql.append(
          partitionColumns.stream()
              .map(TableDdl::quotedName)
              .collect(Collectors.joining(", ", "\nPARTITIONED BY (", ")")));
    }
    comment.ifPresent(words -> sql.append("\nCOMMENT ").append(quoted(words)));
    return sql.append(";\n").toString();
  }

  private static String rest(Field field) {
    return Optional.ofNullable(field.metadata().get(CHARACTERS)).orElseGet(() -> type(field.type()))
        + (field.nullable() ? "" : " NOT NULL")
        + field.comment().map(words -> " COMMENT " + quoted(words)).orElse("");
  }

  private static String type(DataType type) {
    return switch (type) {
      case DataType.Struct struct ->
          struct.fields().stream()
              .map(field -> quotedName(field.name()) + ": " + rest(field))
              .collect(Collectors.joining(", ", "STRUCT<", ">"));
      case DataType.Array array -> "ARRAY<" + type(array.element()) + ">";
      case DataType.MapOf map -> "MAP<" + type(map.key()) + ", " + type(map.value()) + ">";
      case DataType.Unknown unknown -> unknown.text();
      case DataType.Simple simple -> simple.text().toUpperCase(Locale.ROOT);
      case DataType.Decimal decimal -> decimal.text().toUpperCase(Locale.ROOT);
    };
  }

  private static String quotedName(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
  }
}
