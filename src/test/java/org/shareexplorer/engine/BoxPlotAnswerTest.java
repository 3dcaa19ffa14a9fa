package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;

class BoxPlotAnswerTest extends QuestionsFixture {

  private static final Field X = field("x", Simple.DOUBLE);

  @Test
  void boxesAreThoseOfSortedValues() throws SQLException {
    Random random = new Random(5);
    Map<String, List<Double>> groups = new TreeMap<>();
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      String group = "g" + (int) Math.sqrt(random.nextInt(36));
      double value = random.nextGaussian() * (random.nextInt(50) == 0 ? 10 : 1);
      groups.computeIfAbsent(group, g -> new ArrayList<>()).add(value);
      rows.add(List.of(value, group));
    }
    Field g = field("g", Simple.STRING);
    BoxPlot plot =
        ask(
            new BoxPlotQuestion("x", Optional.of("g"), 4),
            List.of(X, g),
            parquet.of(List.of(X, g), rows));
    assertThat(plot.groupsLeftOut()).isEqualTo(groups.size() - 4);
    assertThat(plot.boxes()).extracting(Box::group).containsExactly("g5", "g4", "g3", "g2");
    for (Box box : plot.boxes()) {
      double[] sorted =
          groups.getOrDefault((String) box.group(), List.of()).stream()
              .mapToDouble(d -> d)
              .sorted()
              .toArray();
      assertThat(box.count()).isEqualTo(sorted.length);
      assertThat(box.nulls()).isZero();
      assertThat(box.min()).isEqualTo(sorted[0]);
      assertThat(box.max()).isEqualTo(sorted[sorted.length - 1]);
      assertThat(box.q1()).isCloseTo(quantile(sorted, 0.25), within(1e-12));
      assertThat(box.median()).isCloseTo(quantile(sorted, 0.5), within(1e-12));
      assertThat(box.q3()).isCloseTo(quantile(sorted, 0.75), within(1e-12));
      assertThat(box.mean())
          .isCloseTo(Arrays.stream(sorted).average().orElseThrow(), within(1e-12));
      double reach = 1.5 * (box.q3() - box.q1());
      double[] inside =
          Arrays.stream(sorted)
              .filter(v -> v >= box.q1() - reach && v <= box.q3() + reach)
              .toArray();
      assertThat(box.lowerWhisker()).isEqualTo(inside[0]);
      assertThat(box.upperWhisker()).isEqualTo(inside[inside.length - 1]);
      assertThat(box.outlierCount()).isEqualTo(sorted.length - inside.length);
      assertThat(box.outliers()).hasSize((int) Math.min(200, box.outlierCount()));
      assertThat(box.outliers())
          .isSortedAccordingTo((a, b) -> Double.compare(beyond(box, b), beyond(box, a)))
          .doesNotHaveDuplicates()
          .allMatch(v -> v < box.lowerWhisker() || v > box.upperWhisker());
    }
  }

  @Test
  void withoutAGroupThereIsOneBox() throws SQLException {
    BoxPlot plot = of(Simple.INTEGER, 1, 2, 2, 3, 3, 3, 100, 100);
    assertThat(plot.groupsLeftOut()).isZero();
    assertThat(plot.boxes())
        .containsExactly(
            new Box(null, 8, 0, 1, 1, 2, 3, 26.75, 27.25, 27.25, 100, 2, List.of(100.0)));
  }

  @Test
  void notNumbersCountAsNulls() throws SQLException {
    BoxPlot plot = of(Simple.DOUBLE, "NaN", null, "Infinity", 1, 2);
    assertThat(plot.boxes().getFirst().count()).isEqualTo(2);
    assertThat(plot.boxes().getFirst().nulls()).isEqualTo(3);
    assertThat(plot.boxes().getFirst().max()).isEqualTo(2);
  }

  @Test
  void aGroupWithoutValuesHasNoFigures() throws SQLException {
    assertThat(of(Simple.DOUBLE, null, null).boxes())
        .singleElement()
        .satisfies(box -> {
          assertThat(box.count()).isZero();
          assertThat(box.nulls()).isEqualTo(2);
          assertThat(box.median()).isNaN();
          assertThat(box.upperWhisker()).isNaN();
        });
    assertThat(of(Simple.DOUBLE).boxes()).isEmpty();
  }

  @Test
  void quartilesOfDecimalsAreNotRoundedToTheirScale() throws SQLException {
    assertThat(of(new Decimal(5, 0), 1, 2).boxes().getFirst().median()).isEqualTo(1.5);
  }

  @Test
  void groupsOfEveryTypeComeBackAsTheirValues() throws SQLException {
    assertGroup(Simple.BOOLEAN, "true", true);
    assertGroup(Simple.BYTE, "-7", -7);
    assertGroup(Simple.INTEGER, "70000", 70_000);
    assertGroup(Simple.LONG, "9223372036854775807", Long.MAX_VALUE);
    assertGroup(Simple.FLOAT, "0.1", 0.1f);
    assertGroup(Simple.DOUBLE, "0.1", 0.1);
    assertGroup(new Decimal(38, 2), "1.50", new BigDecimal("1.50"));
    assertGroup(Simple.STRING, "null", "null");
    assertGroup(Simple.BINARY, "a", new Values.Bytes(new byte[] {'a'}));
    assertGroup(Simple.DATE, "0001-01-01", LocalDate.of(1, 1, 1));
    assertGroup(Simple.DATE, "1582-10-10", LocalDate.of(1582, 10, 10));
    assertGroup(Simple.DATE, "9999-12-31", LocalDate.of(9999, 12, 31));
    assertGroup(
        Simple.TIMESTAMP,
        "2024-03-10 02:30:00.000001+00",
        Instant.parse("2024-03-10T02:30:00.000001Z"));
    assertGroup(Simple.TIMESTAMP_NTZ, "1500-03-10 02:30:00", LocalDateTime.of(1500, 3, 10, 2, 30));
    assertGroup(Simple.STRING, null, null);
  }

  @Test
  void eachGroupsDensityIsThatOfAHistogramOfItAlone() throws SQLException {
    Random random = new Random(9);
    Field g = field("g", Simple.STRING);
    List<List<?>> low = new ArrayList<>();
    List<List<?>> high = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      low.add(List.of(random.nextGaussian(), "low"));
      high.add(List.of(1e300 * random.nextGaussian(), "high"));
    }
    List<List<?>> one = List.of(List.of(7.0, "one"));
    List<Field> fields = List.of(X, g);
    LocalFile lows = parquet.of(fields, low);
    LocalFile highs = parquet.of(fields, high);
    BoxPlot plot =
        ask(
            new BoxPlotQuestion("x", Optional.of("g"), 4, true),
            fields,
            highs,
            lows,
            parquet.of(fields, one));
    HistogramQuestion alone =
        new HistogramQuestion(
            "x", new HistogramQuestion.Bins.Count(5), HistogramQuestion.Scale.LINEAR, true);
    assertThat(plot.boxes()).extracting(Box::group).containsExactly("high", "low", "one");
    sameCurve(plot.densities().get(0), ask(alone, fields, highs).density());
    sameCurve(plot.densities().get(1), ask(alone, fields, lows).density());
    assertThat(plot.densities().get(2)).isEmpty();
  }

  /** Each counts values into cells of its own. */
  private static void sameCurve(List<Histogram.Point> curve, List<Histogram.Point> expected) {
    assertThat(curve).hasSameSizeAs(expected).isNotEmpty();
    double highest = expected.stream().mapToDouble(Histogram.Point::y).max().orElseThrow();
    double wide = expected.getLast().x() - expected.getFirst().x();
    for (int i = 0; i < curve.size(); i++) {
      assertThat(curve.get(i).x()).isCloseTo(expected.get(i).x(), within(1e-4 * wide));
      assertThat(curve.get(i).y()).isCloseTo(expected.get(i).y(), within(2e-3 * highest));
    }
  }

  @Test
  void nestedGroupsAreRefused() {
    Field tags = field("tags", new DataType.Array(Simple.STRING, true));
    assertProblem(
        ProblemCode.QUESTION,
        "array<string>",
        () -> ask(new BoxPlotQuestion("x", Optional.of("tags"), 5), List.of(X, tags)));
    assertProblem(
        ProblemCode.QUESTION,
        "at least one group",
        () -> ask(new BoxPlotQuestion("x", Optional.empty(), 0), List.of(X)));
  }

  private void assertGroup(DataType type, @Nullable String text, @Nullable Object value)
      throws SQLException {
    Field g = field("g", type);
    List<List<?>> rows = List.of(Arrays.asList("1", text));
    BoxPlot plot =
        ask(
            new BoxPlotQuestion("x", Optional.of("g"), 5),
            List.of(X, g),
            parquet.of(List.of(X, g), rows));
    assertThat(plot.boxes()).singleElement().extracting(Box::group).isEqualTo(value);
  }

  private BoxPlot of(DataType type, @Nullable Object... values) throws SQLException {
    Field x = field("x", type);
    List<List<?>> rows = new ArrayList<>();
    for (Object value : values) {
      rows.add(Collections.singletonList(value));
    }
    return ask(
        new BoxPlotQuestion("x", Optional.empty(), 5), List.of(x), parquet.of(List.of(x), rows));
  }

  private static double beyond(Box box, double value) {
    return Math.max(box.q1() - value, value - box.q3());
  }

  private static double quantile(double[] sorted, double part) {
    double place = part * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
