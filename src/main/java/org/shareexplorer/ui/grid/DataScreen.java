package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.grid.SidePane.Shows;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.profile.ColumnInspector;
import org.shareexplorer.ui.profile.ColumnProfiles;
import org.shareexplorer.ui.table.TableScreen;

/** A table's rows in a grid, with the ways around in it, and one row in full beside it. */
public final class DataScreen implements TableScreen, Grid.Around {

  private final Grid grid;
  private final GridModel model;
  private final GridState state;
  private final GridView view;
  private final ColumnChooser chooser;
  private final ColumnProfiles profiles;
  private final SidePane side;
  private final ReadOnlyObjectWrapper<List<String>> status = new ReadOnlyObjectWrapper<>(List.of());
  private FilterModel filter = new FilterModel();

  /** Which rows are shown, in which order. */
  private org.shareexplorer.engine.View wanted = filter.get().view();

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
    this.profiles = profiles;
    View.load(this);
    grid = new Grid(ui, table, this, said);
    model = grid.model();
    state = grid.state();
    view = grid.view();
    view.profiled(profiles);
    chooser = new ColumnChooser(state);
    side =
        new SidePane(ui, grid, new ColumnInspector(ui, profiles, chart, only -> filter.add(only)));
    body.getChildren().addAll(view, grid.states());
    strips.selectedProperty().bindBidirectional(view.profilesShown());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    new ColumnFinder(state, find, this::goToColumn);
    new RowFinder(grid, jump);
    detail.disableProperty().bind(state.selectionProperty().map(GridSelection::empty));
    side.shows().subscribe(this::lay);
    profiles.revision().subscribe(this::tell);
    state.layoutProperty().subscribe(this::summarise);
    state.selectionProperty().subscribe(_ -> tell());
    model.revision().subscribe(this::tell);
    view.sight().subscribe(this::tell);
  }

  /** Has the first columns stay in sight while the others scroll. */
  public void freeze(int first) {
    ColumnLayout layout = state.layout();
    for (int column = 0; column < first; column++) {
      layout = layout.freeze(column, true);
    }
    state.layoutProperty().set(layout);
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
            () -> !side.shows(Shows.ROW) && !state.selection().empty(),
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
        Command.of("Inspect the column", "I", () -> !side.shows(Shows.COLUMN), side::showColumn),
        Command.of("Show or hide column profiles", null, strips::fire));
  }

  @Override
  public void takeOver(TableScreen before) {
    if (before instanceof DataScreen other && other.model.fields().equals(model.fields())) {
      grid.standAs(other.grid);
      if (other.wanted.equals(wanted)) {
        grid.comeTo(other.grid);
      } else {
        grid.pointAs(other.grid);
      }
      strips.setSelected(other.strips.isSelected());
      if (other.side.shows(Shows.COLUMN)) {
        side.showColumn(other.side.column());
      }
    }
  }

  @Override
  public void filteredBy(FilterModel model) {
    filter = model;
    wanted = model.get().view();
    view.sorted(model.get());
    grid.states().filtered(!model.get().view().filter().matchesAll(), model::clear);
  }

  @Override
  public void arrangedBy(ObjectProperty<List<LeftView.Column>> columns) {
    grid.arrangedBy(columns);
  }

  @Override
  public boolean sorts() {
    return true;
  }

  @Override
  public void sort(GridColumn column, boolean also) {
    new FilterItems(filter).sort(column.field(), also);
  }

  @Override
  public List<MenuItem> headItems(GridColumn column) {
    return new FilterItems(filter).head(column.field());
  }

  @Override
  public List<MenuItem> cellItems() {
    return state
        .cell()
        .map(cell -> new FilterItems(filter).cell(cell.field(), cell.value()))
        .orElse(List.of());
  }

  private Optional<GridColumn> sortable() {
    return state.column().filter(column -> FilterItems.sortable(column.field()));
  }

  private void sortHere(boolean descending) {
    sortable().ifPresent(column -> filter.sort(column.name(), Optional.of(descending)));
  }

  @Override
  public void close() {
    grid.close();
    profiles.close();
    side.end();
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
      if (side.shows(Shows.COLUMN)) {
        // It may lie aside of what the grid shows.
        wanted.add(side.column());
      }
      if (strips.isSelected()) {
        view.sight().get().columns().stream().filter(c -> !wanted.contains(c)).forEach(wanted::add);
      }
      if (!wanted.isEmpty()) {
        profiles.see(wanted);
      }
    }
  }

  @Override
  public boolean pressed(KeyEvent e) {
    KeyCode key = e.getCode();
    if (e.isAltDown() && (key == KeyCode.UP || key == KeyCode.DOWN)) {
      sortHere(key == KeyCode.DOWN);
    } else if (e.isAltDown() && key == KeyCode.F) {
      state.column().ifPresent(column -> filter.edit(column.field()));
    } else if (key == KeyCode.SPACE) {
      toggleDetail();
    } else if (key == KeyCode.I && !e.isShortcutDown() && !e.isAltDown()) {
      toggleColumn();
    } else if (key == KeyCode.ESCAPE && !side.shows(Shows.NOTHING)) {
      side.hide();
    } else {
      return false;
    }
    return true;
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

  @FXML
  private void chooseColumns() {
    chooser.show(columns);
  }

  @FXML
  private void toggleDetail() {
    if (side.shows(Shows.ROW)) {
      side.hide();
    } else {
      showRow();
    }
  }

  @FXML
  private void toggleColumn() {
    if (side.shows(Shows.COLUMN)) {
      side.hide();
    } else {
      side.showColumn();
    }
  }

  private void goToColumn(int index) {
    state.arrange(state.layout().show(index));
    state.select(Math.max(0, state.selection().row()), state.layout().placeOf(index), false);
    view.reveal();
    view.requestFocus();
  }

  @Override
  public void showRow() {
    side.showRow();
  }

  private void lay(Shows what) {
    root.setRight(what == Shows.NOTHING ? null : side);
    detail.setText(what == Shows.ROW ? "Hide row" : "Show row");
    inspect.setSelected(what == Shows.COLUMN);
    tell();
  }
}
