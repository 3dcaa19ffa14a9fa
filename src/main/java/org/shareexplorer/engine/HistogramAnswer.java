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
      long rows, long values, long placed, @Nullable String least, @Nullable String greatest) {

    /** NaN counts as the greatest, so nothing else can hide between the two. */
    boolean finite() {
      return least == null
          || greatest == null
          || (ExactSum.finite(least) && ExactSum.finite(greatest));
    }

    @Nullable BigDecimal min() {
      return least == null ? null : new BigDecimal(least);
    }

    @Nullable BigDecimal max() {
      return greatest == null ? null : new BigDecimal(greatest);
    }
  }

  Histogram over(Session session, List<LocalFile> files) throws SQLException {
    String relation = Relation.over(session, files).of(List.of(column));
    session.progress("Finding the least and the greatest value", 0, 3);
    String placed = question.scale() == Scale.LOG ? positive() : "c0";
    Range range = range(session, placed, relation);
    if (!range.finite()) {
      placed = Relation.finite("c0", column.type());
      range = range(session, placed, relation);
    }
    List<BigDecimal> edges = List.of();
    List<Long> counts = List.of();
    List<Point> density = List.of();
    BigDecimal min = range.min();
    BigDecimal max = range.max();
    if (min != null && max != null) {
      edges =
          BinEdges.of(question.bins(), question.scale(), min, max, SqlText.floating(column.type()));
      session.progress("Counting values into bins", 1, 3);
      counts =
          new BinCounts(placed, column.type())
              .of(session, relation, edges, min, max, range.placed());
      if (question.density() && min.compareTo(max) < 0) {
        session.progress("Drawing the density curve", 2, 3);
        density = density(session, placed, relation, min, max);
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

  private Range range(Session session, String placed, String relation) throws SQLException {
    return session.row(
        "SELECT count(*), count(c0), count(x), CAST(min(x) AS VARCHAR),"
            + " CAST(max(x) AS VARCHAR) FROM (SELECT c0, %s AS x FROM %s)"
                .formatted(placed, relation),
        row ->
            new Range(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getString(4),
                row.getString(5)));
  }

  /** SQL of the value, or null if it has no place on a logarithmic axis. */
  private String positive() {
    return "CASE WHEN c0 > 0 THEN " + Relation.finite("c0", column.type()) + " END";
  }

  private List<Point> density(
      Session session, String placed, String relation, BigDecimal min, BigDecimal max)
      throws SQLException {
    boolean log = question.scale() == Scale.LOG;
    String value = "CAST(" + placed + " AS DOUBLE)";
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
    Spread spread = Spread.of(session, value, relation, least, greatest, Double.NaN);
    long[] cells = new long[DensityCurve.CELLS];
    String cell =
        "greatest(0, least(%d, floor(%s * %d)))"
            .formatted(
                DensityCurve.CELLS - 1, Spread.laid(value, least, greatest), DensityCurve.CELLS);
    session.rows(
        "SELECT CAST(%s AS INTEGER) AS cell, count(*) FROM %s WHERE %s IS NOT NULL GROUP BY cell"
            .formatted(cell, relation, placed),
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
