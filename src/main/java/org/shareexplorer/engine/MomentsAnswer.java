package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.util.List;
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

  /**
   * Computes the moments.
   *
   * @param relation SQL of rows with the column as {@code c0}
   */
  Moments of(Session session, String relation) throws SQLException {
    DataType type = column.type();
    String number = "c0";
    NumberRange range = NumberRange.of(session, relation, number, type);
    if (!range.finite()) {
      number = Relation.finite("c0", type);
      range = NumberRange.of(session, relation, number, type);
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
}
