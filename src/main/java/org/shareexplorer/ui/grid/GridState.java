package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.grid.GridSelection.Kind;

/** What the person has done to the grid: its columns, and what is selected. Holds no controls. */
final class GridState {

  private final GridModel model;
  private final ObjectProperty<ColumnLayout> layout;
  private final ObjectProperty<GridSelection> selection =
      new SimpleObjectProperty<>(GridSelection.NONE);

  GridState(GridModel model) {
    this.model = model;
    this.layout = new SimpleObjectProperty<>(ColumnLayout.of(model.fields()));
  }

  ObjectProperty<ColumnLayout> layoutProperty() {
    return layout;
  }

  ColumnLayout layout() {
    return layout.get();
  }

  ObjectProperty<GridSelection> selectionProperty() {
    return selection;
  }

  GridSelection selection() {
    return selection.get();
  }

  /** {@return the column under the cursor} */
  Optional<GridColumn> column() {
    List<GridColumn> shown = layout().shown();
    int place = selection().place();
    return place < 0 || place >= shown.size() ? Optional.empty() : Optional.of(shown.get(place));
  }

  /** Selects a cell, or with {@code extend} everything between the anchor and it. */
  void select(long row, int place, boolean extend) {
    if (model.rowCount() == 0) {
      return;
    }
    long inRow = Math.clamp(row, 0, model.rowCount() - 1);
    int inPlace = Math.clamp(place, 0, layout().shown().size() - 1);
    selection.set(extend ? selection().to(inRow, inPlace) : GridSelection.cell(inRow, inPlace));
  }

  void selectRow(long row, boolean extend) {
    select(row, Math.max(0, selection().place()), extend);
    selection.set(selection().as(Kind.ROWS));
  }

  void selectColumn(int place, boolean extend) {
    select(Math.max(0, selection().row()), place, extend);
    selection.set(selection().as(Kind.COLUMNS));
  }

  /** Moves the cursor; a first single step only brings it to the first cell. */
  void move(long rows, int places, boolean extend) {
    GridSelection now = selection();
    boolean step = Math.abs(rows) <= 1 && Math.abs(places) <= 1;
    if (now.empty()) {
      select(step ? 0 : rows, step ? 0 : places, false);
      return;
    }
    Kind kind = extend ? now.kind() : Kind.CELLS;
    select(now.row() + rows, now.place() + places, extend);
    selection.set(selection().as(kind));
  }

  /** Selects all rows in memory around the cursor, with all columns. */
  void selectLoaded() {
    long[] rows = model.loadedAround(Math.max(0, selection().row()));
    int last = layout().shown().size() - 1;
    selection.set(new GridSelection(Kind.CELLS, rows[0], 0, rows[1], last));
  }

  /**
   * Changes the columns and keeps the cursor on its column, wherever that goes.
   *
   * @param changed the columns from now on
   */
  void arrange(ColumnLayout changed) {
    Optional<GridColumn> under = column();
    layout.set(changed);
    if (!selection().empty()) {
      int place = under.map(column -> changed.placeOf(column.index())).orElse(0);
      int last = changed.shown().size() - 1;
      select(selection().row(), Math.clamp(place, 0, last), false);
    }
  }

  /** {@return the selected cells, to be copied; whole rows if {@code wholeRows}} */
  Optional<CopiedCells> copied(boolean wholeRows, boolean headers) {
    GridSelection now = selection();
    if (now.empty() || model.rowCount() == 0) {
      return Optional.empty();
    }
    GridSelection taken = wholeRows ? now.as(Kind.ROWS) : now;
    List<GridColumn> shown = layout().shown();
    List<Field> columns =
        shown.subList(taken.firstPlace(), taken.lastPlace(shown.size()) + 1).stream()
            .map(GridColumn::field)
            .toList();
    return Optional.of(
        new CopiedCells(
            model.table(), columns, taken.firstRow(), taken.lastRow(model.rowCount()), headers));
  }

  /** {@return the value under the cursor, if it is here} */
  Optional<Cell> cell() {
    long row = selection().row();
    return column()
        .filter(column -> model.loaded(row, column.index()))
        .map(column -> new Cell(column.field(), model.value(row, column.index())));
  }

  /** A value and its column. */
  record Cell(Field field, @Nullable Object value) {}
}
