package org.shareexplorer.engine;

/** The length of a step in time. */
public enum Bucket {
  DAY,
  /** From Monday, as ISO 8601 has it. */
  WEEK,
  MONTH,
  QUARTER,
  YEAR
}
