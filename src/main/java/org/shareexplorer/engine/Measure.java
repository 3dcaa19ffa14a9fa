package org.shareexplorer.engine;

/** A figure of a column, in the order in which figures are told. */
public enum Measure {
  /** All rows that the figures are of. */
  ROWS("rows"),
  /** Rows without a value. */
  NULLS("null"),
  /** Their share of all rows, from 0 to 1. */
  NULL_SHARE("null share"),
  /** Values that are NaN or infinite; no other figure but the nulls counts them. */
  NOT_NUMBERS("not a number"),
  /** Different values, null not counted. */
  DISTINCT("distinct"),
  /** The least value. */
  MIN("min"),
  /** The first quartile, linearly interpolated. */
  Q1("25 %"),
  /** The median. */
  MEDIAN("median"),
  /** The mean. */
  MEAN("mean"),
  /** The third quartile. */
  Q3("75 %"),
  /** The greatest value. */
  MAX("max"),
  /** The standard deviation of a sample (n − 1). */
  DEVIATION("std dev"),
  /** The sum; exact but for floating point numbers. */
  SUM("sum");

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /** {@return what people call it} */
  public String label() {
    return label;
  }
}
