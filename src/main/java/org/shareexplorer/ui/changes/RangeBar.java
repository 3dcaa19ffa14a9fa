package org.shareexplorer.ui.changes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shareexplorer.ui.changes.ChangesModel.Range;
import org.shareexplorer.ui.changes.ChangesModel.Source;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/** Says which changes are looked at: between which versions or times, and by which way. */
final class RangeBar extends HBox {

  private final Ui ui;
  private final ChangesModel model;
  private final TextField from = field("From");
  private final TextField to = field("To");
  private final ToggleButton feed = new ToggleButton("Change feed");
  private final ToggleButton compare = new ToggleButton("Compare versions");
  private final MenuButton presets = new MenuButton("Range");
  private final MenuButton key = new MenuButton("Key");

  RangeBar(Ui ui, ChangesModel model) {
    super(8);
    this.ui = ui;
    this.model = model;
    getStyleClass().add("data-bar");
    setAlignment(Pos.CENTER_LEFT);
    ToggleGroup group = new ToggleGroup();
    for (ToggleButton each : List.of(feed, compare)) {
      each.setToggleGroup(group);
    }
    feed.setOnAction(e -> choose(Source.FEED));
    compare.setOnAction(e -> choose(Source.COMPARISON));
    Tip.setText(feed, "What the provider recorded, version by version");
    Tip.setText(compare, "Two versions, their rows matched by a key");
    feed.getStyleClass().add("left-pill");
    compare.getStyleClass().add("right-pill");
    HBox ways = new HBox(feed, compare);
    ways.setAlignment(Pos.CENTER);
    ways.setMinWidth(USE_PREF_SIZE);
    Button show = new Button("Show");
    show.setOnAction(e -> typed());
    from.setOnAction(e -> typed());
    to.setOnAction(e -> typed());
    Tip.setText(presets, "Ranges that are often wanted");
    presets.setOnShowing(e -> fillPresets());
    presets.getItems().setAll(new MenuItem("All changes"));
    Tip.setText(key, "The columns by which a row's two states are matched");
    key.setOnShowing(e -> fillKey());
    key.getItems().setAll(new MenuItem("…"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(presets, word("from"), from, word("to"), to, show, space, key, ways);
    model
        .range()
        .subscribe(range -> {
          from.setText(range.from());
          to.setText(range.to());
        });
    model.source().subscribe(this::follow);
    model.view().subscribe(this::follow);
    key.setMnemonicParsing(false);
    follow();
  }

  private static TextField field(String name) {
    TextField field = new TextField();
    field.setPrefWidth(150);
    field.setAccessibleText(name + ": a version or a time");
    Tip.setText(
        field,
        "A version such as 12, a day such as 2026-05-03, or a time such as 2026-05-03 10:00,"
            + " in the time zone of this window; with Z at its end, in UTC");
    return field;
  }

  private static Label word(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("soft");
    return label;
  }

  private void follow() {
    boolean feedIs = model.source().get() == Source.FEED;
    feed.setSelected(feedIs);
    compare.setSelected(!feedIs);
    from.setPromptText(feedIs ? "the beginning" : "version");
    to.setPromptText("version " + model.version());
    List<String> columns = model.view().get().key();
    key.setText(
        columns.isEmpty()
            ? feedIs ? "Matched by order" : "Choose a key"
            : "Key: " + String.join(", ", columns));
  }

  private void choose(Source source) {
    model.from(source);
    follow();
  }

  private void typed() {
    model.show(new Range(from.getText().strip(), to.getText().strip()));
  }

  private void fillPresets() {
    LocalDate today = LocalDate.now(ui.zone().get());
    List<MenuItem> items = new ArrayList<>();
    items.add(item("All changes", this::all));
    if (model.firstUnseen().isPresent()) {
      items.add(
          item(
              "Since I last looked (version " + (model.firstUnseen().getAsLong() - 1) + ")",
              this::sinceLastLooked));
    }
    items.add(
        item(
            "The last version only",
            () ->
                model.show(
                    new Range(
                        Long.toString(
                            model.source().get() == Source.FEED
                                ? model.version()
                                : Math.max(0, model.version() - 1)),
                        ""))));
    items.add(item("The last 7 days", () -> since(today.minusDays(7))));
    items.add(item("The last 30 days", () -> since(today.minusDays(30))));
    items.add(item("This year", () -> since(today.withDayOfYear(1))));
    presets.getItems().setAll(items);
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> action.run());
    return item;
  }

  void all() {
    model.show(new Range(model.source().get() == Source.FEED ? "" : "0", ""));
  }

  void sinceLastLooked() {
    model
        .firstUnseen()
        .ifPresent(first ->
            model.show(
                new Range(
                    Long.toString(model.source().get() == Source.FEED ? first : first - 1), "")));
  }

  private void since(LocalDate day) {
    model.show(new Range(day.toString(), ""));
  }

  /** Puts the keyboard where a range is typed. */
  void focus() {
    from.requestFocus();
    from.selectAll();
  }

  private void fillKey() {
    List<String> chosen = model.view().get().key();
    List<MenuItem> items = new ArrayList<>();
    if (model.source().get() == Source.FEED) {
      items.add(
          item(
              "By their order in the feed",
              () -> model.look(model.view().get().withKey(List.of()))));
    }
    for (String column : model.columns()) {
      CheckMenuItem item = new CheckMenuItem(column);
      item.setMnemonicParsing(false);
      item.setSelected(chosen.contains(column));
      item.setOnAction(e -> {
        List<String> now = new ArrayList<>(chosen);
        if (item.isSelected()) {
          now.add(column);
        } else {
          now.remove(column);
        }
        model.look(model.view().get().withKey(now));
      });
      items.add(item);
    }
    key.getItems().setAll(items);
  }
}
