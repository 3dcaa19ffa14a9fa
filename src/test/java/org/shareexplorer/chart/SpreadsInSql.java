package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Correlations;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Pairs;

/** Holds charts of how numbers are spread against plain SQL. */
final class SpreadsInSql {

  private SpreadsInSql() {}

  static void bins(HistogramSpec spec, Histogram answer, AwkwardRows rows) throws SQLException {
    boolean log = spec.scale() == Scale.LOG;
    List<BigDecimal> values =
        rows
            .sql(
                "SELECT %1$s FROM t WHERE %1$s IS NOT NULL%2$s ORDER BY 1"
                    .formatted(
                        FiguresInSql.finite(spec.column()),
                        log ? " AND " + spec.column() + " > 0" : ""))
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

  static void boxes(BoxPlotSpec spec, List<Box> answer, AwkwardRows rows) throws SQLException {
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
                .formatted(group, FiguresInSql.number(spec.column()), spec.mostGroups()));
    assertThat(answer).hasSameSizeAs(expected);
    for (int i = 0; i < answer.size(); i++) {
      Box box = answer.get(i);
      List<@Nullable Object> row = expected.get(i);
      if (spec.group() != null) {
        assertThat(FiguresInSql.key(box.group())).isEqualTo(FiguresInSql.key(row.getFirst()));
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
        FiguresInSql.same(found.get(c), row.get(c + 1), "box " + i + ", figure " + c);
      }
    }
  }

  /** Numbers moved to where DuckDB's coefficient has its digits; that changes none. */
  private static String near(String column) {
    return FiguresInSql.number(column) + (column.equals("far") ? " - 1e9" : "");
  }

  static void pairs(Correlations answer, AwkwardRows rows) throws SQLException {
    for (Correlations.Pair pair : answer.pairs()) {
      String one = near(answer.columns().get(pair.first()));
      String other = near(answer.columns().get(pair.second()));
      List<@Nullable Object> row =
          rows.sql(
                  "SELECT count(*) FILTER (%1$s IS NOT NULL AND %2$s IS NOT NULL), corr(%1$s, %2$s) FROM t"
                      .formatted(one, other))
              .getFirst();
      assertThat(pair.rows()).isEqualTo(row.get(0));
      FiguresInSql.same(pair.coefficient(), row.get(1), pair.toString());
    }
  }

  static void points(ScatterSpec spec, Pairs answer, AwkwardRows rows) throws SQLException {
    List<List<@Nullable Object>> expected =
        rows.sql(
            "SELECT %1$s AS x, %2$s AS y FROM t WHERE x IS NOT NULL AND y IS NOT NULL ORDER BY %3$s, %4$s"
                .formatted(
                    FiguresInSql.number(spec.across()),
                    FiguresInSql.number(spec.up()),
                    spec.across(),
                    spec.up()));
    assertThat(answer.placed()).isEqualTo(expected.size());
    assertThat(
            answer.points().stream()
                .map(point -> FiguresInSql.key(point.x()) + ", " + FiguresInSql.key(point.y()))
                .toList())
        .isEqualTo(
            expected.stream()
                .map(row -> FiguresInSql.key(row.get(0)) + ", " + FiguresInSql.key(row.get(1)))
                .toList());
  }
}
