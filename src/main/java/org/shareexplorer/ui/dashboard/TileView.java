package org.shareexplorer.ui.dashboard;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.dashboard.TileTable;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.chart.ChartPane;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/** A tile: title, note, what there is to see or what stands in its place, and what it stands on. */
final class TileView extends StackPane {

  private final Ui ui;
  private final TileAnswers answers;
  private final Content content;
  private final Label title = new Label();
  private final Label note = new Label();
  private final Label standing = new Label();
  private final StackPane place = new StackPane();
  private final MenuButton more = menu();
  private final Consumer<Deed> deeds;
  private final HBox head;
  private final Region handle = new Region();
  private final Subscription state;
  private @Nullable ChartPane pane;
  private TileState now = new TileState.Stopped();

  /** Whether it is or was in sight: tables of cells take their time, which others need. */
  private boolean seen;

  /** What a person can do with a tile. */
  enum Deed {
    OPEN("Open", "Enter"),
    EDIT("Edit…", "F2"),
    BEFORE("Move before", "Alt+Left"),
    AFTER("Move behind", "Alt+Right"),
    WIDER("Wider", "Shift+Alt+Right"),
    NARROWER("Narrower", "Shift+Alt+Left"),
    HIGHER("Higher", "Shift+Alt+Down"),
    LOWER("Lower", "Shift+Alt+Up"),
    REMOVE("Remove", "Delete");

    private final String words;
    private final String keys;

    Deed(String words, String keys) {
      this.words = words;
      this.keys = keys;
    }

    String keys() {
      return keys;
    }
  }

  TileView(Ui ui, TileAnswers answers, Content content, Consumer<Deed> deeds) {
    this.ui = ui;
    this.answers = answers;
    this.content = content;
    getStyleClass().add("tile");
    setFocusTraversable(true);
    title.getStyleClass().add("chart-title");
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinWidth(20);
    HBox.setHgrow(title, Priority.ALWAYS);
    note.getStyleClass().add("chart-note");
    standing.getStyleClass().add("chart-note");
    for (Label label : List.of(title, note, standing)) {
      label.setMnemonicParsing(false);
      // There may be no room for all of it.
      label.textProperty().subscribe(whole -> Tip.setText(label, whole));
    }
    if (!content.definitions().isBlank()) {
      standing.textProperty().subscribe(_ -> Tip.setText(standing, content.definitions()));
    }
    for (Label label : List.of(note, standing)) {
      label.visibleProperty().bind(label.textProperty().isNotEmpty());
      label.managedProperty().bind(label.visibleProperty());
    }
    this.deeds = deeds;
    head = new HBox(4, title, more);
    head.setAlignment(Pos.CENTER_LEFT);
    head.setCursor(Cursor.MOVE);
    head.getStyleClass().add("tile-head");
    place.setMinSize(0, 0);
    VBox.setVgrow(place, Priority.ALWAYS);
    VBox card = new VBox(4, head, note, place, standing);
    card.getStyleClass().add("chart-card");
    handle.getStyleClass().add("tile-handle");
    handle.setCursor(Cursor.SE_RESIZE);
    handle.setMaxSize(16, 16);
    setAlignment(handle, Pos.BOTTOM_RIGHT);
    getChildren().addAll(card, handle);
    state = answers.state(content).subscribe(this::show);
  }

  /** Its lines are made when it comes into sight. */
  private static MenuButton menu() {
    MenuButton more = new MenuButton("⋯");
    more.getStyleClass().addAll("tile-more", "no-arrow");
    more.setAccessibleText("More for this tile");
    Tip.setText(more, "Open, edit, move, resize, remove");
    more.setFocusTraversable(false);
    return more;
  }

  private void fillMenu() {
    for (Deed deed : Deed.values()) {
      MenuItem item = new MenuItem("", line(deed));
      item.setOnAction(_ -> deeds.accept(deed));
      if (deed == Deed.BEFORE || deed == Deed.WIDER || deed == Deed.REMOVE) {
        more.getItems().add(new SeparatorMenuItem());
      }
      more.getItems().add(item);
    }
  }

