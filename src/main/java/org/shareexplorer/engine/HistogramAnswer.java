package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/** Counts values into bins. The range is asked for first, then what lies between its edges. */
final class HistogramAnswer {

  /** The greatest value is in the last cell, not at its end. */
  private static final double WITHIN = 1 - 1e-9;

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
      BinCounts bins = new BinCounts(placed, column.type());
      // Of single numbers there is no curve.
      boolean single = question.bins() instanceof Bins.Whole && edges.getLast().compareTo(max) > 0;
      boolean curve = question.density() && min.compareTo(max) < 0 && !single;
      int parts = parts(edges, min, max);
      Optional<long[]> cells =
          curve && parts > 0 ? bins.inParts(session, relation, edges, parts) : Optional.empty();
      if (cells.isPresent()) {
        counts = added(cells.get(), parts);
        density = DensityCurve.of(cells.get(), min.doubleValue(), max.doubleValue());
      } else {
        counts = bins.of(session, relation, edges, min, max, range.numbers());
        if (curve) {
          session.progress("Drawing the density curve", 2, 3);
          density = density(session, placed, relation, min, max);
        }
      }
    }
    return new Histogram(
        edges.stream().map(BigDecimal::doubleValue).toList(),
        counts,
        density,
        range.rows(),
        range.rows() - range.values(),
        range.values() - range.numbers(),
        edges);
  }

  /** SQL of the value, or null if it has no place on a logarithmic axis. */
  private String positive() {
    return "CASE WHEN c0 > 0 THEN " + Relation.finite("c0", column.type()) + " END";
  }

  /**
   * In how many parts bins are cut that cells for the curve come of the same look; 0 if they reach
   * elsewhere than the values do.
   */
  private static int parts(List<BigDecimal> edges, BigDecimal min, BigDecimal max) {
    int bins = edges.size() - 1;
    boolean same = edges.getFirst().compareTo(min) == 0 && edges.getLast().compareTo(max) == 0;
    return same ? Integer.highestOneBit(2 * DensityCurve.CELLS / bins) : 0;
  }

  private static List<Long> added(long[] cells, int parts) {
    return IntStream.range(0, cells.length / parts)
        .mapToObj(bin -> Arrays.stream(cells, bin * parts, (bin + 1) * parts).sum())
        .toList();
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
    double half = greatest / 2 - least / 2;
    if (half == 0) {
      return List.of();
    }
    long[] cells = new long[DensityCurve.CELLS];
    String cell =
        "floor((%s * %s - %s) * %s)"
            .formatted(
                value,
                SqlText.number(0.5),
                SqlText.number(least / 2),
                SqlText.number(Math.min(WITHIN * cells.length / half, Double.MAX_VALUE)));
    session.each(
        "SELECT CAST(%s AS USMALLINT) AS cell, count(*) FROM %s GROUP BY cell"
            .formatted(cell, relation),
        row -> {
          int counted = row.getInt(1);
          if (!row.wasNull()) {
            cells[counted] = row.getLong(2);
          }
        });
    List<Point> curve = new ArrayList<>();
    for (Point point : DensityCurve.of(cells, least, greatest)) {
      curve.add(log ? new Point(Math.pow(10, point.x()), point.y()) : point);
    }
    return List.copyOf(curve);
  }
}
