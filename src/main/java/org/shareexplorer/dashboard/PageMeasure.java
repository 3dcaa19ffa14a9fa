package org.shareexplorer.dashboard;

import java.awt.geom.Rectangle2D;
import org.shareexplorer.dashboard.Placement.Place;

/**
 * How large a page's columns and rows are, in points. Rows are as high on every page; columns take
 * what width there is.
 *
 * @param width of the page, its margins not counted
 */
public record PageMeasure(double width) {

  /** Between two tiles. */
  public static final double GAP = 14;

  /** The height of a row. */
  public static final double ROW = 66;

  private double column() {
    return (width - GAP * (Tile.COLUMNS - 1)) / Tile.COLUMNS;
  }

  /** {@return where a tile stands, from the page's upper left corner} */
  public Rectangle2D area(Place place) {
    return new Rectangle2D.Double(
        place.column() * (column() + GAP),
        place.row() * (ROW + GAP),
        place.width() * (column() + GAP) - GAP,
        height(place.height()));
  }

  /** {@return how high some rows are together} */
  public static double height(int rows) {
    return Math.max(0, rows * (ROW + GAP) - GAP);
  }

  /** {@return the column that a place from the left is in, such as a pointer's} */
  public int columns(double length) {
    return (int) Math.rint(length / (column() + GAP));
  }

  /** {@return how many rows come nearest to a height} */
  public static int rows(double length) {
    return (int) Math.rint(length / (ROW + GAP));
  }
}