  /** An accelerator would work anywhere in the window, these keys are a tile's. */
  private static Node line(Deed deed) {
    Label keys = new Label(deed.keys);
    keys.getStyleClass().add("key");
    Region gap = new Region();
    gap.setMinWidth(24);
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox line = new HBox(new Label(deed.words), gap, keys);
    line.getStyleClass().add("tile-deed");
    line.setAlignment(Pos.CENTER_LEFT);
    line.setAccessibleText(deed.words + ", " + deed.keys);
    return line;
  }

  Content content() {
    return content;
  }

  /** Where it is taken to be moved. */
  Node head() {
    return head;
  }

  /** Where it is taken to be made larger. */
  Node handle() {
    return handle;
  }

  /** Shows another title and note. */
  void name(Tile tile) {
    title.setText(tile.heading());
    note.setText(tile.note());
    tell();
  }

  private void tell() {
    setAccessibleText(TileWords.of(title.getText(), note.getText(), now, ui.zone().get()));
  }

  /** It comes into sight. */
  void see() {
    if (!seen) {
      seen = true;
      fillMenu();
      show(now);
    }
  }

  private void show(TileState state) {
    now = state;
    standing.setText(state instanceof TileState.Ready(TileAnswer answer) ? answer.standing() : "");
    tell();
    if (!seen) {
      instead();
      return;
    }
    switch (state) {
      case TileState.Loading(Progress progress) -> loading(progress);
      case TileState.Stopped() ->
          instead(
              words("chart-note", "It was stopped."), button("Read", () -> answers.again(content)));
      case TileState.Failed(Problem problem) ->
          instead(
              words("chart-problem-what", problem.what()),
              words("chart-note", (problem.why() + " " + problem.remedy()).strip()),
              button("Try again", () -> answers.again(content)));
      case TileState.Ready(TileAnswer answer) -> show(answer.shown());
    }
  }

  private void loading(Progress progress) {
    ProgressBar bar = new ProgressBar(progress.known() ? progress.fraction() : -1);
    bar.setPrefWidth(140);
    bar.setAccessibleText("Progress");
    Label doing = words("chart-note", progress.doing().isBlank() ? "Reading" : progress.doing());
    doing.setMinHeight(USE_PREF_SIZE);
    instead(bar, doing, button("Cancel", () -> answers.stop(content)));
  }

  private void instead(Node... nodes) {
    endPane();
    keepTheKeyboard();
    VBox box = new VBox(8, nodes);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("chart-problem");
    place.getChildren().setAll(box);
  }

  /** What is taken away must not take the keyboard along, to the window's first button. */
  private void keepTheKeyboard() {
    if (place.isFocusWithin()) {
      requestFocus();
    }
  }

  private static Label words(String style, String text) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    Tip.setText(label, text);
    return label;
  }

  private static Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(_ -> action.run());
    button.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    return button;
  }

  private void show(Shown shown) {
    ZoneId zone = ui.zone().get();
    endPane();
    keepTheKeyboard();
    switch (shown) {
      case Shown.Drawing(Chart chart) -> {
        ChartPane drawn = new ChartPane(ui.background(), ui.dark());
        drawn.show(chart);
        pane = drawn;
        place.getChildren().setAll(drawn);
      }
      case Shown.Numbers numbers ->
          place.getChildren().setAll(new FiguresView(TileTable.figures(numbers, zone)));
      case Shown.Said(String text) -> {
        Label words = words("tile-text", text);
        words.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        words.setAlignment(Pos.TOP_LEFT);
        place.getChildren().setAll(words);
      }
      case Shown.Described _, Shown.Listed _ ->
          TileTable.of(shown, zone)
              .ifPresent(
                  table -> place.getChildren().setAll(new TableTileView(table, title.getText())));
    }
  }

  private void endPane() {
    if (pane != null) {
      pane.close();
      pane = null;
    }
  }

  /** Ends what runs for the view. */
  void close() {
    state.unsubscribe();
    endPane();
  }
}
