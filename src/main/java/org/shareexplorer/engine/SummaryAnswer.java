package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Computes figures of columns, one column after the other, each within bounded memory. */
final class SummaryAnswer {

  private static final List<Double> QUARTILES = List.of(0.25, 0.5, 0.75);

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
          row -> ordered(column, rows - row.getLong(1), null, null, null));
    }
    return type.numeric()
        ? numeric(session, relation, column, rows)
        : other(session, relation, column, rows);
  }

  /** What one look at values that are no numbers tells. */
  private record Ends(long values, @Nullable Object min, @Nullable Object max) {}

  private static ColumnSummary other(Session session, String relation, Field column, long rows)
      throws SQLException {
    DataType type = column.type();
    Ends ends =
        session.row(
            "SELECT count(c0), %s, %s FROM %s"
                .formatted(extreme("min", type), extreme("max", type), relation),
            row -> new Ends(row.getLong(1), Cell.read(row, 2, type), Cell.read(row, 3, type)));
    Long distinct = distinct(session, "(SELECT c0 AS x FROM %s)".formatted(relation), type);
    return ordered(column, rows - ends.values(), distinct, ends.min(), ends.max());
  }

  private static @Nullable Long distinct(Session session, String values, DataType type)
      throws SQLException {
    Figure count = new DistinctValues(session, values, type).found().count();
    return count.certainty() == Figure.Certainty.EXACT && count.value() instanceof Long exact
        ? exact
        : null;
  }

  private static ColumnSummary ordered(
      Field column,
      long nulls,
      @Nullable Long distinct,
      @Nullable Object min,
      @Nullable Object max) {
    return new ColumnSummary(column, nulls, 0, distinct, min, max, null, null, null, null, null);
  }

  /** Bytes have no order that means anything. */
  private static String extreme(String function, DataType type) {
    return type == Simple.BINARY ? "NULL" : Cell.fetched(function + "(c0)", type);
  }

  private static ColumnSummary numeric(Session session, String relation, Field column, long rows)
      throws SQLException {
    Moments moments = new MomentsAnswer(column).of(session, relation);
    String finite = Relation.finite("c0", column.type());
    Long distinct =
        distinct(session, "(SELECT %s AS x FROM %s)".formatted(finite, relation), column.type());
    List<@Nullable Double> quartiles = Arrays.asList(null, null, null);
    if (moments.numbers() > 0) {
      String numbers = "(SELECT CAST(%s AS DOUBLE) AS x FROM %s)".formatted(finite, relation);
      quartiles = new ArrayList<>(new Quantiles(session, numbers).of(moments.numbers(), QUARTILES));
    }
    return new ColumnSummary(
        column,
        rows - moments.rows() + moments.nulls(),
        moments.notNumbers(),
        distinct,
        moments.min(),
        moments.max(),
        moments.mean(),
        moments.deviation(),
        quartiles.get(0),
        quartiles.get(1),
        quartiles.get(2));
  }
}
