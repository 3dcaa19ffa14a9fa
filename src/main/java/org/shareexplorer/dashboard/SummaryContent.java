package org.shareexplorer.dashboard;

import java.util.List;

/**
 * The figures of columns, a line each: values, nulls, mean, deviation, quartiles, ends, total.
 *
 * @param source of which rows
 * @param columns of which columns; all if empty
 */
public record SummaryContent(Source source, List<String> columns) implements Content.OfRows {

  public SummaryContent {
    columns = List.copyOf(columns);
  }

  /** All columns. */
  public SummaryContent(Source source) {
    this(source, List.of());
  }

  @Override
  public String title() {
    return source instanceof Source.OfTable(String table, _)
        ? "Summary of " + table
        : "Summary of a query";
  }

  @Override
  public String definitions() {
    return "Quartiles and median interpolate linearly between neighbours, as pandas and numpy do."
        + " The deviation is that of a sample (n − 1). Nulls are counted and left out of the other"
        + " figures, as are NaN and infinities. Totals of integers and decimals are exact.";
  }

  @Override
  public int usualWidth() {
    return Tile.COLUMNS;
  }

  @Override
  public int usualHeight() {
    return 4;
  }
}
