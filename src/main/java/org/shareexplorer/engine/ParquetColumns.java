package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;

/**
 * What DuckDB is to read of Parquet files that are all of one schema.
 *
 * @param columns the files' top-level columns, in their order
 * @param files the files
 * @param calendar the name of their schema, which tells a calendar other than today's
 */
record ParquetColumns(List<Column> columns, List<LocalFile> files, String calendar) {

  /** What queries call the files' rows. */
  static final String ROWS = "stored";

  /**
   * A top-level column.
   *
   * @param name as the file has it
   * @param called as queries call it: names may differ in case only, or be those of DuckDB's own
   *     columns
   * @param type DuckDB's type
   */
  record Column(String name, String called, String type) {}

  /** A line of a file's schema, which is a tree written root first. */
  private record Line(String name, String type, int children) {}

  /** Files that are read alike. */
  private record Kind(List<Line> schema, Optional<String> mark, Predicate matching) {}

  /**
   * {@return the files by schema, and by whether their rows are deleted or must match, which takes
   * time}
   */
  static List<ParquetColumns> of(Session session, List<LocalFile> files) throws SQLException {
    Map<String, List<Line>> schemas = new LinkedHashMap<>();
    session.rows(
        "SELECT file_name, name, concat_ws(' ', duckdb_type, repetition_type, logical_type),"
            + " coalesce(num_children, 0) FROM parquet_schema("
            + SqlText.list(files.stream().map(ParquetColumns::path).distinct().toList())
            + ")",
        row ->
            schemas
                .computeIfAbsent(row.getString(1), file -> new ArrayList<>())
                .add(new Line(row.getString(2), row.getString(3), row.getInt(4))));
    Map<Kind, List<LocalFile>> byKind = new LinkedHashMap<>();
    for (LocalFile file : files) {
      List<Line> schema = schemas.getOrDefault(path(file), List.of());
      Kind kind = new Kind(schema, file.mark(), file.matching());
      byKind.computeIfAbsent(kind, _ -> new ArrayList<>()).add(file);
    }
    List<ParquetColumns> groups = new ArrayList<>();
    for (var group : byKind.entrySet()) {
      List<Column> columns = columns(session, topLevel(group.getKey().schema()), group.getValue());
      String calendar =
          group.getKey().schema().stream().findFirst().map(Line::name).orElse("schema");
      groups.add(new ParquetColumns(columns, List.copyOf(group.getValue()), calendar));
    }
    return groups;
  }

  private static List<Column> columns(Session session, List<String> names, List<LocalFile> files)
      throws SQLException {
    List<String> types =
        session.rows(
            "DESCRIBE SELECT * FROM " + read(files.subList(0, 1)), row -> row.getString(2));
    if (types.size() != names.size()) {
      throw new IllegalStateException(names.size() + " columns, described " + types.size());
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      columns.add(new Column(names.get(i), "p" + i, types.get(i)));
    }
    return List.copyOf(columns);
  }

  /** {@return the column that holds a table's column, or null if there is none} */
  @Nullable Column holding(Field field) {
    Column alike = null;
    for (Column column : columns) {
      if (column.name().equals(field.name())) {
        return column;
      }
      if (column.name().equalsIgnoreCase(field.name())) {
        alike = column;
      }
    }
    return alike;
  }

  /** {@return SQL of whether a row is one to be left out; empty if there are none} */
  Optional<String> deleted() {
    return files
        .getFirst()
        .mark()
        .map(name ->
            columns.stream()
                .filter(column -> column.name().equals(name))
                .map(column -> ROWS + "." + column.called())
                .findFirst()
                .orElseThrow());
  }

  /** {@return what rows must match to count} */
  Predicate matching() {
    return files.getFirst().matching();
  }

  /** {@return SQL of the files' rows, to be selected from} */
  String read() {
    return read(files)
        + columns.stream()
            .map(Column::called)
            .collect(Collectors.joining(", ", " AS " + ROWS + " (", ")"));
  }

  // Folders on the way to a file may look like partitions, and are none of the table's.
  private static String read(List<LocalFile> files) {
    return "read_parquet(" + paths(files) + ", hive_partitioning = false, union_by_name = false)";
  }

  private static String paths(List<LocalFile> files) {
    return SqlText.list(files.stream().map(ParquetColumns::path).toList());
  }

  private static String path(LocalFile file) {
    return file.path().toString();
  }

  private static List<String> topLevel(List<Line> lines) {
    List<String> names = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (Line line : lines) {
      if (open.size() == 1) {
        names.add(line.name());
      }
      if (!open.isEmpty()) {
        open.push(open.pop() - 1);
      }
      open.push(line.children());
      while (!open.isEmpty() && open.peek() == 0) {
        open.pop();
      }
    }
    return names;
  }
}
