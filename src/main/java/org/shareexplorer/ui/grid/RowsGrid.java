package org.shareexplorer.ui.grid;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Cost;
import org.shareexplorer.ui.fx.Ui;

/**
 * A grid with nothing around it but the row in full: for screens whose rows are not just those of
 * the table. Loads once it is in sight. FX thread only.
 */
public final class RowsGrid implements Grid.Around {

  private final Ui ui;
  private final Label said = new Label();
  private final Grid grid;
  private final BorderPane root = new BorderPane();
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable RowDetail row;

  /**
   * A grid.
   *
   * @param frozen how many of the first columns stay in sight
   * @param hidden names of columns that are left out at first
   * @param name what to call it for people who cannot see it
   */
  public RowsGrid(Ui ui, OpenTable table, int frozen, List<String> hidden, String name) {
    this.ui = ui;
    grid = new Grid(ui, table, this, said);
    grid.view().setAccessibleText(name);
    ColumnLayout layout = grid.state().layout();
    for (GridColumn column : layout.columns()) {
      if (hidden.contains(column.name())) {
        layout = layout.hide(column.index());
      } else if (column.index() < frozen) {
        layout = layout.freeze(column.index(), true);
      }
    }
    grid.state().layoutProperty().set(layout);
    said.getStyleClass().add("data-said");
    said.setMouseTransparent(true);
    StackPane.setAlignment(said, Pos.BOTTOM_RIGHT);
    root.setCenter(new StackPane(grid.view(), grid.states(), said));
    root.getStyleClass().add("rows-grid");
    grid.state()
        .selectionProperty()
        .subscribe(selection -> {
          if (row != null && !selection.empty()) {
            row.show(selection.row());
          }
        });
    grid.model().revision().subscribe(this::tell);
    grid.view().sight().subscribe(this::tell);
  }

  /** {@return what is shown} */
  public BorderPane node() {
    return root;
  }

  /** {@return what the status bar says, part by part} */
  public ReadOnlyObjectProperty<List<String>> status() {
    return status.getReadOnlyProperty();
  }

  /** Puts the keyboard into the rows. */
  public void focus() {
    grid.view().requestFocus();
  }

  /** Ends whatever runs for the grid. */
  public void close() {
    grid.close();
    if (row != null) {
      row.end();
    }
  }

  private void tell() {
    status.set(GridStatus.parts(grid.model(), grid.view().sight().get(), Cost.NONE));
  }

  @Override
  public boolean pressed(KeyEvent e) {
    if (e.getCode() == KeyCode.SPACE && row == null) {
      showRow();
      return true;
    }
    if ((e.getCode() == KeyCode.SPACE || e.getCode() == KeyCode.ESCAPE) && row != null) {
      hideRow();
      return true;
    }
    return false;
  }

  @Override
  public void showRow() {
    if (grid.state().selection().empty()) {
      return;
    }
    if (row == null) {
      row = new RowDetail(ui, grid.model(), grid::goTo);
      row.closable(this::hideRow);
      root.setRight(row);
    }
    row.show(grid.state().selection().row());
  }

  private void hideRow() {
    if (row != null) {
      row.end();
      row = null;
      root.setRight(null);
      grid.view().requestFocus();
    }
  }
}
