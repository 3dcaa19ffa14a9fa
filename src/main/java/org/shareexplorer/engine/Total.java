package org.shareexplorer.engine;

import java.util.Optional;

/**
 * A figure computed of each group of rows.
 *
 * @param aggregate what is computed
 * @param column of which column; may be empty for {@link Aggregate#COUNT}, which then counts rows
 */
public record Total(Aggregate aggregate, Optional<String> column) {

  /** {@return the number of rows} */
  public static Total rows() {
    return new Total(Aggregate.COUNT, Optional.empty());
  }

  /** {@return a figure of a column} */
  public static Total of(Aggregate aggregate, String column) {
    return new Total(aggregate, Optional.of(column));
  }
}
