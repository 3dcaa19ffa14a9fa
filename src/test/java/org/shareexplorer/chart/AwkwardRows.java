package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Rows of values that figures are easily wrong of, for the application and for plain SQL. */
final class AwkwardRows implements AutoCloseable {

  static final int COUNT = 6_000;

  private static final List<Field> FIELDS =
      List.of(
          new Field("text", Simple.STRING, true),
          new Field("flag", Simple.BOOLEAN, true),
          new Field("small", Simple.INTEGER, true),
          new Field("big", Simple.LONG, true),
          new Field("wild", Simple.DOUBLE, true),
          new Field("far", Simple.DOUBLE, true),
          new Field("single", Simple.FLOAT, true),
          new Field("price", new DataType.Decimal(10, 2), true),
          new Field("wide", new DataType.Decimal(38, 10), true),
          new Field("day", Simple.DATE, true),
          new Field("moment", Simple.TIMESTAMP, true),
          new Field("clock", Simple.TIMESTAMP_NTZ, true));

  private static final String SELECT =
      """
      SELECT [NULL, '', ' ', 'a', 'A', 'ä', 'a\u0308', '東京', 'NULL', '0', repeat('long ', 2000), repeat('long ', 2000) || '!', chr(10), '🙂']
          [1 + least(i % 14, (h // 7) % 14)],
        CASE WHEN h % 5 > 0 THEN h % 3 = 0 END,
        CASE WHEN h % 11 > 0 THEN (h // 11) % 12 - 7 END::INTEGER,
        CASE WHEN h % 13 > 0 THEN 9007199254740990 + (h // 13) % 9 - CASE WHEN h % 17 = 0 THEN 9223372036854775807 ELSE 0 END END,
        CASE h % 19 WHEN 0 THEN NULL WHEN 1 THEN 'NaN'::DOUBLE WHEN 2 THEN 'Infinity'::DOUBLE WHEN 3 THEN '-Infinity'::DOUBLE
          WHEN 4 THEN 0.0 WHEN 5 THEN '-0.0'::DOUBLE WHEN 6 THEN 5e-324 WHEN 7 THEN -1e120 ELSE (h // 19 % 2001 - 1000) / 8.0 END,
        CASE WHEN h % 7 > 0 THEN 1e9 + (h // 7 % 1000) / 1024.0 END,
        CASE h % 23 WHEN 0 THEN NULL WHEN 1 THEN 'NaN'::FLOAT ELSE ((h // 23 % 500) / 10.0)::FLOAT END,
        CASE WHEN h % 6 > 0 THEN (h // 6 % 1999998 - 999999)::DECIMAL(10, 2) / 100 END::DECIMAL(10, 2),
        CASE WHEN h % 8 > 0 THEN 1234567890123456789012.0123456789::DECIMAL(38, 10) * (h // 8 % 7 - 3) END::DECIMAL(38, 10),
        CASE h % 29 WHEN 0 THEN NULL WHEN 1 THEN DATE '0001-01-01' WHEN 2 THEN DATE '1582-10-10' WHEN 3 THEN DATE '9999-12-31'
          ELSE DATE '2023-12-20' + (h // 29 % 70)::INTEGER END,
        CASE WHEN h % 31 > 0 THEN TIMESTAMPTZ '2024-03-30 20:00:00+00' + to_microseconds(h // 31 % 864000000000 // CASE WHEN i % 2 = 0 THEN 1 ELSE 9 END)
          + CASE WHEN i % 3 = 0 THEN INTERVAL 209 DAY ELSE INTERVAL 0 DAY END END,
        CASE WHEN h % 37 > 0 THEN TIMESTAMP '2024-12-29 23:59:59.999999' + to_seconds(h // 37 % 400000) END
      FROM (SELECT i, (hash(i * 7919 + SEED) // 4)::BIGINT AS h FROM range(ROWS) t(i))\
      """;

  private final Connection connection;
  private final Statement statement;
  private final OpenTable table;

  /**
   * Rows to be had from both.
   *
   * @param seed decides which rows
   */
  AwkwardRows(int seed, Path folder, Jobs jobs, Questions questions) throws SQLException {
    connection = DriverManager.getConnection("jdbc:duckdb:");
    statement = connection.createStatement();
    statement.execute("SET TimeZone = 'UTC'");
    String names = String.join(", ", FIELDS.stream().map(Field::name).toList());
    String select =
        SELECT.replace("SEED", String.valueOf(seed)).replace("ROWS", String.valueOf(COUNT));
    statement.execute("CREATE TABLE t AS SELECT * FROM (%s) AS t(%s)".formatted(select, names));
    Path file = folder.resolve("awkward.parquet");
    statement.execute("COPY t TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)".formatted(file));
    table =
        new ResultTables(jobs, questions)
            .open(
                new TableName("share", "schema", "awkward"),
                FIELDS,
                file,
                folder.resolve("kept"),
                COUNT);
  }

  OpenTable table() {
    return table;
  }

  /** {@return what plain SQL over the table {@code t} gives} */
  List<List<@Nullable Object>> sql(String query) throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (ResultSet found = statement.executeQuery(query)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        @Nullable Object[] row = new @Nullable Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = found.getObject(i + 1);
        }
        rows.add(Arrays.asList(row));
      }
    }
    return rows;
  }

  /** {@return a number that both can be told to have} */
  static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case Double number when !Double.isFinite(number) -> number.toString();
      case Float number when !Float.isFinite(number) -> number.toString();
      case Double number when number == 0 -> BigDecimal.ZERO;
      case BigDecimal number when number.signum() == 0 -> BigDecimal.ZERO;
      case Timestamp time -> time.toLocalDateTime();
      case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
      case null, default -> value;
    };
  }

  @Override
  public void close() throws SQLException {
    statement.close();
    connection.close();
  }
}
