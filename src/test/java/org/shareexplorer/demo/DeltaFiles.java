package org.shareexplorer.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;

/**
 * What DuckDB reads in a Delta table's files on disk: neither our server, our client nor our reader
 * has a hand in it.
 */
final class DeltaFiles implements AutoCloseable {

  private final Connection connection;

  DeltaFiles() throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    }
  }

  /** Makes a view of a table's newest version. */
  void view(String name, Path table) throws Exception {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    try (Stream<Path> commits = Files.list(table.resolve("_delta_log"))) {
      for (Path commit : commits.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        for (String line : Files.readAllLines(commit)) {
          JsonNode action = new JsonMapper().readTree(line);
          files.keySet().remove(action.path("remove").path("path").asText());
          if (action.has("add")) {
            files.put(action.path("add").path("path").asText(), action.path("add"));
          }
        }
      }
    }
    List<String> parts = new ArrayList<>();
    files.forEach((path, add) -> {
      StringBuilder select = new StringBuilder("SELECT *");
      add.path("partitionValues")
          .properties()
          .forEach(value ->
              select.append(
                  ", CAST('%s' AS DATE) AS %s"
                      .formatted(value.getValue().asText(), value.getKey())));
      parts.add(
          "%s FROM read_parquet('%s', hive_partitioning = false)"
              .formatted(select, table.resolve(path)));
    });
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE VIEW %s AS %s".formatted(name, String.join(" UNION ALL ", parts)));
    }
  }

  /** {@return all rows with the columns in the order given, as our values, sorted by the first} */
  List<List<@Nullable Object>> rows(String view, List<Field> fields) throws SQLException {
    String columns =
        String.join(", ", fields.stream().map(field -> '"' + field.name() + '"').toList());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT %s FROM %s ORDER BY 1".formatted(columns, view))) {
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int c = 0; c < fields.size(); c++) {
          row.add(value(result.getObject(c + 1), fields.get(c).type()));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** {@return the only row of an answer} */
  List<@Nullable Object> row(String sql) throws SQLException {
    return answer(sql).getFirst();
  }

  List<List<@Nullable Object>> answer(String sql) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<@Nullable Object> row = new ArrayList<>();
        for (int c = 1; c <= result.getMetaData().getColumnCount(); c++) {
          row.add(result.getObject(c));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** {@return the rows of an answer as our values of some columns' types} */
  List<List<@Nullable Object>> values(String sql, List<Field> fields) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : answer(sql)) {
      List<@Nullable Object> values = new ArrayList<>();
      for (int c = 0; c < row.size(); c++) {
        values.add(value(row.get(c), fields.get(c).type()));
      }
      rows.add(values);
    }
    return rows;
  }

  private static @Nullable Object value(@Nullable Object value, DataType type) throws SQLException {
    return switch (value) {
      case null -> null;
      case Byte number -> Integer.valueOf(number);
      case Short number -> Integer.valueOf(number);
      case BigInteger number -> new BigDecimal(number);
      case OffsetDateTime at -> at.toInstant();
      case java.sql.Timestamp at -> at.toLocalDateTime();
      case java.sql.Blob blob -> new Values.Bytes(blob.getBytes(1, (int) blob.length()));
      case byte[] bytes -> new Values.Bytes(bytes);
      case Struct struct when type instanceof DataType.Struct(List<Field> fields) -> {
        Map<String, @Nullable Object> parts = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          parts.put(fields.get(i).name(), value(struct.getAttributes()[i], fields.get(i).type()));
        }
        yield new Values.StructValue(parts);
      }
      case Array array when type instanceof DataType.Array(DataType element, boolean _) -> {
        List<@Nullable Object> elements = new ArrayList<>();
        for (Object each : Arrays.asList((Object[]) array.getArray())) {
          elements.add(value(each, element));
        }
        yield elements;
      }
      case Map<?, ?> map
          when type instanceof DataType.MapOf(DataType key, DataType item, var _) -> {
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          entries.put(value(entry.getKey(), key), value(entry.getValue(), item));
        }
        yield entries;
      }
      default -> value;
    };
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
