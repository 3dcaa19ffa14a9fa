package org.shareexplorer.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
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
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.LeftView;
import org.shareexplorer.table.filter.FilterText;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.export.ExportPane;
import org.shareexplorer.ui.export.TakenRows;
import org.shareexplorer.ui.filter.FilterBar;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.TileWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.TabContent;

/** What stands in a table's tab: its name and facts, and the ways to look at it. */
public final class TableTab implements TabContent {

  private final Ui ui;
  private final ConnectionId connection;
  private final TableName table;
  private final Screens screens;
  private final Latest opening;
  private final FilterModel filter = new FilterModel();
  private final FilterBar bar;
  private final HeadChips facts;
  private final ScreenTabs tabs;
  private final WantedRows rows;
  private final LeftRows left;
  private final VersionNotices notices;
  private final Arrival arrival;
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));
  private @Nullable RenewedTable shown;
  private @Nullable OpenTable found;
  private final ExportPane exporting;
  private AsOf asOf = AsOf.LATEST;
  private final VersionMenu versions;
  private final NewerVersion newer;
  private final LastLook lastLook;

  /** What opened the table that is shown, or is about to. */
  private @Nullable Running<?> opener;

  /** A table, and how its rows were left. */
  private record Opened(OpenTable table, LeftView left) {}

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
    this.connection = connection;
    this.table = table;
    lastLook = new LastLook(ui.workspace(), connection, table);
    // Queries are about the newest versions.
    SqlTable named = new SqlTable(connectionName, table);
    this.screens =
        screens.orElse(
            new AllScreens(
                connection,
                lastLook,
                () -> asOf instanceof AsOf.Latest ? Optional.of(named.sql()) : Optional.empty()));
    opening = ui.background().latest();
    bar = new FilterBar(ui, filter);
    View.load(this);
    exporting = new ExportPane(ui, true, this::onScreen);
    exports.getChildren().add(exporting);
    above.getChildren().add(bar);
    bar.about(null);
    facts = new HeadChips(chips, this::chooseVersion);
    tabs = new ScreenTabs(words, body);
    tabs.front().subscribe(this::inFront);
    notices = new VersionNotices(trouble, ui.desktop(), () -> open(AsOf.LATEST));
    versions = new VersionMenu(ui, connection, table, this::open);
    arrival = new Arrival(ui.background(), said, this::arrived, this::notListed);
    newer = new NewerVersion(ui, connection, table, root, this::offer);
    crumb.setText(String.join(" › ", connectionName, table.share(), table.schema()));
    name.setText(table.table());
    refresh.setGraphic(Icon.REFRESH.node());
    export.setDisable(true);
    quiet.setOnFinished(e -> said.setText(""));
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.F5) {
            refresh();
            e.consume();
          } else if (e.getCode() == KeyCode.E && e.isShortcutDown() && !e.isShiftDown()) {
            export();
            e.consume();
          } else if (e.getCode() == KeyCode.A
              && e.isShortcutDown()
              && e.isShiftDown()
              && above.isVisible()) {
            bar.begin();
            e.consume();
          }
        });
    TileWanted.from(root, () -> origin(connectionName));
    left = new LeftRows(ui, connection, table, filter);
    above.getChildren().add(left);
    rows = new WantedRows(filter, bar, ui.background(), this::showRows, this::arrived, this::wait);
    open();
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
    newer.ask();
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
    commands.add(
        Command.of("Open another version…", null, () -> shown != null, this::chooseVersion));
    commands.add(
        Command.of(
            "Go back to the latest version",
            null,
            () -> !(asOf instanceof AsOf.Latest),
            () -> open(AsOf.LATEST)));
    commands.add(Command.of("Refresh the table", "F5", () -> !refresh.isDisabled(), this::refresh));
    return commands;
  }

  @Override
  public void close() {
    opening.cancel();
    rows.close();
    left.close();
    bar.close();
    arrival.close();
    versions.close();
    newer.close();
    tabs.close();
    exporting.close();
  }

  @FXML
  private void export() {
    exporting.open();
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
                asOf instanceof AsOf.Latest
                    ? OptionalLong.empty()
                    : OptionalLong.of(rows.snapshot().version()),
                FilterText.of(filter.get().view().filter())));
  }

  private @Nullable TakenRows onScreen() {
    OpenTable rows = found;
    if (rows == null) {
      return null;
    }
    OptionalLong version =
        asOf instanceof AsOf.Latest
            ? OptionalLong.empty()
            : OptionalLong.of(rows.snapshot().version());
    return InSight.of(rows, table, version, filter.get().view(), left.columns().get());
  }

  private void open() {
    refresh.setDisable(true);
    Running<Opened> running =
        opening.start(
            job -> new Opened(ui.workspace().open(connection, table, asOf, job), left.left()),
            opened -> {
              left.bringBack(opened.left(), opened.table().snapshot().fields());
              show(opened.table());
            },
            this::failed);
    opener = running;
    body.getChildren()
        .setAll(new Opening("Opening " + table.table() + "…", running, this::stopped));
  }

  /** What was on screen stays while rows are looked for, if anything was. */
  private void wait(Running<?> running, Runnable cancel) {
    if (tabs.open().isEmpty()) {
      body.getChildren()
          .setAll(new Opening("Finding rows of " + table.table() + "…", running, cancel));
    }
  }

  private void stopped() {
    opening.cancel();
    refresh.setDisable(false);
    Label words = new Label("The table was not opened.");
    Button again = new Button("Open it now");
    again.setOnAction(e -> open());
    VBox box = new VBox(words, again);
    box.getStyleClass().add("table-loading");
    body.getChildren().setAll(box);
  }

  private void failed(Problem problem) {
    refresh.setDisable(false);
    body.getChildren().setAll(new ProblemPane(problem, ui.desktop(), this::open));
  }

  /** Looks for a newer version; an older one that is shown is read anew. */
  @FXML
  private void refresh() {
    RenewedTable now = shown;
    if (now == null) {
      open();
      return;
    }
    boolean older = !(asOf instanceof AsOf.Latest);
    change(
        asOf,
        older ? "Reading the version again…" : "Looking for a newer version…",
        opened -> {
          if (now.takes(opened)) {
            say(older ? "This is the version as it is shared." : "This is the newest version.");
            arrival.follow(now, opener);
            goOn();
          } else {
            say("Version " + opened.snapshot().version() + " is here.");
            show(opened);
          }
        },
        this::refresh);
  }

  /** Opens another version in the place of the one that is shown. */
  public void open(AsOf wanted) {
    change(
        wanted,
        "Opening the version…",
        opened -> {
          asOf = wanted;
          said.setText("");
          show(opened);
        },
        () -> open(wanted));
  }

  private void change(AsOf wanted, String doing, Consumer<OpenTable> then, Runnable again) {
    refresh.setDisable(true);
    notices.clear();
    quiet.stop();
    said.setText(doing);
    opener =
        opening.start(
            job -> ui.workspace().open(connection, table, wanted, job),
            opened -> {
              refresh.setDisable(false);
              then.accept(opened);
            },
            problem -> {
              refresh.setDisable(false);
              said.setText("");
              notice();
              notices.failed(problem, again);
            });
  }

  private void chooseVersion() {
    RenewedTable now = shown;
    if (now != null) {
      versions.show(facts.version(), now.snapshot().version(), newer.known());
    }
  }

  /** A newer version is out: it is offered, not forced on anybody. */
  private void offer(long version) {
    chips();
    notice();
  }

  /** Says below the head that an older version is shown, or that a newer one is out. */
  private void notice() {
    notices.clear();
    RenewedTable now = shown;
    if (now == null) {
      return;
    }
    long newest = newer.known().orElse(now.snapshot().version());
    if (!(asOf instanceof AsOf.Latest)) {
      notices.older(HeadFacts.version(now.snapshot(), newer.known(), asOf, ui.zone().get()));
    } else if (newest > now.snapshot().version()) {
      notices.newer(newest);
    }
  }

  /** What had failed may work now. */
  private void goOn() {
    TableScreen front = tabs.front().get();
    if (front != null) {
      front.shown();
    }
  }

  private void say(String words) {
    said.setText(words);
    quiet.playFromStart();
  }

  private void show(OpenTable opened) {
    RenewedTable renewed = new RenewedTable(opened);
    shown = renewed;
    refresh.setDisable(false);
    if (asOf instanceof AsOf.Latest) {
      newer.since(opened.snapshot().version());
      lastLook.at(opened.snapshot().version());
    }
    chips();
    notice();
    left.fit(renewed.snapshot().fields());
    rows.of(renewed);
    arrival.follow(renewed, opener);
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

  /** Where files were still being listed, what is known of all of them is known now. */
  private void arrived() {
    chips();
    tabs.open().forEach(TableScreen::completed);
  }

  private void notListed(Problem problem, Runnable again) {
    notice();
    notices.failed(
        problem,
        () -> {
          notice();
          again.run();
        });
  }

  private void inFront(@Nullable TableScreen screen) {
    above.setVisible(screen == null || screen.filtered());
    above.setManaged(above.isVisible());
    // With its rows, a table may have come to know more of itself.
    chips();
  }

  private void chips() {
    RenewedTable now = shown;
    if (now != null) {
      facts.show(now, newer.known(), asOf, ui.zone().get());
    }
  }
}
