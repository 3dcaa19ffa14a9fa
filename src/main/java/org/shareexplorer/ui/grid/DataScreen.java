package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.profile.ColumnInspector;
import org.shareexplorer.ui.profile.ColumnProfiles;
import org.shareexplorer.ui.table.TableScreen;

/** A table's rows in a grid, with the ways around in it, and one row in full beside it. */
public final class DataScreen
    implements TableScreen, HeaderCell.Events, GridMenus.Actions, SidePane.Events {

  private final Ui ui;
  private final GridModel model;
  private final GridState state;
  private final GridView view;
  private final GridMenus menus;
  private final GridStates states;
  private final ColumnChooser chooser;
  private final Latest copying;
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));
  private FilterModel filter = new FilterModel();
  private final ColumnProfiles profiles;
  private final ColumnInspector inspector;
  private final SidePane side = new SidePane(this);
  private @Nullable RowDetail row;
  private boolean columnShown;
  private boolean fitted;

  @FXML private BorderPane root;
  @FXML private StackPane body;
  @FXML private Button columns;
  @FXML private Button detail;
  @FXML private ToggleButton inspect;
  @FXML private ToggleButton strips;
  @FXML private TextField find;
  @FXML private TextField jump;
  @FXML private Label said;
  @FXML private Label summary;

  /** A screen with profiles of its own, and nowhere to draw a chart. */
  public DataScreen(Ui ui, OpenTable table) {
    this(ui, table, new ColumnProfiles(table, ui.background()), _ -> {});
  }

  /**
   * A screen that loads once it is shown.
   *
   * @param profiles the columns' profiles; ended with the screen
   * @param chart draws a column
   */
  public DataScreen(Ui ui, OpenTable table, ColumnProfiles profiles, Consumer<Field> chart) {
    this.ui = ui;
    this.profiles = profiles;
    inspector = new ColumnInspector(ui, profiles, chart, only -> filter.add(only));
    model = new GridModel(table, ui.background()::start);
    state = new GridState(model);
    view = new GridView(model, state, ui.zone(), this);
    view.profiled(profiles);
    menus = new GridMenus(state, this);
    chooser = new ColumnChooser(state);
    copying = ui.background().latest();
    View.load(this);
    states = new GridStates(ui, model);
    body.getChildren().addAll(view, states);
    strips.selectedProperty().bindBidirectional(view.profilesShown());
    new GridMouse(state, view);
    GridKeys keys = new GridKeys(state, view);
    view.addEventHandler(KeyEvent.KEY_PRESSED, e -> pressed(keys, e));
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    view.setOnContextMenuRequested(this::menu);
    view.setOnMouseClicked(e -> {
      if (e.getClickCount() == 2
          && e.getButton() == MouseButton.PRIMARY
          && view.hit(e.getX(), e.getY()).isPresent()) {
        showRow();
      }
    });
    new ColumnFinder(state, find, this::goToColumn);
    jump.setOnAction(e -> goToRow());
    quiet.setOnFinished(e -> said.setText(""));
    detail.disableProperty().bind(state.selectionProperty().map(GridSelection::empty));
    profiles.revision().subscribe(this::tell);
    state.layoutProperty().subscribe(this::summarise);
    state.selectionProperty().subscribe(this::follow);
    model.revision().subscribe(this::arrived);
    view.sight().subscribe(this::tell);
  }

  @Override
  public String title() {
    return "Data";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void shown() {
    if (model.problem().isPresent()) {
      model.retry();
    }
    profiles.begin();
    view.requestLayout();
  }

  @Override
  public void completed() {
    model.recount();
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status.getReadOnlyProperty();
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("Find a column…", "Shortcut+J", find::requestFocus),
        Command.of("Go to a row…", "Shortcut+G", jump::requestFocus),
        Command.of("Choose columns…", null, this::chooseColumns),
        Command.of(
            "Show the row in full",
            "Space",
            () -> row == null && !state.selection().empty(),
            this::showRow),
        Command.of(
            "Sort ascending by this column",
            "Alt+Up",
            () -> sortable().isPresent(),
            () -> sortHere(false)),
        Command.of(
            "Sort descending by this column",
            "Alt+Down",
            () -> sortable().isPresent(),
            () -> sortHere(true)),
        Command.of(
            "Do not sort", null, () -> !filter.get().order().isEmpty(), () -> filter.unsort()),
        Command.of(
            "Filter by this column…",
            "Alt+F",
            () -> state.column().isPresent(),
            () -> state.column().ifPresent(column -> filter.edit(column.field()))),
        Command.of("Inspect the column", "I", () -> !columnShown, this::showColumn),
        Command.of("Show or hide column profiles", null, strips::fire));
  }

  @Override
  public void takeOver(TableScreen before) {
    if (before instanceof DataScreen other && other.model.fields().equals(model.fields())) {
      if (other.fitted) {
        fitted = true;
        state.layoutProperty().set(other.state.layout());
      }
      strips.setSelected(other.strips.isSelected());
      if (other.columnShown) {
        showColumn(other.inspector.column());
      }
    }
  }

  @Override
  public void filteredBy(FilterModel model) {
    filter = model;
    view.sorted(model.get());
    states.filtered(!model.get().view().filter().matchesAll(), model::clear);
  }

  @Override
  public boolean sorts() {
    return true;
  }

  @Override
  public void sort(int index, boolean also) {
    String name = state.layout().column(index).name();
    if (also) {
      boolean up = filter.get().orderOf(name).map(Order::descending).orElse(true);
      filter.sortAlso(name, !up);
    } else {
      filter.sortOn(name);
    }
  }

  @Override
  public List<MenuItem> headItems(int index) {
    return new FilterItems(filter).head(state.layout().column(index).field());
  }

  @Override
  public List<MenuItem> cellItems() {
    GridColumn column = state.column().orElse(null);
    long row = state.selection().row();
    return column == null || !model.loaded(row, column.index())
        ? List.of()
        : new FilterItems(filter).cell(column.field(), model.value(row, column.index()));
  }

  private Optional<GridColumn> sortable() {
    return state.column().filter(column -> FilterItems.sortable(column.field()));
  }

  private void sortHere(boolean descending) {
    sortable().ifPresent(column -> filter.sort(column.name(), Optional.of(descending)));
  }

  @Override
  public void close() {
    model.close();
    copying.cancel();
    profiles.close();
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
    summarise();
    tell();
  }

  private double fitting(GridColumn column) {
    List<String> texts =
        model.sample(column.index(), 60).stream()
            .map(value -> CellLook.of(value, column.field().type(), ui.zone().get()).text())
            .toList();
    return texts.isEmpty() ? column.width() : ColumnWidths.fit(column.field(), texts);
  }

  private void summarise() {
    int all = state.layout().columns().size();
    int shown = state.layout().shown().size();
    summary.setText(String.format("%,d of %,d %s", shown, all, all == 1 ? "column" : "columns"));
  }

  private void tell() {
    status.set(GridStatus.parts(model, view.sight().get(), profiles.cost()));
    // Rows come first: their bytes are waited for.
    if (model.firstSeconds().isPresent() && root.getScene() != null) {
      List<Integer> wanted = new ArrayList<>();
      if (columnShown) {
        // It may lie aside of what the grid shows.
        wanted.add(inspector.column());
      }
      if (strips.isSelected()) {
        view.sight().get().columns().stream().filter(c -> !wanted.contains(c)).forEach(wanted::add);
      }
      if (!wanted.isEmpty()) {
        profiles.see(wanted);
      }
    }
  }

  private void pressed(GridKeys keys, KeyEvent e) {
    if (keys.pressed(e)) {
      e.consume();
    } else if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
      sortHere(e.getCode() == KeyCode.DOWN);
      e.consume();
    } else if (e.isAltDown() && e.getCode() == KeyCode.F) {
      state.column().ifPresent(column -> filter.edit(column.field()));
      e.consume();
    } else if (e.getCode() == KeyCode.SPACE) {
      toggleDetail();
      e.consume();
    } else if (e.getCode() == KeyCode.I && !e.isShortcutDown() && !e.isAltDown()) {
      toggleColumn();
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE && root.getRight() != null) {
      hideSide();
      e.consume();
    } else if (e.getCode() == KeyCode.C && e.isShortcutDown()) {
      copy(false, e.isShiftDown());
      e.consume();
    }
  }

  private void shortcut(KeyEvent e) {
    if (e.isShortcutDown() && e.getCode() == KeyCode.J) {
      find.requestFocus();
      e.consume();
    } else if (e.isShortcutDown() && e.getCode() == KeyCode.G) {
      jump.requestFocus();
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

  @FXML
  private void chooseColumns() {
    chooser.show(columns);
  }

  @FXML
  private void toggleDetail() {
    if (row == null) {
      showRow();
    } else {
      hideSide();
    }
  }

  @FXML
  private void toggleColumn() {
    if (columnShown) {
      hideSide();
    } else {
      showColumn();
    }
  }

  private void goToColumn(int index) {
    state.arrange(state.layout().show(index));
    state.select(Math.max(0, state.selection().row()), state.layout().placeOf(index), false);
    view.reveal();
    view.requestFocus();
  }

  private void goToRow() {
    Optional<Long> wanted = RowNumber.parse(jump.getText());
    if (wanted.isEmpty() || wanted.get() > model.rowCount()) {
      say(
          wanted.isEmpty()
              ? "Type the number of a row, such as 1,000."
              : String.format(
                  "The last row %sis %,d.",
                  model.exactRows().isPresent() ? "" : "so far ", model.rowCount()));
      return;
    }
    jump.clear();
    state.select(wanted.get() - 1, Math.max(0, state.selection().place()), false);
    view.scrollToRow(Math.max(0, wanted.get() - 3));
    view.reveal();
    view.requestFocus();
  }

  private void say(String words) {
    said.setText(words);
    quiet.playFromStart();
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
        (Problem problem) -> say(problem.sentence()));
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
    if (state.selection().empty()) {
      side.show(inspector, true);
      return;
    }
    if (row == null) {
      row = new RowDetail(ui, model, this::goTo);
    }
    columnShown = false;
    lay(row, false);
    row.show(state.selection().row());
  }

  @Override
  public void showColumn() {
    showColumn(state.column().orElseGet(() -> state.layout().shown().getFirst()).index());
  }

  private void showColumn(int index) {
    endRow();
    columnShown = true;
    inspector.show(index);
    lay(inspector, true);
    tell();
  }

  private void lay(Node content, boolean ofColumn) {
    side.show(content, ofColumn);
    root.setRight(side);
    detail.setText(ofColumn ? "Show row" : "Hide row");
    inspect.setSelected(ofColumn);
  }

  private void goTo(long wanted) {
    state.select(wanted, state.selection().place(), false);
    view.reveal();
  }

  @Override
  public void hideSide() {
    endRow();
    columnShown = false;
    root.setRight(null);
    detail.setText("Show row");
    inspect.setSelected(false);
    view.requestFocus();
  }

  private void endRow() {
    if (row != null) {
      row.end();
      row = null;
    }
  }

  private void follow(GridSelection selection) {
    if (row != null && !selection.empty()) {
      row.show(selection.row());
    }
    if (columnShown) {
      state
          .column()
          .ifPresent(column -> {
            inspector.show(column.index());
            tell();
          });
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
