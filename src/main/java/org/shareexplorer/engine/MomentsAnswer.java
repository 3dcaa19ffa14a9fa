package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;

/** Computes moments in two looks at the column: first its range, then what lies in it. */
final class MomentsAnswer {

  private final Field column;

  /**
   * @throws ProblemException if the column is not numeric
   */
  MomentsAnswer(MomentsQuestion question, Columns columns) {
    this(columns.numeric(question.column()));
  }

  /** Of a numeric column. */
  MomentsAnswer(Field column) {
    this.column = column;
  }

  Moments over(Session session, List<LocalFile> files) throws SQLException {
    return of(session, Relation.over(session, files).of(List.of(column)));
  }

  /** What one look at the column gives; least and greatest are of its own type. */
  private record Range(
      long rows,
      long values,
      long numbers,
      @Nullable Object min,
      @Nullable Object max,
      @Nullable String sum,
      double near) {

    /** NaN counts as the greatest, so nothing else can hide between the two. */
    boolean finite() {
      return !(min instanceof Number least && max instanceof Number greatest)
          || (Double.isFinite(least.doubleValue()) && Double.isFinite(greatest.doubleValue()));
    }
  }

  /**
   * Computes the moments.
   *
   * @param relation SQL of rows with the column as {@code c0}
   */
  Moments of(Session session, String relation) throws SQLException {
    DataType type = column.type();
    String number = "c0";
    Range range = range(session, number, relation);
    if (!range.finite()) {
      number = Relation.finite("c0", type);
      range = range(session, number, relation);
    }
    BigDecimal sum = ExactSum.value(range.sum(), type);
    Double mean = null;
    Double deviation = null;
    if (range.min() instanceof Number min && range.max() instanceof Number max) {
      String value = "CAST(" + number + " AS DOUBLE)";
      Spread spread =
          Spread.of(session, value, relation, min.doubleValue(), max.doubleValue(), range.near());
      deviation = spread.deviation();
      mean = spread.mean();
      if (sum != null) {
        mean =
            sum.divide(BigDecimal.valueOf(range.numbers()), MathContext.DECIMAL128).doubleValue();
      } else if (Double.isFinite(spread.sum().doubleValue())) {
        sum = BigDecimal.valueOf(spread.sum().doubleValue());
      }
    }
    return new Moments(
        range.rows(),
        range.rows() - range.values(),
        range.values() - range.numbers(),
        range.min(),
        range.max(),
        sum,
        mean,
        deviation);
  }

  private Range range(Session session, String number, String relation) throws SQLException {
    DataType type = column.type();
    String sum = SqlText.floating(type) ? "NULL" : ExactSum.sql("x", type);
    return session.row(
        """
        SELECT all_rows, values, numbers, %s, %s, sum, near
        FROM (
          SELECT count(*) AS all_rows, count(c0) AS values, count(x) AS numbers,
            min(x) AS least, max(x) AS greatest, %s AS sum, avg(CAST(x AS DOUBLE)) AS near
          FROM (SELECT c0, %s AS x FROM %s))\
        """
            .formatted(
                Cell.fetched("least", type), Cell.fetched("greatest", type), sum, number, relation),
        row ->
            new Range(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                Cell.read(row, 4, type),
                Cell.read(row, 5, type),
                row.getString(6),
                row.getDouble(7)));
  }
}
