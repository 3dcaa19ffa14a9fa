package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** What was exported, opened elsewhere, has the values that were there. */
class ExportedValuesTest {

  private static final String ROWS =
      """
      SELECT * FROM (VALUES
        (1, true, 127::TINYINT, 32767::SMALLINT, 2147483647, 9223372036854775807, 'NaN'::FLOAT,
          'NaN'::DOUBLE, 12345678.90::DECIMAL(10,2),
          1234567890123456789012345678.0123456789::DECIMAL(38,10), '', '\\x00\\xFF'::BLOB,
          DATE '0001-01-01', TIMESTAMPTZ '0001-01-01 00:00:00+00', TIMESTAMP '9999-12-31 23:59:59.999999',
          {'city': 'Köln, "am Rhein"', 'at': 1.5}, ['a', NULL, ''], MAP {'k': 1, 'l': NULL}),
        (2, false, -128, -32768, -2147483648, -9223372036854775808, 'inf'::FLOAT,
          '-inf'::DOUBLE, -0.01, -0.0000000001, ' lead', ''::BLOB,
          DATE '9999-12-31', TIMESTAMPTZ '2024-02-29 12:34:56.789012+00', TIMESTAMP '1969-12-31 23:59:59.5',
          {'city': NULL, 'at': NULL}, [], MAP {}),
        (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          NULL, NULL),
        (4, true, 0, 0, 0, 999999999999999, 0.1::FLOAT, 0.1, 0.10, 1, 'a,b"c"' || chr(10) || 'd' || chr(13) || chr(10) || 'e',
          'x'::BLOB, DATE '1900-02-28', TIMESTAMPTZ '1900-03-01 00:00:00+00', TIMESTAMP '2024-03-31 02:30:00',
          {'city': '日本 🦆', 'at': 'nan'::DOUBLE}, ['=1'], MAP {'': 0}),
        (5, true, 1, 1, 1, 1000000000000000, 3.4028235e38::FLOAT, 1.7976931348623157e308, 1, 2, '=1+1', '1'::BLOB,
          DATE '1900-03-01', TIMESTAMPTZ '9999-12-31 23:59:59.999999+00', TIMESTAMP '1582-10-04 00:00:00',
          {'city': 'x', 'at': 0.1}, ['x'], MAP {'z': 26}),
        (6, true, 1, 1, 1, 1, 1e-45::FLOAT, 4.9e-324, 1, 2, '日本 🦆 null NULL NaN _x0041_', '1'::BLOB,
          DATE '2024-02-29', TIMESTAMPTZ '1582-10-15 00:00:00+00', TIMESTAMP '2024-02-29 12:34:56.789',
          {'city': 'x', 'at': 0.1}, ['x'], MAP {'z': 26}),
        (7, true, 1, 1, 1, 1, 1.5::FLOAT, -0.0::DOUBLE, 1, 2, chr(1) || 'end ', '1'::BLOB,
          DATE '2024-02-29', TIMESTAMPTZ '1582-10-15 00:00:00+00', TIMESTAMP '2024-02-29 12:34:56.789',
          {'city': 'x', 'at': 0.1}, ['x'], MAP {'z': 26})
      ) t(id, truth, tiny, small, whole, long, single, double, money, huge, words, bytes, day, moment,
          local, place, tags, counts)
      """;

  private static final List<Field> COLUMNS =
      List.of(
          field("id", Simple.INTEGER),
          field("truth", Simple.BOOLEAN),
          field("tiny", Simple.BYTE),
          field("small", Simple.SHORT),
          field("whole", Simple.INTEGER),
          field("long", Simple.LONG),
          field("single", Simple.FLOAT),
          field("double", Simple.DOUBLE),
          field("money", new DataType.Decimal(10, 2)),
          field("huge", new DataType.Decimal(38, 10)),
          field("words", Simple.STRING),
          field("bytes", Simple.BINARY),
          field("day", Simple.DATE),
          field("moment", Simple.TIMESTAMP),
          field("local", Simple.TIMESTAMP_NTZ),
          field(
              "place",
              new DataType.Struct(
                  List.of(field("city", Simple.STRING), field("at", Simple.DOUBLE)))),
          field("tags", new DataType.Array(Simple.STRING, true)),
          field("counts", new DataType.MapOf(Simple.STRING, Simple.INTEGER, true)));

