package org.shareexplorer.ui.grid;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.profile.ColumnInspector;

/**
 * The pane at the right of the grid: the selected column, or the selected row, in full. It follows
 * the cursor. Whoever has it puts it on screen while it shows something.
 */
final class SidePane extends BorderPane {

  private final Ui ui;
  private final Grid grid;
  private final ColumnInspector inspector;
  private final ToggleButton column = new ToggleButton("Column");
  private final ToggleButton row = new ToggleButton("Row");
  private final ReadOnlyObjectWrapper<Shows> shows = new ReadOnlyObjectWrapper<>(Shows.NOTHING);
  private @Nullable RowDetail detail;

  /** What is in the pane. */
  enum Shows {
    NOTHING,
    ROW,
    COLUMN
  }

  /** A pane that shows nothing yet. */
  SidePane(Ui ui, Grid grid, ColumnInspector inspector) {
    this.ui = ui;
    this.grid = grid;
    this.inspector = inspector;
    getStyleClass().add("side-pane");
    ToggleGroup group = new ToggleGroup();
    column.setToggleGroup(group);
    row.setToggleGroup(group);
    column.getStyleClass().add("side-tab");
    row.getStyleClass().add("side-tab");
    Tip.setText(column, "Figures of the selected column (I)");
    Tip.setText(row, "All columns of the selected row (Space)");
    column.setOnAction(_ -> showColumn());
    row.setOnAction(_ -> showRow());
    Button close = new Button("", Icon.CLOSE.node());
    close.getStyleClass().add("icon-button");
    close.setAccessibleText("Close the pane");
    Tip.setText(close, "Close the pane (Esc)");
    close.setOnAction(_ -> hide());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(4, column, row, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("side-head");
    setTop(head);
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        hide();
        e.consume();
      }
    });
    grid.state().selectionProperty().subscribe(this::follow);
  }

  /** {@return what is in the pane now} */
  ReadOnlyObjectProperty<Shows> shows() {
    return shows.getReadOnlyProperty();
  }

  /** {@return whether there is this in the pane now} */
  boolean shows(Shows what) {
    return shows.get() == what;
  }

  /** Shows the row under the cursor. */
  void showRow() {
    if (grid.state().selection().empty()) {
      // No row is chosen yet: the word that was pressed stands for nothing.
      row.setSelected(false);
      column.setSelected(shows(Shows.COLUMN));
      return;
    }
    RowDetail shown = detail;
    if (shown == null) {
      shown = new RowDetail(ui, grid.model(), grid::goTo);
      detail = shown;
    }
    lay(shown, Shows.ROW);
    shown.show(grid.state().selection().row());
  }

  /** Shows the column under the cursor, or else the first. */
  void showColumn() {
    GridState state = grid.state();
    showColumn(state.column().orElseGet(() -> state.layout().shown().getFirst()).index());
  }

  /** Shows a column. */
  void showColumn(int index) {
    end();
    inspector.show(index);
    lay(inspector, Shows.COLUMN);
  }

  /** {@return the index of the column shown last} */
  int column() {
    return inspector.column();
  }

  private void lay(Node content, Shows what) {
    setCenter(content);
    column.setSelected(what == Shows.COLUMN);
    row.setSelected(what == Shows.ROW);
    shows.set(what);
  }

  /** Shows nothing more, and gives the keyboard back to the rows. */
  void hide() {
    end();
    shows.set(Shows.NOTHING);
    grid.view().requestFocus();
  }

  /** Ends what runs for a row. */
  void end() {
    if (detail != null) {
      detail.end();
      detail = null;
    }
  }

  private void follow(GridSelection selection) {
    if (detail != null && !selection.empty()) {
      detail.show(selection.row());
    }
    if (shows(Shows.COLUMN)) {
      grid.state().column().ifPresent(column -> inspector.show(column.index()));
    }
  }
}
