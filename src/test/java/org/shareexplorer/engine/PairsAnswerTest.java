package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Pairs.Hexagon;
import org.shareexplorer.engine.Pairs.Honeycomb;
import org.shareexplorer.engine.Pairs.Point;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class PairsAnswerTest extends QuestionsFixture {

  private static final Field X = field("x", Simple.DOUBLE);
  private static final Field Y = field("y", Simple.INTEGER);
  private static final List<Field> FIELDS = List.of(X, Y);

  private Pairs ask(List<List<?>> rows, int most, Scale across) throws SQLException {
    return ask(
        new PairsQuestion("x", "y", across, Scale.LINEAR, most, 20),
        FIELDS,
        parquet.of(FIELDS, rows));
  }

  @Test
  void fewPairsAreToldOneByOne() throws SQLException {
    List<List<?>> rows =
        List.of(
            Arrays.asList(2.5, 1),
            Arrays.asList(-1.0, 7),
            Arrays.asList(null, 3),
            Arrays.asList(4.0, null),
            Arrays.asList(Double.NaN, 1),
            Arrays.asList(Double.POSITIVE_INFINITY, 1));
    assertThat(ask(rows, 2, Scale.LINEAR))
        .isEqualTo(new Pairs(List.of(new Point(-1, 7), new Point(2.5, 1)), Honeycomb.NONE, 6, 2));
    assertThat(ask(rows, 2, Scale.LOG))
        .isEqualTo(new Pairs(List.of(new Point(2.5, 1)), Honeycomb.NONE, 6, 1));
  }

  @Test
  void eachPairIsCountedIntoTheHexagonWhoseCentreIsNearest() throws SQLException {
    Random random = new Random(7);
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(List.of(random.nextGaussian() * 3, random.nextInt(1_000)));
    }
    Pairs pairs = ask(rows, 4_999, Scale.LINEAR);
    Honeycomb honeycomb = pairs.hexagons();
    assertThat(pairs.points()).isEmpty();
    assertThat(honeycomb.cells().stream().mapToLong(Hexagon::count).sum()).isEqualTo(5_000);
    long[] counts = new long[honeycomb.cells().size()];
    for (List<?> row : rows) {
      double x = ((Number) row.get(0)).doubleValue();
      double y = ((Number) row.get(1)).doubleValue();
      int nearest = 0;
      for (int i = 1; i < counts.length; i++) {
        if (distance(honeycomb, i, x, y) < distance(honeycomb, nearest, x, y)) {
          nearest = i;
        }
      }
      counts[nearest]++;
    }
    // A value in the very middle of two centres may go either way.
    for (int i = 0; i < counts.length; i++) {
      assertThat(honeycomb.cells().get(i).count()).isCloseTo(counts[i], within(1L));
    }
    double left = rows.stream().mapToDouble(row -> (Double) row.get(0)).min().orElseThrow();
    double right = rows.stream().mapToDouble(row -> (Double) row.get(0)).max().orElseThrow();
    assertThat(honeycomb.width()).isCloseTo((right - left) / 20, within(1e-12));
  }

  private static double distance(Honeycomb honeycomb, int cell, double x, double y) {
    Hexagon hexagon = honeycomb.cells().get(cell);
    double dx = (x - hexagon.x()) / honeycomb.width();
    double dy = (y - hexagon.y()) / honeycomb.height();
    return dx * dx + 3 * dy * dy;
  }

  @Test
  void rowsWithoutAPlaceAreInNoHexagonAndAreNoPoints() throws SQLException {
    List<List<?>> rows = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rows.add(Arrays.asList(i % 4 == 0 ? null : i / 3.0, i % 5 == 0 ? null : i % 90));
    }
    Pairs nulls = ask(rows, 100, Scale.LINEAR);
    assertThat(nulls.rows()).isEqualTo(400);
    assertThat(nulls.placed()).isEqualTo(240);
    assertThat(nulls.hexagons().cells().stream().mapToLong(Hexagon::count).sum()).isEqualTo(240);
    assertThat(ask(rows, 240, Scale.LINEAR).points()).hasSize(240);
    for (double none : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
      rows.set(7, List.of(none, 1));
      assertThat(ask(rows, 100, Scale.LINEAR).placed()).isEqualTo(239);
      assertThat(ask(rows, 100, Scale.LINEAR).hexagons().cells())
          .allMatch(cell -> Math.abs(cell.x()) < 150);
    }
  }

  @Test
  void pairsThatAreAllTheSameAreOneHexagon() throws SQLException {
    List<List<?>> rows = List.of(List.of(4.0, 4), List.of(4.0, 4), List.of(4.0, 4));
    assertThat(ask(rows, 1, Scale.LINEAR).hexagons().cells()).containsExactly(new Hexagon(4, 4, 3));
  }

  @Test
  void rangesAsLongAsNumbersReachDoNotOverflow() throws SQLException {
    List<List<?>> rows =
        List.of(List.of(-Double.MAX_VALUE, 1), List.of(0.0, 1), List.of(Double.MAX_VALUE, 2));
    assertThat(ask(rows, 1, Scale.LINEAR).hexagons().cells())
        .extracting(Hexagon::count)
        .containsExactlyInAnyOrder(1L, 1L, 1L);
  }

  @Test
  void aTableWithoutRowsHasNoPairs() throws SQLException {
    assertThat(ask(List.of(), 10, Scale.LINEAR))
        .isEqualTo(new Pairs(List.of(), Honeycomb.NONE, 0, 0));
  }

  @Test
  void textHasNoPlaceOnAnAxis() {
    Field name = field("x", Simple.STRING);
    assertProblem(
        ProblemCode.QUESTION,
        "column x",
        () ->
            ask(new PairsQuestion("x", "y", Scale.LINEAR, Scale.LINEAR, 10, 10), List.of(name, Y)));
  }
}
