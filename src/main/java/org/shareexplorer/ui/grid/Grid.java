package org.shareexplorer.ui.grid;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.util.Duration;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;

/**
 * Rows in a grid, with all that can be done to them by mouse and keyboard on whatever screen they
 * stand: cells are selected and copied, columns moved, sized and hidden. Loads once it is in sight.
 * FX thread only.
 */
final class Grid implements HeaderCell.Events, GridMenus.Actions {

  private static final int SAMPLE = 60;

  private final Ui ui;
  private final Around around;
  private final Label said;
  private final GridModel model;
  private final GridState state;
  private final GridView view;
  private final GridMenus menus;
  private final GridStates states;
  private final Latest copying;
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));
  private ColumnLayout natural;
  private boolean fitted;

  /** What the screen around a grid adds to it. */
  interface Around {

    /** Shows the selected row in full. */
    void showRow();

    /** {@return whether the screen knows a key that the grid does not} */
    boolean pressed(KeyEvent e);

    /** {@return whether rows can be sorted in their columns' heads} */
    default boolean sorts() {
      return false;
    }

    /** The arrow in a column's head was pressed. */
    default void sort(GridColumn column, boolean also) {}

    /** {@return what a column's menu offers besides} */
    default List<MenuItem> headItems(GridColumn column) {
      return List.of();
    }

    /** {@return what the menu of the selected cells offers besides} */
    default List<MenuItem> cellItems() {
      return List.of();
    }
  }

  /**
   * A grid.
   *
   * @param said where to say for some seconds what was done
   */
  Grid(Ui ui, OpenTable table, Around around, Label said) {
    this.ui = ui;
    this.around = around;
    this.said = said;
    model = new GridModel(table, Fetch.in(ui.background()));
    state = new GridState(model);
    natural = state.layout();
    view = new GridView(model, state, ui.zone(), this);
    menus = new GridMenus(state, this);
    states = new GridStates(ui, model);
    view.profilesShown().subscribe(_ -> states.below(view.head()));
    copying = ui.background().latest();
    new GridMouse(state, view);
    GridKeys keys = new GridKeys(state, view);
    view.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(keys, e));
    view.setOnContextMenuRequested(this::menu);
    view.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2
          && e.getButton() == MouseButton.PRIMARY
          && view.places().hit(e.getX(), e.getY()).isPresent()) {
        around.showRow();
      }
    });
    quiet.setOnFinished(e -> said.setText(""));
    model.revision().subscribe(this::arrived);
  }

  /** {@return the rows as they come} */
  GridModel model() {
    return model;
  }

  /** {@return what the person has done to the grid} */
  GridState state() {
    return state;
  }

  /** {@return what is on screen} */
  GridView view() {
    return view;
  }

  /** {@return what stands over the grid where rows are missing} */
  GridStates states() {
    return states;
  }

  /** Has columns stand as in a grid of the same columns. */
  void standAs(Grid other) {
    if (other.fitted) {
      fitted = true;
      natural = other.natural;
      state.layoutProperty().set(other.state.layout());
    }
  }

  /** Keeps the cursor in the column where it is in a grid of other rows. */
  void pointAs(Grid other) {
    GridSelection there = other.state.selection();
    if (!there.empty() && model.rowCount() > 0) {
      state.selectionProperty().set(GridSelection.cell(0, there.place()));
    }
  }

  /** Comes to the place where a grid of the same rows, of another version perhaps, is. */
  void comeTo(Grid other) {
    view.stand(other.view.place());
    if (other.state.selection().row() < model.rowCount()) {
      state.selectionProperty().set(other.state.selection());
    }
  }

  /** Has columns stand as the person left them, and keeps how they are left now. */
  void arrangedBy(ObjectProperty<List<LeftView.Column>> columns) {
    if (!columns.get().isEmpty() && !fitted) {
      fitted = true;
      state.layoutProperty().set(state.layout().as(columns.get()));
    }
    state
        .layoutProperty()
        .subscribe((_, now) -> {
          if (fitted) {
            columns.set(now.equals(natural) ? List.of() : now.left());
          }
        });
  }

  /** Ends whatever runs for the grid. */
  void close() {
    model.close();
    copying.cancel();
  }

  private void arrived() {
    if (!fitted && model.loaded(0, 0)) {
      fitted = true;
      ColumnLayout layout = state.layout();
      for (GridColumn column : layout.columns()) {
        layout = layout.resize(column.index(), fitting(column));
      }
      natural = layout;
      state.layoutProperty().set(layout);
    }
  }

  private double fitting(GridColumn column) {
    List<String> texts =
        model.sample(column.index(), SAMPLE).stream()
            .map(value -> CellLook.of(value, column.field().type(), ui.zone().get()).text())
            .toList();
    return texts.isEmpty() ? column.width() : ColumnWidths.fit(column.field(), texts);
  }

  private void pressed(GridKeys keys, KeyEvent e) {
    if (e.getCode() == KeyCode.C && e.isShortcutDown()) {
      copy(false, e.isShiftDown());
      e.consume();
    } else if (keys.pressed(e) || around.pressed(e)) {
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
    } else if (view.places().hit(e.getX(), e.getY()).isPresent()) {
      menus.cells(view, e.getScreenX(), e.getScreenY());
    }
    e.consume();
  }

  /** Says something for some seconds. */
  void say(String words) {
    said.setText(words);
    quiet.playFromStart();
  }

  /** Brings a row into sight and puts the cursor on it. */
  void goTo(long row) {
    state.select(row, Math.max(0, state.selection().place()), false);
    view.reveal();
  }

  @Override
  public void copy(boolean wholeRows, boolean headers) {
    state.copied(wholeRows, headers).ifPresent(this::copy);
  }

  private void copy(CopiedCells cells) {
    said.setText("Copying…");
    quiet.stop();
    copying.start(
        cells,
        text -> {
          ui.desktop().copy(text);
          say(copied(cells.rows(), cells.columns().size()));
        },
        problem -> say(problem.sentence()));
  }

  private static String copied(long rows, int places) {
    return rows * places == 1
        ? "Copied one cell."
        : String.format("Copied %,d × %,d cells.", rows, places);
  }

  @Override
  public void copyText(String text) {
    ui.desktop().copy(text);
    say("Copied the name.");
  }

  @Override
  public void showRow() {
    around.showRow();
  }

  @Override
  public List<MenuItem> headItems(int index) {
    return around.headItems(state.layout().column(index));
  }

  @Override
  public List<MenuItem> cellItems() {
    return around.cellItems();
  }

  @Override
  public boolean sorts() {
    return around.sorts();
  }

  @Override
  public void sort(int index, boolean also) {
    around.sort(state.layout().column(index), also);
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
    int place = view.places().placeAt(view.sceneToLocal(sceneX, 0).getX());
    if (dropped) {
      view.markDrop(Optional.empty());
      state.arrange(state.layout().move(index, state.layout().shown().get(place).index()));
    } else {
      view.markDrop(
          Optional.of(view.places().edgeOf(place, place > state.layout().placeOf(index))));
    }
  }

  @Override
  public void menu(int index, double screenX, double screenY) {
    menus.head(view, index, screenX, screenY);
  }
}
