package org.shareexplorer.ui.filter;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.filter.FilterState.Condition;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;

/** The conditions of a table as chips, the way to another one, and how many rows match. */
public final class FilterBar extends HBox {

  private static final PseudoClass TROUBLE = PseudoClass.getPseudoClass("trouble");

  private final Ui ui;
  private final FilterModel model;
  private final FlowPane chips = new FlowPane(8, 6);
  private final Button add = new Button("Filter");
  private final Button clear = new Button("Clear all");
  private final Button undo = new Button("Undo");
  private final Label said = new Label();
  private final Button act = new Button();
  private @Nullable ConditionEditor editor;
  private boolean adds = true;

  /** The place of the condition that is being edited; -1 for a new one. */
  private int editing = -1;

  /** A bar that changes a model. */
  public FilterBar(Ui ui, FilterModel model) {
    this.ui = ui;
    this.model = model;
    getStyleClass().add("filter-bar");
    setAlignment(Pos.CENTER_LEFT);
    setSpacing(10);
    HBox.setHgrow(chips, Priority.ALWAYS);
    chips.setAlignment(Pos.CENTER_LEFT);
    add.setGraphic(Icon.ADD.node());
    add.getStyleClass().add("filter-add");
    Tip.setText(add, "Show only rows that match a condition (Ctrl+Shift+A)");
    add.setOnAction(e -> edit(-1, null));
    clear.getStyleClass().add("filter-quiet");
    Tip.setText(clear, "Show all rows in the table's order");
    clear.setOnAction(e -> model.clear());
    undo.getStyleClass().add("filter-quiet");
    Tip.setText(undo, "Take the last change of filters and sorting back");
    undo.setOnAction(e -> model.undo());
    said.getStyleClass().addAll("soft", "small");
    said.setMinWidth(USE_PREF_SIZE);
    act.getStyleClass().add("filter-quiet");
    act.setMinWidth(USE_PREF_SIZE);
    getChildren().addAll(chips, said, act);
    // As wide as there is room: it would want a line more than it takes.
    chips.setPrefWrapLength(0);
    widthProperty().subscribe(this::fit);
    said.widthProperty().subscribe(this::fit);
    idle();
    model.editedBy(column -> edit(-1, column));
    model.state().subscribe(this::fill);
    ui.zone().subscribe(zone -> fill(model.get()));
  }

  private void fit() {
    double beside = said.prefWidth(-1) + (act.isManaged() ? act.prefWidth(-1) + getSpacing() : 0);
    double room = getWidth() - snappedLeftInset() - snappedRightInset() - beside - getSpacing();
    chips.setPrefWrapLength(Math.max(200, room));
  }

  /** Says which table the conditions are about; without one, none can be put. */
  public void about(@Nullable OpenTable table) {
    editor = table == null ? null : new ConditionEditor(ui, table, this::edited);
    add.setDisable(table == null);
  }

  /** Has the bar show conditions that come from elsewhere, without a way of its own to add one. */
  public void chipsOnly() {
    adds = false;
    fill(model.get());
  }

  /** Opens the editor for a new condition. */
  public void begin() {
    add.fire();
  }

  /** {@return what can be done here, for the command palette} */
  public List<Command> commands() {
    return List.of(
        Command.of("Filter…", "Shortcut+Shift+A", () -> !add.isDisabled(), this::begin),
        Command.of("Clear filters and sorting", null, this::any, model::clear),
        Command.of("Undo the last change of filters", null, model::undoable, model::undo));
  }

  private boolean any() {
    return !model.get().equals(FilterState.NONE);
  }

  private void edit(int place, @Nullable Field column) {
    if (editor == null) {
      return;
    }
    editing = place;
    var below = place < 0 ? (adds ? add : chips) : chips.getChildren().get(place);
    if (place >= 0) {
      editor.edit(below, model.get().conditions().get(place).predicate());
    } else {
      editor.begin(below, column);
    }
  }

  private void edited(Predicate predicate) {
    if (editing >= 0 && editing < model.get().conditions().size()) {
      model.replace(editing, predicate);
    } else {
      model.add(predicate);
    }
  }

  private void fill(FilterState state) {
    ZoneId zone = ui.zone().get();
    boolean mine = chips.isFocusWithin();
    chips.getChildren().clear();
    for (int i = 0; i < state.conditions().size(); i++) {
      int place = i;
      Condition condition = state.conditions().get(i);
      chips
          .getChildren()
          .add(
              new ConditionChip(
                  ConditionWords.of(condition.predicate(), zone),
                  condition.off(),
                  () -> edit(place, null),
                  () -> model.toggle(place),
                  () -> {
                    model.remove(place);
                    keyboard();
                  }));
    }
    if (adds) {
      chips.getChildren().add(add);
    }
    if (any()) {
      chips.getChildren().add(clear);
    }
    if (model.undoable()) {
      chips.getChildren().add(undo);
    }
    if (mine) {
      keyboard();
    }
  }

  /** What had the keyboard is gone. */
  private void keyboard() {
    (adds ? add : undo).requestFocus();
  }

  /** Nothing is filtered or sorted. */
  public void idle() {
    say("", false);
  }

  /** Rows are being looked for. */
  public void busy(Running<?> running, Runnable cancel) {
    say("Finding rows…", false);
    offer("Cancel", cancel);
    Background.follow(
        running,
        progress -> {
          if (act.isVisible()) {
            said.setText(told(progress));
          }
        });
  }

  private static String told(Progress progress) {
    return progress.known()
        ? String.format(
            Locale.ROOT, "%s · %d %%", progress.doing(), Math.round(progress.fraction() * 100))
        : progress.doing() + "…";
  }

  /** Rows were found. */
  public void found(long rows, OptionalLong of) {
    FilterState state = model.get();
    StringBuilder words = new StringBuilder();
    if (!state.view().filter().matchesAll()) {
      words.append(String.format(Locale.ROOT, "%,d", rows));
      of.ifPresent(all -> words.append(String.format(Locale.ROOT, " of %,d", all)));
      words.append(rows == 1 && of.isEmpty() ? " row" : " rows");
    }
    for (Order order : state.order()) {
      words.append(words.isEmpty() ? "Sorted by " : " · sorted by ");
      words.append(order.column()).append(order.descending() ? " ↓" : " ↑");
    }
    say(words.toString(), false);
  }

  /** Rows could not be found. */
  public void failed(Problem problem, Runnable again) {
    say(problem.sentence(), true);
    offer("Try again", again);
  }

  private void say(String words, boolean trouble) {
    said.setText(words);
    Tip.setText(said, words);
    said.setMinWidth(trouble ? 0 : USE_PREF_SIZE);
    said.pseudoClassStateChanged(TROUBLE, trouble);
    act.setVisible(false);
    act.setManaged(false);
  }

  private void offer(String words, Runnable action) {
    act.setText(words);
    act.setOnAction(e -> action.run());
    act.setVisible(true);
    act.setManaged(true);
  }

  /** Ends what runs for the bar. */
  public void close() {
    if (editor != null) {
      editor.close();
    }
  }
}
