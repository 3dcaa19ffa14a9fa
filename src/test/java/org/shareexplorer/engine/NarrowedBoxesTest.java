package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Boxes of more values than are told one by one, beside the database's own sorting of them all. */
class NarrowedBoxesTest extends QuestionsFixture {

  private static final List<Field> FIELDS =
      List.of(
          field("even", Simple.DOUBLE),
          field("skewed", Simple.DOUBLE),
          field("decades", Simple.DOUBLE),
          field("mostly", Simple.DOUBLE),
          field("few", Simple.INTEGER),
          field("near", Simple.LONG),
          field("price", new Decimal(12, 3)),
          field("fine", new Decimal(38, 18)),
          field("g", Simple.STRING));

  /** Even ones; some that lie far off; ones of all sizes; most of them the same; few different. */
  private static final String ROWS =
      """
      SELECT h % 1000003 / 7.0 AS even,
        CASE WHEN i = 77 THEN 1e15 WHEN i % 1000 = 5 THEN 'nan' WHEN i % 1000 = 6 THEN 'inf'
          ELSE -ln((h % 99991 + 1) / 99992) END AS skewed,
        CASE WHEN i % 9 > 0 THEN pow(10, h % 60007 / 1000.0 - 30) END AS decades,
        CASE WHEN h % 10 < 7 THEN 5.5 ELSE h % 8191 / 3.0 END AS mostly,
        (h % 5)::INTEGER AS few,
        1152921504606846976 + (h % 40)::BIGINT AS near,
        (h % 99999989 / 1000)::DECIMAL(12, 3) AS price,
        (h % 1000003 || '.' || hash(h))::DECIMAL(38, 18) AS fine,
        CASE WHEN h % 13 > 3 THEN 'g' || (h % 4) END AS g
      FROM (SELECT i, (hash(i) // 4)::BIGINT AS h FROM range(400000) t(i))\
      """;

  private static String boxes(String group, String column) {
    return """
    WITH v AS (SELECT %1$s AS g, CASE WHEN isfinite(%2$s::DOUBLE) THEN %2$s::DOUBLE END AS x FROM '{}/rows.parquet'),
      q AS (SELECT g, quantile_cont(x, 0.25) AS q1, quantile_cont(x, 0.75) AS q3 FROM v GROUP BY g)
    SELECT v.g, count(x), count(*) - count(x), min(x), min(x) FILTER (x >= q1 - 1.5 * (q3 - q1)),
      any_value(q1), quantile_cont(x, 0.5), favg(x), any_value(q3),
      max(x) FILTER (x <= q3 + 1.5 * (q3 - q1)), max(x),
      count(*) FILTER (x < q1 - 1.5 * (q3 - q1) OR x > q3 + 1.5 * (q3 - q1)),
      list(DISTINCT x ORDER BY x) FILTER (x < q1 - 1.5 * (q3 - q1) OR x > q3 + 1.5 * (q3 - q1))
    FROM v JOIN q ON v.g IS NOT DISTINCT FROM q.g GROUP BY v.g ORDER BY count(*) DESC, v.g\
    """
        .formatted(group, column);
  }

  @ParameterizedTest
  @CsvSource({"even", "skewed", "decades", "mostly", "few", "near", "price", "fine"})
  void figuresAreThoseOfSortedValues(String column) throws Exception {
    try (DuckFiles duck = new DuckFiles(folder)) {
      var _ = duck.bytes("rows.parquet", ROWS, "");
      LocalFile file = new LocalFile(folder.resolve("rows.parquet"), Map.of());
      for (Optional<String> group : List.of(Optional.<String>empty(), Optional.of("g"))) {
        BoxPlot plot = ask(new BoxPlotQuestion(column, group, 4, true), FIELDS, file);
        List<List<String>> expected = duck.rows(boxes(group.orElse("NULL"), column));
        assertThat(plot.groupsLeftOut()).isEqualTo(Math.max(0, expected.size() - 4));
        for (int i = 0; i < plot.boxes().size(); i++) {
          same(plot.boxes().get(i), expected.get(i));
          boolean differ = plot.boxes().get(i).max() > plot.boxes().get(i).min();
          assertThat(plot.densities().get(i)).hasSize(differ ? 200 : 0);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"g", ""})
  void aFileWhoseStatisticsAreWrongIsRefusedAndGivesNoFigure(String group) throws Exception {
    LocalFile file =
        WrongStatistics.file(
            folder, "SELECT i % 4001 / 4.0 AS even, 'g' || (i % 3) AS g FROM range(400000) t(i)");
    BoxPlotQuestion question =
        new BoxPlotQuestion("even", Optional.of(group).filter(g -> !g.isEmpty()), 4, false);
    WrongStatistics.refused(() -> ask(question, FIELDS, file));
  }

  private static void same(Box box, List<String> expected) {
    assertThat(String.valueOf(box.group())).isEqualTo(expected.get(0));
    List<Number> figures =
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
    for (int i = 0; i < figures.size(); i++) {
      double figure = Double.parseDouble(expected.get(i + 1));
      assertThat(figures.get(i).doubleValue())
          .as("figure %d", i)
          .isCloseTo(figure, within(1e-13 * Math.abs(figure)));
    }
    String all = expected.get(12).replaceAll("[\\[\\]]", "");
    List<Double> beyond =
        all.isEmpty() || all.equals("null")
            ? List.of()
            : Arrays.stream(all.split(", ", -1)).map(Double::valueOf).toList();
    assertThat(box.outliers())
        .hasSize(Math.min(200, beyond.size()))
        .doesNotHaveDuplicates()
        .isSubsetOf(beyond);
    if (!beyond.isEmpty()) {
      double farthest = beyond.stream().mapToDouble(x -> distance(box, x)).max().orElseThrow();
      assertThat(distance(box, box.outliers().getFirst())).isEqualTo(farthest);
      double last = distance(box, box.outliers().getLast());
      assertThat(beyond.stream().filter(x -> distance(box, x) > last).count())
          .isLessThan(box.outliers().size());
    }
  }

  private static double distance(Box box, double x) {
    return Math.max(box.q1() - x, x - box.q3());
  }
}
