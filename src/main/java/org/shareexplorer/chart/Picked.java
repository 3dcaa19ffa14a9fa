package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Grouped;

/** Which rows a mark stands for, in words of their columns. */
public sealed interface Picked {

  /** {@return the column} */
  String column();

  /**
   * Rows with a value.
   *
   * @param value as {@code Values} has it, or null for rows without one
   */
  record Value(String column, @Nullable Object value) implements Picked {}

  /**
   * Rows with a number of a range.
   *
   * @param from the least, included
   * @param to the greatest
   * @param included whether the greatest is included
   */
  record Between(String column, BigDecimal from, BigDecimal to, boolean included)
      implements Picked {

    /** {@return rows with a value, of a column of numbers} */
    static Between just(String column, double value) {
      BigDecimal exact = BigDecimal.valueOf(value);
      return new Between(column, exact, exact, true);
    }
  }

  /**
   * Rows of a span of days.
   *
   * @param first the first day
   * @param next the first day after them
   */
  record Days(String column, java.time.LocalDate first, java.time.LocalDate next)
      implements Picked {}

  /** {@return the rows of a group of a column's values; none for the group of all others} */
  static List<Picked> of(String column, Grouped.Key key) {
    return key instanceof Grouped.Key.Of(Object value)
        ? List.of(new Value(column, value))
        : List.of();
  }
}
