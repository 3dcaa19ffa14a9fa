package org.shareexplorer.ui.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.changes.ChangesScreen;
import org.shareexplorer.ui.chart.ChartsScreen;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.details.DetailsScreen;
import org.shareexplorer.ui.filter.FilterBar;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.grid.DataScreen;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.profile.ColumnProfiles;
import org.shareexplorer.ui.profile.ProfileScreen;
import org.shareexplorer.ui.shell.TabContent;

/** What stands in a table's tab: its name and facts, and the ways to look at it. */
public final class TableTab implements TabContent {

  private final Ui ui;
  private final ConnectionId connection;
  private final TableName table;
  private final Screens screens;
  private final Latest opening;
  private final Latest looking;
  private final FilterModel filter = new FilterModel();
  private final FilterBar bar;
  private final Arrival arrival;
  private final ObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));
  private List<TableScreen> open = List.of();
  private @Nullable TableScreen front;
  private @Nullable RenewedTable shown;
  private @Nullable OpenTable rowsShown;
  private AsOf asOf = AsOf.LATEST;
  private OptionalLong lastLooked = OptionalLong.empty();
  private boolean looked;
  private final VersionMenu versions;
  private final NewerVersion newer;

  /** What opened the table that is shown, or is about to. */
  private @Nullable Running<?> opener;

  @FXML private BorderPane root;
  @FXML private Label crumb;
  @FXML private Label name;
  @FXML private HBox chips;
  @FXML private HBox tabs;
  @FXML private VBox trouble;
  @FXML private VBox above;
  @FXML private StackPane body;
  @FXML private Label said;
  @FXML private Button refresh;

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

  private List<TableScreen> allScreens(OpenTable opened) {
    // Data and Profile show the same profiles: what one has computed, the other has.
    ColumnProfiles profiles = new ColumnProfiles(opened, ui.background());
    ChartsScreen charts = new ChartsScreen(ui, opened);
    return List.of(
        new DataScreen(ui, opened, profiles, charts::draw),
        new ProfileScreen(ui, profiles),
        charts,
        new ChangesScreen(ui, connection, opened, lastLooked),
        new DetailsScreen(ui, opened));
  }

  private TableTab(
      Ui ui,
      ConnectionId connection,
      String connectionName,
      TableName table,
      Optional<Screens> screens) {
    this.ui = ui;
    this.connection = connection;
    this.table = table;
    this.screens = screens.orElse((_, opened) -> allScreens(opened));
    opening = ui.background().latest();
    looking = ui.background().latest();
    bar = new FilterBar(ui, filter);
    View.load(this);
    above.getChildren().add(bar);
    bar.about(null);
    versions = new VersionMenu(ui, connection, table, this::open);
    arrival = new Arrival(ui.background(), said, this::arrived, this::notListed);
    newer = new NewerVersion(ui, connection, table, root, this::offer);
    crumb.setText(String.join(" › ", connectionName, table.share(), table.schema()));
    name.setText(table.table());
    refresh.setGraphic(Icon.REFRESH.node());
    quiet.setOnFinished(e -> said.setText(""));
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.F5) {
            refresh();
            e.consume();
          } else if (e.getCode() == KeyCode.A && e.isShortcutDown() && e.isShiftDown()) {
            bar.begin();
            e.consume();
          }
        });
    open();
    filter.state().subscribe(this::look);
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
    return status;
  }

  @Override
  public void focus() {
    newer.ask();
    if (front != null) {
      front.shown();
    }
    Node first = body.lookup(".grid");
    if (first != null) {
      first.requestFocus();
    } else {
      body.requestFocus();
    }
  }

  @Override
  public void showScreen(String title) {
    for (int i = 0; i < open.size(); i++) {
      if (open.get(i).title().equals(title)
          && tabs.getChildren().get(i) instanceof ToggleButton tab) {
        tab.setSelected(true);
      }
    }
  }

  @Override
  public List<Command> commands() {
    List<Command> commands = new ArrayList<>();
    if (front != null) {
      commands.addAll(front.commands());
    }
    commands.addAll(bar.commands());
    for (TableScreen screen : open) {
      commands.add(
          Command.of(
              "Show " + screen.title(),
              null,
              () -> !screen.equals(front),
              () -> showScreen(screen.title())));
    }
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
    looking.cancel();
    bar.close();
    arrival.close();
    versions.close();
    newer.close();
    end(open);
    open = List.of();
    front = null;
  }

  private void end(List<TableScreen> screens) {
    status.unbind();
    screens.forEach(TableScreen::close);
  }

  private void open() {
    refresh.setDisable(true);
    Running<OpenTable> running =
        opening.start(
            job -> ui.workspace().open(connection, table, asOf, job), this::show, this::failed);
    opener = running;
    body.getChildren().setAll(new Opening(table.table(), running, this::stopped));
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
    trouble.getChildren().clear();
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
              trouble.getChildren().add(new ProblemPane(problem, ui.desktop(), again));
            });
  }

  private void chooseVersion() {
    RenewedTable now = shown;
    if (now != null && !chips.getChildren().isEmpty()) {
      versions.show(chips.getChildren().getFirst(), now.snapshot().version(), newer.known());
    }
  }

  /** A newer version is out: it is offered, not forced on anybody. */
  private void offer(long version) {
    chips();
    notice();
  }

  /** Says in a strip below the head that an older version is shown, or that a newer one is out. */
  private void notice() {
    trouble.getChildren().clear();
    RenewedTable now = shown;
    if (now == null) {
      return;
    }
    long version = now.snapshot().version();
    long newest = newer.known().orElse(version);
    if (!(asOf instanceof AsOf.Latest)) {
      String which = HeadFacts.version(now, newer.known(), asOf, ui.zone().get());
      trouble
          .getChildren()
          .add(strip("You are looking at " + which + ".", "Back to the latest version"));
    } else if (newest > version) {
      trouble.getChildren().add(strip("Version " + newest + " is out.", "Show it"));
    }
  }

  private HBox strip(String text, String doIt) {
    Label words = new Label(text);
    Button button = new Button(doIt);
    button.setOnAction(e -> open(AsOf.LATEST));
    HBox strip = new HBox(12, words, button);
    strip.getStyleClass().add("version-strip");
    return strip;
  }

  /** What had failed may work now. */
  private void goOn() {
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
    look(opened);
    chips();
    notice();
    bar.about(renewed);
    show(renewed, opened);
    arrival.follow(renewed, opener);
    if (!filter.get().view().plain()) {
      look(filter.get());
    }
  }

  /** Shows rows on screens of their own, arranged as those before. */
  private void show(OpenTable table, OpenTable rows) {
    String before = front == null ? "" : front.title();
    List<TableScreen> last = open;
    rowsShown = rows;
    open = screens.of(ui, table);
    for (TableScreen screen : open) {
      screen.onFront(() -> showScreen(screen.title()));
      screen.filteredBy(filter);
      last.stream()
          .filter(other -> other.title().equals(screen.title()))
          .findFirst()
          .ifPresent(screen::takeOver);
    }
    end(last);
    ToggleGroup group = new ToggleGroup();
    tabs.getChildren().setAll(open.stream().map(screen -> tab(screen, group)).toList());
    TableScreen first =
        open.stream().filter(s -> s.title().equals(before)).findFirst().orElse(open.getFirst());
    group.getToggles().get(open.indexOf(first)).setSelected(true);
  }

  /** Where files were still being listed, what is known of all of them is known now. */
  private void arrived() {
    chips();
    open.forEach(TableScreen::completed);
  }

  private void notListed(Problem problem, Runnable again) {
    notice();
    trouble
        .getChildren()
        .add(
            new ProblemPane(
                problem,
                ui.desktop(),
                () -> {
                  notice();
                  again.run();
                }));
  }

  /** Finds the rows that are wanted, and shows them in the place of those shown so far. */
  private void look(FilterState state) {
    RenewedTable table = shown;
    if (table == null) {
      return;
    }
    looking.cancel();
    if (state.view().plain()) {
      bar.idle();
      if (!table.holds(rowsShown)) {
        show(table, table.held());
        focus();
      }
      return;
    }
    Running<OpenTable> running =
        looking.start(
            job -> table.viewed(state.view(), job),
            found -> {
              if (!found.equals(rowsShown)) {
                show(found, found);
                focus();
              }
              bar.found(found.rowCount().orElse(0), table.rowCount());
            },
            problem -> bar.failed(problem, () -> look(state)));
    bar.busy(running, this::giveUp);
  }

  private void giveUp() {
    looking.cancel();
    if (filter.undoable()) {
      filter.undo();
    } else {
      bar.idle();
    }
  }

  private void look(OpenTable opened) {
    if (asOf instanceof AsOf.Latest) {
      long version = opened.snapshot().version();
      newer.since(version);
      OptionalLong before = ui.workspace().look(connection, table, version);
      // What the person had seen when this tab was opened counts until it is closed.
      if (!looked) {
        looked = true;
        lastLooked = before;
      }
    }
  }

  private ToggleButton tab(TableScreen screen, ToggleGroup group) {
    ToggleButton tab = new ToggleButton(screen.title());
    tab.setToggleGroup(group);
    tab.selectedProperty()
        .subscribe(selected -> {
          if (selected) {
            bringUp(screen);
          }
        });
    // A screen is always in front: a second click does not take it away.
    tab.setOnAction(e -> tab.setSelected(true));
    return tab;
  }

  private void bringUp(TableScreen screen) {
    front = screen;
    body.getChildren().setAll(screen.node());
    status.bind(screen.status());
    screen.shown();
    chips();
  }

  private void chips() {
    if (shown == null) {
      return;
    }
    chips.getChildren().clear();
    Button version = new Button(HeadFacts.version(shown, newer.known(), asOf, ui.zone().get()));
    version.setGraphic(Icon.OPENED.node());
    version.setContentDisplay(ContentDisplay.RIGHT);
    version.getStyleClass().addAll("badge", "accent", "version-chip");
    version.setTooltip(new Tooltip("Open another version of the table"));
    version.setMinWidth(Region.USE_PREF_SIZE);
    version.setOnAction(e -> chooseVersion());
    chips.getChildren().add(version);
    for (String fact : HeadFacts.of(shown)) {
      Label chip = new Label(fact);
      chip.getStyleClass().add("badge");
      chips.getChildren().add(chip);
    }
  }
}
