package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Optional;

/**
 * Where rows and columns are in a grid, in pixels from its top left corner.
 *
 * @param columns the columns, of which the frozen ones come first
 * @param rows how many rows there are
 * @param head height of the heads; the rows begin there
 * @param numbers width of the row numbers, with which each row begins
 * @param frozen width of what is seen of the frozen columns
 * @param width width of what is seen of the others
 * @param height height of what is seen of the rows
 * @param scrolled how far rows and columns are scrolled
 */
record GridPlaces(
    ColumnLayout columns,
    long rows,
    double head,
    double numbers,
    double frozen,
    double width,
    double height,
    GridScroll.Place scrolled) {

  /** A cell under a point. */
  record Hit(long row, int place) {}

  /** {@return row and place under a point; the place is -1 over the row numbers} */
  Optional<Hit> hit(double x, double y) {
    long row = row(y);
    return y < head || y > head + height || row >= rows
        ? Optional.empty()
        : Optional.of(new Hit(Math.max(0, row), x < numbers ? -1 : placeAt(x)));
  }

  /** {@return row and place nearest to a point, also outside} */
  Hit nearest(double x, double y) {
    long row = row(Math.clamp(y, head, head + Math.max(1, height - 1)));
    return new Hit(Math.clamp(row, 0, Math.max(0, rows - 1)), placeAt(x));
  }

  private long row(double y) {
    return (long) Math.floor((y - head + scrolled.y()) / GridView.ROW);
  }

  /** {@return how far a point is above (negative) or below the rows, and left or right of them} */
  double[] beyond(double x, double y) {
    return new double[] {
      x - Math.clamp(x, left(), left() + width), y - Math.clamp(y, head, head + height)
    };
  }

  /** {@return the place of the column nearest to a point} */
  int placeAt(double x) {
    List<GridColumn> still = columns.frozen();
    boolean overStill = x < left() && !still.isEmpty();
    List<GridColumn> among = overStill ? still : columns.scrolling();
    double at = overStill ? numbers : left() - scrolled.x();
    int place = 0;
    while (place < among.size() - 1 && x >= at + among.get(place).width()) {
      at += among.get(place).width();
      place++;
    }
    return place + (overStill ? 0 : still.size());
  }

  /** {@return where a column's left edge is, or its right edge if {@code after}} */
  double edgeOf(int place, boolean after) {
    int still = columns.frozen().size();
    List<GridColumn> before = columns.shown().subList(place < still ? 0 : still, place);
    double from = place < still ? numbers : left() - scrolled.x();
    return from + width(before) + (after ? columns.shown().get(place).width() : 0);
  }

  /** Where the columns begin that scroll. */
  private double left() {
    return numbers + frozen;
  }

  /** {@return how wide columns are together} */
  static double width(List<GridColumn> columns) {
    return columns.stream().mapToDouble(GridColumn::width).sum();
  }
}
