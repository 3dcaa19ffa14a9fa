package org.shareexplorer.ui.table;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
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
  private final ObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private final PauseTransition quiet = new PauseTransition(Duration.seconds(4));
  private List<TableScreen> open = List.of();
  private @Nullable TableScreen front;
  private @Nullable RenewedTable shown;
  private @Nullable OpenTable rowsShown;

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
    this(
        ui,
        connection,
        connectionName,
        table,
        (u, t) ->
            List.of(
                new DataScreen(u, t),
                new ProfileScreen(u, t),
                new ChartsScreen(u, t),
                new DetailsScreen(u, t)));
  }

  /** A tab with some ways to look at a table; begins to open it. */
  public TableTab(
      Ui ui, ConnectionId connection, String connectionName, TableName table, Screens screens) {
    this.ui = ui;
    this.connection = connection;
    this.table = table;
    this.screens = screens;
    opening = ui.background().latest();
    looking = ui.background().latest();
    bar = new FilterBar(ui, filter);
    View.load(this);
    above.getChildren().add(bar);
    bar.about(null);
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
    commands.add(Command.of("Refresh the table", "F5", () -> !refresh.isDisabled(), this::refresh));
    return commands;
  }

  @Override
  public void close() {
    opening.cancel();
    looking.cancel();
    bar.close();
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
        opening.start(job -> ui.workspace().open(connection, table, job), this::show, this::failed);
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

  @FXML
  private void refresh() {
    RenewedTable now = shown;
    if (now == null) {
      open();
      return;
    }
    refresh.setDisable(true);
    trouble.getChildren().clear();
    quiet.stop();
    said.setText("Looking for a newer version…");
    opening.start(
        job -> ui.workspace().open(connection, table, job),
        newer -> {
          refresh.setDisable(false);
          if (now.takes(newer)) {
            say("This is the newest version.");
            goOn();
          } else {
            say("Version " + newer.snapshot().version() + " is here.");
            show(newer);
          }
        },
        problem -> {
          refresh.setDisable(false);
          said.setText("");
          trouble.getChildren().setAll(new ProblemPane(problem, ui.desktop(), this::refresh));
        });
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
    trouble.getChildren().clear();
    chips();
    bar.about(renewed);
    show(renewed, opened);
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
      }
      return;
    }
    Running<OpenTable> running =
        looking.start(
            job -> table.viewed(state.view(), job),
            found -> {
              if (!found.equals(rowsShown)) {
                show(found, found);
              }
              bar.found(found.rowCount().orElse(0), table.rowCount());
            },
            problem -> bar.failed(problem, () -> look(state)));
    bar.busy(running, this::giveUp);
  }

  private void giveUp() {
    looking.cancel();
    filter.undo();
    if (looking.busy()) {
      return;
    }
    bar.idle();
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
    for (String fact : HeadFacts.of(shown)) {
      Label chip = new Label(fact);
      chip.getStyleClass().add("badge");
      if (chips.getChildren().isEmpty()) {
        chip.getStyleClass().add("accent");
      }
      chips.getChildren().add(chip);
    }
  }
}
