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

  private record Range(
      long rows,
      long values,
      long numbers,
      @Nullable Object min,
      @Nullable Object max,
      @Nullable String sum) {}

  /**
   * Computes the moments.
   *
   * @param relation SQL of rows with the column as {@code c0}
   */
  Moments of(Session session, String relation) throws SQLException {
    DataType type = column.type();
    String values = "(SELECT c0, %s AS x FROM %s)".formatted(Relation.finite("c0", type), relation);
    Range range =
        session.row(
            """
            SELECT all_rows, values, numbers, %s, %s, sum
            FROM (
              SELECT count(*) AS all_rows, count(c0) AS values, count(x) AS numbers,
                min(x) AS least, max(x) AS greatest, %s AS sum
              FROM %s)\
            """
                .formatted(
                    Cell.fetched("least", type),
                    Cell.fetched("greatest", type),
                    ExactSum.sql("x", type),
                    values),
            row ->
                new Range(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    Cell.read(row, 4, type),
                    Cell.read(row, 5, type),
                    row.getString(6)));
    BigDecimal sum =
        range.sum() != null && ExactSum.finite(range.sum())
            ? ExactSum.value(range.sum(), type)
            : null;
    Double mean = null;
    Double deviation = null;
    if (range.min() instanceof Number min && range.max() instanceof Number max) {
      Spread spread =
          Spread.of(session, "CAST(x AS DOUBLE)", values, min.doubleValue(), max.doubleValue());
      // What cannot be added can still be averaged.
      mean =
          sum == null
              ? Double.valueOf(spread.mean())
              : Double.valueOf(
                  sum.divide(BigDecimal.valueOf(range.numbers()), MathContext.DECIMAL128)
                      .doubleValue());
      deviation = spread.deviation();
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
}
