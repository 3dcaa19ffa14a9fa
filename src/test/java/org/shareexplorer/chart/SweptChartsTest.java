package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * Charts drawn by lot of awkward rows have the figures that plain SQL, written from
 * docs/definitions.md, finds in the same rows.
 */
class SweptChartsTest {

  private static final List<String> NUMBERS =
      List.of("small", "big", "wild", "far", "single", "price", "wide");
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
  @ValueSource(ints = {1, 2, 3, 4})
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
    return switch (random.nextInt(9)) {
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
          new TimeSeriesSpec(
              time, bucket, quantity.aggregate(), quantity.column(), 0, one(random, GROUPS), false);
      case 6 ->
          random.nextBoolean()
              ? new HeatMapSpec(time, bucket, one(random, GROUPS), quantity)
              : new HeatMapSpec(one(random, GROUPS), null, one(random, GROUPS), quantity);
      case 7 ->
          // Fences between whole numbers beyond 2^53 are none that SQL's floating point has.
          new BoxPlotSpec(
              one(random, NUMBERS.stream().filter(name -> !name.equals("big")).toList()),
              random.nextBoolean() ? null : one(random, GROUPS));
      default ->
          random.nextBoolean()
              ? new CorrelationSpec(List.of("small", "far", "single", "price", "wide", "wild"))
              : new ScatterSpec(one(random, NUMBERS), one(random, NUMBERS));
    };
  }

  private static void compare(ChartSpec spec, ZoneId zone, AwkwardRows rows) throws SQLException {
    switch (spec.ask(rows.table(), zone, Job.unattended())) {
      case BarChart chart -> GroupsInSql.bars(chart.spec(), chart.answer(), rows);
      case TimeSeriesChart chart -> GroupsInSql.steps(chart.spec(), chart.answer(), zone, rows);
      case HistogramChart chart -> SpreadsInSql.bins(chart.spec(), chart.answer(), rows);
      case BoxPlotChart chart -> SpreadsInSql.boxes(chart.spec(), chart.answer().boxes(), rows);
      case LinesChart chart ->
          GroupsInSql.cells(
              List.of(
                  new GroupsInSql.By(
                      GroupsInSql.step(chart.spec().time(), chart.spec().bucket(), zone),
                      "",
                      GroupsInSql.ALL),
                  new GroupsInSql.By(
                      chart.spec().split() + "", "count(*) DESC,", Palette.SIZE - 1)),
              chart.spec().quantity(),
              chart.answer(),
              rows);
      case HeatMapChart chart ->
          GroupsInSql.cells(
              List.of(
                  new GroupsInSql.By(chart.spec().up(), "count(*) DESC,", 30),
                  chart.spec().bucket() == null
                      ? new GroupsInSql.By(chart.spec().across(), "count(*) DESC,", 30)
                      : new GroupsInSql.By(
                          GroupsInSql.step(chart.spec().across(), chart.spec().bucket(), zone),
                          "",
                          400)),
              chart.spec().quantity(),
              chart.answer(),
              rows);
      case CorrelationChart chart -> SpreadsInSql.pairs(chart.answer(), rows);
      case ScatterChart chart -> SpreadsInSql.points(chart.spec(), chart.answer(), rows);
      case Chart other -> throw new AssertionError(other.toString());
    }
  }
}
