package org.shareexplorer.ui.grid;

import javafx.scene.input.KeyEvent;

/** Moves the cursor by the keyboard. */
final class GridKeys {

  private static final long FAR = Long.MAX_VALUE / 4;
  private static final int WIDE = Integer.MAX_VALUE / 4;

  private final GridState state;
  private final GridView view;

  GridKeys(GridState state, GridView view) {
    this.state = state;
    this.view = view;
  }

  /** {@return whether the key was one of the grid's} */
  boolean pressed(KeyEvent e) {
    boolean extend = e.isShiftDown();
    boolean far = e.isShortcutDown();
    if (e.isAltDown()) {
      return false;
    }
    switch (e.getCode()) {
      case UP, KP_UP -> state.move(far ? -FAR : -1, 0, extend);
      case DOWN, KP_DOWN -> state.move(far ? FAR : 1, 0, extend);
      case LEFT, KP_LEFT -> state.move(0, far ? -WIDE : -1, extend);
      case RIGHT, KP_RIGHT -> state.move(0, far ? WIDE : 1, extend);
      case PAGE_UP -> state.move(-view.rowsInSight(), 0, extend);
      case PAGE_DOWN -> state.move(view.rowsInSight(), 0, extend);
      case HOME -> state.move(far ? -FAR : 0, -WIDE, extend);
      case END -> state.move(far ? FAR : 0, WIDE, extend);
      case A -> {
        if (!far || extend) {
          return false;
        }
        state.selectLoaded();
        return true;
      }
      default -> {
        return false;
      }
    }
    view.reveal();
    return true;
  }
}
