package org.shareexplorer.ui.grid;

import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * A part of the grid's body that scrolls as one: row numbers, frozen columns, or the others. Holds
 * as many cells as fit on screen and uses them in turns, so that scrolling by a row fills one row.
 */
final class GridZone extends Pane {

  private final String cellClass;
  private final Filler filler;
  private GridCell[][] cells = new GridCell[0][0];

  /** Says what is in a cell. */
  @FunctionalInterface
  interface Filler {
    /** Fills a cell of a row with the column at a place. */
    void fill(GridCell cell, long row, int place, GridColumn column);
  }

  GridZone(String cellClass, Filler filler) {
    this.cellClass = cellClass;
    this.filler = filler;
    getStyleClass().add("grid-zone");
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  /**
   * Shows rows and columns.
   *
   * @param top pixels scrolled from the first row
   * @param left pixels scrolled from the first column
   * @param firstPlace the place of the first of the columns
   */
  void show(double top, long rowCount, double left, List<GridColumn> columns, int firstPlace) {
    long firstRow = (long) (top / GridView.ROW);
    int fitting = (int) Math.ceil(getHeight() / GridView.ROW) + 1;
    int rows = (int) Math.min(fitting, rowCount - firstRow);
    Span span = Span.of(columns, left, getWidth());
    reserve(fitting, Math.max(1, span.count()));
    GridCell[][] used = new GridCell[cells.length][cells[0].length];
    double x = span.x();
    for (int c = span.first(); c < span.first() + span.count(); c++) {
      GridColumn column = columns.get(c);
      for (long row = firstRow; row < firstRow + rows; row++) {
        int slot = (int) (row % cells.length);
        GridCell cell = cells[slot][c % cells[0].length];
        used[slot][c % cells[0].length] = cell;
        cell.put(
            row,
            firstPlace + c,
            column.name(),
            x,
            Math.rint(row * GridView.ROW - top),
            column.width());
        filler.fill(cell, row, firstPlace + c, column);
      }
      x += column.width();
    }
    for (int i = 0; i < cells.length; i++) {
      for (int j = 0; j < cells[i].length; j++) {
        if (used[i][j] == null) {
          cells[i][j].setVisible(false);
        }
      }
    }
  }

  private void reserve(int rows, int columns) {
    if (cells.length >= rows && cells.length > 0 && cells[0].length >= columns) {
      return;
    }
    int height = Math.max(rows, cells.length);
    int width = Math.max(columns, cells.length == 0 ? 0 : cells[0].length);
    GridCell[][] more = new GridCell[height][width];
    for (int i = 0; i < height; i++) {
      for (int j = 0; j < width; j++) {
        boolean old = i < cells.length && j < cells[i].length;
        more[i][j] = old ? cells[i][j] : new GridCell(cellClass);
        if (!old) {
          getChildren().add(more[i][j]);
        }
      }
    }
    cells = more;
  }

  /** {@return the cell on screen for a row and place} */
  @Nullable GridCell cell(long row, int place) {
    for (GridCell[] line : cells) {
      for (GridCell cell : line) {
        if (cell.isVisible() && cell.row() == row && cell.place() == place) {
          return cell;
        }
      }
    }
    return null;
  }

  /**
   * The columns in sight.
   *
   * @param first the first of them
   * @param count how many
   * @param x where the first begins, seen from the zone's left edge
   */
  record Span(int first, int count, double x) {

    static Span of(List<GridColumn> columns, double left, double width) {
      double x = -left;
      int first = 0;
      while (first < columns.size() && x + columns.get(first).width() <= 0) {
        x += columns.get(first).width();
        first++;
      }
      double end = x;
      int last = first;
      while (last < columns.size() && end < width) {
        end += columns.get(last).width();
        last++;
      }
      return new Span(first, last - first, x);
    }
  }
}
