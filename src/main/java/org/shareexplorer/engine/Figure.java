package org.shareexplorer.engine;

/**
 * A figure of a column, and what it is worth.
 *
 * @param value a count as {@code Long}, a share, mean, quantile or deviation as {@code Double}, a
 *     sum as {@code BigDecimal}, a least or greatest value of the column's own type (see {@code
 *     Values})
 */
public record Figure(Object value, Certainty certainty) {

  /** What is known of the true figure. */
  public enum Certainty {
    /** It is this one. */
    EXACT,
    /** It is this one, or up to 999 microseconds later. */
    MILLISECONDS,
    /** It is not smaller. */
    AT_LEAST,
    /** It is not greater. */
    AT_MOST,
    /** It is near. */
    ESTIMATE
  }

  /** {@return a figure that is known} */
  static Figure exact(Object value) {
    return new Figure(value, Certainty.EXACT);
  }
}
