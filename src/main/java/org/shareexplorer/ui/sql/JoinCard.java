package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
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
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.sql.LeftJoin.Part;

/** A table of a join: which, how, by which keys, which of its columns are kept. FX thread only. */
final class JoinCard extends VBox {

  private final Ui ui;
  private final SqlDesk desk;
  private final int number;
  private final List<JoinCard> all;
  private final Runnable onChange;
  private final ComboBox<SqlTable> table = new ComboBox<>();
  private final ComboBox<Kind> kind = new ComboBox<>();
  private final CardKeys keys;
  private final KeptColumns columns;
  private final Label trouble = new Label();
  private final Button again = new Button("Try again");
  private final Button remove = new Button("", Icon.CLOSE.node());
  private final VBox counts = new VBox();
  private final Latest opening;
  private @Nullable OpenTable open;

  /** What is to be chosen as soon as it is offered. */
  private @Nullable Part due;

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
    keys = new CardKeys(number, all, ui, this::label, this::say, onChange);
    columns = new KeptColumns(onChange);
    getStyleClass().add("join-card");
    table.getItems().setAll(tables);
    table.setPromptText("Choose a table");
    table.setPrefWidth(344);
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
      getChildren().addAll(keys, counts);
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

  /** Chooses a table and what is to be chosen of it, once it is offered. */
  void choose(Part wanted) {
    due = wanted;
    keys.due(wanted.keys());
    kind.setValue(wanted.kind());
    if (table.getItems().contains(wanted.table())) {
      table.setValue(wanted.table());
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
    Part awaited = due;
    if (awaited != null && table.getValue() == null) {
      choose(awaited);
    }
  }

  /** Puts the keyboard here. */
  void begin() {
    table.requestFocus();
  }

  /** {@return what is chosen, or will be once it is offered} */
  Optional<Part> left() {
    Part awaited = due;
    SqlTable chosen = table.getValue();
    if (chosen == null) {
      return Optional.ofNullable(awaited);
    }
    List<String> without = open == null && awaited != null ? awaited.without() : columns.without();
    return Optional.of(new Part(chosen, kind.getValue(), keys.left(), without));
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
    if (due != null && !due.table().equals(wanted)) {
      due = null;
      keys.due(List.of());
    }
    read(wanted);
  }

  private void read(SqlTable wanted) {
    say("");
    open = null;
    columns.offer(List.of(), List.of());
    keys.clear();
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
    columns.offer(opened.snapshot().fields(), due == null ? List.of() : due.without());
    after().forEach(card -> card.keys.also());
    onChange.run();
    keys.suggest(opened);
    // Tables farther down may have keys of this one.
    after().forEach(card -> card.open().ifPresent(card.keys::suggest));
  }

  private List<JoinCard> after() {
    return all.subList(number + 1, all.size());
  }

  /** {@return the table, once it is open} */
  Optional<OpenTable> open() {
    return Optional.ofNullable(open);
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
    keys.close();
  }
}
