package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.Correlations.Pair;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class CorrelationAnswerTest extends QuestionsFixture {

  private static final List<Field> FIELDS =
      List.of(
          field("a", Simple.DOUBLE),
          field("b", Simple.DOUBLE),
          field("c", Simple.INTEGER),
          field("same", Simple.INTEGER));

  private Correlations ask(List<List<?>> rows) throws SQLException {
    return ask(
        new CorrelationQuestion(List.of("a", "b", "c", "same")), FIELDS, parquet.of(FIELDS, rows));
  }

  @Test
  void coefficientsAreThoseOfPlainArithmeticOverRowsWithBothValues() throws SQLException {
    Random random = new Random(3);
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      double a = random.nextGaussian() + 1e6;
      rows.add(
          Arrays.asList(
              i % 7 == 0 ? null : a,
              i % 11 == 0 ? Double.NaN : 3 * (a - 1e6) + random.nextGaussian(),
              random.nextInt(50),
              8));
    }
    Correlations found = ask(rows);
    assertThat(found.rows()).isEqualTo(2_000);
    assertThat(found.pairs()).hasSize(6);
    for (int i = 0; i < 3; i++) {
      for (int j = i + 1; j < 3; j++) {
        double[][] pairs = pairs(rows, i, j);
        Pair pair = found.of(j, i);
        assertThat(pair.rows()).isEqualTo(pairs.length);
        assertThat(pair.coefficient()).isCloseTo(pearson(pairs), within(1e-9));
      }
    }
    assertThat(found.of(0, 3)).extracting(Pair::coefficient).isNull();
  }

  @Test
  void aFileWhoseStatisticsAreWrongIsRefusedAndGivesNoFigure() throws Exception {
    LocalFile file =
        WrongStatistics.file(
            folder, "SELECT i % 4001 / 4.0 AS a, hash(i) % 1000 / 7.0 AS b FROM range(40000) t(i)");
    WrongStatistics.refused(() -> ask(new CorrelationQuestion(List.of("a", "b")), FIELDS, file));
  }

  private static double[][] pairs(List<List<?>> rows, int i, int j) {
    return rows.stream()
        .filter(row -> row.get(i) instanceof Number x && !Double.isNaN(x.doubleValue()))
        .filter(row -> row.get(j) instanceof Number y && !Double.isNaN(y.doubleValue()))
        .map(row ->
            new double[] {((Number) row.get(i)).doubleValue(), ((Number) row.get(j)).doubleValue()})
        .toArray(double[][]::new);
  }

  private static double pearson(double[][] pairs) {
    double x = Arrays.stream(pairs).mapToDouble(p -> p[0]).average().orElseThrow();
    double y = Arrays.stream(pairs).mapToDouble(p -> p[1]).average().orElseThrow();
    double xy = Arrays.stream(pairs).mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    double xx = Arrays.stream(pairs).mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
    double yy = Arrays.stream(pairs).mapToDouble(p -> (p[1] - y) * (p[1] - y)).sum();
    return xy / Math.sqrt(xx * yy);
  }

  @Test
  void valuesAsGreatAsNumbersReachDoNotOverflow() throws SQLException {
    List<List<?>> rows =
        List.of(
            List.of(-Double.MAX_VALUE, 1.0, 1, 1),
            List.of(0.0, 2.0, 2, 1),
            List.of(Double.MAX_VALUE, 3.0, 3, 1));
    assertThat(ask(rows).of(0, 1).coefficient()).isCloseTo(1, within(1e-12));
  }

  @Test
  void withoutRowsThereIsNothingToCompare() throws SQLException {
    assertThat(ask(List.of()).pairs())
        .hasSize(6)
        .allMatch(pair -> pair.coefficient() == null && pair.rows() == 0);
  }

  @Test
  void moreColumnsThanCanBeReadAreRefused() {
    assertProblem(
        ProblemCode.QUESTION,
        "more than 30",
        () -> ask(new CorrelationQuestion(Collections.nCopies(31, "a")), FIELDS));
  }
}
