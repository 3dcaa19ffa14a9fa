package org.shareexplorer.ui.grid;

/**
 * The cells that are selected: a rectangle between the anchor, where it began, and the cursor,
 * which moves. Columns are counted by their place on screen. Immutable.
 *
 * @param kind whether the rectangle counts cells, or whole rows or columns
 */
record GridSelection(Kind kind, long anchorRow, int anchorPlace, long row, int place) {

  /** What the rectangle is made of. */
  enum Kind {
    CELLS,
    ROWS,
    COLUMNS
  }

  static final GridSelection NONE = new GridSelection(Kind.CELLS, -1, -1, -1, -1);

  static GridSelection cell(long row, int place) {
    return new GridSelection(Kind.CELLS, row, place, row, place);
  }

  boolean empty() {
    return row < 0;
  }

  /** {@return whether it is one cell} */
  boolean single() {
    return kind == Kind.CELLS && row == anchorRow && place == anchorPlace;
  }

  /** {@return the rectangle from the same anchor to another cell} */
  GridSelection to(long otherRow, int otherPlace) {
    return empty()
        ? cell(otherRow, otherPlace)
        : new GridSelection(kind, anchorRow, anchorPlace, otherRow, otherPlace);
  }

  GridSelection as(Kind other) {
    return new GridSelection(other, anchorRow, anchorPlace, row, place);
  }

  /** {@return the first selected row; all rows if whole columns are selected} */
  long firstRow() {
    return kind == Kind.COLUMNS ? 0 : Math.min(anchorRow, row);
  }

  /** {@return the last selected row of a table with so many rows} */
  long lastRow(long rowCount) {
    return Math.min(kind == Kind.COLUMNS ? rowCount : Math.max(anchorRow, row) + 1, rowCount) - 1;
  }

  int firstPlace() {
    return kind == Kind.ROWS ? 0 : Math.min(anchorPlace, place);
  }

  int lastPlace(int places) {
    return Math.min(kind == Kind.ROWS ? places : Math.max(anchorPlace, place) + 1, places) - 1;
  }

  boolean contains(long otherRow, int otherPlace) {
    return !empty() && containsRow(otherRow) && containsPlace(otherPlace);
  }

  private boolean containsRow(long other) {
    return kind == Kind.COLUMNS
        || (other >= Math.min(anchorRow, row) && other <= Math.max(anchorRow, row));
  }

  private boolean containsPlace(int other) {
    return kind == Kind.ROWS
        || (other >= Math.min(anchorPlace, place) && other <= Math.max(anchorPlace, place));
  }
}
