package org.shareexplorer.ui.filter;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.fx.Ui;

/** Puts a condition together: a column, how it is to stand to something, and to what. */
final class ConditionEditor {

  private final Ui ui;
  private final List<Field> fields;
  private final Consumer<Predicate> done;
  private final Popup popup = new Popup();
  private final ComboBox<Field> column = new ComboBox<>();
  private final ComboBox<ConditionKind> kind = new ComboBox<>();
  private final TextField first = new TextField();
  private final TextField second = new TextField();
  private final HBox range = new HBox(8);
  private final HBox calendar = new HBox(8);
  private final ValueList values;
  private final CheckBox anyCase = new CheckBox("Capital letters do not matter");
  private final Label trouble = new Label();
  private boolean filling;

  /**
   * An editor.
   *
   * @param table what to find values to choose from in
   * @param done gets the condition
   */
  ConditionEditor(Ui ui, OpenTable table, Consumer<Predicate> done) {
    this.ui = ui;
    this.done = done;
    fields = table.snapshot().fields();
    values = new ValueList(ui, table);
    column.getItems().setAll(fields);
    column.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Field field) {
            return field == null ? "" : field.name();
          }

          @Override
          public @Nullable Field fromString(String name) {
            return null;
          }
        });
    column.setAccessibleText("Column");
    column.setMaxWidth(Double.MAX_VALUE);
    kind.setAccessibleText("Condition");
    kind.setMaxWidth(Double.MAX_VALUE);
    column
        .valueProperty()
        .subscribe(chosen -> {
          if (chosen != null && !filling) {
            lay(ConditionDraft.empty(chosen));
          }
        });
    kind.valueProperty()
        .subscribe(chosen -> {
          if (chosen != null && !filling) {
            arrange();
          }
        });
    column.setId("filter-column");
    kind.setId("filter-kind");
    first.setId("filter-first");
    second.setId("filter-second");
    first.setOnAction(e -> apply());
    second.setOnAction(e -> apply());
    range.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(first, Priority.ALWAYS);
    HBox.setHgrow(second, Priority.ALWAYS);
    trouble.getStyleClass().add("filter-trouble");
    trouble.setWrapText(true);
    Button ok = new Button("Apply");
    ok.getStyleClass().add("accent");
    ok.setDefaultButton(true);
    ok.setOnAction(e -> apply());
    ok.setId("filter-apply");
    Button cancel = new Button("Cancel");
    cancel.setOnAction(e -> popup.hide());
    HBox foot = new HBox(8, ok, cancel);
    VBox box = new VBox(8, column, kind, range, calendar, values, anyCase, trouble, foot);
    box.getStyleClass().add("filter-editor");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    popup.setOnHidden(e -> values.stop());
  }

  /** Opens for a new condition. */
  void begin(Node below, @Nullable Field on) {
    lay(ConditionDraft.empty(on == null ? fields.getFirst() : on));
    show(below);
    if (on == null) {
      column.requestFocus();
    } else {
      focus();
    }
  }

  /** Opens for a condition that is there. */
  void edit(Node below, Predicate predicate) {
    lay(ConditionDraft.of(predicate, zone()));
    show(below);
    focus();
  }

  private void show(Node below) {
    var bounds = below.localToScreen(below.getBoundsInLocal());
    popup.show(below, bounds.getMinX(), bounds.getMaxY() + 4);
  }

  private void focus() {
    if (first.getParent() != null) {
      first.requestFocus();
    } else {
      kind.requestFocus();
    }
  }

  private ZoneId zone() {
    return ui.zone().get();
  }

  private void lay(ConditionDraft draft) {
    filling = true;
    column.setValue(draft.column());
    kind.getItems().setAll(ConditionKind.of(draft.column().type()));
    kind.setValue(draft.kind());
    filling = false;
    first.setText(draft.first());
    second.setText(draft.second());
    anyCase.setSelected(draft.anyCase());
    values.choose(draft.values(), draft.nulls());
    arrange();
  }

  private void arrange() {
    ConditionKind chosen = kind.getValue();
    Field on = column.getValue();
    trouble.setText("");
    range.getChildren().clear();
    if (chosen == ConditionKind.BETWEEN) {
      first.setPromptText(on.type().temporal() ? "from, such as 2024-01-31" : "from");
      second.setPromptText("to");
      first.setAccessibleText("From");
      second.setAccessibleText("To");
      range.getChildren().addAll(first, second);
      if (on.type().temporal()) {
        calendar.getChildren().setAll(days(), presets());
      }
    } else if (chosen.single()) {
      first.setPromptText(
          chosen == ConditionKind.WRITTEN ? "amount >= 500 AND region <> 'APAC'" : "value");
      first.setAccessibleText(chosen.toString());
      range.getChildren().add(first);
    }
    shown(range, !range.getChildren().isEmpty());
    shown(calendar, chosen == ConditionKind.BETWEEN && on.type().temporal());
    shown(values, chosen.listed());
    shown(
        anyCase,
        List.of(
                ConditionKind.CONTAINS,
                ConditionKind.LACKS,
                ConditionKind.STARTS,
                ConditionKind.ENDS)
            .contains(chosen));
    shown(trouble, false);
    if (chosen.listed()) {
      values.load(on);
    }
  }

  /** A calendar: the first day chosen is where the range begins, the next one where it ends. */
  private MenuButton days() {
    MenuButton button = new MenuButton("Days");
    button.setMinWidth(Region.USE_PREF_SIZE);
    CustomMenuItem item = new CustomMenuItem(new DayRange(first, second), false);
    button.getItems().add(item);
    return button;
  }

  private MenuButton presets() {
    MenuButton button = new MenuButton("Presets");
    button.setMinWidth(Region.USE_PREF_SIZE);
    LocalDate today = LocalDate.now(zone());
    for (DatePreset preset : DatePreset.of(today)) {
      MenuItem item = new MenuItem(preset.words());
      item.setOnAction(e -> {
        first.setText(preset.from().toString());
        second.setText(preset.to().toString());
      });
      button.getItems().add(item);
    }
    return button;
  }

  private static void shown(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  private void apply() {
    ConditionDraft draft =
        new ConditionDraft(
            column.getValue(),
            kind.getValue(),
            first.getText(),
            second.getText(),
            values.chosen(),
            values.nulls(),
            anyCase.isSelected());
    try {
      Predicate predicate = draft.predicate(fields, zone());
      popup.hide();
      done.accept(predicate);
    } catch (Literals.Unfit e) {
      tell(String.valueOf(e.getMessage()));
    } catch (ProblemException e) {
      tell(e.problem().sentence());
    }
  }

  private void tell(String words) {
    trouble.setText(words);
    shown(trouble, true);
  }

  void close() {
    popup.hide();
    values.stop();
  }
}
