package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Correlations;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Pairs;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TimeSeries;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * Charts drawn by lot of awkward rows have the figures that plain SQL, written from
 * docs/definitions.md, finds in the same rows.
 */
class SweptChartsTest {

  private static final List<String> NUMBERS =
      List.of("small", "big", "wild", "far", "single", "price", "wide");
  private static final List<String> FLOATING = List.of("wild", "far", "single");
  private static final List<String> GROUPS =
      List.of("text", "flag", "small", "price", "wild", "single", "wide", "day", "clock");
  private static final List<ZoneId> ZONES =
      List.of(ZoneId.of("Europe/Berlin"), ZoneId.of("America/St_Johns"), ZoneId.of("UTC"));

  @TempDir Path folder;
  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);

  @AfterEach
  void end() {
    questions.close();
    jobs.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void chartsHaveTheFiguresOfPlainSql(int seed) throws Exception {
    Random random = new Random(seed);
    try (AwkwardRows rows = new AwkwardRows(seed, folder, jobs, questions)) {
      List<String> wrong = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        ZoneId zone = one(random, ZONES);
        ChartSpec spec = spec(random);
        try {
          compare(spec, zone, rows);
        } catch (AssertionError | RuntimeException e) {
          wrong.add(spec + " in " + zone + ": " + e);
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static Quantity quantity(Random random) {
    if (random.nextInt(6) == 0) {
      return Quantity.ROWS;
    }
    Aggregate aggregate = one(random, List.of(Aggregate.values()));
    return new Quantity(
        aggregate,
        aggregate == Aggregate.COUNT || aggregate == Aggregate.DISTINCT
            ? one(random, random.nextBoolean() ? NUMBERS : GROUPS)
            : one(random, NUMBERS));
  }

  private static ChartSpec spec(Random random) {
    Bucket bucket = one(random, List.of(Bucket.values()));
    String time = one(random, List.of("day", "moment", "clock"));
    Quantity quantity = quantity(random);
    return switch (random.nextInt(7)) {
      case 0, 1 ->
          new BarSpec(
              one(random, GROUPS),
              quantity,
              random.nextInt(3) == 0 ? "flag" : null,
              Arrangement.GROUPED,
              one(random, List.of(Rank.values())),
              1 + random.nextInt(12),
              true);
      case 2, 3 -> new TimeSeriesSpec(time, bucket, quantity.aggregate(), quantity.column());
      case 4 ->
          new HistogramSpec(
              one(random, NUMBERS),
              1 + random.nextInt(40),
              null,
              random.nextInt(3) == 0 ? Scale.LOG : Scale.LINEAR,
              false);
      case 5 ->
          new BoxPlotSpec(one(random, NUMBERS), random.nextBoolean() ? null : one(random, GROUPS));
      default ->
          random.nextBoolean()
              ? new CorrelationSpec(List.of("small", "far", "single", "price", "wide", "wild"))
              : new ScatterSpec(one(random, NUMBERS), one(random, NUMBERS));
    };
  }

  private static void compare(ChartSpec spec, ZoneId zone, AwkwardRows rows) throws SQLException {
    switch (spec.ask(rows.table(), zone, Job.unattended())) {
      case BarChart chart -> bars(chart.spec(), chart.answer(), rows);
      case TimeSeriesChart chart -> steps(chart.spec(), chart.answer(), zone, rows);
      case HistogramChart chart -> bins(chart.spec(), chart.answer(), rows);
      case BoxPlotChart chart -> boxes(chart.spec(), chart.answer().boxes(), rows);
      case CorrelationChart chart -> pairs(chart.answer(), rows);
      case ScatterChart chart -> points(chart.spec(), chart.answer(), rows);
      case Chart other -> throw new AssertionError(other.toString());
    }
  }

  /** A column's values that are numbers. */
  private static String finite(String column) {
    return FLOATING.contains(column)
        ? "CASE WHEN isfinite(%1$s) THEN %1$s END".formatted(column)
        : column;
  }

  private static String number(String column) {
    return "CAST(" + finite(column) + " AS DOUBLE)";
  }

  private static String figure(Quantity quantity) {
    String column = quantity.column();
    if (column == null) {
      return "count(*)";
    }
    return switch (quantity.aggregate()) {
      case COUNT -> "count(" + finite(column) + ")";
      case DISTINCT -> "count(DISTINCT " + column + ")";
      case SUM -> (FLOATING.contains(column) ? "fsum" : "sum") + "(" + finite(column) + ")";
      case MEAN ->
          FLOATING.contains(column)
              ? "favg(" + number(column) + ")"
              : "CAST(sum(%1$s) AS DOUBLE) / count(%1$s)".formatted(column);
      case MIN -> "min(" + finite(column) + ")";
      case MAX -> "max(" + finite(column) + ")";
      case MEDIAN -> "quantile_cont(" + number(column) + ", 0.5)";
      case DEVIATION -> "stddev_samp(" + number(column) + ")";
    };
  }

  private static void same(@Nullable Object found, @Nullable Object expected, String what) {
    if (expected == null
        || (expected instanceof Double number && number.isNaN())
        || found == null) {
      assertThat(found == null || found.equals(Double.NaN)).as(what + ": " + found).isTrue();
      assertThat(expected == null || expected.equals(Double.NaN))
          .as(what + ": " + expected)
          .isTrue();
    } else if (expected instanceof Double) {
      double wanted = ((Number) expected).doubleValue();
      assertThat(((Number) found).doubleValue())
          .as(what)
          .isCloseTo(wanted, within(1e-9 * Math.abs(wanted) + 1e-9));
    } else {
      assertThat(AwkwardRows.plain(found)).as(what).isEqualTo(AwkwardRows.plain(expected));
    }
  }

  private static void bars(BarSpec spec, Grouped answer, AwkwardRows rows) throws SQLException {
    String figure = figure(spec.quantity());
    String order =
        switch (spec.order()) {
          case KEY -> "";
          case ROWS -> "count(*) DESC, ";
          case GREATEST -> figure + " DESC NULLS LAST, ";
          case LEAST -> figure + " ASC NULLS LAST, ";
        };
    String split = spec.split() == null ? "NULL" : spec.split();
    List<List<@Nullable Object>> expected =
        rows.sql(
            """
            WITH ranked AS (SELECT %1$s AS k, row_number() OVER (ORDER BY %2$s %1$s ASC NULLS LAST) AS place FROM t GROUP BY %1$s),
              kept AS (SELECT t.*, least(place, %3$d + 1) AS place FROM t JOIN ranked ON t.%1$s IS NOT DISTINCT FROM ranked.k)
            SELECT place, CASE WHEN place <= %3$d THEN any_value(%1$s) END, %4$s AS part, count(*), %5$s
            FROM kept GROUP BY place, part ORDER BY place, part NULLS LAST
            """
                .formatted(spec.category(), order, spec.most(), split, figure));
    assertThat(answer.groups()).as("groups").hasSameSizeAs(expected);
    for (List<@Nullable Object> row : expected) {
      boolean others = ((Long) row.get(0)) > spec.most();
      List<Grouped.Group> found =
          answer.groups().stream()
              .filter(group ->
                  (group.keys().getFirst() instanceof Grouped.Key.Of(var key)
                          ? !others && key(key).equals(key(row.get(1)))
                          : others)
                      && (spec.split() == null
                          || (group.keys().getLast() instanceof Grouped.Key.Of(var part)
                              && key(part).equals(key(row.get(2))))))
              .toList();
      assertThat(found).as("of " + key(row.get(1)) + ", " + row.get(2)).hasSize(1);
      assertThat(found.getFirst().rows()).isEqualTo(row.get(3));
      same(found.getFirst().totals().getFirst(), row.get(4), key(row.get(1)));
    }
    if (spec.split() == null) {
      assertThat(
              answer.groups().stream()
                  .map(group ->
                      group.keys().getFirst() instanceof Grouped.Key.Of(var key)
                          ? key(key)
                          : "others")
                  .toList())
          .as("order")
          .isEqualTo(
              expected.stream()
                  .map(row -> ((Long) row.get(0)) > spec.most() ? "others" : key(row.get(1)))
                  .toList());
    }
  }

  private static String key(@Nullable Object value) {
    return String.valueOf(AwkwardRows.plain(value));
  }

  private static void steps(TimeSeriesSpec spec, TimeSeries answer, ZoneId zone, AwkwardRows rows)
      throws SQLException {
    String local =
        spec.time().equals("moment") ? "moment AT TIME ZONE '" + zone.getId() + "'" : spec.time();
    List<List<@Nullable Object>> expected =
        rows.sql(
            """
            SELECT CAST(date_trunc('%s', %s) AS DATE) AS step, %s, count(*), CAST(max(%s) AS DATE) FROM t WHERE %s IS NOT NULL
            GROUP BY step ORDER BY step
            """
                .formatted(
                    spec.bucket().name().toLowerCase(Locale.ROOT),
                    local,
                    figure(spec.quantity()),
                    local,
                    spec.time()));
    assertThat(answer.steps()).extracting(TimeSeries.Step::start).isEqualTo(column(expected, 0));
    assertThat(answer.steps()).extracting(TimeSeries.Step::rows).isEqualTo(column(expected, 2));
    assertThat(answer.lastDays()).isEqualTo(column(expected, 3));
    for (int i = 0; i < expected.size(); i++) {
      same(answer.steps().get(i).value(), expected.get(i).get(1), "step " + i);
    }
    assertThat(answer.rowsWithoutTime())
        .isEqualTo(
            rows.sql("SELECT count(*) FROM t WHERE %s IS NULL".formatted(spec.time()))
                .getFirst()
                .getFirst());
  }

  private static List<@Nullable Object> column(List<List<@Nullable Object>> rows, int number) {
    List<@Nullable Object> column = new ArrayList<>();
    rows.forEach(row -> column.add(row.get(number)));
    return column;
  }

  private static void bins(HistogramSpec spec, Histogram answer, AwkwardRows rows)
      throws SQLException {
    boolean log = spec.scale() == Scale.LOG;
    List<BigDecimal> values =
        rows
            .sql(
                "SELECT %1$s FROM t WHERE %1$s IS NOT NULL%2$s ORDER BY 1"
                    .formatted(finite(spec.column()), log ? " AND " + spec.column() + " > 0" : ""))
            .stream()
            .map(row -> new BigDecimal(String.valueOf(row.getFirst())))
            .toList();
    List<BigDecimal> cuts = answer.cuts();
    long[] counts = new long[cuts.size() - 1];
    for (BigDecimal value : values) {
      int bin = 0;
      while (bin < counts.length - 1 && value.compareTo(cuts.get(bin + 1)) >= 0) {
        bin++;
      }
      counts[bin]++;
    }
    assertThat(answer.counts()).isEqualTo(Arrays.stream(counts).boxed().toList());
    BigDecimal least = values.getFirst();
    BigDecimal greatest = values.getLast();
    boolean whole =
        !log
            && List.of("small", "big").contains(spec.column())
            && greatest.subtract(least).compareTo(BigDecimal.valueOf(spec.bins())) <= 0;
    assertThat(cuts)
        .hasSize(whole ? greatest.subtract(least).intValueExact() + 2 : spec.bins() + 1);
    assertThat(cuts.getFirst()).isEqualByComparingTo(least);
    assertThat(cuts.getLast())
        .isEqualByComparingTo(whole ? greatest.add(BigDecimal.ONE) : greatest);
    double first = place(least, log);
    double width = (place(cuts.getLast(), log) - first) / counts.length;
    for (int i = 0; i < cuts.size(); i++) {
      assertThat(place(cuts.get(i), log))
          .isCloseTo(first + i * width, within(1e-6 * width + 1e-9 * Math.abs(first)));
    }
    assertThat(answer.rows()).isEqualTo(AwkwardRows.COUNT);
    assertThat(answer.nulls() + answer.notPlaced()).isEqualTo(AwkwardRows.COUNT - values.size());
  }

  private static double place(BigDecimal value, boolean log) {
    return log ? Math.log10(value.doubleValue()) : value.doubleValue();
  }

  private static void boxes(BoxPlotSpec spec, List<Box> answer, AwkwardRows rows)
      throws SQLException {
    String group = spec.group() == null ? "0" : spec.group();
    List<List<@Nullable Object>> expected =
        rows.sql(
            """
            WITH v AS (SELECT %1$s AS k, %2$s AS v FROM t),
              q AS (SELECT k, count(*) AS n, quantile_cont(v, 0.25) AS q1, quantile_cont(v, 0.75) AS q3 FROM v GROUP BY k)
            SELECT any_value(v.k), count(v), any_value(n) - count(v), min(v), least(any_value(q1), min(v) FILTER (v >= q1 - 1.5 * (q3 - q1))),
              any_value(q1), quantile_cont(v, 0.5), favg(v), any_value(q3), greatest(any_value(q3), max(v) FILTER (v <= q3 + 1.5 * (q3 - q1))), max(v),
              count(*) FILTER (v < q1 - 1.5 * (q3 - q1) OR v > q3 + 1.5 * (q3 - q1))
            FROM v JOIN q ON v.k IS NOT DISTINCT FROM q.k GROUP BY q.k ORDER BY any_value(n) DESC, q.k NULLS LAST LIMIT %3$d
            """
                .formatted(group, number(spec.column()), spec.mostGroups()));
    assertThat(answer).hasSameSizeAs(expected);
    for (int i = 0; i < answer.size(); i++) {
      Box box = answer.get(i);
      List<@Nullable Object> row = expected.get(i);
      if (spec.group() != null) {
        assertThat(key(box.group())).isEqualTo(key(row.getFirst()));
      }
      List<Object> found =
          List.of(
              box.count(),
              box.nulls(),
              box.min(),
              box.lowerWhisker(),
              box.q1(),
              box.median(),
              box.mean(),
              box.q3(),
              box.upperWhisker(),
              box.max(),
              box.outlierCount());
      for (int c = 0; c < found.size(); c++) {
        same(found.get(c), row.get(c + 1), "box " + i + ", figure " + c);
      }
    }
  }

  /** Numbers moved to where DuckDB's coefficient has its digits; that changes none. */
  private static String near(String column) {
    return number(column) + (column.equals("far") ? " - 1e9" : "");
  }

  private static void pairs(Correlations answer, AwkwardRows rows) throws SQLException {
    for (Correlations.Pair pair : answer.pairs()) {
      String one = near(answer.columns().get(pair.first()));
      String other = near(answer.columns().get(pair.second()));
      List<@Nullable Object> row =
          rows.sql(
                  "SELECT count(*) FILTER (%1$s IS NOT NULL AND %2$s IS NOT NULL), corr(%1$s, %2$s) FROM t"
                      .formatted(one, other))
              .getFirst();
      assertThat(pair.rows()).isEqualTo(row.get(0));
      same(pair.coefficient(), row.get(1), pair.toString());
    }
  }

  private static void points(ScatterSpec spec, Pairs answer, AwkwardRows rows) throws SQLException {
    List<List<@Nullable Object>> expected =
        rows.sql(
            "SELECT %1$s AS x, %2$s AS y FROM t WHERE x IS NOT NULL AND y IS NOT NULL ORDER BY %3$s, %4$s"
                .formatted(number(spec.across()), number(spec.up()), spec.across(), spec.up()));
    assertThat(answer.placed()).isEqualTo(expected.size());
    assertThat(
            answer.points().stream().map(point -> key(point.x()) + ", " + key(point.y())).toList())
        .isEqualTo(expected.stream().map(row -> key(row.get(0)) + ", " + key(row.get(1))).toList());
  }
}
