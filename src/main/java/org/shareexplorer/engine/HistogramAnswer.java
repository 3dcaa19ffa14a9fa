package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

  Histogram over(Session session, List<LocalFile> files) throws SQLException {
    String relation = Relation.over(session, files).of(List.of(column));
    session.progress("Finding the least and the greatest value", 0, 3);
    String placed = question.scale() == Scale.LOG ? positive() : "c0";
    NumberRange range = NumberRange.of(session, relation, placed, column.type());
    if (!range.finite()) {
      placed = Relation.finite("c0", column.type());
      range = NumberRange.of(session, relation, placed, column.type());
    }
    List<BigDecimal> edges = List.of();
    List<Long> counts = List.of();
    List<Point> density = List.of();
    BigDecimal min = range.least();
    BigDecimal max = range.greatest();
    if (min != null && max != null) {
      edges =
          BinEdges.of(question.bins(), question.scale(), min, max, SqlText.floating(column.type()));
      session.progress("Counting values into bins", 1, 3);
      counts =
          new BinCounts(placed, column.type())
              .of(session, relation, edges, min, max, range.numbers());
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
        range.values() - range.numbers());
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
