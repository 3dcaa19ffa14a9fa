package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.FilterParser;
import org.shareexplorer.table.filter.Predicate;

/** Filtered and sorted tables hold the rows that DuckDB finds in the raw files, in its order. */
class ViewedTableTest {

  private static final String[] COLUMNS = {
    "id", "integer",
    "amount", "double",
    "price", "decimal(10,2)",
    "big", "long",
    "name", "string",
    "moment", "timestamp",
    "ntz", "timestamp_ntz",
    "day", "date",
    "flag", "boolean",
    "region", "string"
  };
  private static final List<String> STORED =
      List.of("id", "amount", "price", "big", "name", "moment", "ntz", "day", "flag");

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private DuckFiles duck;

  @BeforeEach
  void open() throws Exception {
    duck = new DuckFiles(folder);
    var _ = duck.cell("SELECT 1");
    duck.run("SET TimeZone = 'UTC'");
  }

  @AfterEach
  void close() throws Exception {
    duck.close();
    jobs.close();
  }

  /**
   * A file of rows that go upwards, so that row groups differ, with all that is odd here and there.
   */
  private String rows(Random random, int from, int to, boolean withName) {
    int seed = random.nextInt(1_000_000);
    String name =
        "CASE WHEN h % 5 = 0 THEN NULL ELSE (['a', 'aa', 'aabc', 'ab\u00e9', 'b', 'A', '', '%', '\ud83d\ude00',"
            + " '\uffee'])[1 + (h % 10)::INTEGER] END AS name,";
    return """
    SELECT i::INTEGER AS id,
      CASE WHEN h %% 11 = 0 THEN NULL WHEN h %% 97 = 1 THEN 'NaN'::DOUBLE
        WHEN h %% 89 = 2 THEN 'Infinity'::DOUBLE WHEN h %% 83 = 3 THEN -0.0::DOUBLE
        ELSE (i // 60)::DOUBLE / 4 END AS amount,
      CASE WHEN h %% 13 = 0 THEN NULL ELSE (i / 60 + (h %% 3) / 100)::DECIMAL(10, 2) END AS price,
      (i // 60) * 10000000000::BIGINT AS big,
      %s
      (TIMESTAMPTZ '2024-01-01 00:00:00Z' + to_microseconds((i * 1000000 + h %% 1000)::BIGINT)) AS moment,
      CASE WHEN i < 3000 THEN NULL
        ELSE TIMESTAMP '1969-12-31 23:00:00' + to_microseconds(((i - 3000) * 1000000 + h %% 1000)::BIGINT)
        END AS ntz,
      (DATE '2024-01-01' + (i // 60)::INTEGER) AS day,
      CASE WHEN h %% 7 = 0 THEN NULL ELSE i %% 5000 < 2500 END AS flag
    FROM (SELECT i, (hash(i + %d) // 4)::BIGINT AS h FROM range(%d, %d) t(i))\
    """
        .formatted(withName ? name : "", seed, from, to);
  }

  /** What a writer would say of a file, or less. */
  private Optional<String> stats(Random random, String path, boolean withName) throws Exception {
    if (random.nextInt(4) == 0) {
      return Optional.empty();
    }
    List<String> columns = STORED.stream().filter(c -> withName || !c.equals("name")).toList();
    List<String> least = new ArrayList<>();
    List<String> most = new ArrayList<>();
    List<String> nulls = new ArrayList<>();
    for (String column : columns) {
      boolean text = List.of("name", "moment", "ntz", "day").contains(column);
      String shown =
          switch (column) {
            case "name" -> "left(%s, 2)";
            case "moment" -> "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%S.%%gZ')";
            case "ntz" -> "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%S.%%g')";
            default -> "%s::VARCHAR";
          };
      String source = " FROM read_parquet('{}/" + path + "')";
      String finite = column.equals("amount") ? " WHERE NOT isnan(amount)" : "";
      Object min = duck.cell("SELECT " + shown.formatted("min(" + column + ")") + source + finite);
      Object max = duck.cell("SELECT " + shown.formatted("max(" + column + ")") + source + finite);
      nulls.add(
          "\"%s\":%s"
              .formatted(
                  column,
                  duck.cell("SELECT count(*) FILTER (%s IS NULL)".formatted(column) + source)));
      boolean quoted =
          text || String.valueOf(min).equals("inf") || String.valueOf(max).equals("inf");
      if (min != null && !column.equals("flag") && !String.valueOf(max).equals("inf")) {
        String quote = quoted ? "\"" : "";
        least.add("\"%s\":%s%s%s".formatted(column, quote, min, quote));
        most.add("\"%s\":%s%s%s".formatted(column, quote, max, quote));
      }
    }
    Object rows = duck.cell("SELECT count(*) FROM read_parquet('{}/" + path + "')");
    return Optional.of(
        "{\"numRecords\":%s,\"minValues\":{%s},\"maxValues\":{%s},\"nullCount\":{%s}}"
            .formatted(
                rows, String.join(",", least), String.join(",", most), String.join(",", nulls)));
  }

