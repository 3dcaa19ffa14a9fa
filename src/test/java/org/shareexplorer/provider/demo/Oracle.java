package org.shareexplorer.provider.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.provider.delta.DeltaSnapshot;
import org.shareexplorer.provider.delta.DeltaTable;

/** DuckDB over the files that a table's log lists: it shares no code with what wrote them. */
public final class Oracle implements AutoCloseable {

  private final Connection connection;

  /** Starts with no tables. */
  public Oracle() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    execute("SET TimeZone = 'UTC'");
  }

  /** Makes a view of a table at a version, with its partition columns. */
  public void view(String name, Path folder, long version) throws Exception {
    DeltaSnapshot snapshot = new DeltaTable(folder).snapshot(version);
    List<String> parts = new ArrayList<>();
    for (DeltaSnapshot.File file : snapshot.files()) {
      StringBuilder select = new StringBuilder("SELECT *");
      for (var value : file.add().path("partitionValues").properties()) {
        JsonNode text = value.getValue();
        select.append(", DATE '").append(text.asText()).append("' AS ").append(value.getKey());
      }
      parts.add(
          select
              + " FROM read_parquet('"
              + folder.resolve(file.path())
              + "', hive_partitioning = false)");
    }
    execute("CREATE VIEW " + name + " AS " + String.join(" UNION ALL ", parts));
  }

  /** Has DuckDB do something. */
  public void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** {@return the only row's values as text} */
  public List<@Nullable String> row(String sql) throws SQLException {
    return rows(sql).getFirst();
  }

  /** {@return the only value} */
  public double number(String sql) throws SQLException {
    return Double.parseDouble(String.valueOf(row(sql).getFirst()));
  }

  /** {@return the rows' values as text} */
  public List<List<@Nullable String>> rows(String sql) throws SQLException {
    List<List<@Nullable String>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(result.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
