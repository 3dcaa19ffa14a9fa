package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.List;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Pairs.Hexagon;
import org.shareexplorer.engine.Pairs.Honeycomb;
import org.shareexplorer.engine.Pairs.Point;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/**
 * Tells pairs of values one by one, or counts them into hexagons after Carr et al., Scatterplot
 * Matrix Techniques for Large N (1987): a pair belongs to the nearer of the two centres that it has
 * in two grids, of which one is shifted by half a cell both ways.
 */
final class PairsAnswer {

  /** How many rows of one grid there are for a hexagon across, so that hexagons look regular. */
  private static final double ROWS = 0.36;

  private final PairsQuestion question;
  private final Field x;
  private final Field y;

  /**
   * @throws ProblemException if the columns are not numeric
   */
  PairsAnswer(PairsQuestion question, Columns columns) {
    this.question = question;
    this.x = columns.numeric(question.x());
    this.y = columns.numeric(question.y());
    if (question.hexagons() < 1) {
      throw new Problem(
              ProblemCode.QUESTION,
              "These pairs cannot be counted.",
              "There is no place for a hexagon.",
              "Ask for at least one.")
          .asException();
    }
  }

  /** What there is to place; ends are of logarithms where the scale is logarithmic. */
  private record Range(
      long rows, long placed, double left, double right, double bottom, double top) {}

  Pairs over(Session session, List<LocalFile> files) throws SQLException {
    String relation = Relation.over(session, files).of(List.of(x, y));
    String pairs =
        "(SELECT CASE WHEN y IS NOT NULL THEN x END AS x, CASE WHEN x IS NOT NULL THEN y END AS y FROM (SELECT %s AS x, %s AS y FROM %s))"
            .formatted(
                placed("c0", x, question.acrossScale()),
                placed("c1", y, question.upScale()),
                relation);
    session.progress("Counting pairs", 0, 2);
    Range range =
        session.row(
            "SELECT count(*), count(x), min(x), max(x), min(y), max(y) FROM " + pairs,
            row ->
                new Range(
                    row.getLong(1),
                    row.getLong(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getDouble(5),
                    row.getDouble(6)));
    session.progress("Placing pairs", 1, 2);
    boolean few = range.placed() <= question.mostPoints();
    return new Pairs(
        few ? points(session, pairs) : List.of(),
        few ? Honeycomb.NONE : honeycomb(session, pairs, range),
        range.rows(),
        range.placed());
  }

  private static String placed(String column, Field field, Scale scale) {
    String value = "CAST(" + Relation.finite(column, field.type()) + " AS DOUBLE)";
    return scale == Scale.LOG ? "CASE WHEN %1$s > 0 THEN log10(%1$s) END".formatted(value) : value;
  }

  private List<Point> points(Session session, String pairs) throws SQLException {
    return List.copyOf(
        session.rows(
            "SELECT x, y FROM " + pairs + " WHERE x IS NOT NULL ORDER BY x, y",
            row ->
                new Point(
                    plain(row.getDouble(1), question.acrossScale()),
                    plain(row.getDouble(2), question.upScale()))));
  }

  private static double plain(double placed, Scale scale) {
    return scale == Scale.LOG ? Math.pow(10, placed) : placed;
  }

  private Honeycomb honeycomb(Session session, String pairs, Range range) throws SQLException {
    double width = step(range.left(), range.right(), question.hexagons());
    double height =
        step(range.bottom(), range.top(), Math.max(1, Math.round(question.hexagons() * ROWS)));
    String sql =
        """
        SELECT CASE WHEN near THEN round(u) ELSE floor(u) + 0.5 END AS i,
          CASE WHEN near THEN round(v) ELSE floor(v) + 0.5 END AS j, count(*)
        FROM (
          SELECT u, v,
            (u - round(u)) ** 2 + 3 * (v - round(v)) ** 2
              <= (u - floor(u) - 0.5) ** 2 + 3 * (v - floor(v) - 0.5) ** 2 AS near
          FROM (SELECT (x / 2 - %s) / %s AS u, (y / 2 - %s) / %s AS v FROM %s WHERE x IS NOT NULL))
        GROUP BY i, j ORDER BY j, i\
        """
            .formatted(
                SqlText.number(range.left() / 2),
                SqlText.number(width / 2),
                SqlText.number(range.bottom() / 2),
                SqlText.number(height / 2),
                pairs);
    return new Honeycomb(
        List.copyOf(
            session.rows(
                sql,
                row ->
                    new Hexagon(
                        range.left() + row.getDouble(1) * width,
                        range.bottom() + row.getDouble(2) * height,
                        row.getLong(3)))),
        width,
        height);
  }

  /** A part of a range that may be as long as numbers reach; some length where there is none. */
  private static double step(double from, double to, long parts) {
    double step = 2 * ((to / 2 - from / 2) / parts);
    return step > 0 ? step : 1;
  }
}
