package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.engine.sql.Join.Kind;
import org.shareexplorer.engine.sql.Join.Side;
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
  private final KeyOffers offers;
  private final KeptColumns columns;
  private final Label trouble = new Label();
  private final Button again = new Button("Try again");
  private final Hyperlink more = new Hyperlink("Add a key");
  private final Button remove = new Button("", Icon.CLOSE.node());
  private final VBox counts = new VBox();
  private final Latest opening;
  private @Nullable OpenTable open;

  /** The table that is to be chosen as soon as it is offered. */
  private @Nullable SqlTable due;

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
    columns = new KeptColumns(onChange);
    offers =
        new KeyOffers((left, right) -> {
          keys.clear();
          addKey(left, right);
        });
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
    remove.getStyleClass().add("icon-button");
    remove.setAccessibleText("Leave this table out");
    Tip.setText(remove, "Leave this table out");
    removable(null);
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
      HBox line = new HBox(12, more, offers);
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

  /** {@return the table that is chosen, or will be once it is offered} */
  Optional<SqlTable> chosenTable() {
    return Optional.ofNullable(table.getValue()).or(() -> Optional.ofNullable(due));
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
    more.setDisable(true);
    columns.offer(List.of());
    keys.clear();
    offers.show(List.of());
    after().forEach(card -> card.keys.without(number));
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
    columns.offer(opened.snapshot().fields());
    after().forEach(card -> card.keys.also(card.columnsBefore()));
    onChange.run();
    suggest();
    // Tables farther down may have keys of this one.
    after().forEach(JoinCard::suggest);
  }

  private List<JoinCard> after() {
    return all.subList(number + 1, all.size());
  }

  /** Looks for keys among those of the tables before, nearest first. */
  private void suggest() {
    OpenTable here = open;
    SqlTable own = table.getValue();
    if (number == 0 || here == null || own == null) {
      return;
    }
    List<KeyOffers.Before> before = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      OpenTable other = all.get(i).open;
      if (other != null) {
        before.add(new KeyOffers.Before(i, all.get(i).label(), other));
      }
    }
    if (before.isEmpty()) {
      return;
    }
    opening.start(
        job -> KeyOffers.of(before, own.name().table(), here, job),
        found -> {
          offers.show(found);
          if (keys.isEmpty() && !found.isEmpty()) {
            addKey(found.getFirst().left(), found.getFirst().suggestion().right());
          } else if (keys.isEmpty()) {
            addKey(null, null);
          }
          if (found.isEmpty()) {
            offers.none();
          }
        },
        problem -> say(problem.sentence()));
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
    return Optional.of(
        new Side(
            names.written(chosen),
            label(),
            here.snapshot().fields(),
            kind.getValue(),
            chosenKeys,
            columns.kept()));
  }

  void close() {
    opening.cancel();
  }
}
