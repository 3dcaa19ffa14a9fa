package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;

/**
 * Puts rows into groups: finds which groups of each key are kept, a small table each, and what the
 * groups amount to. Rows are added up before it is looked up which are kept, if figures allow that
 * and groups are not very many.
 */
final class GroupedAnswer {

  /** More than anybody looks at, and few enough for memory. */
  static final int MOST = 100_000;

  /** If so many groups of a key are not kept, rows are told apart before they are added up. */
  private static final long MANY = 1_000;

  /** How many rows a part of a group has. */
  private static final String OF_ROWS = "of_rows";

  private final List<KeySql> keys;
  private final List<TotalSql> totals;
  private final List<Field> fields;

  /**
   * @throws ProblemException if the columns do not fit
   */
  GroupedAnswer(GroupedQuestion question, Columns columns) {
    keys =
        IntStream.range(0, question.by().size())
            .mapToObj(i -> KeySql.of(i, question.by().get(i), columns))
            .toList();
    totals =
        IntStream.range(0, question.totals().size())
            .mapToObj(i -> TotalSql.of(i, question.totals().get(i), columns))
            .toList();
    fields =
        Stream.concat(
                keys.stream().map(KeySql::field), totals.stream().flatMap(t -> t.field().stream()))
            .distinct()
            .toList();
  }

  /**
   * What is put into groups.
   *
   * @param sql rows, or parts of groups
   * @param totals what is computed of them
   * @param count SQL of how many rows they are
   */
  private record Rows(String sql, List<TotalSql> totals, String count) {

    private String keeping(KeySql key) {
      String ranked = totals.isEmpty() ? count : totals.getFirst().ranked();
      return key.keeping(sql + " GROUP BY k" + key.number(), ranked, count);
    }

    /** The same where each part is a group of the key. */
    private String keepingParts(KeySql key) {
      String ranked = totals.isEmpty() ? OF_ROWS : totals.getFirst().rankedPart();
      return key.keeping(sql, ranked, OF_ROWS);
    }
  }

  Grouped over(Session session, List<LocalFile> files) throws SQLException {
    String relation = Relation.over(session, files).of(fields);
    List<RowKey> told = new ArrayList<>();
    for (KeySql key : keys) {
      told.add(key.row(session, local(key.field()), relation));
    }
    List<TotalSql> centered = new ArrayList<>();
    for (TotalSql total : totals) {
      centered.add(
          total.field().isEmpty()
              ? total
              : total.centered(session, local(total.field().get()), relation));
    }
    Rows rows = new Rows(inputs(told, RowKey::key, "k", relation), centered, "count(*)");
    boolean adds = totals.stream().allMatch(TotalSql::adds);
    boolean stepped = keys.stream().anyMatch(KeySql::stepped);
    boolean single = adds && keys.size() == 1;
    boolean ofGroups = single && keys.getFirst().limited() && !stepped;
    if (ofGroups || (single && stepped)) {
      session.progress("Adding up the groups", 0, 2);
      rows = ofParts(session, relation, told).orElse(rows);
    } else if (keys.size() == 1 && keys.getFirst().byFigure() && totals.getFirst().ranks()) {
      return ranked(session, rows);
    }
    List<Long> leftOut = new ArrayList<>();
    List<KeySql> placed = new ArrayList<>();
    for (KeySql key : keys) {
      session.progress("Finding the groups", key.number(), keys.size() + 1L);
      if (key.limited()) {
        session.run(ofGroups ? rows.keepingParts(key) : rows.keeping(key));
        leftOut.add(leftOut(session, key));
      } else {
        leftOut.add(0L);
      }
      placed.add(leftOut.getLast() == 0 ? key.whole() : key);
    }
    session.progress("Adding up the groups", keys.size(), keys.size() + 1L);
    boolean cut = placed.stream().anyMatch(KeySql::cut);
    if (adds
        && keys.size() > 1
        && (cut || stepped)
        && leftOut.stream().allMatch(groups -> groups <= MANY)) {
      rows = ofParts(session, relation, told).orElse(rows);
    }
    return new Grouped(groups(session, figures(rows, placed, ""), placed), List.copyOf(leftOut));
  }

  private static long leftOut(Session session, KeySql key) throws SQLException {
    return session.row(
        "SELECT coalesce(max(groups), 0) - count(*) FROM kept" + key.number(),
        row -> row.getLong(1));
  }

  /**
   * Keeps the groups of a key whose figures are the greatest, where those of all groups have to be
   * computed for that, and are not added up of anything: once, and then of the rows of all other
   * groups together.
   */
  private Grouped ranked(Session session, Rows rows) throws SQLException {
    session.progress("Adding up the groups", 0, 2);
    KeySql key = keys.getFirst();
    session.run("CREATE TEMP TABLE figured AS " + figures(rows, List.of(key.whole()), ""));
    session.run(key.keepingFigured("figured", "total" + totals.getFirst().number()));
    long leftOut = leftOut(session, key);
    String kept = key.placed("figured");
    session.progress("Adding up the groups", 1, 2);
    return new Grouped(
        groups(
            session,
            leftOut == 0 ? kept : kept + " UNION ALL BY NAME " + figures(rows, keys, key.others()),
            keys),
        List.of(leftOut));
  }

