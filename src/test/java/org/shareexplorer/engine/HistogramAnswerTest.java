package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class HistogramAnswerTest extends QuestionsFixture {

  @Test
  void binsOfDoublesAreThoseOfNumpy() throws SQLException {
    Random random = new Random(7);
    double[] values = random.doubles(50_000).map(d -> Math.rint(d * 1_000) / 10).toArray();
    Histogram histogram = ofDoubles(values, count(30));
    double min = Arrays.stream(values).min().orElseThrow();
    double max = Arrays.stream(values).max().orElseThrow();
    double step = (max - min) / 30;
    List<Double> edges = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      edges.add(i * step + min);
    }
    edges.add(max);
    assertThat(histogram.edges()).isEqualTo(edges);
    assertThat(histogram.counts()).isEqualTo(counted(values, edges));
  }

  @Test
  void theLastBinIncludesItsUpperEdge() throws SQLException {
    Histogram histogram = ofDoubles(new double[] {0, 1, 1, 2, 3}, count(3));
    assertThat(histogram.edges()).containsExactly(0.0, 1.0, 2.0, 3.0);
    assertThat(histogram.counts()).containsExactly(1L, 2L, 2L);
  }

  @Test
  void widthCutsAtItsMultiples() throws SQLException {
    Histogram histogram = ofDoubles(new double[] {-0.3, 0.1, 0.3, 0.7, 0.75}, width(0.1));
    assertThat(histogram.edges().getFirst()).isEqualTo(-0.3);
    assertThat(histogram.edges()).contains(0.3, 0.7).hasSize(12);
    assertThat(histogram.counts()).containsExactly(1L, 0L, 0L, 0L, 1L, 0L, 1L, 0L, 0L, 0L, 2L);
  }

  @Test
  void decimalsLieExactlyOnTheirEdges() throws SQLException {
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      rows.add(List.of(BigDecimal.valueOf(i, 2)));
    }
    Histogram histogram = of(new Decimal(10, 2), rows, width(0.1));
    assertThat(histogram.counts())
        .containsExactly(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 11L);
    assertThat(histogram.edges()).startsWith(0.0, 0.1, 0.2, 0.3).endsWith(1.0);
  }

  @Test
  void integersThatNoDoubleHoldsAreToldApart() throws SQLException {
    long base = 1L << 60;
    List<List<?>> rows =
        LongStream.rangeClosed(0, 8).<List<?>>mapToObj(i -> List.of(base + i)).toList();
    assertThat(of(Simple.LONG, rows, count(4)).counts()).containsExactly(2L, 2L, 2L, 3L);
  }

  @Test
  void valuesBesideAnEdgeAreOnTheirSideOfIt() throws SQLException {
    Random random = new Random(23);
    for (int round = 0; round < 12; round++) {
      double min = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-3, 12));
      double max = min + random.nextDouble() * Math.pow(10, random.nextInt(-3, 12));
      int bins = random.nextInt(2, 40);
      List<Double> values = new ArrayList<>(List.of(min, max));
      for (int bin = 0; bin < bins; bin++) {
        double edge = bin * ((max - min) / bins) + min;
        values.addAll(List.of(edge, Math.nextUp(edge), Math.max(min, Math.nextDown(edge))));
      }
      Collections.shuffle(values, random);
      double[] numbers = values.stream().mapToDouble(d -> d).filter(d -> d <= max).toArray();
      Histogram histogram = ofDoubles(numbers, count(bins));
      assertThat(histogram.counts()).isEqualTo(counted(numbers, histogram.edges()));
    }
  }

  @Test
  void theWholeRangeOfBigintsHasItsPlace() throws SQLException {
    List<List<?>> rows = List.of(List.of(Long.MIN_VALUE), List.of(0L), List.of(Long.MAX_VALUE));
    Histogram histogram = of(Simple.LONG, rows, count(2));
    assertThat(histogram.counts()).containsExactly(1L, 2L);
    assertThat(histogram.edges().getFirst()).isEqualTo(-0x1p63);
  }

  @Test
  void widestDecimalsHaveTheirPlace() throws SQLException {
    BigDecimal most = BigDecimal.TEN.pow(38).subtract(BigDecimal.ONE);
    List<List<?>> rows = List.of(List.of(most.negate()), List.of(0), List.of(most));
    assertThat(of(new Decimal(38, 0), rows, count(3)).counts()).containsExactly(1L, 1L, 1L);
    assertThat(of(new Decimal(38, 0), rows, width(3e37)).counts())
        .containsExactly(1L, 0L, 0L, 0L, 1L, 0L, 0L, 1L);
  }

  @Test
  void theWholeRangeOfDoublesHasItsPlace() throws SQLException {
    double most = Double.MAX_VALUE;
    Histogram histogram = ofDoubles(new double[] {-most, 0, 1, most}, count(2), true);
    assertThat(histogram.counts()).containsExactly(1L, 3L);
    assertThat(histogram.edges()).containsExactly(-most, 0.0, most);
    assertThat(histogram.density()).hasSize(200);
  }

  @Test
  void nullsAndValuesThatAreNoNumbersAreCountedApart() throws SQLException {
    List<List<?>> rows = new ArrayList<>();
    for (String text : new String[] {null, null, "NaN", "Infinity", "-Infinity", "1", "2"}) {
      rows.add(Collections.singletonList(text));
    }
    for (DataType type : List.of(Simple.DOUBLE, Simple.FLOAT)) {
      Histogram histogram = of(type, rows, count(1));
      assertThat(histogram.rows()).isEqualTo(7);
      assertThat(histogram.nulls()).isEqualTo(2);
      assertThat(histogram.notPlaced()).isEqualTo(3);
      assertThat(histogram.counts()).containsExactly(2L);
    }
  }

  @Test
  void withoutAnyValueThereAreNoBins() throws SQLException {
    Histogram none = of(Simple.INTEGER, List.of(), count(5));
    assertThat(none).isEqualTo(new Histogram(List.of(), List.of(), List.of(), 0, 0, 0));
    Histogram nulls = of(Simple.INTEGER, List.of(Collections.singletonList(null)), count(5));
    assertThat(nulls).isEqualTo(new Histogram(List.of(), List.of(), List.of(), 1, 1, 0));
  }

  @Test
  void oneDistinctValueStandsInTheMiddle() throws SQLException {
    Histogram histogram = ofDoubles(new double[] {4, 4, 4}, count(1), true);
    assertThat(histogram.edges()).containsExactly(3.5, 4.5);
    assertThat(histogram.counts()).containsExactly(3L);
    assertThat(histogram.density()).isEmpty();
    assertThat(ofDoubles(new double[] {4, 4}, count(4)).counts()).containsExactly(0L, 0L, 2L, 0L);
    assertThat(ofDoubles(new double[] {1e300}, count(4)).edges()).doesNotHaveDuplicates();
    assertThat(ofDoubles(new double[] {4}, width(2)).edges()).containsExactly(4.0, 6.0);
  }

  @Test
  void fewWholeNumbersHaveABinEachAsDuckDbCountsThem() throws SQLException {
    long far = Long.MAX_VALUE;
    for (List<Long> numbers :
        List.of(
            List.of(1L, 2L, 2L, 4L, 5L, 5L, 5L),
            List.of(-3L, -3L, 0L, 2L),
            List.of(7L, 7L),
            List.of(0L, 30L),
            List.of(far - 2, far, far),
            List.of(-far - 1, -far, 1 - far))) {
      LocalFile file =
          parquet.of(List.of(field("x", Simple.LONG)), numbers.stream().map(List::of).toList());
      Histogram histogram =
          ask(
              new HistogramQuestion("x", new Bins.Whole(30), Scale.LINEAR, true),
              List.of(field("x", Simple.LONG)),
              file);
      Map<BigDecimal, Long> counts = new TreeMap<>();
      for (int bin = 0; bin < histogram.counts().size(); bin++) {
        if (histogram.counts().get(bin) > 0) {
          counts.put(histogram.cuts().get(bin), histogram.counts().get(bin));
        }
      }
      assertThat(counts).isEqualTo(countedByDuckDb(file));
      assertThat(histogram.density()).isEmpty();
      assertThat(histogram.cuts().getLast())
          .isEqualTo(BigDecimal.valueOf(Collections.max(numbers)).add(BigDecimal.ONE));
    }
  }

  private static Map<BigDecimal, Long> countedByDuckDb(LocalFile file) throws SQLException {
    Map<BigDecimal, Long> counts = new TreeMap<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT x, count(*) FROM '%s' GROUP BY x".formatted(file.path()))) {
      while (rows.next()) {
        counts.put(BigDecimal.valueOf(rows.getLong(1)), rows.getLong(2));
      }
    }
    return counts;
  }

  @Test
  void moreWholeNumbersThanBinsAreCutAsOthersAre() throws SQLException {
    List<List<?>> rows =
        LongStream.rangeClosed(-5, 26).<List<?>>mapToObj(number -> List.of(number)).toList();
    Histogram histogram = of(Simple.INTEGER, rows, new Bins.Whole(30));
    assertThat(histogram).isEqualTo(of(Simple.INTEGER, rows, count(30)));
    assertThat(histogram.edges()).startsWith(-5.0).endsWith(26.0);
    assertRefused("x", new Bins.Whole(0), "at least one bin");
  }

  @Test
  void logarithmicBinsAreOfEqualRatio() throws SQLException {
    double[] values = {-5, 0, 1, 5, 10, 99.9, 100, 999, 1000};
    Histogram decades = of(values, new HistogramQuestion("x", width(1), Scale.LOG, false));
    assertThat(decades.edges()).containsExactly(1.0, 10.0, 100.0, 1000.0);
    assertThat(decades.counts()).containsExactly(2L, 2L, 3L);
    assertThat(decades.notPlaced()).isEqualTo(2);
    Histogram three = of(values, new HistogramQuestion("x", count(3), Scale.LOG, true));
    assertThat(three.counts()).containsExactly(2L, 2L, 3L);
    assertThat(three.density()).allMatch(point -> point.x() > 0);
  }

  @Test
  void logarithmicBinsOfExactColumnsCompareExactly() throws SQLException {
    List<List<?>> rows = List.of(List.of("0.01"), List.of("0.10"), List.of("1.00"), List.of(0));
    Field x = field("x", new Decimal(5, 2));
    Histogram histogram =
        ask(
            new HistogramQuestion("x", width(1), Scale.LOG, false),
            List.of(x),
            parquet.of(List.of(x), rows));
    assertThat(histogram.edges()).containsExactly(0.01, 0.1, 1.0);
    assertThat(histogram.counts().stream().mapToLong(Long::longValue).sum()).isEqualTo(3);
  }

  @Test
  void densityIsThatOfAGaussianKernelWithScottsBandwidth() throws SQLException {
    Random random = new Random(11);
    double[] values = new double[4_000];
    Arrays.setAll(values, i -> random.nextGaussian(i % 3 == 0 ? 100 : 40, 9));
    List<Point> curve = ofDoubles(values, count(10), true).density();
    assertThat(area(curve)).isCloseTo(1, within(1e-3));
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    double bandwidth = Math.sqrt(squares / (values.length - 1)) * Math.pow(values.length, -1.0 / 5);
    double peak = curve.stream().mapToDouble(Point::y).max().orElseThrow();
    for (Point point : curve) {
      double exact = 0;
      for (double value : values) {
        double z = (point.x() - value) / bandwidth;
        exact += Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) / bandwidth / values.length;
      }
      assertThat(point.y()).isCloseTo(exact, within(peak * 1e-3));
    }
  }

  @Test
  void densityKeepsItsAreaWhenOneValueLiesFarAway() throws SQLException {
    double[] values = new Random(3).doubles(100_000).toArray();
    values[0] = 1e6;
    assertThat(area(ofDoubles(values, count(10), true).density())).isCloseTo(1, within(1e-3));
  }

  @Test
  void senselessBinsAreRefused() {
    assertRefused("x", count(0), "at least one bin");
    assertRefused("x", count(10_001), "more than 10,000 bins");
    assertRefused("x", width(0), "above zero");
    assertRefused("x", width(Double.NaN), "above zero");
  }

  @Test
  void tooManyBinsOfAWidthAreRefused() {
    assertProblem(
        ProblemCode.QUESTION,
        "Choose a greater width",
        () -> ofDoubles(new double[] {0, 1e9}, width(0.001)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-12, 1e-5, 0.001, 3, 60, 400, 1e300, Double.MAX_VALUE})
  void binsOfAnyWidthHoldAllValuesOrAreRefused(double width) throws SQLException {
    List<Double> doubles = List.of(Double.MIN_VALUE, 1e-300, 1.0, 2.0, 1e300, Double.MAX_VALUE);
    for (Scale scale : Scale.values()) {
      holdsAll(width, scale, Simple.DOUBLE, doubles);
      holdsAll(width, scale, Simple.INTEGER, List.of(1, 2, 2, 70, Integer.MAX_VALUE));
      holdsAll(width, scale, Simple.LONG, List.of(1, 2, 2, 70, Long.MAX_VALUE));
      holdsAll(width, scale, new Decimal(5, 2), List.of("0.01", "2.50", "70.01", "999.99"));
      holdsAll(width, scale, new Decimal(38, 2), List.of("0.01", "2.50", "9".repeat(36)));
    }
  }

  private void holdsAll(double width, Scale scale, DataType type, List<?> values)
      throws SQLException {
    Field x = field("x", type);
    LocalFile file = parquet.of(List.of(x), values.stream().map(List::of).toList());
    try {
      Histogram histogram =
          ask(new HistogramQuestion("x", width(width), scale, true), List.of(x), file);
      assertThat(histogram.counts().stream().mapToLong(count -> count).sum())
          .isEqualTo(values.size());
      assertThat(histogram.edges()).isSorted();
    } catch (ProblemException e) {
      assertThat(e.problem().code()).as(type.text()).isEqualTo(ProblemCode.QUESTION);
      assertThat(e.problem().remedy()).contains("width");
    }
  }

  @Test
  void columnsThatDoNotFitAreNamedWithTheirType() {
    Field text = field("city", Simple.STRING);
    HistogramQuestion question = new HistogramQuestion("city", count(5), Scale.LINEAR, false);
    assertProblem(ProblemCode.QUESTION, "city", () -> ask(question, List.of(text)));
    assertProblem(ProblemCode.QUESTION, "type string", () -> ask(question, List.of(text)));
    assertProblem(
        ProblemCode.QUESTION,
        "Did you mean City?",
        () -> ask(question, List.of(field("City", Simple.DOUBLE))));
  }

  private void assertRefused(String column, Bins bins, String words) {
    assertProblem(
        ProblemCode.QUESTION,
        words,
        () ->
            ask(
                new HistogramQuestion(column, bins, Scale.LINEAR, false),
                List.of(field(column, Simple.DOUBLE))));
  }

  private static Bins count(int count) {
    return new Bins.Count(count);
  }

  private static Bins width(double width) {
    return new Bins.Width(width);
  }

  private Histogram ofDoubles(double[] values, Bins bins) throws SQLException {
    return ofDoubles(values, bins, false);
  }

  private Histogram ofDoubles(double[] values, Bins bins, boolean density) throws SQLException {
    return of(values, new HistogramQuestion("x", bins, Scale.LINEAR, density));
  }

  private Histogram of(double[] values, HistogramQuestion question) throws SQLException {
    Field x = field("x", Simple.DOUBLE);
    List<List<Double>> rows = Arrays.stream(values).mapToObj(List::of).toList();
    return ask(question, List.of(x), parquet.of(List.of(x), rows));
  }

  private Histogram of(DataType type, List<? extends List<?>> rows, Bins bins) throws SQLException {
    Field x = field("x", type);
    return ask(
        new HistogramQuestion("x", bins, Scale.LINEAR, false),
        List.of(x),
        parquet.of(List.of(x), rows));
  }

  private static List<Long> counted(double[] values, List<Double> edges) {
    Long[] counts = new Long[edges.size() - 1];
    Arrays.fill(counts, 0L);
    for (double value : values) {
      int bin = counts.length - 1;
      while (value < edges.get(bin)) {
        bin--;
      }
      counts[bin]++;
    }
    return List.of(counts);
  }

  private static double area(List<Point> curve) {
    double area = 0;
    for (int i = 1; i < curve.size(); i++) {
      Point a = curve.get(i - 1);
      Point b = curve.get(i);
      area += (b.x() - a.x()) * (a.y() + b.y()) / 2;
    }
    return area;
  }
}
