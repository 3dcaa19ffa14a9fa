package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.ColumnProfile.Bin;
import org.shareexplorer.engine.Figure.Certainty;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.ValueCount;

/**
 * Profiles against figures counted value by value, and sampled profiles against those of all rows.
 */
class ProfileAnswerTest extends QuestionsFixture {

  private ColumnProfile profile(DataType type, List<?> values) throws SQLException {
    Field x = field("x", type);
    List<List<?>> rows = new ArrayList<>();
    values.forEach(value -> rows.add(Arrays.asList((Object) value)));
    return ask(new ProfileQuestion("x", Extent.ALL), List.of(x), parquet.of(List.of(x), rows));
  }

  private static @Nullable Object value(ColumnProfile profile, Measure measure) {
    return profile.figure(measure).map(Figure::value).orElse(null);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 19, 20, 21, 40, 41, 1000})
  void wholeNumbersAreAsCountedOneByOne(int range) throws SQLException {
    Random random = new Random(range);
    List<@Nullable Object> values = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      int number = random.nextInt(range) - range / 2;
      boolean there = random.nextInt(10) > 0;
      values.add(there ? number : null);
      if (there) {
        numbers.add(number);
      }
    }
    ColumnProfile profile = profile(Simple.INTEGER, values);
    numbers.sort(null);
    Map<Integer, Long> counts = new TreeMap<>();
    numbers.forEach(number -> counts.merge(number, 1L, Long::sum));
    double mean = numbers.stream().mapToInt(n -> n).average().orElseThrow();
    assertThat(profile.basis()).isEqualTo(new Basis.AllRows());
    assertThat(profile.figures().values()).allMatch(f -> f.certainty() == Certainty.EXACT);
    assertThat(value(profile, Measure.ROWS)).isEqualTo(3_000L);
    assertThat(value(profile, Measure.NULLS)).isEqualTo(3_000L - numbers.size());
    assertThat(value(profile, Measure.NULL_SHARE)).isEqualTo((3_000 - numbers.size()) / 3_000.0);
    assertThat(value(profile, Measure.DISTINCT)).isEqualTo((long) counts.size());
    assertThat(value(profile, Measure.MIN)).isEqualTo(numbers.getFirst());
    assertThat(value(profile, Measure.MAX)).isEqualTo(numbers.getLast());
    assertThat(value(profile, Measure.SUM))
        .isEqualTo(BigDecimal.valueOf(numbers.stream().mapToLong(n -> n).sum()));
    near(profile, Measure.MEAN, mean);
    near(
        profile,
        Measure.DEVIATION,
        Math.sqrt(
            numbers.stream().mapToDouble(n -> (n - mean) * (n - mean)).sum()
                / (numbers.size() - 1)));
    near(profile, Measure.Q1, interpolated(numbers, 0.25));
    near(profile, Measure.MEDIAN, interpolated(numbers, 0.5));
    near(profile, Measure.Q3, interpolated(numbers, 0.75));
    assertThat(profile.bins()).hasSizeBetween(1, 20);
    for (int i = 0; i < profile.bins().size(); i++) {
      Bin bin = profile.bins().get(i);
      assertThat((Double) bin.to() - (Double) bin.from())
          .isEqualTo(Math.rint((Double) bin.to() - (Double) bin.from()))
          .isEqualTo(
              (Double) profile.bins().getFirst().to() - (Double) profile.bins().getFirst().from());
      assertThat(bin.rows())
          .isEqualTo(
              numbers.stream()
                  .filter(n -> n >= (Double) bin.from() && n < (Double) bin.to())
                  .count());
    }
    assertThat(profile.top())
        .isEqualTo(
            counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(10)
                .map(entry -> new ValueCount(entry.getKey(), entry.getValue()))
                .toList());
  }

  private static double interpolated(List<Integer> sorted, double share) {
    double place = (sorted.size() - 1) * share;
    int low = (int) Math.floor(place);
    int high = (int) Math.ceil(place);
    return sorted.get(low) + (sorted.get(high) - sorted.get(low)) * (place - low);
  }

  private static void near(ColumnProfile profile, Measure measure, double expected) {
    assertThat((Double) Objects.requireNonNull(value(profile, measure)))
        .as(measure.label())
        .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
  }

  @Test
  void whatIsNoNumberIsCountedApart() throws SQLException {
    ColumnProfile profile =
        profile(
            Simple.DOUBLE,
            Arrays.asList(1.5, Double.NaN, null, "Infinity", 2.5, "-Infinity", Double.NaN, -0.5));
    assertThat(value(profile, Measure.NOT_NUMBERS)).isEqualTo(4L);
    assertThat(value(profile, Measure.NULLS)).isEqualTo(1L);
    assertThat(value(profile, Measure.DISTINCT)).isEqualTo(3L);
    assertThat(value(profile, Measure.MIN)).isEqualTo(-0.5);
    assertThat(value(profile, Measure.MEDIAN)).isEqualTo(1.5);
    assertThat(profile.bins()).hasSize(20);
    assertThat(profile.bins().stream().mapToLong(Bin::rows).sum()).isEqualTo(3);
  }

  @Test
  void nothingButNotNumbersHasNoFigures() throws SQLException {
    ColumnProfile profile = profile(Simple.FLOAT, Arrays.asList(Double.NaN, null));
    assertThat(profile.figures())
        .containsOnlyKeys(
            Measure.ROWS, Measure.NULLS, Measure.NULL_SHARE, Measure.NOT_NUMBERS, Measure.DISTINCT);
    assertThat(profile.bins()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"INTEGER", "DOUBLE", "STRING", "DATE", "TIMESTAMP", "BOOLEAN", "BINARY"})
  void columnsOfNullsAndTablesWithoutRowsHaveProfiles(Simple type) throws SQLException {
    ColumnProfile nulls = profile(type, Arrays.asList(null, null));
    assertThat(value(nulls, Measure.NULL_SHARE)).isEqualTo(1.0);
    assertThat(value(nulls, Measure.DISTINCT)).isEqualTo(0L);
    assertThat(nulls.figure(Measure.MIN)).isEmpty();
    assertThat(nulls.bins()).isEmpty();
    assertThat(nulls.top()).isEmpty();
    ColumnProfile empty = ask(new ProfileQuestion("x", Extent.ALL), List.of(field("x", type)));
    assertThat(value(empty, Measure.ROWS)).isEqualTo(0L);
    assertThat(empty.figure(Measure.NULL_SHARE)).isEmpty();
  }

  @Test
  void decimalsOf38DigitsAreExact() throws SQLException {
    BigDecimal great = new BigDecimal("9".repeat(36) + ".99");
    ColumnProfile profile =
        profile(new Decimal(38, 2), List.of(great, great.negate(), great, BigDecimal.ONE));
    assertThat(value(profile, Measure.MAX)).isEqualTo(great);
    assertThat(value(profile, Measure.MIN)).isEqualTo(great.negate());
    assertThat((BigDecimal) value(profile, Measure.SUM))
        .isEqualByComparingTo(great.add(BigDecimal.ONE));
    assertThat(profile.top().getFirst()).isEqualTo(new ValueCount(great, 2));
    assertThat(profile.bins().stream().mapToLong(Bin::rows).sum()).isEqualTo(4);
  }

  @Test
  void longsReachFromEndToEnd() throws SQLException {
    ColumnProfile profile = profile(Simple.LONG, List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE));
    assertThat(profile.bins().stream().mapToLong(Bin::rows).sum()).isEqualTo(3);
    assertThat(value(profile, Measure.SUM)).isEqualTo(new BigDecimal(BigInteger.ONE.negate()));
  }

  @Test
  void textsHaveTopValuesAndTiesGoByValue() throws SQLException {
    ColumnProfile profile =
        profile(Simple.STRING, Arrays.asList("b", "a", "b", null, "a", "c", "", "é", "Z"));
    assertThat(value(profile, Measure.DISTINCT)).isEqualTo(6L);
    assertThat(value(profile, Measure.MIN)).isEqualTo("");
    assertThat(profile.top().stream().map(ValueCount::value))
        .containsExactly("a", "b", "", "Z", "c", "é");
    assertThat(profile.top().getFirst().rows()).isEqualTo(2);
  }

  @Test
  void daysFallIntoBinsOfWholeDays() throws SQLException {
    ColumnProfile profile =
        profile(
            Simple.DATE,
            List.of(
                LocalDate.of(1, 1, 1),
                LocalDate.of(2024, 2, 28),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(9999, 12, 31)));
    assertThat(profile.bins().getFirst().from()).isEqualTo(LocalDate.of(1, 1, 1));
    assertThat(profile.bins().stream().mapToLong(Bin::rows).sum()).isEqualTo(4);
    assertThat(value(profile, Measure.MAX)).isEqualTo(LocalDate.of(9999, 12, 31));
  }

  @ParameterizedTest
  @CsvSource({"normal", "constant", "skewed", "few"})
  void quantilesOfManyValuesAreThoseOfASort(String shape) throws Exception {
    String value =
        switch (shape) {
          case "normal" ->
              "CAST(sqrt(-2 * ln((i * 7919 %% 99991 + 1) / 99992.0)) * cos(i) AS DOUBLE)";
          case "constant" -> "CAST(7 AS DOUBLE)";
          case "skewed" -> "CAST(pow(10, i %% 300) AS DOUBLE)";
          default -> "CAST(i %% 3 AS DOUBLE)";
        };
    String relation =
        "(SELECT CASE WHEN i %% 11 > 0 THEN %s END AS x FROM range(200000) t(i))"
            .replace("%s", value);
    String sql = relation.replace("%%", "%");
    try (Session session =
        new Session(
            DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class),
            Job.unattended())) {
      long count = session.row("SELECT count(x) FROM " + sql, row -> row.getLong(1));
      List<Double> shares = List.of(0.0, 0.001, 0.25, 0.5, 0.75, 0.9, 1.0);
      assertThat(new Quantiles(session, sql, 1_000).of(count, shares))
          .isEqualTo(new Quantiles(session, sql, 1_000_000).of(count, shares));
    }
  }

  @Test
  void differentValuesAreCountedInPartsAsAtOnce() throws Exception {
    String relation =
        "(SELECT 'v' || (i * i % 50021) AS x FROM range(100000) t(i) UNION ALL SELECT NULL)";
    try (Session session =
        new Session(
            DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class),
            Job.unattended())) {
      DistinctValues.Found whole =
          new DistinctValues(session, relation, Simple.STRING, 1 << 30).found();
      assertThat(new DistinctValues(session, relation, Simple.STRING, 100_000).found().count())
          .isEqualTo(whole.count())
          .isEqualTo(
              Figure.exact(
                  session.row("SELECT count(DISTINCT x) FROM " + relation, row -> row.getLong(1))));
      assertThat(
              new DistinctValues(session, relation, Simple.STRING, 100_000)
                  .found().top().stream().map(ValueCount::rows))
          .isEqualTo(whole.top().stream().map(ValueCount::rows).toList());
      DistinctValues.Found estimate =
          new DistinctValues(session, relation, Simple.STRING, 10_000).found();
      assertThat(estimate.count().certainty()).isEqualTo(Certainty.ESTIMATE);
      assertThat((Long) estimate.count().value())
          .isCloseTo((Long) whole.count().value(), within(5_000L));
    }
  }

  @Test
  void aSampleSaysWhatItCanOfAllRows() {
    Field x = field("x", Simple.DOUBLE);
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      values.add(i % 10 == 0 ? null : (Object) (double) (i % 100));
    }
    ColumnProfile profile =
        questions.profile(
            x,
            new Sampling.Sample(values, new Basis.Sample(1_000, OptionalLong.of(50_000), true)),
            Job.unattended());
    assertThat(profile.figure(Measure.NULL_SHARE)).hasValue(new Figure(0.1, Certainty.ESTIMATE));
    assertThat(profile.figure(Measure.MIN)).hasValue(new Figure(1.0, Certainty.AT_MOST));
    assertThat(profile.figure(Measure.MAX)).hasValue(new Figure(99.0, Certainty.AT_LEAST));
    assertThat(profile.figure(Measure.DISTINCT)).hasValue(new Figure(90L, Certainty.AT_LEAST));
    assertThat(profile.figure(Measure.MEDIAN).map(Figure::certainty)).hasValue(Certainty.ESTIMATE);
    assertThat(profile.figures()).doesNotContainKeys(Measure.ROWS, Measure.NULLS, Measure.SUM);
    ColumnProfile completed =
        profile.completedBy(
            new ColumnProfile(
                x,
                new Basis.Provider(),
                Map.of(Measure.MIN, Figure.exact(0.5), Measure.NULLS, Figure.exact(5_000L)),
                List.of(),
                List.of()));
    assertThat(completed.figure(Measure.MIN)).hasValue(Figure.exact(0.5));
    assertThat(completed.figure(Measure.NULLS)).hasValue(Figure.exact(5_000L));
    assertThat(completed.figure(Measure.MAX)).isEqualTo(profile.figure(Measure.MAX));
  }

  @ParameterizedTest
  @CsvSource({
    "DATE, 0001-01-01",
    "TIMESTAMP, 9999-12-31T23:59:59.999999Z",
    "TIMESTAMP_NTZ, 1969-07-20T20:17:40.000001",
    "BOOLEAN, true",
    "STRING, it's",
  })
  void valuesComeThroughASampleUnchanged(Simple type, String text) {
    Object value = org.shareexplorer.table.PartitionValue.parse(text, type);
    ColumnProfile profile =
        questions.profile(
            field("x", type),
            new Sampling.Sample(Arrays.asList(value, null), new Basis.AllRows()),
            Job.unattended());
    assertThat(value(profile, Measure.MIN)).isEqualTo(value);
    assertThat(profile.top()).containsExactly(new ValueCount(Objects.requireNonNull(value), 1));
  }

  @Test
  void samplesAreTakenFromEveryPartOfTheTableAlwaysFromTheSamePlaces() {
    for (long rows : new long[] {32_001, 40_000, 1_000_000, 60_000_000_000L}) {
      List<Long> starts = Sampling.starts(rows);
      assertThat(starts).hasSize(8).isEqualTo(Sampling.starts(rows)).isSorted();
      for (int i = 0; i < 8; i++) {
        assertThat(starts.get(i)).isBetween(i * (rows / 8), (i + 1) * (rows / 8) - 4_000);
      }
    }
    assertThat(Sampling.starts(32_000)).containsExactly(0L);
  }

  @Test
  void momentsAreThoseOfTheSummary() throws SQLException {
    Field x = field("x", Simple.LONG);
    LocalFile file = parquet.of("SELECT i * i % 1013 AS x FROM range(5000) t(i)");
    Moments moments = ask(new MomentsQuestion("x"), List.of(x), file);
    Summary.ColumnSummary summary =
        ask(new SummaryQuestion(List.of("x")), List.of(x), file).columns().getFirst();
    assertThat(moments.mean()).isEqualTo(summary.mean());
    assertThat(moments.deviation()).isEqualTo(summary.deviation());
    assertThat(moments.min()).isEqualTo(summary.min());
    assertThat(moments.numbers()).isEqualTo(5_000);
  }

  @Test
  void aMissingColumnIsAQuestionThatDoesNotFit() {
    assertProblem(
        ProblemCode.QUESTION,
        "no column y",
        () -> ask(new ProfileQuestion("y", Extent.ALL), List.of(field("x", Simple.LONG))));
  }
}
