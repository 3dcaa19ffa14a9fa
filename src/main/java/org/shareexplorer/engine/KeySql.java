package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import org.shareexplorer.engine.GroupKey.Source;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * One key of a grouped question as SQL.
 *
 * @param number its number among the question's keys; {@code k0} is the first one's value
 * @param key what is asked for
 * @param field the column that it is made of
 * @param cut whether there are groups that are not kept, so that each row's place must be found out
 */
record KeySql(int number, GroupKey key, Field field, boolean cut) {

  /**
   * @throws ProblemException if the column does not fit
   */
  static KeySql of(int number, GroupKey key, Columns columns) {
    if (key.most() < 1) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The rows cannot be put into groups.",
              "There is no place for a group.",
              "Ask for at least one group.")
          .asException();
    }
    return new KeySql(
        number,
        key,
        switch (key.source()) {
          case Source.Value(String column) -> columns.simple(column);
          case Source.Step step -> columns.temporal(step.column());
        },
        key.most() != GroupKey.ALL);
  }

  /** {@return the same if all groups are kept} */
  KeySql whole() {
    return new KeySql(number, key, field, false);
  }

  /** {@return whether only some of the groups are kept} */
  boolean limited() {
    return key.most() != GroupKey.ALL;
  }

  /** {@return whether it is a step in time} */
  boolean stepped() {
    return key.source() instanceof Source.Step;
  }

  /**
   * {@return how the key follows from a row}
   *
   * @param column the row's value
   * @param rows SQL of all rows
   */
  RowKey row(Session session, String column, String rows) throws SQLException {
    return switch (key.source()) {
      case Source.Value _ -> RowKey.of(number, column);
      case Source.Step(String _, Bucket bucket, ZoneId zone) -> {
        if (field.type() != Simple.TIMESTAMP) {
          yield ofDay(bucket, field.type() == Simple.DATE ? column : date(column));
        }
        ClockTime clock = ClockTime.over(session, rows, column, zone);
        RowKey ofDay = ofDay(bucket, date(clock.of(column)));
        yield DaySpans.of(clock)
            .map(spans ->
                new RowKey(
                    ofDay.key(),
                    spans.number(column),
                    firstDay(bucket, spans.day("s" + number)),
                    Optional.of(spans)))
            .orElse(ofDay);
      }
    };
  }

  private static String date(String time) {
    return "CAST(" + time + " AS DATE)";
  }

  /** What stands for infinity is in no step. */
  private RowKey ofDay(Bucket bucket, String day) {
    String finite = "CASE WHEN isfinite(%1$s) THEN %1$s END";
    return new RowKey(
        firstDay(bucket, finite.formatted(day)),
        day,
        firstDay(bucket, finite.formatted("s" + number)),
        Optional.empty());
  }

  /** Parts of a day are told faster than it is cut. */
  private static String firstDay(Bucket bucket, String day) {
    return switch (bucket) {
      case DAY -> day;
      case WEEK -> since(day, "isodow");
      case MONTH -> since(day, "day");
      case QUARTER -> "CAST(date_trunc('quarter', %s) AS DATE)".formatted(day);
      case YEAR -> since(day, "dayofyear");
    };
  }

  private static String since(String day, String part) {
    return "%1$s - CAST(%2$s(%1$s) - 1 AS INTEGER)".formatted(day, part);
  }

  /**
   * {@return SQL that makes the table of the groups that are kept: their keys, their places from 1
   * on, and how many there are in all} The greatest are looked for before they are put in order:
   * there may be millions of others.
   *
   * @param rows SQL of what follows {@code FROM}: the rows, put into groups if they are not yet
   * @param ranked what groups are ranked by, if they are ranked by a total
   * @param count how many rows a group has
   */
  String keeping(String rows, String ranked, String count) {
    String by =
        switch (key.rank()) {
          case KEY -> "NULL";
          case ROWS -> count;
          case GREATEST, LEAST -> ranked;
        };
    return """
    CREATE TEMP TABLE kept%1$d AS
    WITH found AS MATERIALIZED (SELECT k%1$d AS k, %2$s AS rank FROM %3$s)
    SELECT k, (SELECT count(*) FROM found) AS groups, row_number() OVER (ORDER BY %4$s) AS place
    FROM (SELECT * FROM found ORDER BY %4$s LIMIT %5$d)
    ORDER BY place\
    """
        .formatted(
            number,
            by,
            rows,
            "rank %s NULLS LAST, k NULLS LAST"
                .formatted(key.rank() == GroupKey.Rank.LEAST ? "ASC" : "DESC"),
            key.most());
  }

  /** {@return whether it depends on groups' figures which are kept} */
  boolean byFigure() {
    return limited() && (key.rank() == GroupKey.Rank.GREATEST || key.rank() == GroupKey.Rank.LEAST);
  }

  /**
   * {@return the same where the groups' figures are known}
   *
   * @param figured the table of all groups, its columns called as those of {@link #grouped}
   * @param figure the column of it that groups are ranked by
   */
  String keepingFigured(String figured, String figure) {
    return keeping(
        "(SELECT *, key%1$d AS k%1$d FROM %2$s)".formatted(number, figured), figure, "rows");
  }

  /** {@return SQL of those groups of such a table that are kept, with their places} */
  String placed(String figured) {
    return """
    SELECT f.* REPLACE (kept%1$d.place AS place%1$d)
    FROM %2$s AS f JOIN kept%1$d ON f.key%1$d IS NOT DISTINCT FROM kept%1$d.k\
    """
        .formatted(number, figured);
  }

  /** {@return SQL of which joined rows are of groups that are not kept} */
  String others() {
    return " WHERE kept" + number + ".place IS NULL";
  }

  /** {@return what a row is joined with to learn its group's place} */
  String join() {
    return cut
        ? " LEFT JOIN kept%1$d ON r.k%1$d IS NOT DISTINCT FROM kept%1$d.k".formatted(number)
        : "";
  }

  /** {@return what rows are grouped and groups ordered by, once they are joined} */
  String group() {
    return cut ? "kept" + number + ".place" : "k" + number;
  }

  /** {@return two columns of each group: its key, and its place if it was needed to tell it} */
  String grouped() {
    return cut
        ? "any_value(k%1$d) AS key%1$d, kept%1$d.place AS place%1$d".formatted(number)
        : "k%1$d AS key%1$d, 0 AS place%1$d".formatted(number);
  }

  /** {@return what groups are joined with to learn their places, if those are not known yet} */
  String joinPlaces() {
    return limited() && !cut
        ? " LEFT JOIN kept%1$d ON key%1$d IS NOT DISTINCT FROM kept%1$d.k".formatted(number)
        : "";
  }

  /** {@return what groups are ordered by, once they are joined} */
  String order() {
    return cut ? "place" + number : limited() ? "kept" + number + ".place" : "key" + number;
  }

  /** {@return two columns of a result, to be read by {@link #read}} */
  String fetched() {
    return Cell.fetched("key" + number, type()) + ", place" + number + " IS NULL";
  }

  /**
   * {@return the key of a group}
   *
   * @param column the first of its two columns
   */
  Grouped.Key read(ResultSet row, int column) throws SQLException {
    return row.getBoolean(column + 1)
        ? new Grouped.Key.Others()
        : new Grouped.Key.Of(Cell.read(row, column, type()));
  }

  private DataType type() {
    return key.source() instanceof Source.Step ? Simple.DATE : field.type();
  }
}
