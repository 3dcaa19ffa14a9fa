package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/**
 * Some of a table's columns over all its rows, as SQL. Files are grouped by their schema, and each
 * group's select names its columns and their types one by one: DuckDB's own ways of joining unequal
 * files fill a column that is named or typed otherwise with null, silently.
 */
final class Relation {

  private final List<ParquetColumns> groups;

  private Relation(List<ParquetColumns> groups) {
    this.groups = groups;
  }

  /** Looks into the files' schemas. */
  static Relation over(Session session, List<LocalFile> files) throws SQLException {
    return new Relation(files.isEmpty() ? List.of() : ParquetColumns.of(session, files));
  }

  /**
   * {@return SQL of the rows, in parentheses; its columns are {@code c0}, {@code c1} and so on, of
   * the fields' types as {@link SqlText#type} has them}
   */
  String of(List<Field> fields) {
    if (groups.isEmpty()) {
      return "(SELECT " + selected(fields, field -> "NULL") + " WHERE false)";
    }
    return groups.stream()
        .map(group ->
            "SELECT "
                + selected(fields, field -> FileValue.sql(group, field))
                + " FROM "
                + group.read())
        .collect(Collectors.joining(" UNION ALL ", "(", ")"));
  }

  @FunctionalInterface
  private interface Value {
    String of(Field field);
  }

  private static String selected(List<Field> fields, Value value) {
    if (fields.isEmpty()) {
      return "true";
    }
    return IntStream.range(0, fields.size())
        .mapToObj(i ->
            "CAST("
                + value.of(fields.get(i))
                + " AS "
                + SqlText.type(fields.get(i).type())
                + ") AS c"
                + i)
        .collect(Collectors.joining(", "));
  }

  /** {@return SQL of a value that is null instead of NaN or infinite} */
  static String finite(String column, DataType type) {
    return SqlText.floating(type)
        ? "CASE WHEN isfinite(" + column + ") THEN CAST(" + column + " AS DOUBLE) END"
        : column;
  }
}
