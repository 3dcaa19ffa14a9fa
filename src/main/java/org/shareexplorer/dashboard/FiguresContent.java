package org.shareexplorer.dashboard;

/**
 * A few big figures with their names: the one row that a query gives, a figure for each column.
 *
 * @param source of which the only row is shown
 */
public record FiguresContent(Source source) implements Content.OfRows {

  @Override
  public String title() {
    return "";
  }

  @Override
  public int usualWidth() {
    return Tile.COLUMNS;
  }

  @Override
  public int usualHeight() {
    return 2;
  }
}
