package org.shareexplorer.ui.shell;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.settings.OpenPages;
import org.shareexplorer.settings.OpenPages.OpenPage;
import org.shareexplorer.ui.activity.ActivityScreen;
import org.shareexplorer.ui.connections.Connecting;
import org.shareexplorer.ui.connections.ConnectionsModel;
import org.shareexplorer.ui.connections.ConnectionsView;
import org.shareexplorer.ui.connections.CredentialSheets;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.FindOut;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.NoticeStack;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.palette.Commands;
import org.shareexplorer.ui.palette.PaletteView;
import org.shareexplorer.ui.preferences.PreferencesView;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;
import org.shareexplorer.ui.start.StartView;
import org.shareexplorer.ui.updates.UpdateNotice;

/** The window's content: title bar, sidebar, tabs, status bar, and what lies over them. */
public final class ShellView {

  private final Ui ui;
  private final Theme theme;
  private final Remembered remembered;
  private final Storage storage;
  private final LeftPages left;
  private final String version;
  private final Notices notices;
  private final ShellModel model = new ShellModel();
  private final Commands commands = new Commands();
  private final Overlay overlay = new Overlay();
  private final ConnectionsModel tree;
  private final Connecting connecting;
  private final ConnectionsView sidebar;
  private final Examining examining;
  private final StartView start;
  private final Tabs tabs;
  private final Page activity;
  private final LastTime lastTime;
  private final Everything everything;
  private final UpdateNotice updates;

  @FXML private StackPane root;
  @FXML private Button search;
  @FXML private SplitPane split;
  @FXML private StackPane side;
  @FXML private TabPane tabPane;
  @FXML private HBox status;
  @FXML private HBox tools;
  @FXML private HBox work;
  @FXML private HBox corner;
  @FXML private Button themeButton;
  @FXML private StackPane dropHint;

  /**
   * Builds the content.
   *
   * @param notices where actions tell how they went
   * @param tables makes the tabs of tables
   * @param clock tells what has expired
   * @param version the application's version, for the about pane
   */
  public ShellView(
      Ui ui,
      Theme theme,
      Remembered remembered,
      Storage storage,
      Notices notices,
      TableTabs tables,
      InstantSource clock,
      String version) {
    this.ui = ui;
    this.theme = theme;
    this.remembered = remembered;
    this.storage = storage;
    this.version = version;
    this.notices = notices;
    tree = new ConnectionsModel(ui.workspace(), ui.background());
    connecting =
        new Connecting(
            ui,
            notices,
            tree,
            new CredentialSheets(overlay, ui.desktop(), ui.background(), notices));
    View.load(this);
    sidebar = new ConnectionsView(tree, connecting, overlay, clock, model::open, this::showStart);
    examining = new Examining(ui, overlay, model, sidebar, version);
    start = new StartView(ui, connecting, overlay, clock, this::showConnection);
    VBox.setVgrow(sidebar.node(), Priority.ALWAYS);
    side.getChildren()
        .add(
            new VBox(
                sidebar.node(), new CacheMeter(ui.background(), storage, this::showPreferences)));
    NoticeStack stack = new NoticeStack(notices, ui.desktop());
    stack.setMaxSize(420, StackPane.USE_PREF_SIZE);
    StackPane.setAlignment(stack, Pos.BOTTOM_RIGHT);
    root.getChildren().addAll(overlay, stack);
    activity =
        new Page(
            Icon.ACTIVITY,
            "Activity",
            "",
            Optional.of(new OpenPage("activity", "")),
            () -> new ActivityScreen(ui, overlay, notices, clock));
    tabs = new Tabs(tabPane, model, tables, ui, new StackPane(start.node()));
    left = new LeftPages(new OpenPages(storage.folders()), tabs, ui.background());
    left.kind("activity", _ -> Optional.of(activity));
    corner.getChildren().addFirst(new ZoneMenu(remembered, this::showPreferences));
    new StatusBar(status, work, tabs.front(), ui.background().underWay());
    updates = new UpdateNotice(overlay, ui, remembered, notices, clock);
    everything = new Everything(model, tree, commands, tabs);
    new FileDrop(dropHint, connecting::addFile).over(root);
    addCommands();
    side.setPrefWidth(remembered.get().sidebarWidth());
    side.setMinWidth(180);
    lastTime = new LastTime(ui, remembered, notices, model, tree, left);
    lastTime.restore();
  }

  @FXML
  private void initialize() {
    search.setGraphic(searchWords());
    new ThemeChange(theme, remembered).by(themeButton);
    SplitPane.setResizableWithParent(side, false);
  }

  private void addCommands() {
    commands.add(Command.of("Search tables, tabs and commands", "Shortcut+K", this::showPalette));
    new ConnectionCommands(overlay, connecting, examining, sidebar, tree).addTo(commands);
    root.addEventHandler(FindOut.FIND_OUT, asked -> examining.examine(asked.connection()));
    commands.add(Command.of("Show the activity", "Shortcut+Shift+Y", this::showActivity));
    commands.add(Command.of("Go to the start page", null, this::showStart));
    new TabCommands(model, tabs).addTo(commands);
    new ThemeChange(theme, remembered).addTo(commands);
    commands.add(Command.of("Keyboard shortcuts", "Shift+F1", this::showKeys));
    new ApplicationCommands(overlay, ui, remembered, storage, version).addTo(commands);
  }

