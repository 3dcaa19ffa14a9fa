package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.ui.filter.FilterModel;

/** What the grid's menus offer to filter and sort by. */
record FilterItems(FilterModel filter) {

  /** {@return whether rows can be sorted by a column} */
  static boolean sortable(Field column) {
    return Literals.comparable(column.type());
  }

  /**
   * Sorts by a column upwards, then downwards, then no longer.
   *
   * @param also whether after what rows are sorted by already; then it just turns round
   */
  void sort(Field column, boolean also) {
    String name = column.name();
    if (also) {
      boolean up = filter.get().orderOf(name).map(Order::descending).orElse(true);
      filter.sortAlso(name, !up);
    } else {
      filter.sortOn(name);
    }
  }

  /** {@return items for a column's head} */
  List<MenuItem> head(Field column) {
    String name = column.name();
    boolean sorted = filter.get().orderOf(name).isPresent();
    List<MenuItem> items =
        List.of(
            item("Sort ascending", () -> filter.sort(name, Optional.of(false))),
            item("Sort descending", () -> filter.sort(name, Optional.of(true))),
            item("Do not sort", () -> filter.sort(name, Optional.empty())),
            new SeparatorMenuItem(),
            item("Filter…", () -> filter.edit(column)),
            new SeparatorMenuItem());
    items.get(0).setDisable(!sortable(column));
    items.get(1).setDisable(!sortable(column));
    items.get(2).setDisable(!sorted);
    return items;
  }

  /** {@return items for a cell} */
  List<MenuItem> cell(Field column, @Nullable Object value) {
    boolean fits =
        value == null
            || (Literals.comparable(column.type())
                && !(value instanceof Values.Undecodable)
                && !(value instanceof LongValue));
    List<MenuItem> items =
        List.of(
            item(
                value == null ? "Only rows without a value here" : "Only rows like this cell",
                () -> filter.only(column, Optional.ofNullable(value))),
            item(
                value == null ? "Only rows with a value here" : "Without this value",
                () -> filter.without(column, Optional.ofNullable(value))),
            new SeparatorMenuItem());
    items.get(0).setDisable(!fits);
    items.get(1).setDisable(!fits);
    return items;
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> action.run());
    return item;
  }
}
