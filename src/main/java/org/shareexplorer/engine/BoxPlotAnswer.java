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
 * Computes boxes after Tukey: first which groups are kept and how far values reach, then by
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
    Narrowing narrowing = found.narrowing;
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

    private static Group of(@Nullable Object key, long rows, List<Stretch> values) {
      return new Group(
          key, rows, values.isEmpty() ? Optional.empty() : Optional.of(new Tukey(values)));
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
   * @param narrowing knows the groups that are kept by their numbers
   * @param count how many groups there are in all
   */
  private record Groups(Narrowing narrowing, List<Group> groups, long count) {

    private List<Stretch> unclear() {
      return groups.stream()
          .flatMap(each -> each.values.stream())
          .flatMap(values -> values.unclear().stream())
          .toList();
    }
  }

  private Groups whole(Session session, String relation) throws SQLException {
    String number = "c0";
    NumberRange range = NumberRange.of(session, relation, number, column.type());
    if (!range.finite()) {
      number = Relation.finite("c0", column.type());
      range = NumberRange.of(session, relation, number, column.type());
    }
    List<Stretch> values =
        range.min() instanceof Number least && range.max() instanceof Number greatest
            ? List.of(
                new Stretch(
                    0,
                    range.numbers(),
                    least.doubleValue() * range.numbers(),
                    least.doubleValue(),
                    greatest.doubleValue()))
            : List.of();
    List<Group> groups =
        range.rows() == 0 ? List.of() : List.of(Group.of(null, range.rows(), values));
    return new Groups(
        new Narrowing(
            session,
            "(SELECT 0 AS code, CAST(%s AS DOUBLE) AS x FROM %s)".formatted(number, relation)),
        groups,
        groups.size());
  }

  /** A group that is kept, before its values are looked at. */
  private record Kept(@Nullable Object key, long rows) {}

  /** Keeps the groups with the most rows. */
  private Groups grouped(Session session, String relation) throws SQLException {
    session.run(
        """
        CREATE TEMP TABLE kept AS
        SELECT row_number() OVER (ORDER BY n DESC, g NULLS LAST) AS id, *
        FROM (SELECT c1 AS g, count(*) AS n, count(*) OVER () AS groups FROM %s GROUP BY c1)
        ORDER BY id LIMIT %d\
        """
            .formatted(relation, question.mostGroups()));
    DataType type = group.orElseThrow().type();
    List<Kept> kept =
        session.rows(
            "SELECT %s, n FROM kept ORDER BY id".formatted(Cell.fetched("g", type)),
            row -> new Kept(Cell.read(row, 1, type), row.getLong(2)));
    String number = "c0";
    Reach reach = Reach.of(session, relation, number);
    if (!reach.finite()) {
      number = Relation.finite("c0", column.type());
      reach = Reach.of(session, relation, number);
    }
    // Where keys are looked up in a constant, texts are looked up once for many rows.
    session.run("SET VARIABLE kept = (SELECT list(g ORDER BY id) FROM kept)");
    Narrowing narrowing =
        new Narrowing(
            session,
            "(SELECT list_position(getvariable('kept'), c1) AS code, CAST(%s AS DOUBLE) AS x FROM %s)"
                .formatted(number, relation));
    long rows = kept.stream().mapToLong(Kept::rows).sum();
    session.progress("Finding the quartiles", 1, LOOKS);
    Map<Integer, List<Stretch>> parts = narrowing.first(kept.size(), rows, reach);
    List<Group> groups = new ArrayList<>();
    for (Kept each : kept) {
      groups.add(Group.of(each.key, each.rows, parts.getOrDefault(groups.size() + 1, List.of())));
    }
    return new Groups(
        narrowing,
        groups,
        session.row("SELECT coalesce(max(groups), 0) FROM kept", row -> row.getLong(1)));
  }
}
