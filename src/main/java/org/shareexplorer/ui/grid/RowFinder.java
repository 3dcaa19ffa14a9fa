package org.shareexplorer.ui.grid;

import java.util.Optional;
import javafx.scene.control.TextField;

/** Jumps to a row by its number, typed into a field. */
final class RowFinder {

  /** Rows that stay in sight above the one jumped to. */
  private static final int ABOVE = 2;

  private final Grid grid;
  private final TextField field;

  /** Makes a field find rows. */
  RowFinder(Grid grid, TextField field) {
    this.grid = grid;
    this.field = field;
    field.setOnAction(e -> go());
  }

  private void go() {
    Optional<Long> wanted = RowNumber.parse(field.getText());
    GridModel model = grid.model();
    if (wanted.isEmpty()) {
      grid.say("Type the number of a row, such as 1,000.");
    } else if (wanted.get() > model.rowCount()) {
      grid.say(
          String.format(
              "The last row %sis %,d.",
              model.exactRows().isPresent() ? "" : "so far ", model.rowCount()));
    } else {
      field.clear();
      long row = wanted.get() - 1;
      grid.view().scrollToRow(Math.max(0, row - ABOVE));
      grid.goTo(row);
      grid.view().requestFocus();
    }
  }
}
