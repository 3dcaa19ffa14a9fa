package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.TimeSeries.Step;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class TimeSeriesAnswerTest extends QuestionsFixture {

  private static final ZoneId UTC = ZoneOffset.UTC;

  @ParameterizedTest
  @EnumSource(Bucket.class)
  void exactSumsPerStepAreThoseOfPlainAddition(Bucket bucket) throws SQLException {
    Random random = new Random(13);
    Map<LocalDate, BigDecimal> sums = new TreeMap<>();
    Map<LocalDate, Long> counts = new TreeMap<>();
    Map<LocalDate, LocalDate> last = new TreeMap<>();
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      LocalDate day = LocalDate.of(2023, 12, 25).plusDays(random.nextInt(800));
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000_000), 2);
      rows.add(List.of(day, value));
      sums.merge(start(day, bucket), value, BigDecimal::add);
      counts.merge(start(day, bucket), 1L, Long::sum);
      last.merge(start(day, bucket), day, (one, other) -> one.isBefore(other) ? other : one);
    }
    List<Step> expected =
        sums.entrySet().stream()
            .map(e -> new Step(e.getKey(), e.getValue(), counts.getOrDefault(e.getKey(), 0L)))
            .toList();
    TimeSeries series = of(bucket, Aggregate.SUM, Simple.DATE, new Decimal(10, 2), rows);
    assertThat(series.steps()).isEqualTo(expected);
    assertThat(series.lastDays()).isEqualTo(List.copyOf(last.values()));
    List<BigDecimal> means =
        of(bucket, Aggregate.MEAN, Simple.DATE, new Decimal(10, 2), rows).steps().stream()
            .map(Step::value)
            .toList();
    assertThat(means)
        .isEqualTo(
            sums.entrySet().stream()
                .map(e ->
                    e.getValue()
                        .divide(
                            BigDecimal.valueOf(counts.getOrDefault(e.getKey(), 0L)),
                            MathContext.DECIMAL128))
                .toList());
  }

  @Test
  void daysBeginInTheQuestionsZone() throws SQLException {
    Instant instant = Instant.parse("2024-07-01T02:30:00Z");
    List<List<?>> rows = List.of(List.of(instant, 1));
    for (String zone : List.of("America/New_York", "Asia/Kathmandu", "UTC", "+14:00")) {
      TimeSeries series =
          of(
              new TimeSeriesQuestion(
                  "t", Bucket.DAY, Aggregate.SUM, Optional.of("v"), ZoneId.of(zone)),
              Simple.TIMESTAMP,
              Simple.INTEGER,
              rows);
      assertThat(series.steps())
          .extracting(Step::start)
          .containsExactly(instant.atZone(ZoneId.of(zone)).toLocalDate());
      assertThat(series.lastDays()).containsExactly(series.steps().getLast().start());
    }
  }

  @Test
  void theSameFileHasOtherDaysInAnotherZone() throws SQLException {
    Instant instant = Instant.parse("2024-07-01T02:30:00Z");
    List<Field> fields = List.of(field("t", Simple.TIMESTAMP));
    LocalFile file = parquet.of(fields, List.of(List.of(instant)));
    for (String zone : List.of("America/New_York", "Asia/Tokyo", "Europe/Berlin")) {
      for (Aggregate aggregate : List.of(Aggregate.COUNT, Aggregate.DISTINCT)) {
        TimeSeriesQuestion days =
            new TimeSeriesQuestion("t", Bucket.DAY, aggregate, Optional.of("t"), ZoneId.of(zone));
        assertThat(ask(days, fields, file).steps())
            .extracting(Step::start)
            .containsExactly(instant.atZone(ZoneId.of(zone)).toLocalDate());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/Sao_Paulo", "Asia/Tokyo"})
  void daysOfManyYearsAreThoseOfTheZonesClocks(String id) throws SQLException {
    ZoneId zone = ZoneId.of(id);
    Map<LocalDate, Long> counts = new TreeMap<>();
    List<List<?>> rows = new ArrayList<>();
    rows.add(Arrays.asList(null, 1));
    for (Instant at = Instant.parse("1975-01-01T00:15:00Z");
        at.isBefore(Instant.parse("2030-01-01T00:00:00Z"));
        at = at.plus(Duration.ofHours(61))) {
      rows.add(List.of(at, 1));
      counts.merge(at.atZone(zone).toLocalDate(), 1L, Long::sum);
    }
    TimeSeries series =
        of(
            new TimeSeriesQuestion("t", Bucket.DAY, Aggregate.SUM, Optional.of("v"), zone),
            Simple.TIMESTAMP,
            Simple.INTEGER,
            rows);
    assertThat(series.rowsWithoutTime()).isEqualTo(1);
    assertThat(series.steps())
        .isEqualTo(
            counts.entrySet().stream()
                .map(e -> new Step(e.getKey(), BigDecimal.valueOf(e.getValue()), e.getValue()))
                .toList());
  }

  /** Of few years, rows are added up by parts of days first. */
  @ParameterizedTest
  @EnumSource(Bucket.class)
  void stepsOfFewYearsAreThoseOfTheZonesClocks(Bucket bucket) throws SQLException {
    ZoneId zone = ZoneId.of("Europe/Berlin");
    Random random = new Random(7);
    Map<LocalDate, List<BigDecimal>> values = new TreeMap<>();
    List<List<?>> rows = new ArrayList<>();
    rows.add(Arrays.asList(null, BigDecimal.TEN));
    for (int i = 0; i < 4_000; i++) {
      Instant at = Instant.parse("2021-03-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000));
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000), 2);
      rows.add(List.of(at, value));
      values
          .computeIfAbsent(start(at.atZone(zone).toLocalDate(), bucket), _ -> new ArrayList<>())
          .add(value);
    }
    for (Aggregate aggregate : List.of(Aggregate.SUM, Aggregate.MAX, Aggregate.DISTINCT)) {
      TimeSeries series =
          of(
              new TimeSeriesQuestion("t", bucket, aggregate, Optional.of("v"), zone),
              Simple.TIMESTAMP,
              new Decimal(10, 2),
              rows);
      assertThat(series.rowsWithoutTime()).isEqualTo(1);
      assertThat(series.steps())
          .isEqualTo(
              values.entrySet().stream()
                  .map(e ->
                      new Step(e.getKey(), figure(aggregate, e.getValue()), e.getValue().size()))
                  .toList());
    }
  }

  private static BigDecimal figure(Aggregate aggregate, List<BigDecimal> values) {
    return switch (aggregate) {
      case SUM -> values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      case MAX -> values.stream().reduce(BigDecimal::max).orElseThrow();
      default -> BigDecimal.valueOf(values.stream().distinct().count());
    };
  }

  @Test
  void stepsAreRightOrRefusedWhateverFilesTellOfTheirReach() throws Exception {
    TimeSeries series = toldToEnd(Duration.ofDays(10));
    assertThat(series.steps()).hasSize(417);
    assertThat(series.steps().getFirst())
        .isEqualTo(new Step(LocalDate.of(2023, 6, 1), BigDecimal.valueOf(22), 22));
    assertThat(series.steps().getLast())
        .isEqualTo(new Step(LocalDate.of(2024, 7, 21), BigDecimal.valueOf(18), 18));
    assertThat(series.steps().stream().filter(step -> step.rows() != 24))
        .extracting(Step::start, Step::rows)
        .contains(tuple(LocalDate.of(2023, 10, 29), 25L), tuple(LocalDate.of(2024, 3, 31), 23L))
        .hasSize(4);
    assertProblem(
        ProblemCode.FILE_DAMAGED,
        "One of the table's files is damaged",
        () -> toldToEnd(Duration.ofDays(200)));
  }

  /** Days by Berlin's clocks of instants that go on for longer than their file says. */
  private TimeSeries toldToEnd(Duration before) throws Exception {
    try (DuckFiles duck = new DuckFiles(folder)) {
      byte[] bytes =
          duck.bytes(
              "rows.parquet",
              "SELECT TIMESTAMPTZ '2023-06-01 00:00:00+00' + i * INTERVAL 1 HOUR AS t FROM range(10000) t(i)",
              "");
      Instant last = Instant.parse("2024-07-21T15:00:00Z");
      WrongStatistics.replace(bytes, micros(last), micros(last.minus(before)));
      Path path = Files.write(folder.resolve("rows.parquet"), bytes);
      return ask(
          new TimeSeriesQuestion(
              "t", Bucket.DAY, Aggregate.COUNT, Optional.empty(), ZoneId.of("Europe/Berlin")),
          List.of(field("t", Simple.TIMESTAMP)),
          new LocalFile(path, Map.of()));
    }
  }

  /** As the eight bytes that they take in a file. */
  private static double micros(Instant instant) {
    return Double.longBitsToDouble(instant.getEpochSecond() * 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"America/Los_Angeles", "Pacific/Kiritimati", "Europe/Berlin"})
  void theComputersZoneMovesNoDay(String zone) throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try (Questions there = new Questions(jobs)) {
      for (String day :
          List.of("0001-01-01", "1582-10-10", "1969-12-31", "2024-03-31", "9999-12-31")) {
        for (DataType type : List.of(Simple.DATE, Simple.TIMESTAMP_NTZ, Simple.TIMESTAMP)) {
          Field t = field("t", type);
          String text = type == Simple.TIMESTAMP ? day + " 00:00:00+00" : day;
          TimeSeries series =
              there.ask(
                  new TimeSeriesQuestion("t", Bucket.DAY, Aggregate.COUNT, Optional.empty(), UTC),
                  List.of(t),
                  List.of(parquet.of(List.of(t), List.of(List.of(text)))),
                  Job.unattended());
          assertThat(series.steps())
              .containsExactly(new Step(LocalDate.parse(day), BigDecimal.ONE, 1));
        }
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void sumsNeitherOverflowNorRound() throws SQLException {
    BigDecimal most = new BigDecimal("9".repeat(36) + ".99");
    List<List<?>> wide = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      wide.add(List.of("2024-01-01", most));
    }
    wide.add(List.of("2024-01-02", most.negate()));
    wide.add(List.of("2024-01-02", "-0.03"));
    assertThat(values(Aggregate.SUM, new Decimal(38, 2), wide))
        .containsExactly(
            most.multiply(BigDecimal.valueOf(5)), most.negate().subtract(new BigDecimal("0.03")));
    List<List<?>> longs =
        List.of(
            List.of("2024-01-01", Long.MAX_VALUE), List.of("2024-01-01", Long.MAX_VALUE),
            List.of("2024-01-02", Long.MIN_VALUE), List.of("2024-01-02", Long.MIN_VALUE));
    assertThat(values(Aggregate.SUM, Simple.LONG, longs))
        .containsExactly(
            new BigDecimal("18446744073709551614"), new BigDecimal("-18446744073709551616"));
    assertThat(values(Aggregate.MEAN, Simple.LONG, longs))
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(BigDecimal.valueOf(Long.MAX_VALUE), BigDecimal.valueOf(Long.MIN_VALUE));
    assertThat(values(Aggregate.MAX, Simple.LONG, longs))
        .containsExactly(BigDecimal.valueOf(Long.MAX_VALUE), BigDecimal.valueOf(Long.MIN_VALUE));
  }

  @Test
  void sumsOfDoublesAreCompensated() throws SQLException {
    List<List<?>> rows = new ArrayList<>();
    double value = 0.1;
    BigDecimal tenth = new BigDecimal(value);
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < 10_000; i++) {
      rows.add(List.of("2024-01-01", value));
      exact = exact.add(tenth);
    }
    assertThat(values(Aggregate.SUM, Simple.DOUBLE, rows))
        .containsExactly(BigDecimal.valueOf(exact.doubleValue()));
  }

  @Test
  void rowsWithoutTimeAreCountedApartAndNotNumbersLeftOut() throws SQLException {
    List<List<?>> rows =
        List.of(
            Arrays.asList(null, "1"),
            List.of("2024-01-01", "NaN"),
            List.of("2024-01-01", "Infinity"),
            List.of("2024-01-01", "2"),
            Arrays.asList("2024-01-01", null),
            List.of("2024-01-02", "NaN"));
    TimeSeries sum = of(Bucket.DAY, Aggregate.SUM, Simple.DATE, Simple.DOUBLE, rows);
    assertThat(sum.rowsWithoutTime()).isEqualTo(1);
    assertThat(sum.steps())
        .containsExactly(
            new Step(LocalDate.of(2024, 1, 1), new BigDecimal("2.0"), 4),
            new Step(LocalDate.of(2024, 1, 2), null, 1));
    assertThat(values(Aggregate.COUNT, Simple.DOUBLE, rows))
        .containsExactly(BigDecimal.ONE, BigDecimal.ZERO);
  }

  @Test
  void aSumBeyondDoublesIsAProblemInWords() throws SQLException {
    List<List<?>> rows = List.of(List.of("2024-01-01", 1e308), List.of("2024-01-01", 1e308));
    assertProblem(
        ProblemCode.QUESTION,
        "cannot be added",
        () -> of(Bucket.DAY, Aggregate.SUM, Simple.DATE, Simple.DOUBLE, rows));
  }

  @Test
  void questionsThatDoNotFitAreRefused() {
    Field name = field("name", Simple.STRING);
    assertProblem(
        ProblemCode.QUESTION,
        "dates or timestamps",
        () ->
            ask(
                new TimeSeriesQuestion("name", Bucket.DAY, Aggregate.COUNT, Optional.empty(), UTC),
                List.of(name)));
    assertProblem(
        ProblemCode.QUESTION,
        "names no column",
        () ->
            ask(
                new TimeSeriesQuestion("t", Bucket.DAY, Aggregate.SUM, Optional.empty(), UTC),
                List.of(field("t", Simple.DATE))));
  }

  private List<BigDecimal> values(Aggregate aggregate, DataType type, List<List<?>> rows)
      throws SQLException {
    return of(Bucket.DAY, aggregate, Simple.DATE, type, rows).steps().stream()
        .map(Step::value)
        .toList();
  }

  private TimeSeries of(
      Bucket bucket, Aggregate aggregate, DataType time, DataType value, List<List<?>> rows)
      throws SQLException {
    return of(
        new TimeSeriesQuestion("t", bucket, aggregate, Optional.of("v"), UTC), time, value, rows);
  }

  private TimeSeries of(
      TimeSeriesQuestion question, DataType time, DataType value, List<List<?>> rows)
      throws SQLException {
    List<Field> fields = List.of(field("t", time), field("v", value));
    return ask(question, fields, parquet.of(fields, rows));
  }

  private static LocalDate start(LocalDate day, Bucket bucket) {
    return switch (bucket) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
      case YEAR -> day.withDayOfYear(1);
    };
  }
}
