package org.shareexplorer.ui.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.shareexplorer.chart.Figures;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.fx.ProblemPane;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;

/** A dashboard: its tiles, and what can be done with it. FX thread only. */
final class DashboardPage implements TabContent {

  private final Ui ui;
  private final DashboardModel model;
  private final TileAnswers answers;
  private final Keeping keeping;
  private final Takeaway takeaway;
  private final Editing editing;
  private final DashboardDeeds deeds;
  private final Runnable closed;
  private final TileGrid grid;
  private final StackPane root = new StackPane();
  private final StackPane instead = new StackPane();
  private final SimpleStringProperty shownTitle = new SimpleStringProperty();
  private final SimpleObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());

  /** Whether the keyboard is wanted as soon as the page is in the window. */
  private boolean waiting;

  /**
   * A page.
   *
   * @param opening shows where a tile's rows are from
   * @param closed told when the page is closed
   */
  DashboardPage(
      Ui ui,
      ShellView shell,
      DashboardModel model,
      TileAnswers answers,
      Keeping keeping,
      BiConsumer<Dashboard, Integer> opening,
      Runnable closed) {
    this.ui = ui;
    this.model = model;
    this.answers = answers;
    this.keeping = keeping;
    this.closed = closed;
    takeaway = new Takeaway(ui, model, answers, shell.notices());
    grid = new TileGrid(ui, model, answers);
    editing =
        new Editing(
            ui,
            model,
            grid,
            shell.overlay(),
            shell.notices(),
            () ->
                shell.tree().loadedTables().stream()
                    .map(table -> new SqlTable(table.connectionName(), table.table()))
                    .findFirst());
    grid.does((number, deed) -> {
      switch (deed) {
        case EDIT -> editing.edit(number);
        case REMOVE -> editing.remove(number);
        case OPEN -> opening.accept(model.get(), number);
        default -> {}
      }
    });
    deeds = new DashboardDeeds(ui, root, model, answers, keeping, takeaway, editing);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    grid.within(scroll);
    scroll.getStyleClass().add("dashboard-scroll");
    instead.setPickOnBounds(false);
    BorderPane all = new BorderPane(new StackPane(scroll, empty(), instead));
    DashboardHead head = new DashboardHead(model, deeds);
    head.disableProperty().bind(model.presence().map(now -> !model.here()));
    all.setTop(head);
    root.getChildren().add(all);
    root.getStyleClass().addAll("dashboard", "charts");
    root.setFocusTraversable(true);
    root.accessibleTextProperty().bind(shownTitle.map(name -> "Dashboard " + name));
    root.addEventHandler(KeyEvent.KEY_PRESSED, deeds::key);
    shownTitle.bind(
        Bindings.createStringBinding(
            () -> (model.unsaved().get() ? "• " : "") + model.get().name(),
            model.dashboard(),
            model.unsaved()));
    root.sceneProperty()
        .subscribe(scene -> {
          if (scene != null && waiting) {
            waiting = false;
            focus();
          }
        });
    model.dashboard().subscribe(now -> tell());
    model.presence().subscribe(this::show);
    keeping.read();
  }

  private void tell() {
    Dashboard now = model.get();
    status.set(
        model.here()
            ? List.of(
                Figures.counted(now.tiles().size(), "tile"),
                Figures.counted(now.tables().size(), "table"))
            : List.of());
  }

  private void show(DashboardModel.Presence presence) {
    boolean mine = root.isFocusWithin();
    switch (presence) {
      case DashboardModel.Presence.Here() -> instead.getChildren().clear();
      case DashboardModel.Presence.Unread() -> instead.getChildren().setAll(new Label("Reading…"));
      case DashboardModel.Presence.Unreadable(var problem) -> {
        ProblemPane pane = new ProblemPane(problem, ui.desktop(), keeping::read);
        pane.setMaxSize(560, ProblemPane.USE_PREF_SIZE);
        instead.getChildren().setAll(pane);
      }
    }
    tell();
    if (mine) {
      focus();
    }
  }

  private static Label soft(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("charts-empty-text");
    return label;
  }

  private Node empty() {
    Label title = new Label("No tiles yet");
    title.getStyleClass().add("charts-empty-title");
    Label text =
        soft(
            "Open a table's charts, and choose “Add to a dashboard…” in a chart's menu. Figures and"
                + " rows of a query in SQL, and text, are added here.");
    text.setWrapText(true);
    Button add = new Button("Add text…");
    add.setOnAction(_ -> editing.addText());
    Button figures = new Button("Add figures of a query…");
    figures.setOnAction(_ -> editing.addFigures());
    HBox buttons = new HBox(8, figures, add);
    buttons.setAlignment(Pos.CENTER);
    VBox box = new VBox(10, title, text, buttons);
    box.setAlignment(Pos.CENTER);
    box.setPickOnBounds(false);
    box.visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> model.here() && model.get().tiles().isEmpty(),
                model.dashboard(),
                model.presence()));
    return box;
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public String title() {
    return model.get().name();
  }

  @Override
  public String about() {
    return model.about();
  }

  @Override
  public Optional<ObservableValue<String>> changingTitle() {
    return Optional.of(shownTitle);
  }

  @Override
  public ObservableValue<List<String>> status() {
    return status;
  }

  @Override
  public void focus() {
    waiting = root.getScene() == null;
    if (model.get().tiles().isEmpty()) {
      root.requestFocus();
    } else {
      grid.focus();
    }
  }

  @Override
  public void showScreen(String title) {
    // A dashboard is one screen.
  }

  @Override
  public List<Command> commands() {
    return deeds.commands();
  }

  @Override
  public boolean closing(Runnable close) {
    return keeping.closing(close);
  }

  @Override
  public Optional<OpenPage> kept() {
    return Optional.of(model.leaving().page());
  }

  @Override
  public void close() {
    keeping.close();
    takeaway.close();
    editing.close();
    grid.close();
    answers.close();
    closed.run();
  }
}
