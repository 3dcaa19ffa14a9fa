package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.bench.BenchColumns;
import org.shareexplorer.bench.IndexedFile;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.filter.FilterParser;

/**
 * Where a file has page indexes, a filter by one column fetches the pages that may match alone: the
 * rows are still those that DuckDB finds in the raw file. Pages hold 20,000 rows, row groups
 * 500,000.
 */
class FilteredPagesTest {

  private static final int ROWS = 560_000;
  private static final BenchColumns COLUMNS =
      new BenchColumns(
          List.of(
              new BenchColumns.Column("id", "long", "i"),
              new BenchColumns.Column(
                  "amount",
                  "double",
                  "CASE WHEN i // 30000 = 4 OR hash(i) % 50 = 0 THEN NULL ELSE"
                      + " (i + hash(i) % 1000) / 8 END"),
              new BenchColumns.Column("word", "string", "'w' || lpad((i // 7)::VARCHAR, 6, '0')"),
              new BenchColumns.Column("moment", "timestamp", "make_timestamp(i * 1000003)"),
              new BenchColumns.Column("noise", "long", "CAST(hash(i) % 1000000 AS BIGINT)")));

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final AtomicLong bytes = new AtomicLong();
  private LoopbackTable table;
  private Connection database;
  private TableEngine engine;

  @BeforeEach
  void make() throws Exception {
    database = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = database.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
    }
    Path file = folder.resolve("a.parquet");
    IndexedFile.write(
        file, COLUMNS, IndexedFile.stored(COLUMNS, COLUMNS.select(0, ROWS)), database);
    table =
        new LoopbackTable(
            LoopbackTable.schema(
                "id",
                "long",
                "amount",
                "double",
                "word",
                "string",
                "moment",
                "timestamp",
                "noise",
                "long"),
            List.of());
    table.add("a", Files.readAllBytes(file), Map.of(), Optional.empty());
    engine =
        new TableEngine(
            jobs,
            (address, offset, length, size, job) -> {
              bytes.addAndGet(length);
              return table.read(address, offset, length, size, job);
            },
            folder.resolve("cache"),
            1 << 30,
            new Questions(jobs));
  }

  @AfterEach
  void close() throws SQLException {
    engine.close();
    jobs.close();
    database.close();
  }

  private OpenTable viewed(String condition) {
    OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    return open.viewed(
        new View(FilterParser.parse(condition, open.snapshot().fields()), List.of()),
        Job.unattended());
  }

  private void assertRight(String condition) throws SQLException {
    assertRight(condition, "");
  }

  /** Takes for granted that rows are deleted. */
  private void assertRight(String condition, String left) throws SQLException {
    List<Long> expected = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT id FROM '%s' WHERE (%s)%s ORDER BY id"
                    .formatted(folder.resolve("a.parquet"), condition, left))) {
      while (rows.next()) {
        expected.add(rows.getLong(1));
      }
    }
    OpenTable found = viewed(condition);
    assertThat(found.countRows(Job.unattended())).as(condition).isEqualTo(expected.size());
    if (!expected.isEmpty()) {
      int last = expected.size() - 1;
      for (int row : new int[] {0, last / 3, last}) {
        assertThat(found.rows(row, 1, List.of("id"), Job.unattended()).value(0, 0))
            .as(condition)
            .isEqualTo(expected.get(row));
      }
      Moments moments = found.ask(new MomentsQuestion("id"), Job.unattended());
      assertThat(moments.sum())
          .as(condition)
          .isEqualByComparingTo(BigDecimal.valueOf(expected.stream().mapToLong(id -> id).sum()));
    }
  }

  @Test
  void rowsAreThoseOfTheRawFile() throws SQLException {
    for (String condition :
        List.of(
            "id = 250000",
            "id BETWEEN 19999 AND 20000",
            "id IN (5, 499999, 500000, 559999)",
            "id < 3 OR id > 559990",
            "NOT id > 7",
            "amount IS NULL",
            "amount < 10.5",
            "amount > 69900 OR amount IS NULL",
            "word = 'w012345'",
            "word >= 'w0799'",
            "word LIKE 'w0001%'",
            "moment < '1970-01-01 00:01:00'",
            "id = -1")) {
      assertRight(condition);
    }
    Random random = new Random(11);
    for (int i = 0; i < 6; i++) {
      int from = random.nextInt(ROWS);
      assertRight("id BETWEEN %d AND %d".formatted(from, from + random.nextInt(60_000)));
      assertRight("amount BETWEEN %d AND %d".formatted(from / 8, from / 8 + random.nextInt(900)));
    }
  }

  @Test
  void deletedRowsOfThePagesAreLeftOut() throws SQLException {
    Random random = new Random(12);
    long from = random.nextInt(ROWS / 2);
    long to = from + 70_000;
    table.delete(
        "a",
        VectorBytes.inFile(
            LongStream.range(0, ROWS)
                .filter(id -> id % 7 == 3 || (id >= from && id < to))
                .boxed()
                .toList(),
            random));
    String left = " AND id % 7 <> 3 AND NOT (id >= " + from + " AND id < " + to + ")";
    for (int i = 0; i < 6; i++) {
      int first = i == 0 ? (int) from - 30_000 : random.nextInt(ROWS);
      assertRight("id BETWEEN %d AND %d".formatted(first, first + random.nextInt(60_000)), left);
      assertRight("amount BETWEEN %d AND %d".formatted(first / 8, first / 8 + 900), left);
    }
    assertRight("word LIKE 'w0001%'", left);
    bytes.set(0);
    assertThat(viewed("moment < '1970-01-01 00:01:00'").countRows(Job.unattended())).isPositive();
    assertThat(bytes.get()).isBetween(1L, 400_000L);
  }

  @Test
  void pagesThatCannotMatchAreNotFetched() {
    assertThat(viewed("id = 7").countRows(Job.unattended())).isEqualTo(1);
    long one = bytes.getAndSet(0);
    assertThat(viewed("noise = 500000").countRows(Job.unattended())).isBetween(0L, 10L);
    // All pages of a column of 560,000 numbers, after one page of one like it.
    assertThat(bytes).hasValueGreaterThan(2_000_000);
    assertThat(one).isLessThan(400_000);
    bytes.set(0);
    assertThat(viewed("id = 250000").countRows(Job.unattended())).isEqualTo(1);
    assertThat(bytes.get()).isBetween(1L, 200_000L);
    bytes.set(0);
    assertThat(viewed("id = 250001").countRows(Job.unattended())).isEqualTo(1);
    assertThat(bytes).hasValue(0);
  }
}
