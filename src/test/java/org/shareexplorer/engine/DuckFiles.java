package org.shareexplorer.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Files written by DuckDB (one giant page per column and row group, no page index), and its word on
 * them.
 */
final class DuckFiles implements AutoCloseable {

  private final Path folder;
  private final Connection connection;

  DuckFiles(Path folder) throws SQLException {
    this.folder = folder;
    this.connection = DriverManager.getConnection("jdbc:duckdb:");
  }

  byte[] bytes(String name, String select, String options) throws SQLException, IOException {
    Path path = folder.resolve(name);
    try (Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet%s)".formatted(select, path, options));
    }
    return Files.readAllBytes(path);
  }

  /** The first cell of an answer; {@code {}} stands for the folder. */
  Object cell(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("{}", folder.toString()))) {
      rows.next();
      return rows.getObject(1);
    }
  }

  /** An answer's rows, a text per cell; {@code {}} stands for the folder. */
  List<List<String>> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.replace("{}", folder.toString()))) {
      List<List<String>> rows = new ArrayList<>();
      while (result.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(result.getObject(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** The first column of an answer. */
  List<Object> column(String sql) throws SQLException {
    List<Object> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql.replace("{}", folder.toString()))) {
      while (rows.next()) {
        values.add(rows.getObject(1));
      }
    }
    return values;
  }

  /** Runs a statement that has no answer. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("{}", folder.toString()));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
