package org.shareexplorer.engine.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

/** Pivots have the figures that DuckDB finds by other words in the raw file. */
class PivotTest {

  private static final int ROWS = 4_000;
  private static final List<Field> FIELDS =
      List.of(
          field("id", Simple.INTEGER),
          field("amount", Simple.DOUBLE),
          field("price", new DataType.Decimal(10, 2)),
          field("Größe „α“", Simple.STRING),
          field("moment", Simple.TIMESTAMP),
          field("day", Simple.DATE),
          field("flag", Simple.BOOLEAN),
          field("select", Simple.SHORT));
  private static final String SELECT =
      """
      SELECT i::INTEGER AS id,
        CASE WHEN h % 11 = 0 THEN NULL WHEN h % 97 = 1 THEN 'NaN'::DOUBLE
          WHEN h % 89 = 2 THEN '-Infinity'::DOUBLE ELSE (h % 1000)::DOUBLE / 7 END AS amount,
        CASE WHEN h % 13 = 0 THEN NULL ELSE ((h % 2000000) / 100 - 3000)::DECIMAL(10, 2) END AS price,
        CASE WHEN h % 5 = 0 THEN NULL
          ELSE (['a', 'A', 'O''Neil', 'ab\u00e9', '', ' ', '"', '\ud83d\ude00', 'rows', 'all'])
            [1 + (h % 10)::INTEGER] END AS "Größe „α“",
        (TIMESTAMPTZ '2023-12-30 22:00:00Z' + to_seconds(i * 7919)) AS moment,
        CASE WHEN h % 17 = 0 THEN NULL ELSE DATE '2023-12-25' + (h % 400)::INTEGER END AS day,
        CASE WHEN h % 7 = 0 THEN NULL ELSE h % 3 = 0 END AS flag,
        (h % 6)::SMALLINT - 2 AS "select"
      FROM (SELECT i, (hash(i) // 4)::BIGINT AS h FROM range(4000) t(i))\
      """;

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);
  private final SqlQueries queries = new SqlQueries(jobs, questions);
  private final Job job = Job.unattended();
  private Connection duck;
  private OpenTable table;

  private static Field field(String name, DataType type) {
    return new Field(name, type, true);
  }

  @BeforeEach
  void open() throws SQLException {
    duck = DriverManager.getConnection("jdbc:duckdb:");
    Path file = folder.resolve("rows.parquet");
    run("SET TimeZone = 'UTC'");
    run("COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 2048)".formatted(SELECT, file));
    table =
        new ResultTables(jobs, questions)
            .open(new TableName("a", "b", "c"), FIELDS, file, folder, ROWS);
    run("CREATE VIEW raw AS SELECT * FROM '%s'".formatted(file));
  }

  @AfterEach
  void close() throws SQLException {
    duck.close();
    queries.close();
    questions.close();
    jobs.close();
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = duck.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Pivot.Key key(String name, @Nullable Bucket step) {
    return new Pivot.Key(named(name), Optional.ofNullable(step));
  }

  private static Field named(String name) {
    return FIELDS.stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static Pivot.Value value(Aggregate aggregate, String name) {
    return new Pivot.Value(aggregate, Optional.of(named(name)));
  }

  private static final Pivot.Value COUNT = new Pivot.Value(Aggregate.COUNT, Optional.empty());

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  @Test
  void randomPivotsHaveTheRawFilesFigures() throws SQLException {
    Random random = new Random(20_26);
    for (int i = 0; i < 12; i++) {
      List<Pivot.Key> rows =
          IntStream.range(0, random.nextInt(3)).mapToObj(_ -> randomKey(random)).toList();
      Optional<Pivot.Across> across =
          random.nextInt(3) == 0
              ? Optional.empty()
              : Optional.of(new Pivot.Across(randomKey(random), 1 + random.nextInt(9)));
      List<Pivot.Value> values =
          IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> randomValue(random)).toList();
      ZoneId zone = one(random, List.of(ZoneId.of("Europe/Zurich"), ZoneOffset.ofHours(-7)));
      String where =
          one(random, List.of("", "id >= 700 AND flag", "price < -100.5 OR day IS NULL"));
      check(new Pivot(rows, across, values, zone), where);
    }
  }

  private static Pivot.Key randomKey(Random random) {
    String name = one(random, List.of("Größe „α“", "moment", "day", "flag", "select", "day"));
    boolean time = named(name).type() == Simple.TIMESTAMP;
    boolean step = time || (named(name).type() == Simple.DATE && random.nextBoolean());
    return key(name, step ? one(random, List.of(Bucket.values())) : null);
  }

  private static Pivot.Value randomValue(Random random) {
    Aggregate aggregate = one(random, List.of(Aggregate.values()));
    List<Field> fitting = FIELDS.stream().filter(field -> aggregate.fits(field.type())).toList();
    return aggregate == Aggregate.COUNT && random.nextBoolean()
        ? COUNT
        : new Pivot.Value(aggregate, Optional.of(one(random, fitting)));
  }

  /** Compares every cell with that of a query in long form, a row for each cell. */
  private void check(Pivot pivot, String where) throws SQLException {
    OpenTable rows =
        where.isEmpty()
            ? table
            : table.viewed(
                new View(FilterParser.parse(where, FIELDS), List.of(new Order("amount", true))),
                job);
    Map<List<Object>, List<@Nullable Object>> cells = new HashMap<>();
    long groups = cells(pivot, where, cells);
    try (PivotTable found = PivotTable.of(queries, rows, pivot, job)) {
      assertThat(found.result().rows()).as("%s", pivot).isEqualTo(groups);
      List<String> names = found.result().query().columns().stream().map(Field::name).toList();
      List<List<@Nullable Object>> got =
          found.result().table().rows(0, (int) groups, names, job).rows();
      List<String> heads = new ArrayList<>();
      found.heads().values().forEach(head -> heads.add(head == null ? "" : "=" + head(head)));
      if (found.heads().others() > 0) {
        heads.add("others");
      }
      heads.add("all");
      assertThat(names).hasSize(pivot.rows().size() + heads.size() * pivot.values().size());
      for (int row = 0; row < groups; row++) {
        for (int head = 0; head < heads.size(); head++) {
          List<@Nullable Object> expected = cells.get(List.<Object>of((long) row, heads.get(head)));
          for (int v = 0; v < pivot.values().size(); v++) {
            Object cell = got.get(row).get(pivot.rows().size() + head * pivot.values().size() + v);
            compare(pivot.values().get(v), cell, expected == null ? null : expected.get(v), pivot);
          }
        }
      }
      compareTotals(pivot, where, found, heads);
    }
  }

  private void compareTotals(Pivot pivot, String where, PivotTable found, List<String> heads)
      throws SQLException {
    Map<List<Object>, List<@Nullable Object>> totals = new HashMap<>();
    cells(new Pivot(List.of(), pivot.across(), pivot.values(), pivot.zone()), where, totals);
    for (int head = 0; head < heads.size(); head++) {
      List<@Nullable Object> expected = totals.get(List.<Object>of(0L, heads.get(head)));
      for (int v = 0; v < pivot.values().size(); v++) {
        compare(
            pivot.values().get(v),
            found.totals().get(head * pivot.values().size() + v),
            expected == null ? null : expected.get(v),
            pivot);
      }
    }
  }

  private static String head(Object value) {
    return CellText.plain(value);
  }

  private static void compare(
      Pivot.Value value, @Nullable Object cell, @Nullable Object expected, Pivot pivot) {
    boolean counted =
        value.aggregate() == Aggregate.COUNT || value.aggregate() == Aggregate.DISTINCT;
    if (expected == null) {
      assertThat(cell).as("%s", pivot).isEqualTo(counted ? (Object) 0L : null);
    } else if (cell instanceof Double number) {
      double other = Double.parseDouble(expected.toString());
      assertThat(number)
          .as("%s", pivot)
          .isCloseTo(other, within(1e-9 * Math.max(1, Math.abs(other))));
    } else if (cell instanceof Number number) {
      assertThat(new BigDecimal(number.toString()))
          .as("%s", pivot)
          .isEqualByComparingTo(new BigDecimal(expected.toString()));
    } else {
      assertThat(CellText.plain(Objects.requireNonNull(cell)).replace("T", " ").replace("Z", ""))
          .isEqualTo(expected.toString().replace("+00", ""));
    }
  }

  private long cells(Pivot pivot, String where, Map<List<Object>, List<@Nullable Object>> cells)
      throws SQLException {
    List<String> keys = pivot.rows().stream().map(key -> expression(key, pivot.zone())).toList();
    String place =
        keys.isEmpty()
            ? "0"
            : "dense_rank() OVER (ORDER BY %s) - 1"
                .formatted(
                    keys.stream()
                        .map(key -> key + " NULLS LAST")
                        .collect(Collectors.joining(", ")));
    String head =
        pivot.across().map(across -> expression(across.key(), pivot.zone())).orElse("NULL");
    int most = pivot.across().map(Pivot.Across::most).orElse(0);
    String source =
        """
        WITH s AS (SELECT *, %s AS place, %s AS h FROM raw %s),
          t AS (SELECT h, row_number() OVER (ORDER BY count(*) DESC, h NULLS LAST) AS rank
                FROM s GROUP BY h),
          j AS (SELECT s.*, CASE WHEN t.rank <= %d THEN coalesce('=' || s.h::VARCHAR, '')
                ELSE 'others' END AS head FROM s JOIN t ON s.h IS NOT DISTINCT FROM t.h)
        """
            .formatted(place, head, where.isEmpty() ? "" : "WHERE " + where, most);
    String figures =
        pivot.values().stream().map(PivotTest::figure).collect(Collectors.joining(", "));
    long groups = 0;
    for (String kind : pivot.across().isPresent() ? List.of("head", "'all'") : List.of("'all'")) {
      try (Statement statement = duck.createStatement();
          ResultSet result =
              statement.executeQuery(
                  source + "SELECT place, %s, %s FROM j GROUP BY 1, 2".formatted(kind, figures))) {
        while (result.next()) {
          List<@Nullable Object> figuresOf = new ArrayList<>();
          for (int i = 0; i < pivot.values().size(); i++) {
            figuresOf.add(result.getString(3 + i));
          }
          cells.put(List.of(result.getLong(1), result.getString(2)), figuresOf);
          groups = Math.max(groups, result.getLong(1) + 1);
        }
      }
    }
    return groups;
  }

  private static String expression(Pivot.Key key, ZoneId zone) {
    String name = "\"" + key.field().name() + "\"";
    if (key.step().isEmpty()) {
      return name;
    }
    String local =
        key.field().type() == Simple.DATE
            ? name
            : zone instanceof ZoneOffset
                ? "(" + name + " AT TIME ZONE 'UTC' - INTERVAL 7 HOUR)"
                : "(" + name + " AT TIME ZONE '" + zone.getId() + "')";
    String year = "year(" + local + ")";
    return switch (key.step().get()) {
      case DAY -> local + "::DATE";
      case WEEK -> "(%1$s::DATE - (isodow(%1$s) - 1)::INTEGER)".formatted(local);
      case MONTH -> "make_date(%s, month(%s), 1)".formatted(year, local);
      case QUARTER -> "make_date(%s, quarter(%s) * 3 - 2, 1)".formatted(year, local);
      case YEAR -> "make_date(%s, 1, 1)".formatted(year);
    };
  }

  private static String figure(Pivot.Value value) {
    if (value.field().isEmpty()) {
      return "count(1)";
    }
    String name = "\"" + value.field().get().name() + "\"";
    boolean floating = value.field().get().type() == Simple.DOUBLE;
    String finite = floating ? "CASE WHEN %1$s - %1$s = 0 THEN %1$s END".formatted(name) : name;
    return switch (value.aggregate()) {
      case COUNT -> "count(" + finite + ")";
      case DISTINCT -> "len(list_distinct(list(" + name + ")))";
      case SUM -> "sum(" + finite + ")";
      case MEAN -> "sum(%1$s)::DOUBLE / count(%1$s)".formatted(finite);
      case MIN -> "min(" + finite + ")::VARCHAR";
      case MAX -> "max(" + finite + ")::VARCHAR";
      case MEDIAN -> "quantile_cont((" + finite + ")::DOUBLE, 0.5)";
      case DEVIATION -> "sqrt(var_samp((" + finite + ")::DOUBLE))";
    };
  }

  @Test
  void theQueryIsOneThatAPersonReadsAndRuns() throws SQLException {
    Pivot pivot =
        new Pivot(
            List.of(key("day", Bucket.YEAR), key("flag", null)),
            Optional.of(new Pivot.Across(key("Größe „α“", null), 2)),
            List.of(value(Aggregate.SUM, "price"), COUNT),
            ZoneOffset.UTC);
    try (PivotTable found = PivotTable.of(queries, table, pivot, job)) {
      String sql = found.sql("raw", Optional.of("price > 5"));
      assertThat(sql)
          .startsWith(
              "SELECT\n  CAST(date_trunc('year', day) AS DATE) AS \"day by year\",\n  flag,\n")
          .contains("sum(price) FILTER (WHERE \"Größe „α“\" IS NULL) AS \"(null) · sum of price\"")
          .endsWith("FROM raw\nWHERE price > 5\nGROUP BY 1, 2\nORDER BY 1, 2");
      try (Statement statement = duck.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        assertThat(result.getMetaData().getColumnCount())
            .isEqualTo(found.result().query().columns().size());
      }
    }
  }

  @Test
  void manyGroupsAreAllThere() {
    Pivot pivot =
        new Pivot(List.of(key("id", null)), Optional.empty(), List.of(COUNT), ZoneOffset.UTC);
    try (PivotTable found = PivotTable.of(queries, table, pivot, job)) {
      assertThat(found.result().rows()).isEqualTo(ROWS);
      assertThat(found.totals()).containsExactly((long) ROWS);
    }
  }

  @Test
  void aTableWithoutRowsHasNoGroupsAndATotalOfNone() {
    OpenTable none = table.viewed(new View(FilterParser.parse("id < 0", FIELDS), List.of()), job);
    Pivot pivot =
        new Pivot(
            List.of(key("flag", null)),
            Optional.of(new Pivot.Across(key("select", null), 3)),
            List.of(COUNT, value(Aggregate.SUM, "price")),
            ZoneOffset.UTC);
    try (PivotTable found = PivotTable.of(queries, none, pivot, job)) {
      assertThat(found.result().rows()).isZero();
      assertThat(found.totals()).containsExactly(0L, null);
    }
  }

  @Test
  void valuesAreCalledWhatPeopleCallThem() {
    assertThat(COUNT.name()).isEqualTo("rows");
    assertThat(value(Aggregate.DISTINCT, "flag").name()).isEqualTo("distinct flag");
    assertThat(value(Aggregate.MEAN, "price").name().toUpperCase(Locale.ROOT))
        .isEqualTo("MEAN OF PRICE");
  }
}
