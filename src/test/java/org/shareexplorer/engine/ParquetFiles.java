package org.shareexplorer.engine;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;

/** Writes Parquet files for tests. */
final class ParquetFiles implements AutoCloseable {

  private final Path folder;
  private final DuckDBConnection database;
  private int number;

  ParquetFiles(Path folder) throws SQLException {
    this.folder = folder;
    this.database = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
    run("SET TimeZone = 'UTC'");
  }

  /** Writes the rows of a query. */
  LocalFile of(String select) throws SQLException {
    return of(select, Map.of());
  }

  /** Writes the rows of a query as the file of a partition. */
  LocalFile of(String select, Map<String, @Nullable String> partition) throws SQLException {
    Path path = folder.resolve("part-" + number++ + ".parquet");
    run("COPY (" + select + ") TO " + SqlText.text(path.toString()) + " (FORMAT parquet)");
    return new LocalFile(path, partition);
  }

  /** Writes values that were made in memory; each is given by its text. */
  LocalFile of(List<Field> fields, List<? extends List<?>> rows) throws SQLException {
    run(
        "CREATE OR REPLACE TABLE rows AS SELECT "
            + fields.stream()
                .map(field -> "''::VARCHAR AS " + SqlText.name(field.name()))
                .collect(Collectors.joining(", "))
            + " LIMIT 0");
    try (var appender = database.createAppender("rows")) {
      for (List<?> row : rows) {
        appender.beginRow();
        for (Object value : row) {
          appender.append(value == null ? null : value.toString());
        }
        appender.endRow();
      }
    }
    return of(
        "SELECT "
            + fields.stream()
                .map(field ->
                    "CAST(%s AS %s) AS %s"
                        .formatted(
                            SqlText.name(field.name()),
                            SqlText.type(field.type()),
                            SqlText.name(field.name())))
                .collect(Collectors.joining(", "))
            + " FROM rows");
  }

  private void run(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    database.close();
  }
}
