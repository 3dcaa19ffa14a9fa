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
import org.shareexplorer.table.Field;

/**
 * A figure of a group as SQL: of rows, or of parts of the group that were added up before.
 *
 * @param number its number among the question's totals; {@code v0} is the first one's value, or a
 *     part's figure, and {@code n0} of how many values that was computed
 * @param aggregate what is computed
 * @param field of which column; empty to count rows
 * @param parts whether it is computed of parts
 * @param center what values are near, for a figure of their distances
 */
record TotalSql(
    int number, Aggregate aggregate, Optional<Field> field, boolean parts, double center) {

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
                }),
        false,
        0);
  }

  /** {@return whether a group's figure can be told of those of its parts} */
  boolean adds() {
    return switch (aggregate) {
      case COUNT, MIN, MAX -> true;
      case SUM, MEAN -> ExactSum.narrow(type());
      case DISTINCT, MEDIAN, DEVIATION -> false;
    };
  }

  /** {@return the same of parts, each with what {@link #part} tells of it} */
  TotalSql ofParts() {
    return new TotalSql(number, aggregate, field, true, center);
  }

  /**
   * {@return the same knowing how far values reach} Of values far from zero, squares would leave
   * the distances between them no digits. Where none is more than twice another, distances from
   * their middle are exact; where some are, small ones would be lost in them.
   *
   * @param column the column's values
   * @param rows SQL of all rows
   */
  TotalSql centered(Session session, String column, String rows) throws SQLException {
    if (aggregate != Aggregate.DEVIATION) {
      return this;
    }
    Reach reach = Reach.of(session, rows, column);
    if (!reach.finite()) {
      reach = Reach.of(session, rows, Relation.finite(column, type()));
    }
    double nearest = Math.min(Math.abs(reach.least()), Math.abs(reach.greatest()));
    return reach.greatest() - reach.least() <= nearest
        ? new TotalSql(number, aggregate, field, parts, reach.least() / 2 + reach.greatest() / 2)
        : this;
  }

  /** {@return two columns of a part of a group, if parts {@linkplain #adds add up}} */
  String part() {
    return "%1$s AS v%2$d, %3$s AS n%2$d".formatted(computed(), number, values());
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
    if (ranks()) {
      return computed();
    }
    String mean = aggregate == Aggregate.MEAN ? " / " + values() : "";
    // Wide decimals may add up to more than the database holds: the best digits have to do.
    return ExactSum.narrow(type())
        ? mean.isEmpty() ? computed() : "CAST(" + computed() + " AS DOUBLE)" + mean
        : "fsum(CAST(v" + number + " AS DOUBLE))" + mean;
  }

  /** {@return whether the figure itself is what groups are ranked by} */
  boolean ranks() {
    return aggregate != Aggregate.SUM && aggregate != Aggregate.MEAN;
  }

  /** {@return the same of a group that consists of one part} */
  String rankedPart() {
    String value = "v" + number;
    return aggregate == Aggregate.MEAN
        ? "CAST(%s AS DOUBLE) / n%d".formatted(value, number)
        : value;
  }

  /** {@return two columns of each group: the figure, and how many values it was computed of} */
  String grouped() {
    return "%1$s AS total%2$d, %3$s AS values%2$d".formatted(computed(), number, values());
  }

  private String values() {
    return parts ? "CAST(sum(n" + number + ") AS BIGINT)" : "count(v" + number + ")";
  }

  private String computed() {
    String value = "v" + number;
    return switch (aggregate) {
      case COUNT -> parts ? "CAST(sum(" + value + ") AS BIGINT)" : "count(" + value + ")";
      case DISTINCT -> "count(DISTINCT " + value + ")";
      case SUM, MEAN ->
          ExactSum.narrow(type()) ? ExactSum.ofNarrow(value, type()) : ExactSum.sql(value, type());
      case MIN -> "min(" + value + ")";
      case MAX -> "max(" + value + ")";
      case MEDIAN -> "quantile_cont(CAST(" + value + " AS DOUBLE), 0.5)";
      case DEVIATION ->
          "stddev_samp(CAST(%s AS DOUBLE) - %s)".formatted(value, SqlText.number(center));
    };
  }

  /** {@return two columns of a result, to be read by {@link #read}} */
  String fetched() {
    String total = "total" + number;
    return switch (aggregate) {
          case MIN, MAX -> Cell.fetched(total, type());
          case SUM, MEAN -> "CAST(" + total + " AS VARCHAR)";
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
