package org.shareexplorer.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Computes figures of columns, one column after the other: so memory holds only one at a time. */
final class SummaryAnswer {

  private final List<Field> columns;

  /**
   * @throws ProblemException if a column is unknown
   */
  SummaryAnswer(SummaryQuestion question, Columns columns) {
    this.columns = question.columns().stream().map(columns::named).toList();
  }

  Summary over(Session session, List<LocalFile> files) throws SQLException {
    Relation relation = Relation.over(session, files);
    long rows =
        session.row("SELECT count(*) FROM " + relation.of(List.of()), row -> row.getLong(1));
    List<ColumnSummary> summaries = new ArrayList<>();
    for (Field column : columns) {
      session.progress("Summarizing " + column.name(), summaries.size(), columns.size());
      summaries.add(summary(session, relation.of(List.of(column)), column, rows));
    }
    return new Summary(rows, List.copyOf(summaries));
  }

  private static ColumnSummary summary(Session session, String relation, Field column, long rows)
      throws SQLException {
    DataType type = column.type();
    if (!SqlText.comparable(type)) {
      return session.row(
          "SELECT count(c0) FROM " + relation,
          row -> ordered(column, rows - row.getLong(1), 0, null, null, null));
    }
    if (!type.numeric()) {
      return session.row(
          "SELECT count(c0), count(DISTINCT c0), %s, %s FROM %s"
              .formatted(extreme("min", "c0", type), extreme("max", "c0", type), relation),
          row ->
              ordered(
                  column,
                  rows - row.getLong(1),
                  0,
                  row.getLong(2),
                  Cell.read(row, 3, type),
                  Cell.read(row, 4, type)));
    }
    return numeric(session, relation, column, rows);
  }

  private static ColumnSummary ordered(
      Field column,
      long nulls,
      long notNumbers,
      @Nullable Long distinct,
      @Nullable Object min,
      @Nullable Object max) {
    return new ColumnSummary(
        column, nulls, notNumbers, distinct, min, max, null, null, null, null, null);
  }

  /** Bytes have no order that means anything. */
  private static String extreme(String function, String value, DataType type) {
    return type == Simple.BINARY ? "NULL" : Cell.fetched(function + "(" + value + ")", type);
  }

  /** What the moments do not tell of a numeric column. */
  private record Spots(
      long distinct, @Nullable Double q1, @Nullable Double median, @Nullable Double q3) {}

  private static ColumnSummary numeric(Session session, String relation, Field column, long rows)
      throws SQLException {
    Moments moments = new MomentsAnswer(column).of(session, relation);
    Spots spots =
        session.row(
            """
            SELECT different, q[1], q[2], q[3]
            FROM (
              SELECT count(DISTINCT x) AS different,
                quantile_cont(CAST(x AS DOUBLE), [0.25, 0.5, 0.75]) AS q
              FROM (SELECT %s AS x FROM %s))\
            """
                .formatted(Relation.finite("c0", column.type()), relation),
            row -> new Spots(row.getLong(1), figure(row, 2), figure(row, 3), figure(row, 4)));
    return new ColumnSummary(
        column,
        rows - moments.rows() + moments.nulls(),
        moments.notNumbers(),
        spots.distinct(),
        moments.min(),
        moments.max(),
        moments.mean(),
        moments.deviation(),
        spots.q1(),
        spots.median(),
        spots.q3());
  }

  private static @Nullable Double figure(ResultSet row, int column) throws SQLException {
    double figure = row.getDouble(column);
    return row.wasNull() ? null : figure;
  }
}
