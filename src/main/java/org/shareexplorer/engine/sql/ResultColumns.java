package org.shareexplorer.engine.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shareexplorer.engine.DuckType;
import org.shareexplorer.engine.SqlText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * The columns of a result as a table's columns. Types that files or tables lack become ones that
 * hold the same: the database's largest whole numbers decimals of 38 digits, durations, enumerated
 * values and the like texts.
 */
final class ResultColumns {

  private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");

  private ResultColumns() {}

  /** {@return columns, names that occur twice told apart by a number} */
  static List<Field> of(List<Map.Entry<String, String>> described) {
    List<Field> fields = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Map.Entry<String, String> column : described) {
      String name = column.getKey();
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = column.getKey() + "_" + i;
      }
      fields.add(new Field(name, type(DuckType.of(column.getValue())), true));
    }
    return List.copyOf(fields);
  }

  /** {@return SQL that selects a query's columns under the fields' names, of their types} */
  static String selected(String query, List<Field> fields) {
    List<String> columns = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      numbers.add("c" + i);
      columns.add(
          "CAST(r.c%d AS %s) AS %s"
              .formatted(
                  i, SqlText.whole(fields.get(i).type()), SqlText.name(fields.get(i).name())));
    }
    return "SELECT %s FROM (%s\n) AS r (%s)"
        .formatted(String.join(", ", columns), query, String.join(", ", numbers));
  }

  private static DataType type(DuckType type) {
    return switch (type) {
      case DuckType.ListOf(DuckType element) -> new DataType.Array(type(element), true);
      case DuckType.MapOf(DuckType key, DuckType value) ->
          new DataType.MapOf(type(key), type(value), true);
      case DuckType.Struct(List<DuckType.Part> parts) ->
          new DataType.Struct(
              parts.stream()
                  .map(part -> new Field(part.name(), type(part.type()), true))
                  .collect(Collectors.toList()));
      case DuckType.Plain(String name) -> plain(name);
    };
  }

  private static DataType plain(String name) {
    Matcher decimal = DECIMAL.matcher(name);
    if (decimal.matches()) {
      return new DataType.Decimal(
          Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return switch (name) {
      case "BOOLEAN" -> Simple.BOOLEAN;
      case "TINYINT" -> Simple.BYTE;
      case "SMALLINT", "UTINYINT" -> Simple.SHORT;
      case "INTEGER", "USMALLINT" -> Simple.INTEGER;
      case "BIGINT", "UINTEGER" -> Simple.LONG;
      case "UBIGINT" -> new DataType.Decimal(20, 0);
      case "HUGEINT", "UHUGEINT" -> new DataType.Decimal(38, 0);
      case "FLOAT" -> Simple.FLOAT;
      case "DOUBLE" -> Simple.DOUBLE;
      case "BLOB" -> Simple.BINARY;
      case "DATE" -> Simple.DATE;
      case "TIMESTAMP WITH TIME ZONE" -> Simple.TIMESTAMP;
      case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> Simple.TIMESTAMP_NTZ;
      default -> Simple.STRING;
    };
  }
}
