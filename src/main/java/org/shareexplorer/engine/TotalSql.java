package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.Field;

/**
 * A figure of a group as SQL.
 *
 * @param number its number among the question's totals; {@code v0} is the first one's value
 * @param aggregate what is computed
 * @param field of which column; empty to count rows
 */
record TotalSql(int number, Aggregate aggregate, Optional<Field> field) {

  /**
   * @throws ProblemException if the column does not fit
   */
  static TotalSql of(int number, Total total, Columns columns) {
    Aggregate aggregate = total.aggregate();
    if (total.column().isEmpty() && aggregate != Aggregate.COUNT) {
      throw new Problem(
              ProblemCode.QUESTION,
              "The question is not complete.",
              "It names no column to compute the " + aggregate + " of.",
              "Choose a numeric column, or count rows.")
          .asException();
    }
    return new TotalSql(
        number,
        aggregate,
        total
            .column()
            .map(name ->
                switch (aggregate) {
                  case SUM, MEAN, MEDIAN, DEVIATION -> columns.numeric(name);
                  case MIN, MAX, DISTINCT -> columns.simple(name);
                  case COUNT -> columns.named(name);
                }));
  }

  /** {@return the value of a row whose column is given} */
  String input(String column) {
    return switch (aggregate) {
      case DISTINCT -> column;
      default -> Relation.finite(column, type());
    };
  }

  /** {@return what groups are ranked by: a number or value that is greater where the figure is} */
  String ranked() {
    String value = "v" + number;
    return switch (aggregate) {
      // Wide decimals may add up to more than the database holds: the best digits have to do.
      case SUM ->
          SqlText.floating(type())
              ? "fsum(" + value + ")"
              : wide() ? "fsum(CAST(" + value + " AS DOUBLE))" : "sum(" + value + ")";
      case MEAN -> "favg(CAST(" + value + " AS DOUBLE))";
      default -> computed();
    };
  }

  private boolean wide() {
    return type() instanceof Decimal decimal && decimal.precision() > ExactSum.NARROW;
  }

  /** {@return two columns of each group: the figure, and how many values it was computed of} */
  String grouped() {
    return "%1$s AS total%2$d, count(v%2$d) AS values%2$d".formatted(computed(), number);
  }

  private String computed() {
    String value = "v" + number;
    return switch (aggregate) {
      case COUNT -> "count(" + value + ")";
      case DISTINCT -> "count(DISTINCT " + value + ")";
      case SUM, MEAN -> ExactSum.sql(value, type());
      case MIN -> "min(" + value + ")";
      case MAX -> "max(" + value + ")";
      case MEDIAN -> "quantile_cont(CAST(" + value + " AS DOUBLE), 0.5)";
      case DEVIATION -> "stddev_samp(CAST(" + value + " AS DOUBLE))";
    };
  }

  /** {@return two columns of a result, to be read by {@link #read}} */
  String fetched() {
    String total = "total" + number;
    return switch (aggregate) {
          case MIN, MAX -> Cell.fetched(total, type());
          default -> total;
        }
        + ", values"
        + number;
  }

  /**
   * {@return the figure of a group, as {@link Grouped.Group} has it}
   *
   * @param column the first of its two columns
   */
  @Nullable Object read(ResultSet row, int column) throws SQLException {
    long values = row.getLong(column + 1);
    return switch (aggregate) {
      case COUNT, DISTINCT -> row.getLong(column);
      case MIN, MAX -> Cell.read(row, column, type());
      case SUM -> ExactSum.value(row.getString(column), type());
      case MEAN -> {
        BigDecimal sum = ExactSum.value(row.getString(column), type());
        yield sum == null ? null : sum.divide(BigDecimal.valueOf(values), MathContext.DECIMAL128);
      }
      case MEDIAN, DEVIATION -> {
        double figure = row.getDouble(column);
        yield row.wasNull() ? null : (Object) figure;
      }
    };
  }

  private DataType type() {
    return field.orElseThrow().type();
  }
}
