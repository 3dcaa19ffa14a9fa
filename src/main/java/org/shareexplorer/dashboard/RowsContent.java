package org.shareexplorer.dashboard;

/**
 * A small table of the first rows.
 *
 * @param source of which rows
 * @param most how many at most, from 1 to {@value #MOST}
 */
public record RowsContent(Source source, int most) implements Content.OfRows {

  /** More rows than a page has room for. */
  public static final int MOST = 200;

  public RowsContent {
    if (most < 1 || most > MOST) {
      throw new IllegalArgumentException(most + " rows");
    }
  }

  @Override
  public String title() {
    return source instanceof Source.OfTable(String table, _) ? table : "A query's rows";
  }

  @Override
  public int usualWidth() {
    return 6;
  }

  @Override
  public int usualHeight() {
    return 4;
  }
}