  private List<Group> groups(Session session, String figures, List<KeySql> placed)
      throws SQLException {
    List<Group> groups = session.rows(sql(figures, placed), this::group);
    if (groups.size() > MOST) {
      throw new Problem(
              ProblemCode.TOO_LARGE,
              "The question was not answered.",
              "It has more than %,d groups.".formatted(MOST),
              "Group by something of fewer values, or ask for the greatest groups alone.")
          .asException();
    }
    return List.copyOf(groups);
  }

  /**
   * Adds up rows that have something in common of all keys.
   *
   * @return empty if keys cannot be told of that
   */
  private Optional<Rows> ofParts(Session session, String relation, List<RowKey> told)
      throws SQLException {
    String by = joined(keys, key -> "s" + key.number(), ", ");
    session.run(
        "CREATE TEMP TABLE parts AS SELECT %s FROM %s GROUP BY %s"
            .formatted(
                listed(
                    Stream.of(by),
                    totals.stream().map(TotalSql::part),
                    Stream.of("count(*) AS " + OF_ROWS)),
                inputs(told, RowKey::common, "s", relation),
                by));
    for (KeySql key : keys) {
      Optional<DaySpans> spans = told.get(key.number()).spans();
      if (spans.isPresent() && !spans.get().hold(session, "parts", "s" + key.number())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Rows(
            "(SELECT %s, parts.* FROM parts)"
                .formatted(
                    joined(
                        keys,
                        key -> told.get(key.number()).ofCommon() + " AS k" + key.number(),
                        ", ")),
            totals.stream().map(TotalSql::ofParts).toList(),
            "CAST(sum(%s) AS BIGINT)".formatted(OF_ROWS)));
  }

  /** SQL of the rows with what totals are computed of, and something of each key. */
  private String inputs(
      List<RowKey> told, Function<RowKey, String> ofKey, String letter, String relation) {
    return "(SELECT %s FROM %s)"
        .formatted(
            listed(
                keys.stream()
                    .map(key ->
                        ofKey.apply(told.get(key.number())) + " AS " + letter + key.number()),
                totals.stream()
                    .map(total ->
                        total.field().map(field -> total.input(local(field))).orElse("true")
                            + " AS v"
                            + total.number()),
                Stream.of("true AS row")),
            relation);
  }

  private String local(Field field) {
    return "c" + fields.indexOf(field);
  }

  private String sql(String figures, List<KeySql> placed) {
    return "SELECT %s FROM (%s)%s%s LIMIT %d"
        .formatted(
            listed(
                placed.stream().map(KeySql::fetched),
                totals.stream().map(TotalSql::fetched),
                Stream.of("rows")),
            figures,
            joined(placed, KeySql::joinPlaces, ""),
            keys.isEmpty()
                ? ""
                : " ORDER BY " + joined(placed, key -> key.order() + " NULLS LAST", ", "),
            MOST + 1);
  }

  /**
   * SQL of the groups' keys and figures.
   *
   * @param where SQL of which rows count, once it is known what is kept; empty for all
   */
  private static String figures(Rows rows, List<KeySql> placed, String where) {
    return "SELECT %s FROM %s AS r%s%s%s"
        .formatted(
            listed(
                placed.stream().map(KeySql::grouped),
                rows.totals.stream().map(TotalSql::grouped),
                Stream.of(rows.count + " AS rows")),
            rows.sql,
            joined(placed, KeySql::join, ""),
            where,
            placed.isEmpty() ? "" : " GROUP BY " + joined(placed, KeySql::group, ", "));
  }

  private static String joined(List<KeySql> keys, Function<KeySql, String> part, String between) {
    return keys.stream().map(part).collect(Collectors.joining(between));
  }

  private static String listed(Stream<String> keys, Stream<String> totals, Stream<String> last) {
    return Stream.of(keys, totals, last).flatMap(part -> part).collect(Collectors.joining(", "));
  }

  private Group group(ResultSet row) throws SQLException {
    int column = 1;
    List<Grouped.Key> of = new ArrayList<>();
    for (KeySql key : keys) {
      of.add(key.read(row, column));
      column += 2;
    }
    List<@Nullable Object> figures = new ArrayList<>();
    for (TotalSql total : totals) {
      figures.add(total.read(row, column));
      column += 2;
    }
    return new Group(List.copyOf(of), row.getLong(column), Collections.unmodifiableList(figures));
  }
}
