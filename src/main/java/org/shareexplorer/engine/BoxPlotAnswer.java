package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/**
 * Computes boxes after Tukey: first which groups are kept and how far their values reach, then by
 * {@linkplain Narrowing narrowing} what their figures are.
 */
final class BoxPlotAnswer {

  /** As a rule. */
  private static final int LOOKS = 3;

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
    String relation = Relation.over(session, files).of(fields);
    session.progress("Finding the groups", 0, LOOKS);
    Groups found = group.isPresent() ? grouped(session, relation) : whole(session, relation);
    Narrowing narrowing = new Narrowing(session, found.rows);
    for (int look = 1; ; look++) {
      List<Stretch> unclear = found.unclear();
      if (unclear.isEmpty()) {
        break;
      }
      session.progress("Finding the quartiles", Math.min(look, LOOKS - 1), LOOKS);
      Map<Integer, List<Stretch>> parts = narrowing.cut(unclear);
      found.groups.forEach(each -> each.values.ifPresent(values -> values.replace(parts)));
    }
    return new BoxPlot(
        found.groups.stream().map(Group::box).toList(),
        found.count - found.groups.size(),
        question.density() ? found.groups.stream().map(Group::density).toList() : List.of());
  }

  /** A group that is kept; without any value, its figures are none. */
  private record Group(@Nullable Object key, long rows, Optional<Tukey> values) {

    private static Group of(
        int number, @Nullable Object key, long rows, long values, double least, double greatest) {
      Optional<Tukey> figures =
          values == 0
              ? Optional.empty()
              : Optional.of(
                  new Tukey(new Stretch(number, values, least * values, least, greatest)));
      return new Group(key, rows, figures);
    }

    private Box box() {
      double none = Double.NaN;
      return values
          .map(figures -> figures.box(key, rows))
          .orElseGet(() ->
              new Box(key, 0, rows, none, none, none, none, none, none, none, none, 0, List.of()));
    }

    private List<Point> density() {
      return values.map(figures -> DensityCurve.of(figures.stretches())).orElse(List.of());
    }
  }

  /**
   * What there is to be cut.
   *
   * @param rows SQL of the rows of groups that are kept, by their numbers
   * @param count how many groups there are in all
   */
  private record Groups(String rows, List<Group> groups, long count) {

    private List<Stretch> unclear() {
      return groups.stream()
          .flatMap(each -> each.values.stream())
          .flatMap(values -> values.unclear().stream())
          .toList();
    }

    private boolean finite() {
      return unclear().stream()
          .allMatch(all -> Double.isFinite(all.least()) && Double.isFinite(all.greatest()));
    }
  }

  private Groups whole(Session session, String relation) throws SQLException {
    String number = "c0";
    NumberRange range = NumberRange.of(session, relation, number, column.type());
    if (!range.finite()) {
      number = Relation.finite("c0", column.type());
      range = NumberRange.of(session, relation, number, column.type());
    }
    List<Group> groups =
        range.rows() == 0
            ? List.of()
            : List.of(
                Group.of(
                    0,
                    null,
                    range.rows(),
                    range.numbers(),
                    range.min() instanceof Number least ? least.doubleValue() : 0,
                    range.max() instanceof Number greatest ? greatest.doubleValue() : 0));
    return new Groups(
        "(SELECT 0 AS code, CAST(%s AS DOUBLE) AS x FROM %s)".formatted(number, relation),
        groups,
        groups.size());
  }

  private Groups grouped(Session session, String relation) throws SQLException {
    Groups plain = grouped(session, relation, "c0");
    return plain.finite()
        ? plain
        : grouped(session, relation, Relation.finite("c0", column.type()));
  }

  /** Keeps the groups with the most rows. */
  private Groups grouped(Session session, String relation, String number) throws SQLException {
    session.run(
        """
        CREATE OR REPLACE TEMP TABLE kept AS
        SELECT CAST(row_number() OVER (ORDER BY n DESC, g NULLS LAST) AS INTEGER) - 1 AS id, *
        FROM (
          SELECT c1 AS g, count(*) AS n, count(x) AS values, CAST(min(x) AS DOUBLE) AS least,
            CAST(max(x) AS DOUBLE) AS greatest, count(*) OVER () AS groups
          FROM (SELECT %s AS x, c1 FROM %s) GROUP BY c1)
        ORDER BY id LIMIT %d\
        """
            .formatted(number, relation, question.mostGroups()));
    DataType type = group.orElseThrow().type();
    List<Group> groups =
        session.rows(
            "SELECT %s, id, n, values, least, greatest FROM kept ORDER BY id"
                .formatted(Cell.fetched("g", type)),
            row ->
                Group.of(
                    row.getInt(2),
                    Cell.read(row, 1, type),
                    row.getLong(3),
                    row.getLong(4),
                    row.getDouble(5),
                    row.getDouble(6)));
    return new Groups(
        "(SELECT id AS code, CAST(%s AS DOUBLE) AS x FROM %s AS r JOIN kept ON r.c1 IS NOT DISTINCT FROM kept.g)"
            .formatted(number, relation),
        groups,
        session.row("SELECT coalesce(max(groups), 0) FROM kept", row -> row.getLong(1)));
  }
}