  private void showPreferences() {
    PreferencesView.show(overlay, remembered, storage, ui);
  }

  private void showKeys() {
    TabContent front = front();
    KeysSheet.show(overlay, front == null ? List.of() : front.commands(), commands.enabled());
  }

  private void showActivity() {
    open(activity);
  }

  /** Opens a page in a tab of its own. */
  public void open(Page page) {
    overlay.close();
    tabs.open(page);
    focus();
  }

  /**
   * Says how pages of a kind are brought back with the window.
   *
   * @param kind what {@link TabContent#kept} calls it
   * @param made makes a page of what was kept of it, if it can
   */
  public void bringsBack(String kind, Function<String, Optional<Page>> made) {
    left.kind(kind, made);
  }

  /** {@return the layer over the window's content} */
  public Overlay overlay() {
    return overlay;
  }

  /** Puts a button into the title bar. */
  public void addTool(Icon icon, String words, Runnable action) {
    Button tool = new Button(null, icon.node());
    tool.getStyleClass().add("icon-button");
    Tip.setText(tool, words);
    tool.setAccessibleText(words);
    tool.setOnAction(pressed -> action.run());
    tools.getChildren().addFirst(tool);
  }

  /** Gives the menus of the tree's tables one more line. */
  public void addToTables(String text, Consumer<TableRef> action) {
    sidebar.addToTables(text, action);
  }

  /** {@return the content} */
  public Parent node() {
    return root;
  }

  /** {@return what can be done in the window; parts of it may add theirs} */
  public Commands commands() {
    return commands;
  }

  /** {@return the tree of connections} */
  public ConnectionsModel tree() {
    return tree;
  }

  /** {@return what can be done with connections} */
  public Connecting connecting() {
    return connecting;
  }

  /** {@return what tells of newer versions} */
  public UpdateNotice updates() {
    return updates;
  }

  /** {@return the passing words on screen} */
  public Notices notices() {
    return notices;
  }

  /** {@return the open tables} */
  public ShellModel model() {
    return model;
  }

  /** {@return what stands in the front tab; null for the start page} */
  public @Nullable TabContent front() {
    return tabs.front().get();
  }

  /** {@return whether the tree or a connection is still on its way} */
  public boolean busy() {
    return tree.busy() || connecting.busy();
  }

  /** {@return the sidebar's width} */
  public double sidebarWidth() {
    return side.getWidth();
  }

  /** Lets the shortcuts work in the window's scene, and puts the keyboard in its place. */
  public void attach(Scene scene) {
    commands.listenTo(
        scene,
        () -> {
          TabContent front = front();
          return front == null || overlay.isVisible() ? List.of() : front.commands();
        });
    side.setPrefWidth(remembered.get().sidebarWidth());
    split.setDividerPositions(
        remembered.get().sidebarWidth() / Math.max(1, Math.max(root.getWidth(), scene.getWidth())));
    focus();
  }

  /** Puts the keyboard into the front tab, or on the start page. */
  public void focus() {
    TabContent front = front();
    if (front == null) {
      start.focus();
    } else {
      front.focus();
    }
  }

  /** Shows the start page. */
  public void showStart() {
    overlay.close();
    tabs.showHome();
    model.front().set(null);
    start.focus();
  }

  /**
   * Puts a panel at the right edge of the window, or takes it away.
   *
   * @param panel the panel; null to take it away
   */
  public void showPanel(@Nullable Parent panel) {
    double sidebar = side.getWidth() / Math.max(1, split.getWidth());
    split.getItems().removeIf(item -> !item.equals(side) && !item.equals(tabPane));
    if (panel == null) {
      split.setDividerPositions(sidebar);
    } else {
      SplitPane.setResizableWithParent(panel, false);
      split.getItems().add(panel);
      split.setDividerPositions(sidebar, 1 - panel.prefWidth(-1) / Math.max(1, split.getWidth()));
    }
  }

  private void showConnection(ConnectionId id) {
    tree.reveal(id);
    sidebar.focusTree();
  }

  private HBox searchWords() {
    Label words = new Label("Search tables, tabs and commands", Icon.SEARCH.node("faint"));
    words.getStyleClass().add("search-words");
    Label keys = new Label(Command.of("", "Shortcut+K", () -> {}).keysText());
    keys.getStyleClass().add("key");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(8, words, gap, keys);
    line.setAlignment(Pos.CENTER_LEFT);
    line.prefWidthProperty().bind(search.widthProperty().subtract(22));
    return line;
  }

  @FXML
  private void showPalette() {
    PaletteView.show(overlay, everything::choices, tree.written());
  }

  /** Ends whatever runs for the tabs. */
  public void close() {
    updates.close();
    lastTime.close();
    tabs.closeAll();
    tree.close();
    start.close();
  }
}