  private record World(LoopbackTable table, OpenTable open) {}

  /** Some files with and without statistics, deletions and a column that came later. */
  private World world(Random random) throws Exception {
    LoopbackTable table = new LoopbackTable(LoopbackTable.schema(COLUMNS), List.of("region"));
    List<String> selects = new ArrayList<>();
    int start = 0;
    for (int file = 0; file < 4; file++) {
      String path = "f" + file + ".parquet";
      boolean withName = file != 2;
      int end = start + (file == 1 ? 1 : 2_100 + random.nextInt(3_000));
      byte[] bytes = duck.bytes(path, rows(random, start, end, withName), ", ROW_GROUP_SIZE 2048");
      Map<String, @Nullable String> partition = new HashMap<>();
      partition.put("region", List.of("north", "", "b", "a").get(file));
      table.add(path, bytes, partition, stats(random, path, withName));
      List<Long> deleted =
          file == 0 || file == 3
              ? LongStream.range(0, end - start)
                  .filter(_ -> random.nextInt(9) == 0)
                  .boxed()
                  .toList()
              : List.of();
      if (!deleted.isEmpty()) {
        table.delete(path, VectorBytes.inFile(deleted, random));
      }
      selects.add(
          "SELECT %d * 1000000 + file_row_number AS ord, id, amount, price, big, %s, moment, ntz, day, flag, %s AS region FROM read_parquet('{}/%s', file_row_number = true) WHERE NOT list_contains(%s::BIGINT[], file_row_number)"
              .formatted(
                  file,
                  withName ? "name" : "NULL::VARCHAR AS name",
                  file == 1 ? "NULL::VARCHAR" : "'" + partition.get("region") + "'",
                  path,
                  deleted));
      start = end;
    }
    duck.run("CREATE OR REPLACE TABLE truth AS " + String.join(" UNION ALL ", selects));
    TableEngine engine =
        new TableEngine(
            jobs, table, folder.resolve("cache" + random.nextLong()), 1 << 30, new Questions(jobs));
    return new World(table, engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended()));
  }

  private static List<@Nullable Object> ids(OpenTable viewed) {
    List<@Nullable Object> ids = new ArrayList<>();
    for (long first = 0; ; first += 3_000) {
      RowPage page = viewed.rows(first, 3_000, List.of("id"), Job.unattended());
      page.rows().forEach(row -> ids.add(row.getFirst()));
      if (page.end()) {
        return ids;
      }
    }
  }

  @Test
  void randomConditionsFindTheRowsThatDuckDbFinds() throws Exception {
    for (int seed = 0; seed < 2; seed++) {
      Random random = new Random(seed);
      World world = world(random);
      List<Field> fields = world.open().snapshot().fields();
      RandomConditions conditions = new RandomConditions(random, fields);
      for (int i = 0; i < 40; i++) {
        Predicate predicate = conditions.next(3);
        OpenTable viewed = world.open().viewed(new View(predicate, List.of()), Job.unattended());
        String sql = RandomConditions.sql(predicate);
        List<Object> expected = duck.column("SELECT id FROM truth WHERE " + sql + " ORDER BY ord");
        assertThat(ids(viewed)).as("seed %s: %s", seed, sql).isEqualTo(expected);
        assertThat(viewed.rowCount()).as(sql).hasValue(expected.size());
        Summary summary =
            viewed.ask(new SummaryQuestion(List.of("big", "region")), Job.unattended());
        assertThat(summary.rows()).as(sql).isEqualTo(expected.size());
        assertThat(summary.columns().getFirst().max())
            .as(sql)
            .isEqualTo(duck.cell("SELECT max(big) FROM truth WHERE " + sql));
      }
    }
  }

  @Test
  void randomOrdersAreThoseOfDuckDb() throws Exception {
    Random random = new Random(7);
    World world = world(random);
    List<Field> fields = world.open().snapshot().fields();
    RandomConditions conditions = new RandomConditions(random, fields);
    for (int i = 0; i < 20; i++) {
      Predicate predicate = random.nextBoolean() ? Predicate.all() : conditions.next(2);
      List<Order> order =
          IntStream.range(0, 1 + random.nextInt(2))
              .mapToObj(_ ->
                  new Order(fields.get(random.nextInt(fields.size())).name(), random.nextBoolean()))
              .toList();
      OpenTable viewed = world.open().viewed(new View(predicate, order), Job.unattended());
      String by =
          order.stream()
              .map(o ->
                  (o.column().equals("amount")
                          ? "CASE WHEN amount IS NULL THEN 2 WHEN isnan(amount) THEN 1 ELSE 0 END, "
                          : "")
                      + o.column()
                      + (o.descending() ? " DESC" : "")
                      + " NULLS LAST")
              .collect(Collectors.joining(", "));
      String sql =
          "SELECT id FROM truth WHERE "
              + RandomConditions.sql(predicate)
              + " ORDER BY "
              + by
              + ", ord";
      assertThat(ids(viewed)).as(sql).isEqualTo(duck.column(sql));
    }
  }

  @Test
  void aViewOnPartitionsAloneReadsNoData() throws Exception {
    World world = world(new Random(1));
    Predicate north =
        FilterParser.parse("region IN ('north', 'a')", world.open().snapshot().fields());
    Running<OpenTable> viewing =
        jobs.start(
            job -> world.open().viewed(new View(north, List.of(new Order("region", false))), job));
    OpenTable viewed = viewing.join();
    assertThat(viewed.rowCount())
        .hasValue((Long) duck.cell("SELECT count(*) FROM truth WHERE region IN ('north', 'a')"));
    assertThat(world.table().read)
        .noneMatch(path -> path.startsWith("f1") || path.startsWith("f2"));
    assertThat(ids(viewed))
        .isEqualTo(
            duck.column(
                "SELECT id FROM truth WHERE region IN ('north', 'a') ORDER BY region, ord"));
  }

  @Test
  void aViewIsReplacedNotNarrowed() throws Exception {
    World world = world(new Random(2));
    List<Field> fields = world.open().snapshot().fields();
    OpenTable small =
        world
            .open()
            .viewed(
                new View(new Predicate.Compared(fields.getFirst(), Comparison.LESS, 10), List.of()),
                Job.unattended());
    assertThat(small.viewed(View.ALL, Job.unattended())).isSameAs(world.open());
    assertThat(small.rows(5, 100, List.of("id", "region"), Job.unattended()).end()).isTrue();
    assertThat(small.rows(50_000, 100, List.of("id"), Job.unattended()).rows()).isEmpty();
  }

  @Test
  void rowsThatMatchAreThoseOfTheViewAlone() throws Exception {
    World world = world(new Random(3));
    List<Field> fields = world.open().snapshot().fields();
    for (View view :
        List.of(
            View.ALL,
            new View(FilterParser.parse("id >= 100", fields), List.of()),
            new View(Predicate.all(), List.of(new Order("id", true))))) {
      OpenTable some =
          world
              .open()
              .viewed(view, Job.unattended())
              .matching(FilterParser.parse("flag", fields), Job.unattended())
              .matching(FilterParser.parse("id < 4000", fields), Job.unattended());
      String where =
          " FROM truth WHERE flag AND id < 4000"
              + (view.filter().matchesAll() ? "" : " AND id >= 100");
      assertThat(some.rowCount()).isEmpty();
      Moments asked = some.ask(new MomentsQuestion("id"), Job.unattended());
      assertThat(asked.rows()).isEqualTo(duck.cell("SELECT count(*)" + where)).isPositive();
      assertThat(some.rowCount()).isEmpty();
      assertThat(some.countRows(Job.unattended())).isEqualTo(asked.rows());
      assertThat(ids(some)).isEqualTo(duck.column("SELECT id" + where + " ORDER BY ord"));
    }
  }
}
