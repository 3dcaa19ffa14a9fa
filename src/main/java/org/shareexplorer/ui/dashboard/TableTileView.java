package org.shareexplorer.ui.dashboard;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.TileTable;

/** A small table. */
final class TableTileView extends TableView<List<@Nullable String>> {

  private static final double LETTER = 7.3;

  TableTileView(TileTable table, String title) {
    super(FXCollections.observableArrayList(table.rows()));
    getStyleClass().add("tile-table");
    setAccessibleText(title);
    setMinSize(0, 0);
    setFixedCellSize(25);
    for (int i = 0; i < table.columns().size(); i++) {
      getColumns().add(column(table, i));
    }
    // A row that is the focused one among rows would have its tile look as if it had the keyboard.
    focusedProperty().subscribe(here -> getFocusModel().focus(here ? 0 : -1));
  }

  private static TableColumn<List<@Nullable String>, @Nullable String> column(
      TileTable table, int number) {
    TileTable.Column shown = table.columns().get(number);
    TableColumn<List<@Nullable String>, @Nullable String> column = new TableColumn<>(shown.name());
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<@Nullable String>(row.getValue().get(number)));
    column.setCellFactory(_ -> new Cell());
    column.getStyleClass().add(shown.number() ? "tile-number" : "tile-word");
    int longest =
        table.rows().stream()
            .map(row -> row.get(number))
            .mapToInt(text -> text == null ? 4 : text.length())
            .max()
            .orElse(4);
    column.setPrefWidth(
        Math.clamp(22 + LETTER * Math.max(longest, shown.name().length()), 44, 240));
    column.setReorderable(false);
    column.setSortable(false);
    return column;
  }

  /** A cell that tells nulls from texts. */
  private static final class Cell extends TableCell<List<@Nullable String>, @Nullable String> {
    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
      super.updateItem(item, empty);
      getStyleClass().remove("tile-null");
      setText(empty ? null : item == null ? "null" : item.replace('\n', ' '));
      if (!empty && item == null) {
        getStyleClass().add("tile-null");
      }
    }
  }
}
