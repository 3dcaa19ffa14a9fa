package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.Figures;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardDocument;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.DashboardShelf;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.ui.dashboard.TileView.Deed;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Desktop.FileKind;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.shell.TabContent;

/** A dashboard: its tiles, and what can be done with it. FX thread only. */
final class DashboardPage implements TabContent {

  private static final List<FileKind> DASHBOARDS =
      List.of(new FileKind("Dashboard", "*" + DashboardFile.ENDING));

  private final Ui ui;
  private final DashboardModel model;
  private final DashboardShelf shelf;
  private final Notices notices;
  private final Overlay overlay;
  private final BiConsumer<Dashboard, Integer> opening;
  private final Consumer<DashboardModel> closed;
  private final TileGrid grid;
  private final Background.Latest taking;
  private final StackPane root = new StackPane();
  private final SimpleStringProperty shownTitle = new SimpleStringProperty();
  private final SimpleObjectProperty<List<String>> status = new SimpleObjectProperty<>(List.of());
  private boolean given;

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
      DashboardModel model,
      DashboardShelf shelf,
      Notices notices,
      Overlay overlay,
      BiConsumer<Dashboard, Integer> opening,
      Consumer<DashboardModel> closed) {
    this.ui = ui;
    this.model = model;
    this.shelf = shelf;
    this.notices = notices;
    this.overlay = overlay;
    this.opening = opening;
    this.closed = closed;
    taking = ui.background().latest();
    grid = new TileGrid(ui, model, this::perform);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("dashboard-scroll");
    BorderPane all = new BorderPane(new StackPane(scroll, empty()));
    all.setTop(head());
    root.getChildren().add(all);
    root.getStyleClass().addAll("dashboard", "charts");
    root.setFocusTraversable(true);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
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
    model
        .dashboard()
        .subscribe(now ->
            status.set(
                List.of(
                    Figures.counted(now.tiles().size(), "tile"),
                    Figures.counted(now.tables().size(), "table"))));
  }

  private Node head() {
    Label name = new Label();
    name.getStyleClass().add("dashboard-name");
    name.setMnemonicParsing(false);
    name.setMinWidth(60);
    name.textProperty().bind(model.dashboard().map(Dashboard::name));
    Label unsaved = new Label("not saved");
    unsaved.getStyleClass().add("dashboard-unsaved");
    unsaved.setMinWidth(Label.USE_PREF_SIZE);
    unsaved.visibleProperty().bind(model.unsaved());
    HBox gap = new HBox();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button refresh =
        button("Refresh", Icon.REFRESH, "Ask for the newest versions (F5)", this::refresh);
    Button present = button("Present", null, "On the whole screen (Shift+F5)", () -> present(-1));
    Button save = button("Save", null, "Save the dashboard (Ctrl+S)", () -> save(() -> {}));
    save.getStyleClass().add("accent");
    save.disableProperty().bind(model.unsaved().not());
    MenuButton add = menu("Add", "Add a tile");
    add.getItems()
        .addAll(
            item("Text…", this::addText),
            item("Figures of a query…", () -> addQuery(true)),
            item("Rows of a query…", () -> addQuery(false)));
    MenuButton more = menu("⋯", "Rename, save elsewhere, take along");
    more.getStyleClass().add("no-arrow");
    more.getItems()
        .addAll(
            item("Rename…", this::rename),
            item("Save as…", this::saveAs),
            new SeparatorMenuItem(),
            item("PDF…", () -> take("pdf", "PDF document")),
            item("Web page (HTML)…", () -> take("html", "Web page")),
            item("Picture (PNG)…", () -> take("png", "PNG image")),
            new SeparatorMenuItem(),
            item("Undo", model::undo),
            item("Redo", model::redo));
    HBox line = new HBox(8, name, unsaved, gap, refresh, present, add, more, save);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("dashboard-head");
    return line;
  }

  private static Button button(String words, @Nullable Icon icon, String tip, Runnable action) {
    Button button = icon == null ? new Button(words) : new Button(words, icon.node());
    button.setTooltip(new Tooltip(tip));
    button.setMinWidth(Button.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private static MenuButton menu(String words, String tip) {
    MenuButton menu = new MenuButton(words);
    menu.setTooltip(new Tooltip(tip));
    menu.setAccessibleText(tip);
    menu.setMinWidth(MenuButton.USE_PREF_SIZE);
    return menu;
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private Node empty() {
    Label title = new Label("No tiles yet");
    title.getStyleClass().add("charts-empty-title");
    Label text =
        new Label(
            "Open a table's charts, and choose “Add to a dashboard…” in a chart's menu. Rows of a"
                + " query in SQL can be added too, and text, here.");
    text.getStyleClass().add("charts-empty-text");
    text.setWrapText(true);
    Button add = new Button("Add text…");
    add.setOnAction(_ -> addText());
    VBox box = new VBox(10, title, text, add);
    box.setAlignment(Pos.CENTER);
    box.setPickOnBounds(false);
    box.visibleProperty().bind(model.dashboard().map(now -> now.tiles().isEmpty()));
    return box;
  }

  private void key(KeyEvent key) {
    boolean shortcut = key.isShortcutDown() && !key.isAltDown();
    Runnable action =
        switch (key.getCode()) {
          case F5 -> key.isShiftDown() ? () -> present(-1) : this::refresh;
          case S -> shortcut ? key.isShiftDown() ? this::saveAs : () -> save(() -> {}) : null;
          case Z -> shortcut ? key.isShiftDown() ? model::redo : model::undo : null;
          case Y -> shortcut && !key.isShiftDown() ? model::redo : null;
          default -> null;
        };
    if (action != null) {
      action.run();
      key.consume();
    }
  }

  private void perform(int number, Deed deed) {
    Tile tile = model.get().tiles().get(number);
    switch (deed) {
      case EDIT ->
          TileSheet.show(
              overlay,
              "Edit the tile",
              tile,
              changed -> model.change(model.get().changed(number, _ -> changed)));
      case REMOVE -> {
        model.change(model.get().without(number));
        grid.focus(number);
        notices.offer(
            (tile.heading().isBlank() ? "The tile" : "“" + tile.heading() + "”") + " was removed.",
            "Undo",
            model::undo);
      }
      case OPEN -> opening.accept(model.get(), number);
      default -> {}
    }
  }

  private void add(Dashboard with) {
    model.change(with);
    grid.focus(with.tiles().size() - 1);
  }

  private void addText() {
    TileSheet.show(
        overlay, "Add text", new Tile(new TextContent("")), tile -> add(model.get().with(tile)));
  }

  private void addQuery(boolean figures) {
    String table = model.get().tables().keySet().stream().findFirst().orElse("…");
    Source rows =
        new Source.OfQuery(
            figures
                ? "SELECT count(*) AS \"rows\" FROM " + table
                : "SELECT * FROM " + table + " LIMIT 10");
    TileSheet.show(
        overlay,
        figures ? "Add figures" : "Add rows",
        new Tile(figures ? new FiguresContent(rows) : new RowsContent(rows, 10)),
        tile -> add(model.get().with(tile)));
  }

  private void rename() {
    Sheet.ask(
        overlay,
        "Rename the dashboard",
        "Rename",
        model.get().name(),
        name -> model.change(model.get().named(name)));
  }

  private void refresh() {
    model.refresh();
  }

  private void present(int tile) {
    Presentation.show(ui, model, tile, root.getScene().getWindow());
  }

  private void save(Runnable then) {
    Path file = model.file().get();
    Dashboard now = model.get();
    taking.start(
        _ -> {
          if (file == null) {
            return shelf.keep(now);
          }
          DashboardFile.save(now, file);
          return file;
        },
        place -> {
          model.savedAs(now, place);
          notices.done("Saved as " + place.getFileName() + ".");
          then.run();
        },
        notices::failed);
  }

  private void saveAs() {
    Dashboard now = model.get();
    ui.desktop()
        .chooseSave("Save the dashboard", fileName() + DashboardFile.ENDING, DASHBOARDS)
        .ifPresent(chosen -> {
          Path file = ending(chosen, DashboardFile.ENDING);
          taking.start(
              _ -> {
                DashboardFile.save(now, file);
                shelf.remember(file);
                return file;
              },
              place -> {
                model.savedAs(now, place);
                notices.done("Saved as " + place.getFileName() + ".");
              },
              notices::failed);
        });
  }

  private String fileName() {
    return model.get().name().replaceAll("[^\\p{L}\\p{N}_ -]+", "_");
  }

  private static Path ending(Path chosen, String ending) {
    return chosen.toString().toLowerCase(Locale.ROOT).endsWith(ending)
        ? chosen
        : Path.of(chosen + ending);
  }

  private void take(String ending, String kind) {
    ui.desktop()
        .chooseSave(
            "Take the dashboard along",
            fileName() + "." + ending,
            List.of(new FileKind(kind, "*." + ending)))
        .ifPresent(chosen -> {
          Path file = ending(chosen, "." + ending);
          ChartTheme theme = ChartTheme.of(ui.dark().get() && !ending.equals("pdf"));
          model.page(
              taking,
              page ->
                  taking.start(
                      _ -> {
                        new DashboardDocument(page, theme).save(file);
                        return file;
                      },
                      saved -> notices.done("Saved as " + saved.getFileName() + "."),
                      notices::failed),
              notices::failed);
        });
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
      grid.focus(0);
    }
  }

  @Override
  public void showScreen(String title) {
    // A dashboard is one screen.
  }

  @Override
  public List<Command> commands() {
    return List.of(
        Command.of("Save the dashboard", "Shortcut+S", model.unsaved()::get, () -> save(() -> {})),
        Command.of("Save the dashboard as…", "Shortcut+Shift+S", this::saveAs),
        Command.of("Present the dashboard", "Shift+F5", () -> present(-1)),
        Command.of("Refresh the dashboard", "F5", this::refresh),
        Command.of("Rename the dashboard…", null, this::rename),
        Command.of("Add text to the dashboard…", null, this::addText),
        Command.of("Add figures of a query to the dashboard…", null, () -> addQuery(true)),
        Command.of("Add rows of a query to the dashboard…", null, () -> addQuery(false)),
        Command.of("Save the dashboard as PDF…", null, () -> take("pdf", "PDF document")),
        Command.of("Save the dashboard as a web page…", null, () -> take("html", "Web page")),
        Command.of("Save the dashboard as a picture…", null, () -> take("png", "PNG image")),
        Command.of("Undo the change of the dashboard", "Shortcut+Z", model::undoable, model::undo),
        Command.of("Redo the change", "Shortcut+Shift+Z", model::redoable, model::redo));
  }

  @Override
  public boolean closing(Runnable close) {
    if (!model.unsaved().get()) {
      return true;
    }
    Sheet sheet =
        new Sheet(
            "Save the changes of “" + model.get().name() + "”?",
            Sheet.words("They are lost if you do not."));
    sheet.button("Cancel", overlay::close);
    sheet
        .button(
            "Do not save",
            () -> {
              overlay.close();
              given = true;
              close.run();
            })
        .getStyleClass()
        .add("danger");
    Button save =
        sheet.button(
            "Save",
            () -> {
              overlay.close();
              save(close);
            });
    save.setDefaultButton(true);
    overlay.show(sheet, Pos.CENTER, save);
    return false;
  }

  /** What nobody was asked about, as the window ends, is kept as a dashboard of its own. */
  private void keepDraft() {
    if (model.unsaved().get() && !given) {
      try {
        shelf.keep(model.get().named(model.get().name() + " (not saved)"));
      } catch (ProblemException e) {
        System.getLogger(DashboardPage.class.getName())
            .log(System.Logger.Level.WARNING, "The draft of a dashboard could not be kept.", e);
      }
    }
  }

  @Override
  public void close() {
    keepDraft();
    taking.cancel();
    grid.close();
    model.close();
    closed.accept(model);
  }
}
