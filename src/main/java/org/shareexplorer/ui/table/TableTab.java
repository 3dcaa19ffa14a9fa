package org.shareexplorer.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.filter.FilterText;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.export.ExportPane;
import org.shareexplorer.ui.export.TakenRows;
import org.shareexplorer.ui.filter.FilterBar;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.pivot.PivotOf;
import org.shareexplorer.ui.shell.TabContent;

/** What stands in a table's tab: its name and facts, and the ways to look at it. */
public final class TableTab implements TabContent {

  private final Ui ui;
  private final TableName table;
  private final Screens screens;
  private final FilterModel filter = new FilterModel();
  private final FilterBar bar;
  private final ScreenTabs tabs;
  private final LeftRows left;
  private final ShownVersion version;
  private final WantedRows rows;
  private final ExportPane exporting;

  /** The rows that are shown. */
  private @Nullable OpenTable found;

  @FXML private BorderPane root;
  @FXML private Label crumb;
  @FXML private Label name;
  @FXML private HBox chips;
  @FXML private HBox words;
  @FXML private VBox trouble;
  @FXML private VBox above;
  @FXML private VBox exports;
  @FXML private StackPane body;
  @FXML private Label said;
  @FXML private Button refresh;
  @FXML private Button export;

  /** {@return a tab for a table; begins to open it} */
  public static TabContent of(Ui ui, TableRef table) {
    return new TableTab(ui, table.connection(), table.connectionName(), table.table());
  }

  /** A tab with all ways to look at a table; begins to open it. */
  public TableTab(Ui ui, ConnectionId connection, String connectionName, TableName table) {
    this(ui, connection, connectionName, table, Optional.empty());
  }

  /** A tab with some ways to look at a table; begins to open it. */
  public TableTab(
      Ui ui, ConnectionId connection, String connectionName, TableName table, Screens screens) {
    this(ui, connection, connectionName, table, Optional.of(screens));
  }

  private TableTab(
      Ui window,
      ConnectionId connection,
      String connectionName,
      TableName table,
      Optional<Screens> screens) {
    Ui ui = window.passing();
    this.ui = ui;
    this.table = table;
    LastLook lastLook = new LastLook(ui.workspace(), connection, table);
    // Queries are about the newest versions.
    SqlTable named = new SqlTable(connectionName, table);
    this.screens =
        screens.orElse(
            new AllScreens(
                connection,
                lastLook,
                () -> newest() ? Optional.of(PivotOf.table(named, ui)) : Optional.empty()));
    bar = new FilterBar(ui, filter);
    View.load(this);
    exporting = new ExportPane(ui, this::onScreen);
    exports.getChildren().add(exporting);
    tabs = new ScreenTabs(words, body);
    crumb.setText(String.join(" › ", connectionName, table.share(), table.schema()));
    name.setText(table.table());
    refresh.setGraphic(Icon.REFRESH.node());
    export.setDisable(true);
    bar.about(null);
    left = new LeftRows(ui, connection, table, filter);
    above.getChildren().addAll(bar, left);
    version =
        new ShownVersion(
            ui,
            connection,
            table,
            lastLook,
            new ShownVersion.Head(root, chips, trouble, said, refresh),
            left,
            new Below());
    rows = new WantedRows(filter, bar, ui.background(), this::showRows, this::counted, this::wait);
    tabs.front().subscribe(this::inFront);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    TileWanted.from(root, () -> origin(connectionName));
    version.open();
  }

  private boolean newest() {
    return version.latest();
  }

