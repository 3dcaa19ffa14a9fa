package org.shareexplorer.engine;

import org.shareexplorer.table.DataType;

/**
 * What is computed of the values of a group of rows. Nulls are left out; so are NaN and infinities,
 * but where different values are counted.
 */
public enum Aggregate {
  /** The sum; exact but for floating point numbers. */
  SUM,
  /** The exact sum divided by the count, to 34 digits. */
  MEAN,
  /** The number of values; without a column, of rows. */
  COUNT,
  /** The least value. */
  MIN,
  /** The greatest value. */
  MAX,
  /** The number of different values. */
  DISTINCT,
  /** The median, between two values linearly interpolated. */
  MEDIAN,
  /** The standard deviation of a sample (n − 1). */
  DEVIATION;

  /** {@return whether it can be computed of a column of a type} */
  public boolean fits(DataType type) {
    return switch (this) {
      case SUM, MEAN, MEDIAN, DEVIATION -> type.numeric();
      case MIN, MAX, DISTINCT -> SqlText.comparable(type);
      case COUNT -> true;
    };
  }
}
