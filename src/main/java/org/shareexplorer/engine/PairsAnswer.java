package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.DoubleStream;
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

  /** Numbers of two bytes are counted in an array. */
  private static final int MOST_SMALL = 1 << 16;

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
  private record Range(long placed, double left, double right, double bottom, double top) {

    private static Range of(ResultSet row, long placed) throws SQLException {
      return new Range(
          placed, row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
    }

    /** NaN is greater than all numbers. */
    private boolean finite() {
      return DoubleStream.of(left, right, bottom, top).allMatch(Double::isFinite);
    }
  }

  Pairs over(Session session, List<LocalFile> files) throws SQLException {
    String relation = Relation.over(session, files).of(List.of(x, y));
    session.progress("Counting pairs", 0, 2);
    long rows = session.row("SELECT count(*) FROM " + relation, row -> row.getLong(1));
    String pairs =
        pairs(
            relation, placed("c0", x, question.acrossScale()), placed("c1", y, question.upScale()));
    if (rows > question.mostPoints() && linear()) {
      // The files' own statistics tell how far columns reach as a rule, so that one look suffices.
      Range columns = range(session, "(SELECT c0 AS x, c1 AS y FROM " + relation + ")", rows);
      Honeycomb counted = honeycomb(session, pairs, columns).orElse(Honeycomb.NONE);
      long placed = counted.cells().stream().mapToLong(Hexagon::count).sum();
      if (placed > question.mostPoints()) {
        return new Pairs(List.of(), counted, rows, placed);
      }
    }
    Range range = range(session, pairs);
    if (!range.finite()) {
      pairs =
          pairs(
              relation,
              placed(Relation.finite("c0", x.type()), x, question.acrossScale()),
              placed(Relation.finite("c1", y.type()), y, question.upScale()));
      range = range(session, pairs);
    }
    session.progress("Placing pairs", 1, 2);
    boolean few = range.placed() <= question.mostPoints();
    return new Pairs(
        few ? points(session, pairs) : List.of(),
        few ? Honeycomb.NONE : honeycomb(session, pairs, range).orElseThrow(),
        rows,
        range.placed());
  }

  private boolean linear() {
    return question.acrossScale() == Scale.LINEAR && question.upScale() == Scale.LINEAR;
  }

  private static String pairs(String relation, String x, String y) {
    return "(SELECT x, y FROM (SELECT %s AS x, %s AS y FROM %s) WHERE x IS NOT NULL AND y IS NOT NULL)"
        .formatted(x, y, relation);
  }

  private static Range range(Session session, String pairs) throws SQLException {
    return session.row(
        "SELECT min(x), max(x), min(y), max(y), count(*) FROM " + pairs,
        row -> Range.of(row, row.getLong(5)));
  }

  private static Range range(Session session, String columns, long rows) throws SQLException {
    return session.row(
        "SELECT min(x), max(x), min(y), max(y) FROM " + columns, row -> Range.of(row, rows));
  }

  private static String placed(String value, Field field, Scale scale) {
    return scale == Scale.LOG
        ? "CASE WHEN %1$s > 0 THEN log10(CAST(%1$s AS DOUBLE)) END".formatted(value)
        : SqlText.floating(field.type()) ? "CAST(" + value + " AS DOUBLE)" : value;
  }

  private List<Point> points(Session session, String pairs) throws SQLException {
    return List.copyOf(
        session.rows(
            "SELECT CAST(x AS DOUBLE), CAST(y AS DOUBLE) FROM " + pairs + " ORDER BY x, y",
            row ->
                new Point(
                    plain(row.getDouble(1), question.acrossScale()),
                    plain(row.getDouble(2), question.upScale()))));
  }

  private static double plain(double placed, Scale scale) {
    return scale == Scale.LOG ? Math.pow(10, placed) : placed;
  }

  /** Empty if there are pairs without a place, such as infinite ones. */
  private Optional<Honeycomb> honeycomb(Session session, String pairs, Range range)
      throws SQLException {
    if (!range.finite()) {
      return Optional.empty();
    }
    double width = step(range.left(), range.right(), question.hexagons());
    int up = Math.max(1, (int) Math.round(question.hexagons() * ROWS));
    double height = step(range.bottom(), range.top(), up);
    // Of both grids' centres nearest to a pair, those are counted in halves of cells from the left
    // and from the bottom.
    int columns = 2 * question.hexagons() + 3;
    boolean small = (long) columns * (2 * up + 3) < MOST_SMALL;
    String sql =
        """
        SELECT code, count(*) FROM (
          SELECT TRY_CAST(CASE WHEN abs(u - p - %1$s) + %3$s * abs(v - q - %1$s) >= %2$s
            THEN %4$s * floor(v + %1$s) + %5$s * floor(u + %1$s)
            ELSE %4$s * q + %5$s * p + %6$s END AS %10$s) AS code
          FROM (SELECT u, v, floor(u) AS p, floor(v) AS q
            FROM (SELECT %7$s AS u, %8$s AS v FROM %9$s)))
        GROUP BY code ORDER BY code\
        """
            .formatted(
                SqlText.number(0.5),
                SqlText.number(1),
                SqlText.number(3),
                SqlText.number(2.0 * columns),
                SqlText.number(2),
                SqlText.number(columns + 1.0),
                laid("x", range.left(), width),
                laid("y", range.bottom(), height),
                pairs,
                small ? "USMALLINT" : "INTEGER");
    List<Hexagon> cells = new ArrayList<>();
    AtomicBoolean beyond = new AtomicBoolean();
    session.each(
        sql,
        row -> {
          int code = row.getInt(1);
          if (row.wasNull()) {
            beyond.set(true);
          } else {
            int level = code / columns;
            cells.add(
                new Hexagon(
                    range.left() + code % columns / 2.0 * width,
                    range.bottom() + level / 2.0 * height,
                    row.getLong(2)));
          }
        });
    return beyond.get()
        ? Optional.empty()
        : Optional.of(new Honeycomb(List.copyOf(cells), width, height));
  }

  /** SQL of how many steps from the first value a value is. Halves do not overflow. */
  private static String laid(String value, double first, double step) {
    return "(CAST(%s AS DOUBLE) * %s - %s) * %s"
        .formatted(
            value,
            SqlText.number(0.5),
            SqlText.number(first / 2),
            SqlText.number(Math.min(1 / (step / 2), Double.MAX_VALUE)));
  }

  /** A part of a range that may be as long as numbers reach; some length where there is none. */
  private static double step(double from, double to, long parts) {
    double step = 2 * ((to / 2 - from / 2) / parts);
    return step > 0 ? step : 1;
  }
}