  private void pressed(KeyEvent e) {
    if (e.getCode() == KeyCode.F5) {
      version.refresh();
    } else if (e.getCode() == KeyCode.E && e.isShortcutDown() && !e.isShiftDown()) {
      export();
    } else if (e.getCode() == KeyCode.A
        && e.isShortcutDown()
        && e.isShiftDown()
        && above.isVisible()) {
      bar.begin();
    } else {
      return;
    }
    e.consume();
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public String title() {
    return table.table();
  }

  @Override
  public ObservableValue<List<String>> status() {
    return tabs.status();
  }

  @Override
  public void focus() {
    version.inFront();
    goOn();
    takeKeyboard();
  }

  private void takeKeyboard() {
    Node first = body.lookup(".grid");
    if (first != null) {
      first.requestFocus();
    } else {
      body.requestFocus();
    }
  }

  @Override
  public void showScreen(String title) {
    tabs.show(title);
  }

  @Override
  public void draw(List<ChartSpec> charts) {
    tabs.draw(charts);
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    TableScreen front = tabs.front().get();
    if (front != null) {
      commands.addAll(front.commands());
    }
    if (above.isVisible()) {
      commands.addAll(bar.commands());
    }
    commands.addAll(tabs.ways());
    commands.add(Command.of("Export…", "Ctrl+E", () -> found != null, this::export));
    commands.addAll(version.commands());
    return commands;
  }

  @Override
  public void close() {
    version.close();
    rows.close();
    left.close();
    bar.close();
    tabs.close();
    exporting.close();
  }

  @FXML
  private void export() {
    exporting.open();
  }

  @FXML
  private void refresh() {
    version.refresh();
  }

  /** Opens another version in the place of the one that is shown. */
  public void open(AsOf wanted) {
    version.open(wanted);
  }

  /** What the rows on screen are of, for those who want to have them again. */
  private Optional<TileWanted.Origin> origin(String connectionName) {
    OpenTable rows = found;
    return rows == null
        ? Optional.empty()
        : Optional.of(
            new TileWanted.Origin.OfTable(
                connectionName,
                table,
                version.number(rows),
                FilterText.of(filter.get().view().filter())));
  }

  private @Nullable TakenRows onScreen() {
    OpenTable rows = found;
    return rows == null
        ? null
        : InSight.of(
            rows,
            table,
            version.number(rows),
            filter.get().view(),
            left.columns().get(),
            tabs.drawing(ui.zone().get()));
  }

  /** What was on screen stays while rows are looked for, if anything was. */
  private void wait(Running<?> running, Runnable cancel) {
    if (tabs.open().isEmpty()) {
      body.getChildren()
          .setAll(new Opening("Finding rows of " + table.table() + "…", running, cancel));
    }
  }

  /** What had failed may work now. */
  private void goOn() {
    TableScreen front = tabs.front().get();
    if (front != null) {
      front.shown();
    }
  }

  /** Shows rows on screens of their own, arranged as those before. */
  private void showRows(OpenTable found) {
    this.found = found;
    export.setDisable(false);
    exporting.refresh();
    List<TableScreen> fresh = screens.of(ui.passing(), found);
    for (TableScreen screen : fresh) {
      screen.filteredBy(filter);
      screen.arrangedBy(left.columns());
    }
    boolean here = hasKeyboard();
    tabs.show(fresh);
    if (here) {
      takeKeyboard();
    }
  }

  private boolean hasKeyboard() {
    Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
    while (owner != null && !owner.equals(root)) {
      owner = owner.getParent();
    }
    return owner != null;
  }

  /** All rows that were wanted are known. */
  private void counted() {
    version.tell();
    tabs.open().forEach(TableScreen::completed);
  }

  private void inFront(@Nullable TableScreen screen) {
    above.setVisible(screen == null || screen.filtered());
    above.setManaged(above.isVisible());
    version.tell();
  }

  /** What is below the head as versions come and go. */
  private final class Below implements ShownVersion.Body {

    @Override
    public void opening(Running<?> running, Runnable stop) {
      body.getChildren().setAll(new Opening("Opening " + table.table() + "…", running, stop));
    }

    @Override
    public void stopped() {
      Label words = new Label("The table was not opened.");
      Button again = new Button("Open it now");
      again.setOnAction(e -> version.open());
      VBox box = new VBox(words, again);
      box.getStyleClass().add("table-loading");
      body.getChildren().setAll(box);
    }

    @Override
    public void failed(Problem problem) {
      body.getChildren().setAll(new ProblemPane(problem, ui.desktop(), version::open));
    }

    @Override
    public void shown(RenewedTable table) {
      rows.of(table);
    }

    @Override
    public void renewed() {
      goOn();
    }

    @Override
    public void listed() {
      tabs.open().forEach(TableScreen::completed);
    }
  }
}
