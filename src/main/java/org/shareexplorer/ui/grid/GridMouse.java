package org.shareexplorer.ui.grid;

import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Selects cells and rows by the mouse; a drag beyond the edge scrolls. */
final class GridMouse {

  private final GridState state;
  private final GridView view;
  private boolean rows;
  private boolean dragging;

  GridMouse(GridState state, GridView view) {
    this.state = state;
    this.view = view;
    view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
    view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
    view.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> dragging = false);
  }

  private void pressed(MouseEvent e) {
    view.requestFocus();
    // A tab pane around would take the keyboard.
    e.consume();
    view.places()
        .hit(e.getX(), e.getY())
        .ifPresent(hit -> {
          boolean inside = state.selection().contains(hit.row(), hit.place());
          if (e.getButton() == MouseButton.PRIMARY) {
            rows = hit.place() < 0;
            dragging = true;
            select(hit, e.isShiftDown());
          } else if (!inside && hit.place() >= 0) {
            // A menu is about what is selected; elsewhere, about the cell under the mouse.
            select(hit, false);
          }
        });
  }

  private void dragged(MouseEvent e) {
    if (dragging) {
      double[] beyond = view.places().beyond(e.getX(), e.getY());
      view.scrollBy(rows ? 0 : beyond[0], beyond[1]);
      select(view.places().nearest(e.getX(), e.getY()), true);
    }
  }

  private void select(GridPlaces.Hit hit, boolean extend) {
    if (rows) {
      state.selectRow(hit.row(), extend);
    } else {
      state.select(hit.row(), Math.max(0, hit.place()), extend);
    }
  }
}
