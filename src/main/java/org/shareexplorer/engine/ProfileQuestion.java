package org.shareexplorer.engine;

/**
 * What is one column like?
 *
 * @param column its name
 * @param extent how many rows to look at
 */
public record ProfileQuestion(String column, Extent extent) implements Question<ColumnProfile> {

  /** How many rows to look at. */
  public enum Extent {
    /** Some rows, from all over the table where the number of its rows is known. */
    SAMPLE,
    /** All rows: the figures are exact. */
    ALL
  }
}