  @TempDir Path folder;
  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);
  private Connection duck;

  private static Field field(String name, DataType type) {
    return new Field(name, type, true);
  }

  @BeforeEach
  void write() throws SQLException {
    duck = DriverManager.getConnection("jdbc:duckdb:");
    run("SET TimeZone = 'UTC'");
    run(
        "CREATE TABLE truth AS "
            + ROWS.replace("SELECT *", "SELECT * REPLACE (money::DECIMAL(10,2) AS money)"));
    run("COPY truth TO '" + folder.resolve("source.parquet") + "' (FORMAT parquet)");
  }

  @AfterEach
  void close() throws SQLException {
    duck.close();
    questions.close();
    jobs.close();
  }

  private Path exported(FileFormat format) {
    OpenTable table =
        new ResultTables(jobs, questions)
            .open(
                new TableName("share", "schema", "odd: rows"),
                COLUMNS,
                folder.resolve("source.parquet"),
                folder.resolve("kept"),
                7);
    return new RowsExport(table, COLUMNS.stream().map(Field::name).toList(), false)
        .write(format, folder.resolve("out" + format.ending()), jobs, Job.unattended())
        .file();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  private interface Cell {
    @Nullable String text(ResultSet result, int column) throws SQLException;
  }

  private List<List<@Nullable String>> rows(String sql) throws SQLException {
    return rows(sql, ResultSet::getString);
  }

  private List<List<@Nullable String>> rows(String sql, Cell cell) throws SQLException {
    try (Statement statement = duck.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<List<@Nullable String>> rows = new ArrayList<>();
      while (result.next()) {
        List<@Nullable String> row = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.add(cell.text(result, i));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** Both have the same rows in the same order, by DuckDB's own texts of all columns. */
  private void assertSame(String relation) throws SQLException {
    String texts = "SELECT COLUMNS(*)::VARCHAR FROM (%s) ORDER BY id";
    assertThat(rows(texts.formatted(relation)))
        .isEqualTo(rows(texts.formatted("SELECT * REPLACE (hex(bytes) AS bytes) FROM truth")));
  }

  @Test
  void parquetHasTheSameTypesAndValues() throws Exception {
    Path file = exported(FileFormat.PARQUET);
    String types = "SELECT column_name, column_type FROM (DESCRIBE FROM %s)";
    assertThat(rows(types.formatted("'" + file + "'"))).isEqualTo(rows(types.formatted("truth")));
    assertSame("SELECT * REPLACE (hex(bytes) AS bytes) FROM '" + file + "'");
  }

  @Test
  void parquetIsReadAlikeByAvro() throws Exception {
    Path file = exported(FileFormat.PARQUET);
    assertThat(AvroRows.of(file))
        .isEqualTo(
            rows(
                """
                SELECT id, truth, tiny, small, whole, long, single, double, money::VARCHAR,
                  huge::VARCHAR, words,
                  hex(bytes), day - DATE '1970-01-01', epoch_us(moment), epoch_us(local),
                  place.city, place.at, to_json(tags), to_json(counts)
                FROM truth ORDER BY id
                """,
                (result, column) ->
                    Optional.ofNullable(result.getObject(column))
                        .map(Object::toString)
                        .orElse(null)));
  }

  @Test
  void csvHasTheSameValuesAndTellsNullFromEmptyText() throws Exception {
    Path file = exported(FileFormat.CSV);
    assertSame(
        """
        SELECT * REPLACE (
          CAST(place::JSON AS STRUCT(city VARCHAR, "at" DOUBLE)) AS place,
          CAST(tags::JSON AS VARCHAR[]) AS tags,
          CAST(counts::JSON AS MAP(VARCHAR, INTEGER)) AS counts)
        FROM read_csv('%s', header = true, allow_quoted_nulls = false, nullstr = '', columns = {
          id: 'INTEGER', truth: 'BOOLEAN', tiny: 'TINYINT', small: 'SMALLINT', whole: 'INTEGER',
          long: 'BIGINT', single: 'FLOAT', double: 'DOUBLE', money: 'DECIMAL(10,2)',
          huge: 'DECIMAL(38,10)', words: 'VARCHAR', bytes: 'VARCHAR', day: 'DATE',
          moment: 'TIMESTAMPTZ', local: 'TIMESTAMP', place: 'VARCHAR', tags: 'VARCHAR',
          counts: 'VARCHAR'})
        """
            .formatted(file));
  }

  @Test
  void jsonLinesHaveTheSameValues() throws Exception {
    Path file = exported(FileFormat.JSON_LINES);
    // Digits beyond those of a double are compared as text: DuckDB reads numbers of JSON as
    // doubles.
    assertThat(
            Files.readAllLines(file).stream()
                .map(line -> line.replaceAll(".*\"huge\":([^,]*),.*", "$1")))
        .containsExactlyElementsOf(
            rows("SELECT coalesce(huge::VARCHAR, 'null') FROM truth ORDER BY id").stream()
                .map(List::getFirst)
                .toList());
    assertSame(
        """
        SELECT r.* REPLACE (t.huge AS huge) FROM (
          SELECT from_json(json, '{"id": "INTEGER", "truth": "BOOLEAN", "tiny": "TINYINT",
            "small": "SMALLINT", "whole": "INTEGER", "long": "BIGINT", "single": "FLOAT",
            "double": "DOUBLE", "money": "DECIMAL(10,2)", "huge": "DOUBLE", "words": "VARCHAR",
            "bytes": "VARCHAR", "day": "DATE", "moment": "TIMESTAMPTZ", "local": "TIMESTAMP",
            "place": {"city": "VARCHAR", "at": "DOUBLE"}, "tags": ["VARCHAR"],
            "counts": "MAP(VARCHAR, INTEGER)"}') AS parts FROM read_ndjson_objects('%s')) s,
          LATERAL (SELECT UNNEST(s.parts)) r JOIN truth t ON t.id = r.id
        """
            .formatted(file));
  }

  @Test
  void aWorkbookHasNumbersDaysAndTextsAsExcelKnowsThem() throws Exception {
    try (ReadableWorkbook book =
        new ReadableWorkbook(
            exported(FileFormat.EXCEL).toFile(), new ReadingOptions(true, false))) {
      assertThat(book.getFirstSheet().getName()).isEqualTo("odd_ rows");
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(8);
      assertThat(rows.getFirst().stream().map(cell -> cell.getText()))
          .containsExactlyElementsOf(COLUMNS.stream().map(Field::name).toList());
      Row first = rows.get(1);
      assertThat(first.getCellAsNumber(0)).contains(BigDecimal.ONE);
      assertThat(first.getCellAsBoolean(1)).contains(true);
      assertThat(first.getCellAsNumber(4)).contains(new BigDecimal("2147483647"));
      assertText(first, 5, "9223372036854775807");
      assertText(first, 6, "NaN");
      assertThat(first.getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("12345678.90");
      assertText(first, 9, "1234567890123456789012345678.0123456789");
      assertText(first, 10, "");
      assertText(first, 11, "00FF");
      assertText(first, 12, "0001-01-01");
      assertText(first, 13, "0001-01-01T00:00:00Z");
      assertThat(first.getCellAsDate(14).orElseThrow())
          .isEqualTo(LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_000_000));
      assertText(first, 15, "{\"city\":\"Köln, \\\"am Rhein\\\"\",\"at\":1.5}");
      assertText(first, 16, "[\"a\",null,\"\"]");
      assertText(rows.get(2), 10, " lead");
      assertThat(rows.get(2).getCellAsDate(12)).contains(LocalDateTime.of(9999, 12, 31, 0, 0));
      Row empty = rows.get(3);
      for (int i = 1; i < COLUMNS.size(); i++) {
        assertThat(empty.getOptionalCell(i).filter(c -> c.getType() != CellType.EMPTY)).isEmpty();
      }
      assertThat(rows.get(4).getCellAsNumber(5)).contains(new BigDecimal("999999999999999"));
      assertThat(rows.get(4).getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("0.1");
      assertText(rows.get(4), 12, "1900-02-28");
      assertThat(rows.get(4).getCellAsDate(13)).contains(LocalDateTime.of(1900, 3, 1, 0, 0));
      assertText(rows.get(5), 5, "1000000000000000");
      assertText(rows.get(5), 10, "=1+1");
      assertThat(rows.get(5).getCell(10).getFormula()).isNull();
      assertThat(rows.get(5).getCellAsNumber(7).orElseThrow().doubleValue())
          .isEqualTo(Double.MAX_VALUE);
      assertThat(rows.get(5).getCellAsDate(12)).contains(LocalDateTime.of(1900, 3, 1, 0, 0));
      assertText(rows.get(6), 7, "4.9E-324");
      assertText(rows.get(6), 10, "日本 🦆 null NULL NaN _x005F_x0041_");
      assertThat(rows.get(6).getCellAsDate(14))
          .contains(LocalDateTime.of(2024, 2, 29, 12, 34, 56, 789_000_000));
      assertThat(rows.get(6).getCell(14).getDataFormatString())
          .isEqualTo("yyyy-mm-dd hh:mm:ss.000");
      assertText(rows.get(7), 10, "_x0001_end ");
    }
  }

  private static void assertText(Row row, int column, String text) {
    assertThat(row.getCell(column).getType()).isEqualTo(CellType.STRING);
    assertThat(row.getCell(column).getText()).isEqualTo(text);
  }
}
