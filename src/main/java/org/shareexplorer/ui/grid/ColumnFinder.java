package org.shareexplorer.ui.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Jumps to a column by a part of its name, typed into a field. */
final class ColumnFinder {

  private static final int MOST = 12;

  private final GridState state;
  private final TextField field;
  private final IntConsumer go;
  private final ContextMenu found = new ContextMenu();

  /**
   * Makes a field find columns.
   *
   * @param go gets the index of the column to jump to
   */
  ColumnFinder(GridState state, TextField field, IntConsumer go) {
    this.state = state;
    this.field = field;
    this.go = go;
    field.textProperty().subscribe((before, now) -> offer());
    field.setOnAction(
        e -> matches(state.layout(), field.getText()).stream().findFirst().ifPresent(this::take));
    field.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            found.hide();
            field.clear();
          }
        });
  }

  /** {@return the columns whose name holds the words, those that begin with them first} */
  static List<GridColumn> matches(ColumnLayout layout, String words) {
    String sought = words.strip().toLowerCase(Locale.ROOT);
    if (sought.isEmpty()) {
      return List.of();
    }
    return layout.columns().stream()
        .filter(column -> name(column).contains(sought))
        .sorted(Comparator.comparing((GridColumn column) -> !name(column).startsWith(sought)))
        .toList();
  }

  private static String name(GridColumn column) {
    return column.name().toLowerCase(Locale.ROOT);
  }

  private void offer() {
    found.hide();
    List<GridColumn> matches = matches(state.layout(), field.getText());
    if (matches.isEmpty() || !field.isFocused()) {
      return;
    }
    found
        .getItems()
        .setAll(
            matches.stream()
                .limit(MOST)
                .map(column -> {
                  MenuItem item = new MenuItem(column.name());
                  item.setMnemonicParsing(false);
                  item.setOnAction(e -> take(column));
                  return item;
                })
                .toList());
    found.show(field, Side.BOTTOM, 0, 2);
    // The menu takes the Enter key; its first entry is what Enter is about.
    found.getSkin().getNode().lookup(".menu-item").requestFocus();
  }

  private void take(GridColumn column) {
    field.clear();
    found.hide();
    go.accept(column.index());
  }
}
