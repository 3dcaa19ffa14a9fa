package org.shareexplorer.ui.table;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.shareexplorer.engine.ChangeCounts;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.TimeText;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/**
 * Lets a person choose a version of a table: the newest, one by its number, one by a time; or one
 * of those that the table's change feed knows, with their times.
 */
final class VersionMenu {

  private static final int MOST = 300;

  private final Ui ui;
  private final ConnectionId connection;
  private final TableName table;
  private final Consumer<AsOf> chosen;
  private final Latest latest;
  private final Popup popup = new Popup();
  private final TextField wanted = new TextField();
  private final Label trouble = new Label();
  private final VBox list = new VBox(1);
  private final Label about = new Label();
  private final ScrollPane scroll = new ScrollPane(list);
  private final VBox box = new VBox(8);

  VersionMenu(Ui ui, ConnectionId connection, TableName table, Consumer<AsOf> chosen) {
    this.ui = ui;
    this.connection = connection;
    this.table = table;
    this.chosen = chosen;
    latest = ui.background().latest();
    wanted.setPromptText("12 or 2026-05-03 10:00");
    wanted.setAccessibleText("Version or time");
    Tip.setText(
        wanted,
        "A version's number; or a day or a time in the time zone of this window, with Z at its"
            + " end in UTC: the version that was the newest then");
    wanted.setOnAction(e -> typed());
    HBox.setHgrow(wanted, Priority.ALWAYS);
    Button open = new Button("Open");
    open.setOnAction(e -> typed());
    HBox entry = new HBox(8, wanted, open);
    entry.setAlignment(Pos.CENTER_LEFT);
    trouble.getStyleClass().addAll("small", "version-trouble");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.textProperty().isNotEmpty());
    Button newest = new Button("The latest version");
    newest.setMaxWidth(Double.MAX_VALUE);
    newest.setOnAction(e -> choose(AsOf.LATEST));
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(260);
    about.getStyleClass().addAll("faint", "small");
    about.setWrapText(true);
    about.setMinHeight(Region.USE_PREF_SIZE);
    box.getChildren().addAll(entry, trouble, newest, scroll, about);
    box.getStyleClass().addAll("column-chooser", "version-menu");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setOnHidden(e -> latest.cancel());
  }

  /**
   * Opens below a node.
   *
   * @param version the version that is shown
   */
  void show(Node below, long version, OptionalLong newest) {
    wanted.clear();
    trouble.setText("");
    list.getChildren().clear();
    about.setText("Asking which versions there are…");
    latest.start(
        this::known,
        versions -> fill(versions, version),
        problem -> {
          long last = newest.orElse(version);
          about.setText(
              last == 0
                  ? "There is only version 0."
                  : "Versions 0 to " + last + ", as far as the provider shares and keeps them.");
          size();
        });
    size();
    Bounds bounds = below.localToScreen(below.getBoundsInLocal());
    popup.show(below, bounds.getMinX(), bounds.getMaxY() + 4);
    wanted.requestFocus();
  }

  /** Ends whatever runs for the menu. */
  void close() {
    popup.hide();
    latest.cancel();
  }

  private List<ChangeCounts> known(Job job) {
    OptionalLong first = ui.workspace().firstWithChanges(connection, table, job);
    return first.isEmpty()
        ? List.of()
        : ui.workspace()
            .changes(
                connection,
                table,
                new ChangesQuery(AsOf.version(first.getAsLong()), AsOf.LATEST),
                job)
            .versions();
  }

  private void fill(List<ChangeCounts> versions, long shown) {
    for (ChangeCounts each : versions.reversed().subList(0, Math.min(MOST, versions.size()))) {
      String time =
          each.timestamp().isPresent()
              ? TimeText.shown(Instant.ofEpochMilli(each.timestamp().getAsLong()), ui.zone().get())
              : "";
      Label when = new Label(time);
      when.getStyleClass().addAll("soft", "small");
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      Label number = new Label("Version " + each.version());
      Button button = new Button("", new HBox(14, number, space, when));
      button.setMaxWidth(Double.MAX_VALUE);
      button.getStyleClass().add("version-item");
      button.setAccessibleText("Version " + each.version() + (time.isEmpty() ? "" : ", " + time));
      button.setDisable(each.version() == shown);
      button.setOnAction(e -> choose(AsOf.version(each.version())));
      list.getChildren().add(button);
    }
    about.setText(
        versions.isEmpty()
            ? "The table has no change feed that would tell its versions: type a number or a time."
            : "Versions that changed rows, as the table's change feed tells.");
    size();
  }

  /** A popup asks nobody how high lines of words are that wrap. */
  private void size() {
    scroll.setManaged(!list.getChildren().isEmpty());
    scroll.setVisible(scroll.isManaged());
    box.applyCss();
    box.setPrefHeight(Region.USE_COMPUTED_SIZE);
    box.setPrefHeight(box.prefHeight(box.prefWidth(-1)));
    popup.sizeToScene();
  }

  private void typed() {
    String text = wanted.getText().strip();
    if (text.matches("\\d{1,18}")) {
      choose(AsOf.version(Long.parseLong(text)));
      return;
    }
    TimeText.parse(text, ui.zone().get(), TimeText.Day.END)
        .ifPresentOrElse(
            time -> choose(AsOf.time(time)),
            () -> {
              trouble.setText("Type a number, a day or a time, such as 2026-05-03 10:00.");
              size();
            });
  }

  private void choose(AsOf asOf) {
    popup.hide();
    chosen.accept(asOf);
  }
}
