package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * Some of a table's columns over all its rows, as SQL. Files are grouped by their schema, and each
 * group's select names its columns and their types one by one: DuckDB's own ways of joining unequal
 * files fill a column that is named or typed otherwise with null, silently.
 */
public final class Relation {

  /** Stands for the number of a row in its file, deleted rows counted, whatever its columns. */
  public static final Field ROW_NUMBER = new Field("row number\0", Simple.LONG, false);

  /** More rows than any file has. */
  static final long ROWS_OF_FILE = 1L << 40;

  /** A prime. */
  private static final int STRIDE = 7_919;

  private final List<ParquetColumns> groups;
  private final int every;

  private Relation(List<ParquetColumns> groups, int every) {
    this.groups = groups;
    this.every = every;
  }

  /** Looks into the files' schemas. */
  public static Relation over(Session session, List<LocalFile> files) throws SQLException {
    return new Relation(
        files.isEmpty() ? List.of() : ParquetColumns.of(session, files), session.every());
  }

  /**
   * {@return SQL of the rows, in parentheses; its columns are {@code c0}, {@code c1} and so on, of
   * the fields' types as {@link SqlText#type} has them}
   */
  String of(List<Field> fields) {
    return of(fields, _ -> "", Relation::simple, Relation::none);
  }

  /**
   * {@return the same with values in full: those with parts are of the types that {@link
   * SqlText#whole} has for them}
   */
  public String whole(List<Field> fields) {
    return of(fields, _ -> "", WholeValue::sql, WholeValue::none);
  }

  /**
   * {@return the same with one more column, {@code position}: the place of the row's file among the
   * files, times {@link #ROWS_OF_FILE}, plus the row's number in the local file}
   *
   * @param files the files that the relation is over
   */
  String withPositions(List<Field> fields, List<LocalFile> files) {
    IdentityHashMap<LocalFile, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < files.size(); i++) {
      places.put(files.get(i), i);
    }
    return of(
        fields,
        group ->
            group.files().stream()
                .map(file -> Long.toString(places.getOrDefault(file, 0) * ROWS_OF_FILE))
                .collect(
                    Collectors.joining(
                        ", ",
                        "CAST([",
                        "] AS BIGINT[])[CAST("
                            + ParquetColumns.ROWS
                            + ".file_index AS BIGINT) + 1] + "
                            + ParquetColumns.ROWS
                            + ".file_row_number AS position, ")),
        Relation::simple,
        Relation::none);
  }

  private String of(
      List<Field> fields,
      Function<ParquetColumns, String> more,
      BiFunction<ParquetColumns, Field, String> values,
      Value none) {
    if (groups.isEmpty()) {
      return "(SELECT CAST(0 AS BIGINT) AS position, "
          + selected(fields, none)
          + " WHERE false)";
    }
    return groups.stream()
        .map(group ->
            "SELECT "
                + more.apply(group)
                + selected(fields, field -> values.apply(group, field))
                + " FROM "
                + group.read()
                + matching(group))
        .collect(Collectors.joining(" UNION ALL ", "(", ")"));
  }

  private String matching(ParquetColumns group) {
    List<String> conditions = new ArrayList<>();
    group.deleted().ifPresent(deleted -> conditions.add("NOT " + deleted));
    if (!group.matching().matchesAll()) {
      conditions.add(
          "("
              + new SqlPredicate(field -> typed(FileValue.sql(group, field), field))
                  .of(group.matching())
              + ")");
    }
    if (every > 1) {
      // Each file begins elsewhere, or the first rows of many small files would all be taken.
      conditions.add(
          "(%1$s.file_row_number + CAST(%1$s.file_index AS BIGINT) * %2$d) %% %3$d = 0"
              .formatted(ParquetColumns.ROWS, STRIDE, every));
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
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
        .mapToObj(i -> value.of(fields.get(i)) + " AS c" + i)
        .collect(Collectors.joining(", "));
  }

  private static String simple(ParquetColumns group, Field field) {
    return typed(FileValue.sql(group, field), field);
  }

  private static String none(Field field) {
    return typed("NULL", field);
  }

  private static String typed(String value, Field field) {
    return "CAST(" + value + " AS " + SqlText.type(field.type()) + ")";
  }

  /** {@return SQL of a value that is null instead of NaN or infinite} */
  static String finite(String column, DataType type) {
    return SqlText.floating(type)
        ? "CASE WHEN isfinite(" + column + ") THEN CAST(" + column + " AS DOUBLE) END"
        : column;
  }
}
