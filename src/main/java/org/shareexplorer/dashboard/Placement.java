package org.shareexplorer.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * Where tiles stand on a page: each, in its turn, as high up as it fits, and as far left. So no
 * place is ever wrong, and a file needs none.
 *
 * @param places a place for each tile, in their order
 * @param rows how many rows the page has
 */
public record Placement(List<Place> places, int rows) {

  /**
   * A place of a tile, in columns and rows from the page's upper left corner.
   *
   * @param column of its left side
   * @param row of its upper side
   */
  public record Place(int column, int row, int width, int height) {}

  /** {@return where tiles stand} */
  public static Placement of(List<Tile> tiles) {
    int[] filled = new int[Tile.COLUMNS];
    List<Place> places = new ArrayList<>();
    int rows = 0;
    for (Tile tile : tiles) {
      int best = 0;
      for (int column = 1; column + tile.width() <= Tile.COLUMNS; column++) {
        if (top(filled, column, tile.width()) < top(filled, best, tile.width())) {
          best = column;
        }
      }
      int row = top(filled, best, tile.width());
      for (int column = best; column < best + tile.width(); column++) {
        filled[column] = row + tile.height();
      }
      places.add(new Place(best, row, tile.width(), tile.height()));
      rows = Math.max(rows, row + tile.height());
    }
    return new Placement(List.copyOf(places), rows);
  }

  private static int top(int[] filled, int column, int width) {
    int top = 0;
    for (int i = column; i < column + width; i++) {
      top = Math.max(top, filled[i]);
    }
    return top;
  }
}
