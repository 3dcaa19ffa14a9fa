package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Cost;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;

/**
 * A grid with nothing around it but the row in full: for screens whose rows are not just those of
 * the table. Loads once it is in sight. FX thread only.
 */
public final class RowsGrid implements HeaderCell.Events, GridMenus.Actions {

  private final Ui ui;
  private final GridModel model;
  private final GridState state;
  private final GridView view;
  private final GridMenus menus;
  private final Latest copying;
  private final BorderPane root = new BorderPane();
  private final Label said = new Label();
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private @Nullable RowDetail row;
  private boolean fitted;

  /**
   * A grid.
   *
   * @param frozen how many of the first columns stay in sight
   * @param hidden names of columns that are left out at first
   * @param name what to call it for people who cannot see it
   */
  public RowsGrid(Ui ui, OpenTable table, int frozen, List<String> hidden, String name) {
    this.ui = ui;
    model = new GridModel(table, ui.background()::start);
    state = new GridState(model);
    view = new GridView(model, state, ui.zone(), this);
    menus = new GridMenus(state, this);
    copying = ui.background().latest();
    view.setAccessibleText(name);
    ColumnLayout layout = state.layout();
    for (GridColumn column : layout.columns()) {
      if (hidden.contains(column.name())) {
        layout = layout.hide(column.index());
      } else if (column.index() < frozen) {
        layout = layout.freeze(column.index(), true);
      }
    }
    state.layoutProperty().set(layout);
    said.getStyleClass().add("data-said");
    said.setMouseTransparent(true);
    StackPane.setAlignment(said, Pos.BOTTOM_RIGHT);
    root.setCenter(new StackPane(view, new GridStates(ui, model), said));
    root.getStyleClass().add("rows-grid");
    new GridMouse(state, view);
    GridKeys keys = new GridKeys(state, view);
    view.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(keys, e));
    view.setOnContextMenuRequested(this::menu);
    view.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2
          && e.getButton() == MouseButton.PRIMARY
          && view.hit(e.getX(), e.getY()).isPresent()) {
        showRow();
      }
    });
    quiet.setOnFinished(e -> said.setText(""));
    state
        .selectionProperty()
        .subscribe(selection -> {
          if (row != null && !selection.empty()) {
            row.show(selection.row());
          }
        });
    model.revision().subscribe(this::arrived);
    view.sight().subscribe(this::tell);
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
    view.requestFocus();
  }

  /** Ends whatever runs for the grid. */
  public void close() {
    model.close();
    copying.cancel();
    if (row != null) {
      row.end();
    }
  }

  private void arrived() {
    if (!fitted && model.loaded(0, 0)) {
      fitted = true;
      ColumnLayout layout = state.layout();
      for (GridColumn column : layout.columns()) {
        layout = layout.resize(column.index(), fitting(column));
      }
      state.layoutProperty().set(layout);
    }
    tell();
  }

  private double fitting(GridColumn column) {
    List<String> texts =
        model.sample(column.index(), 60).stream()
            .map(value -> CellLook.of(value, column.field().type(), ui.zone().get()).text())
            .toList();
    return texts.isEmpty() ? column.width() : ColumnWidths.fit(column.field(), texts);
  }

  private void tell() {
    status.set(GridStatus.parts(model, view.sight().get(), Cost.NONE));
  }

  private void pressed(GridKeys keys, KeyEvent e) {
    if (keys.pressed(e)) {
      e.consume();
    } else if (e.getCode() == KeyCode.SPACE) {
      if (row == null) {
        showRow();
      } else {
        hideRow();
      }
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE && row != null) {
      hideRow();
      e.consume();
    } else if (e.getCode() == KeyCode.C && e.isShortcutDown()) {
      copy(false, e.isShiftDown());
      e.consume();
    }
  }

  private void menu(ContextMenuEvent e) {
    if (e.isKeyboardTrigger()) {
      GridCell cell = view.cellAt(state.selection().row(), state.selection().place());
      if (cell != null) {
        var bounds = cell.localToScreen(cell.getBoundsInLocal());
        menus.cells(view, bounds.getMinX(), bounds.getMaxY());
      }
    } else if (view.hit(e.getX(), e.getY()).isPresent()) {
      menus.cells(view, e.getScreenX(), e.getScreenY());
    }
    e.consume();
  }

  private void say(String words) {
    said.setText(words);
    quiet.playFromStart();
  }

  @Override
  public void copy(boolean wholeRows, boolean headers) {
    state
        .copied(wholeRows, headers)
        .ifPresent(cells ->
            copying.start(
                cells,
                text -> {
                  ui.desktop().copy(text);
                  say(
                      String.format(
                          "Copied %,d × %,d cells.", cells.rows(), cells.columns().size()));
                },
                (Problem problem) -> say(problem.sentence())));
  }

  @Override
  public void copyText(String text) {
    ui.desktop().copy(text);
    say("Copied the name.");
  }

  @Override
  public void showRow() {
    if (state.selection().empty()) {
      return;
    }
    if (row == null) {
      row = new RowDetail(ui, model, this::goTo);
      row.closable(this::hideRow);
      root.setRight(row);
    }
    row.show(state.selection().row());
  }

  private void goTo(long wanted) {
    state.select(wanted, state.selection().place(), false);
    view.reveal();
  }

  private void hideRow() {
    if (row != null) {
      row.end();
      row = null;
      root.setRight(null);
      view.requestFocus();
    }
  }

  @Override
  public void select(int index, boolean extend) {
    view.requestFocus();
    state.selectColumn(state.layout().placeOf(index), extend);
  }

  @Override
  public void resize(int index, double width) {
    state.layoutProperty().set(state.layout().resize(index, width));
  }

  @Override
  public void fit(int index) {
    resize(index, fitting(state.layout().column(index)));
  }

  @Override
  public void drag(int index, double sceneX, boolean dropped) {
    int place = view.placeAt(view.sceneToLocal(sceneX, 0).getX());
    if (dropped) {
      view.markDrop(Optional.empty());
      state.arrange(state.layout().move(index, state.layout().shown().get(place).index()));
    } else {
      view.markDrop(Optional.of(view.edgeOf(place, place > state.layout().placeOf(index))));
    }
  }

  @Override
  public void menu(int index, double screenX, double screenY) {
    menus.head(view, index, screenX, screenY);
  }
}
