package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.MathContext;
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

  /** Figures of one numeric column that come from one query. */
  private record Figures(
      long values,
      long numbers,
      long distinct,
      @Nullable Object min,
      @Nullable Object max,
      @Nullable String sum,
      @Nullable Double q1,
      @Nullable Double median,
      @Nullable Double q3) {}

  private static ColumnSummary numeric(Session session, String relation, Field column, long rows)
      throws SQLException {
    DataType type = column.type();
    String values = "(SELECT c0, %s AS x FROM %s)".formatted(Relation.finite("c0", type), relation);
    Figures figures =
        session.row(
            """
            SELECT values, numbers, %s, %s, sum, q[1], q[2], q[3], different
            FROM (
              SELECT count(c0) AS values, count(x) AS numbers, min(x) AS least,
                max(x) AS greatest, %s AS sum, count(DISTINCT x) AS different,
                quantile_cont(CAST(x AS DOUBLE), [0.25, 0.5, 0.75]) AS q
              FROM %s)\
            """
                .formatted(
                    Cell.fetched("least", type),
                    Cell.fetched("greatest", type),
                    ExactSum.sql("x", type),
                    values),
            row ->
                new Figures(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(9),
                    Cell.read(row, 3, type),
                    Cell.read(row, 4, type),
                    row.getString(5),
                    figure(row, 6),
                    figure(row, 7),
                    figure(row, 8)));
    Double mean = null;
    Double deviation = null;
    if (figures.min() instanceof Number min && figures.max() instanceof Number max) {
      Spread spread =
          Spread.of(session, "CAST(x AS DOUBLE)", values, min.doubleValue(), max.doubleValue());
      mean = mean(figures, type, spread);
      deviation = spread.deviation();
    }
    return new ColumnSummary(
        column,
        rows - figures.values(),
        figures.values() - figures.numbers(),
        figures.distinct(),
        figures.min(),
        figures.max(),
        mean,
        deviation,
        figures.q1(),
        figures.median(),
        figures.q3());
  }

  /** The exact sum divided by the count; what cannot be added can still be averaged. */
  private static double mean(Figures figures, DataType type, Spread spread) {
    BigDecimal sum =
        figures.sum() != null && ExactSum.finite(figures.sum())
            ? ExactSum.value(figures.sum(), type)
            : null;
    return sum == null
        ? spread.mean()
        : sum.divide(BigDecimal.valueOf(figures.numbers()), MathContext.DECIMAL128).doubleValue();
  }

  private static @Nullable Double figure(ResultSet row, int column) throws SQLException {
    double figure = row.getDouble(column);
    return row.wasNull() ? null : figure;
  }
}
