package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.Join.Kind;
import org.shareexplorer.engine.sql.Join.Side;
import org.shareexplorer.engine.sql.KeySuggestion;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/** A table of a join: which, how, by which keys, which of its columns are kept. FX thread only. */
final class JoinCard extends VBox {

  private final Ui ui;
  private final SqlDesk desk;
  private final int number;
  private final List<JoinCard> all;
  private final Runnable onChange;
  private final ComboBox<SqlTable> table = new ComboBox<>();
  private final ComboBox<Kind> kind = new ComboBox<>();
  private final JoinKeys keys;
  private final FlowPane suggestions = new FlowPane(8, 4);
  private final MenuButton columns = new MenuButton("Columns");
  private final Label trouble = new Label();
  private final Button again = new Button("Try again");
  private final Hyperlink more = new Hyperlink("Add a key");
  private final Button remove = new Button("", Icon.CLOSE.node());
  private final VBox counts = new VBox();
  private final Latest opening;
  private @Nullable OpenTable open;

  /** The table that is to be chosen as soon as it is offered. */
  private @Nullable SqlTable due;

  private final List<CheckBox> kept = new ArrayList<>();

  /**
   * A card without a table yet.
   *
   * @param all the cards of the join, this one to be among them
   */
  JoinCard(Ui ui, SqlDesk desk, List<SqlTable> tables, List<JoinCard> all, Runnable onChange) {
    this.ui = ui;
    this.desk = desk;
    this.all = all;
    this.number = all.size();
    this.onChange = onChange;
    opening = ui.background().latest();
    keys = new JoinKeys(onChange);
    getStyleClass().add("join-card");
    table.getItems().setAll(tables);
    table.setPromptText("Choose a table");
    table.setPrefWidth(324);
    table.setMinWidth(120);
    table.setAccessibleText(number == 0 ? "First table" : "Table to join");
    table.setConverter(
        Shown.by(t -> t.name().table() + "  ·  " + t.connection() + " › " + t.name().share()));
    table.valueProperty().addListener((_, _, _) -> chosen());
    kind.getItems().setAll(Kind.values());
    kind.setValue(Kind.INNER);
    kind.setPrefWidth(310);
    kind.setConverter(
        Shown.by(k ->
            k.name().charAt(0)
                + k.name().substring(1).toLowerCase(Locale.ROOT)
                + " join: "
                + k.words()));
    kind.setAccessibleText("Kind of join");
    kind.setOnAction(e -> onChange.run());
    trouble.getStyleClass().addAll("small", "sql-fault");
    trouble.setWrapText(true);
    columns.setDisable(true);
    remove.getStyleClass().add("icon-button");
    remove.setAccessibleText("Leave this table out");
    Tip.setText(remove, "Leave this table out");
    removable(null);
    columns.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8);
    head.setAlignment(Pos.CENTER_LEFT);
    Label title = new Label(number == 0 ? "Start with" : "Join");
    title.getStyleClass().add("join-title");
    head.getChildren().addAll(title, table);
    if (number > 0) {
      head.getChildren().add(kind);
    }
    head.getChildren().addAll(gap, columns, remove);
    getChildren().addAll(head);
    if (number > 0) {
      more.setDisable(true);
      more.setOnAction(e -> addKey(null, null));
      HBox line = new HBox(12, more, suggestions);
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(keys, line, counts);
    }
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.managedProperty().bind(again.visibleProperty());
    again.setOnAction(_ -> Optional.ofNullable(table.getValue()).ifPresent(this::read));
    HBox said = new HBox(12, trouble, again);
    said.setAlignment(Pos.CENTER_LEFT);
    said.visibleProperty().bind(trouble.textProperty().isNotEmpty());
    said.managedProperty().bind(said.visibleProperty());
    getChildren().add(said);
    say("");
  }

  /**
   * Offers to take the card away again.
   *
   * @param action does it; null to offer it no more
   */
  void removable(@Nullable Runnable action) {
    remove.setVisible(action != null);
    remove.setManaged(action != null);
    remove.setOnAction(_ -> {
      if (action != null) {
        action.run();
      }
    });
  }

  /** Chooses a table, once it is offered. */
  void choose(SqlTable wanted) {
    if (table.getItems().contains(wanted)) {
      table.setValue(wanted);
    } else {
      due = wanted;
    }
  }

  /** Offers other tables; what is chosen stays so, if it is among them. */
  void offer(List<SqlTable> tables) {
    if (!table.getItems().equals(tables)) {
      SqlTable now = table.getValue();
      // One by one: a box whose value goes chooses another by itself.
      tables.stream().filter(one -> !table.getItems().contains(one)).forEach(table.getItems()::add);
      table.getItems().removeIf(one -> !tables.contains(one) && !one.equals(now));
    }
    SqlTable awaited = due;
    if (awaited != null && table.getValue() == null) {
      choose(awaited);
    }
  }

  /** Puts the keyboard here. */
  void begin() {
    table.requestFocus();
  }

  /** {@return the table that is chosen} */
  Optional<SqlTable> chosenTable() {
    return Optional.ofNullable(table.getValue());
  }

  private void say(String words) {
    trouble.setText(words);
    again.setVisible(false);
  }

  private void chosen() {
    SqlTable wanted = table.getValue();
    if (wanted == null) {
      return;
    }
    due = null;
    read(wanted);
  }

  private void read(SqlTable wanted) {
    say("");
    open = null;
    onChange.run();
    Running<OpenTable> running =
        opening.start(
            job -> desk.tables().open(wanted, job),
            this::opened,
            problem -> {
              say(problem.sentence());
              again.setVisible(true);
            });
    ui.background()
        .underWay()
        .tell(
            "Opening " + label(),
            running,
            () -> {
              opening.cancel();
              say("It was not opened.");
              again.setVisible(true);
            });
  }

  private void opened(OpenTable opened) {
    open = opened;
    more.setDisable(false);
    offerColumns(opened);
    keys.clear();
    suggestions.getChildren().clear();
    List<JoinCard> after = all.subList(number + 1, all.size());
    after.forEach(card -> card.keys.without(number, card.columnsBefore()));
    onChange.run();
    suggest();
    // Tables farther down may have keys of this one.
    after.forEach(JoinCard::suggest);
  }

  private void offerColumns(OpenTable opened) {
    kept.clear();
    columns.getItems().clear();
    for (Field field : opened.snapshot().fields()) {
      CheckBox box = new CheckBox(field.name());
      box.setMnemonicParsing(false);
      box.setSelected(true);
      box.setUserData(field);
      box.setOnAction(e -> onChange.run());
      kept.add(box);
      CustomMenuItem item = new CustomMenuItem(box, false);
      columns.getItems().add(item);
    }
    columns.setDisable(false);
  }

  /** Looks for keys among those of the tables before, nearest first. */
  private void suggest() {
    OpenTable here = open;
    SqlTable own = table.getValue();
    if (number == 0 || here == null || own == null) {
      return;
    }
    record Found(int side, KeySuggestion suggestion) {}
    record Before(int side, String name, OpenTable table) {}
    List<Before> before = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      OpenTable other = all.get(i).open;
      if (other != null) {
        before.add(new Before(i, all.get(i).label(), other));
      }
    }
    if (before.isEmpty()) {
      return;
    }
    opening.start(
        job -> {
          List<Found> found = new ArrayList<>();
          for (Before one : before) {
            KeySuggestion.of(one.name(), one.table(), own.name().table(), here, job)
                .forEach(s -> found.add(new Found(one.side(), s)));
          }
          return found;
        },
        found -> {
          suggestions.getChildren().clear();
          for (Found one : found) {
            KeySuggestion s = one.suggestion();
            Button offer =
                new Button(
                    all.get(one.side()).label()
                        + "."
                        + s.left().name()
                        + " = "
                        + s.right().name()
                        + overlap(s));
            offer.setMnemonicParsing(false);
            offer.getStyleClass().add("join-offer");
            Tip.setText(
                offer,
                "Suggested by name and type. Of %,d different values in the first rows of one table, %,d are among the first rows of the other: a sample, not a count."
                    .formatted(s.looked(), s.found()));
            offer.setOnAction(e -> {
              keys.clear();
              addKey(earlier(one.side(), s.left()), s.right());
            });
            suggestions.getChildren().add(offer);
          }
          if (keys.isEmpty() && !found.isEmpty()) {
            Found first = found.getFirst();
            addKey(earlier(first.side(), first.suggestion().left()), first.suggestion().right());
          } else if (keys.isEmpty()) {
            addKey(null, null);
          }
        },
        problem -> say(problem.sentence()));
  }

  private static String overlap(KeySuggestion s) {
    return s.looked() == 0
        ? ""
        : "  ·  sampled: %d %% found".formatted(Math.round(100.0 * s.found() / s.looked()));
  }

  private JoinKeys.Earlier earlier(int side, Field field) {
    return new JoinKeys.Earlier(side, all.get(side).label(), field);
  }

  private void addKey(JoinKeys.@Nullable Earlier left, @Nullable Field right) {
    OpenTable here = open;
    if (here == null) {
      return;
    }
    keys.add(columnsBefore(), left, comparable(here).toList(), right, label());
  }

  /** The columns of the tables before, which keys may be of. */
  private List<JoinKeys.Earlier> columnsBefore() {
    List<JoinKeys.Earlier> earlier = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      OpenTable other = all.get(i).open;
      if (other != null) {
        int side = i;
        comparable(other).forEach(field -> earlier.add(earlier(side, field)));
      }
    }
    return earlier;
  }

  private static Stream<Field> comparable(OpenTable table) {
    return table.snapshot().fields().stream().filter(field -> !field.type().nested());
  }

  /** {@return the table's own name; empty as long as none is chosen} */
  String label() {
    SqlTable chosen = table.getValue();
    return chosen == null ? "" : chosen.name().table();
  }

  /** {@return where counts are shown} */
  VBox counts() {
    return counts;
  }

  /** {@return the table as a part of a join; empty as long as something is missing} */
  Optional<Side> side(Completion names) {
    OpenTable here = open;
    SqlTable chosen = table.getValue();
    if (here == null || chosen == null) {
      return Optional.empty();
    }
    List<Join.Key> chosenKeys = keys.chosen();
    if (number > 0 && chosenKeys.isEmpty()) {
      return Optional.empty();
    }
    List<Field> fields = here.snapshot().fields();
    List<Field> wanted =
        IntStream.range(0, kept.size())
            .filter(i -> kept.get(i).isSelected())
            .mapToObj(fields::get)
            .toList();
    columns.setText("Columns (%d of %d)".formatted(wanted.size(), fields.size()));
    return Optional.of(
        new Side(names.written(chosen), label(), fields, kind.getValue(), chosenKeys, wanted));
  }

  void close() {
    opening.cancel();
  }
}
