package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/** Counts values into bins. The range is asked for first, then what lies between its edges. */
final class HistogramAnswer {

  private final HistogramQuestion question;
  private final Field column;

  /**
   * @throws ProblemException if the column is not numeric or the bins make no sense
   */
  HistogramAnswer(HistogramQuestion question, Columns columns) {
    this.question = question;
    this.column = columns.numeric(question.column());
    BinEdges.check(question.bins());
  }

  /** What there is to place. */
  private record Range(
      long rows, long values, long placed, @Nullable BigDecimal min, @Nullable BigDecimal max) {}

  Histogram over(Session session, List<LocalFile> files) throws SQLException {
    String relation = Relation.over(session, files).of(List.of(column));
    session.progress("Finding the least and the greatest value", 0, 3);
    Range range =
        session.row(
            "SELECT count(*), count(c0), count(x), CAST(min(x) AS VARCHAR),"
                + " CAST(max(x) AS VARCHAR) FROM (SELECT c0, %s AS x FROM %s)"
                    .formatted(placed(), relation),
            row ->
                new Range(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    number(row.getString(4)),
                    number(row.getString(5))));
    List<BigDecimal> edges = List.of();
    List<Long> counts = List.of();
    List<Point> density = List.of();
    if (range.min() != null && range.max() != null) {
      edges =
          BinEdges.of(
              question.bins(),
              question.scale(),
              range.min(),
              range.max(),
              SqlText.floating(column.type()));
      session.progress("Counting values into bins", 1, 3);
      counts =
          new BinCounts(placed(), column.type())
              .of(session, relation, edges, range.min(), range.max(), range.placed());
      if (question.density() && range.min().compareTo(range.max()) < 0) {
        session.progress("Drawing the density curve", 2, 3);
        density = density(session, relation, range.min(), range.max());
      }
    }
    return new Histogram(
        edges.stream().map(BigDecimal::doubleValue).toList(),
        counts,
        density,
        range.rows(),
        range.rows() - range.values(),
        range.values() - range.placed());
  }

  /** SQL of the value, or null if it has no place on the axis. */
  private String placed() {
    String finite = Relation.finite("c0", column.type());
    return question.scale() == Scale.LOG ? "CASE WHEN c0 > 0 THEN " + finite + " END" : finite;
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  private List<Point> density(Session session, String relation, BigDecimal min, BigDecimal max)
      throws SQLException {
    boolean log = question.scale() == Scale.LOG;
    String value = "CAST(" + placed() + " AS DOUBLE)";
    double least = min.doubleValue();
    double greatest = max.doubleValue();
    if (log) {
      value = "log10(" + value + ")";
      least = Math.log10(least);
      greatest = Math.log10(greatest);
    }
    if (greatest / 2 - least / 2 == 0) {
      return List.of();
    }
    Spread spread = Spread.of(session, value, relation, least, greatest);
    long[] cells = new long[DensityCurve.CELLS];
    String cell =
        "greatest(0, least(%d, floor(%s * %d)))"
            .formatted(
                DensityCurve.CELLS - 1, Spread.laid(value, least, greatest), DensityCurve.CELLS);
    session.rows(
        "SELECT CAST(%s AS INTEGER) AS cell, count(*) FROM %s WHERE %s IS NOT NULL GROUP BY cell"
            .formatted(cell, relation, placed()),
        row -> cells[row.getInt(1)] = row.getLong(2));
    List<Point> curve = new ArrayList<>();
    if (spread.deviation() != null) {
      for (Point point : DensityCurve.of(cells, least, greatest, spread.deviation())) {
        curve.add(log ? new Point(Math.pow(10, point.x()), point.y()) : point);
      }
    }
    return List.copyOf(curve);
  }
}
