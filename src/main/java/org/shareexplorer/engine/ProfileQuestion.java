package org.shareexplorer.engine;

/**
 * What is one column like?
 *
 * @param column its name
 * @param extent how many rows to look at
 */
public record ProfileQuestion(String column, Extent extent) implements Question<ColumnProfile> {

  /** Up to this many bytes of a column are fetched without being asked for. */
  public static final long UNASKED_BYTES = 8_000_000;

  /** Up to this many rows are computed without being asked for. */
  public static final long UNASKED_ROWS = 3_000_000;

  /**
   * {@return how much of a column to look at where nobody said}
   *
   * @param bytes about how many bytes all rows would fetch
   */
  public static Extent unasked(OpenTable table, long bytes) {
    return bytes <= UNASKED_BYTES && table.rowCount().orElse(UNASKED_ROWS) <= UNASKED_ROWS
        ? Extent.ALL
        : Extent.SAMPLE;
  }

  /** How many rows to look at. */
  public enum Extent {
    /** Some rows, from all over the table where the number of its rows is known. */
    SAMPLE,
    /** All rows: the figures are exact. */
    ALL
  }
}
