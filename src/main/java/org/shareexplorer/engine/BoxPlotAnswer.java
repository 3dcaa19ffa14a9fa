package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/**
 * Computes boxes after Tukey: first which groups are kept, then their quartiles, then what lies
 * within and beyond the fences. Each step leaves a small table for the next.
 */
final class BoxPlotAnswer {

  private static final int MOST_OUTLIERS = 200;

  private final BoxPlotQuestion question;
  private final Field column;
  private final Optional<Field> group;

  /**
   * @throws ProblemException if the columns do not fit
   */
  BoxPlotAnswer(BoxPlotQuestion question, Columns columns) {
    this.question = question;
    this.column = columns.numeric(question.column());
    this.group = question.group().map(columns::simple);
    if (question.mostGroups() < 1) {
      throw new Problem(
              ProblemCode.QUESTION,
              "This box plot cannot be drawn.",
              "It has no place for a group.",
              "Ask for at least one group.")
          .asException();
    }
  }

  BoxPlot over(Session session, List<LocalFile> files) throws SQLException {
    List<Field> fields = new ArrayList<>(List.of(column));
    group.ifPresent(fields::add);
    String rows =
        "(SELECT CAST(%s AS DOUBLE) AS x, %s AS g FROM %s)"
            .formatted(
                Relation.finite("c0", column.type()),
                group.isPresent() ? "c1" : "0",
                Relation.over(session, files).of(fields));
    session.progress("Finding the groups", 0, 4);
    long groups = keep(session, rows);
    String kept = rows + " AS r JOIN kept ON r.g IS NOT DISTINCT FROM kept.g";
    session.progress("Finding the quartiles", 1, 4);
    session.run(
        """
        CREATE TEMP TABLE boxes AS
        SELECT id, values, nulls, least, q[1] AS q1, q[2] AS median, mean, q[3] AS q3, greatest,
          q[1] - 1.5 * (q[3] - q[1]) AS lower_fence, q[3] + 1.5 * (q[3] - q[1]) AS upper_fence
        FROM (
          SELECT id, count(x) AS values, count(*) - count(x) AS nulls, min(x) AS least,
            max(x) AS greatest, favg(x) AS mean, quantile_cont(x, [0.25, 0.5, 0.75]) AS q
          FROM %s GROUP BY id)\
        """
            .formatted(kept));
    String boxed = kept + " JOIN boxes USING (id)";
    session.progress("Finding the outliers", 2, 4);
    Map<Integer, List<Double>> outliers = outliers(session, boxed);
    session.progress("Finding the whiskers", 3, 4);
    List<Box> boxes = boxes(session, boxed, outliers);
    return new BoxPlot(
        boxes,
        groups - size(session),
        question.density() ? densities(session, boxed, boxes) : List.of());
  }

  /** Keeps the groups with the most rows. Returns how many there are in all. */
  private long keep(Session session, String rows) throws SQLException {
    session.run(
        """
        CREATE TEMP TABLE kept AS
        SELECT CAST(row_number() OVER (ORDER BY n DESC, g NULLS LAST) AS INTEGER) AS id, g, groups
        FROM (SELECT g, count(*) AS n, count(*) OVER () AS groups FROM %s GROUP BY g)
        ORDER BY n DESC, g NULLS LAST LIMIT %d\
        """
            .formatted(rows, question.mostGroups()));
    return session.row("SELECT coalesce(max(groups), 0) FROM kept", row -> row.getLong(1));
  }

  private static long size(Session session) throws SQLException {
    return session.row("SELECT count(*) FROM kept", row -> row.getLong(1));
  }

  private static Map<Integer, List<Double>> outliers(Session session, String boxed)
      throws SQLException {
    Map<Integer, List<Double>> outliers = new HashMap<>();
    session.rows(
        """
        SELECT id, x FROM (
          SELECT DISTINCT id, x, greatest(q1 - x, x - q3) AS distance FROM %s
          WHERE x < lower_fence OR x > upper_fence)
        QUALIFY row_number() OVER (PARTITION BY id ORDER BY distance DESC, x) <= %d
        ORDER BY id, distance DESC, x\
        """
            .formatted(boxed, MOST_OUTLIERS),
        row ->
            outliers.computeIfAbsent(row.getInt(1), id -> new ArrayList<>()).add(row.getDouble(2)));
    return outliers;
  }

  private List<Box> boxes(Session session, String boxed, Map<Integer, List<Double>> outliers)
      throws SQLException {
    String key = group.map(field -> Cell.fetched("kept.g", field.type())).orElse("NULL");
    return List.copyOf(
        session.rows(
            """
            SELECT %s, values, nulls, least, least(lower, q1), q1, median, mean, q3,
              greatest(upper, q3), greatest, outliers, id
            FROM (
              SELECT id, min(x) FILTER (x >= lower_fence) AS lower,
                max(x) FILTER (x <= upper_fence) AS upper,
                count(x) FILTER (x < lower_fence OR x > upper_fence) AS outliers
              FROM %s GROUP BY id)
            JOIN boxes USING (id) JOIN kept USING (id) ORDER BY id\
            """
                .formatted(key, boxed),
            row ->
                new Box(
                    key(row),
                    row.getLong(2),
                    row.getLong(3),
                    figure(row, 4),
                    figure(row, 5),
                    figure(row, 6),
                    figure(row, 7),
                    figure(row, 8),
                    figure(row, 9),
                    figure(row, 10),
                    figure(row, 11),
                    row.getLong(12),
                    List.copyOf(outliers.getOrDefault(row.getInt(13), List.of())))));
  }

  /** A curve for each box, in their order: values are counted into cells of their group's range. */
  private static List<List<Point>> densities(Session session, String boxed, List<Box> boxes)
      throws SQLException {
    Map<Integer, long[]> cells = new HashMap<>();
    Map<Integer, Double> deviations = new HashMap<>();
    String laid = "(x / 2 - least / 2) / (greatest / 2 - least / 2)";
    String placed = boxed + " WHERE x IS NOT NULL AND greatest / 2 > least / 2";
    session.rows(
        "SELECT id, CAST(least(%1$d, floor(%2$s * %3$d)) AS INTEGER) AS cell, count(*) FROM %4$s GROUP BY id, cell"
            .formatted(DensityCurve.CELLS - 1, laid, DensityCurve.CELLS, placed),
        row ->
            cells.computeIfAbsent(row.getInt(1), _ -> new long[DensityCurve.CELLS])[row.getInt(2)] =
                row.getLong(3));
    session.rows(
        "SELECT id, stddev_samp(%s) FROM %s GROUP BY id".formatted(laid, placed),
        row -> deviations.put(row.getInt(1), row.getDouble(2)));
    List<List<Point>> curves = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      long[] counted = cells.get(i + 1);
      double half = box.max() / 2 - box.min() / 2;
      curves.add(
          counted == null
              ? List.of()
              : DensityCurve.of(
                  counted, box.min(), box.max(), 2 * (deviations.getOrDefault(i + 1, 0.0) * half)));
    }
    return List.copyOf(curves);
  }

  private @Nullable Object key(ResultSet row) throws SQLException {
    return group.isPresent() ? Cell.read(row, 1, group.get().type()) : null;
  }

  private static double figure(ResultSet row, int column) throws SQLException {
    double figure = row.getDouble(column);
    return row.wasNull() ? Double.NaN : figure;
  }
}
