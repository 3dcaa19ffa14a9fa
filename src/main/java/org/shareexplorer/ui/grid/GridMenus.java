package org.shareexplorer.ui.grid;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** The menus of the grid, on its heads and on its cells. */
final class GridMenus {

  private final GridState state;
  private final Actions actions;
  private final ContextMenu open = new ContextMenu();

  /** What the menus have the screen do. */
  interface Actions {
    void copy(boolean wholeRows, boolean headers);

    void copyText(String text);

    void showRow();

    void fit(int index);

    /** {@return what can be filtered and sorted by from a column's head} */
    default List<MenuItem> headItems(int index) {
      return List.of();
    }

    /** {@return what can be filtered by from the selected cell} */
    default List<MenuItem> cellItems() {
      return List.of();
    }
  }

  GridMenus(GridState state, Actions actions) {
    this.state = state;
    this.actions = actions;
  }

  /** Opens the menu of the selected cells. */
  void cells(GridView view, double x, double y) {
    open.getItems()
        .setAll(
            item("Copy", "Shortcut+C", () -> actions.copy(false, false)),
            item("Copy with headers", "Shortcut+Shift+C", () -> actions.copy(false, true)),
            item("Copy whole rows", "", () -> actions.copy(true, false)),
            item("Copy whole rows with headers", "", () -> actions.copy(true, true)),
            new SeparatorMenuItem(),
            item("Show row", "Space", actions::showRow));
    open.getItems().addAll(0, actions.cellItems());
    open.show(view, x, y);
  }

  /** Opens the menu of a column. */
  void head(GridView view, int index, double x, double y) {
    GridColumn column = state.layout().column(index);
    MenuItem hide = item("Hide column", "", () -> state.arrange(state.layout().hide(index)));
    hide.setDisable(state.layout().shown().size() == 1);
    MenuItem showAll = item("Show all columns", "", () -> state.arrange(state.layout().showAll()));
    showAll.setDisable(state.layout().shown().size() == state.layout().columns().size());
    open.getItems()
        .setAll(
            item(
                column.frozen() ? "Unfreeze column" : "Freeze column",
                "",
                () -> state.arrange(state.layout().freeze(index, !column.frozen()))),
            hide,
            showAll,
            new SeparatorMenuItem(),
            item("Move left", "", () -> shift(index, -1)),
            item("Move right", "", () -> shift(index, 1)),
            item("Fit width", "", () -> actions.fit(index)),
            new SeparatorMenuItem(),
            item("Copy name", "", () -> actions.copyText(column.name())));
    open.getItems().addAll(0, actions.headItems(index));
    open.show(view, x, y);
  }

  private void shift(int index, int by) {
    int place = state.layout().placeOf(index) + by;
    if (place >= 0 && place < state.layout().shown().size()) {
      state.arrange(state.layout().move(index, state.layout().shown().get(place).index()));
    }
  }

  private static MenuItem item(String words, String keys, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> action.run());
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    return item;
  }
}
