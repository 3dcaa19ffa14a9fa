package org.shareexplorer.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.View;
import org.shareexplorer.export.Recipe;
import org.shareexplorer.job.Running;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.chart.ChartsScreen;
import org.shareexplorer.ui.export.ExportPane;
import org.shareexplorer.ui.export.TakenRows;
import org.shareexplorer.ui.filter.FilterBar;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.TileWanted.Origin;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.grid.DataScreen;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.pivot.PivotOf;
import org.shareexplorer.ui.pivot.PivotScreen;
import org.shareexplorer.ui.profile.ColumnProfiles;
import org.shareexplorer.ui.profile.ProfileScreen;

/**
 * Rows that are no provider's table, such as a query's result, and the same ways to look at them:
 * as a grid, as profiles, as charts, filtered and sorted. FX thread only.
 */
public final class ResultPane extends BorderPane {

  private final Ui ui;
  private final StackPane body = new StackPane();
  private final FilterBar bar;
  private final ScreenTabs tabs;
  private final WantedRows rows;
  private final SimpleObjectProperty<List<LeftView.Column>> arranged =
      new SimpleObjectProperty<>(List.of());
  private final ExportPane exporting;
  private final FilterModel filter = new FilterModel();
  private final Supplier<Optional<Origin.OfQuery>> query;
  private final boolean pivots;
  private final int frozen;
  private final List<ChartSpec> likely;
  private @Nullable OpenTable found;

  /**
   * Shows rows of a query; begins to read them.
   *
   * @param query what gives them again
   */
  public ResultPane(Ui ui, OpenTable table, Origin.OfQuery query) {
    this(ui, table, 0, List.of(), () -> Optional.of(query), true);
  }

  private ResultPane(
      Ui ui,
      OpenTable table,
      int frozen,
      List<ChartSpec> likely,
      Supplier<Optional<Origin.OfQuery>> query,
      boolean pivots) {
    this.ui = ui;
    this.frozen = frozen;
    this.likely = likely;
    this.query = query;
    this.pivots = pivots;
    bar = new FilterBar(ui, filter);
    if (!pivots) {
      bar.chipsOnly();
    }
    TileWanted.from(this, this::origin);
    HBox words = new HBox();
    words.getStyleClass().addAll("table-screens", "result-screens");
    words.setAlignment(Pos.CENTER_LEFT);
    exporting = new ExportPane(ui, this::onScreen);
    Button export = new Button("Export…");
    Tip.setText(export, "Save these rows as a file (Ctrl+E)");
    export.setMinWidth(Region.USE_PREF_SIZE);
    export.setOnAction(e -> exporting.open());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.E && e.isShortcutDown() && !e.isShiftDown()) {
            export();
            e.consume();
          }
        });
    HBox head = new HBox(words, bar, export);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(bar, Priority.ALWAYS);
    head.getStyleClass().add("result-head");
    setTop(new VBox(head, exporting));
    setCenter(body);
    tabs = new ScreenTabs(words, body);
    rows =
        new WantedRows(
            filter,
            bar,
            ui.background(),
            rows -> show(ui, rows),
            () -> tabs.open().forEach(TableScreen::completed),
            this::wait);
    rows.of(new RenewedTable(table));
  }

  /**
   * {@return figures of groups of other rows; begins to read them} Where they are shown there is a
   * way to filter those other rows, so a second one is no more than its conditions.
   *
   * @param frozen how many of the first columns, which tell the groups, stay in sight
   * @param likely the charts that suit them; none for those that suit any table of such columns
   * @param query what gives them again, if anything does
   */
  public static ResultPane ofPivot(
      Ui ui,
      OpenTable table,
      int frozen,
      List<ChartSpec> likely,
      Supplier<Optional<Origin.OfQuery>> query) {
    return new ResultPane(ui, table, frozen, likely, query, false);
  }

  /** {@return what gives the rows that are shown again, filtered and sorted as they are} */
  public Optional<Origin.OfQuery> origin() {
    View view = filter.get().view();
    return query
        .get()
        .map(whole ->
            view.plain()
                ? whole
                : new Origin.OfQuery(
                    "SELECT * FROM " + whole.within() + Recipe.clauses(view), whole.tables()));
  }

  private @Nullable TakenRows onScreen() {
    OpenTable table = found;
    if (table == null) {
      return null;
    }
    List<String> all = table.snapshot().fields().stream().map(Field::name).toList();
    List<String> columns = InSight.columns(all, arranged.get());
    UnaryOperator<Recipe> shown = tabs.drawing(ui.zone().get());
    return new TakenRows(
        table,
        "result",
        columns,
        origin()
            .map(asked ->
                job ->
                    shown.apply(
                        new Recipe(
                            ui.queries().named(asked.sql(), asked.tables(), job),
                            columns.equals(all) ? List.of() : columns))));
  }

  private void show(Ui ui, OpenTable found) {
    this.found = found;
    exporting.refresh();
    ColumnProfiles profiles = new ColumnProfiles(found, ui.background());
    LaterScreen<ChartsScreen> charts =
        new LaterScreen<>(ChartsScreen.TITLE, () -> new ChartsScreen(ui, found, likely));
    List<TableScreen> screens = new ArrayList<>();
    DataScreen data = new DataScreen(ui, found, profiles, column -> charts.now().draw(column));
    data.freeze(frozen);
    screens.add(data);
    screens.add(new LaterScreen<>("Profile", () -> new ProfileScreen(ui, profiles)));
    screens.add(charts);
    if (pivots) {
      screens.add(
          new LaterScreen<>(
              "Pivot", () -> new PivotScreen(ui, found, () -> query.get().map(PivotOf::query))));
    }
    for (TableScreen screen : screens) {
      screen.filteredBy(filter);
      screen.arrangedBy(arranged);
    }
    tabs.show(screens);
  }

  private void wait(Running<?> running, Runnable cancel) {
    if (tabs.open().isEmpty()) {
      body.getChildren().setAll(new Opening("Finding rows…", running, cancel));
    }
  }

  /** {@return what the status bar says} */
  public ObservableValue<List<String>> status() {
    return tabs.status();
  }

  /** Brings a screen to the front: Data, Profile or Charts. */
  public void showScreen(String title) {
    tabs.show(title);
  }

  /** Draws charts of the rows, and no others. */
  public void draw(List<ChartSpec> charts) {
    tabs.draw(charts);
  }

  /** {@return the screen in front} */
  public Optional<String> screen() {
    return Optional.ofNullable(tabs.front().get()).map(TableScreen::title);
  }

  /** Offers to take the rows along. */
  public void export() {
    exporting.open();
  }

  /** Puts the keyboard into the grid. */
  public void focusRows() {
    Node grid = body.lookup(".grid");
    if (grid != null) {
      grid.requestFocus();
    }
  }

  /** {@return what can be done here} */
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    TableScreen front = tabs.front().get();
    if (front != null) {
      commands.addAll(front.commands());
    }
    commands.add(Command.of("Export…", "Ctrl+E", () -> found != null, exporting::open));
    if (pivots) {
      commands.addAll(bar.commands());
    }
    commands.addAll(tabs.ways());
    return commands;
  }

  /** Ends what runs. */
  public void close() {
    rows.close();
    bar.close();
    tabs.close();
    exporting.close();
  }
}
