package org.shareexplorer.ui.filter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.ProfileQuestion;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Literals;
import org.shareexplorer.ui.fx.Background.Latest;
import org.shareexplorer.ui.fx.Ui;

/** Values of a column to be ticked: those that are frequent in a sample, and any that is typed. */
final class ValueList extends VBox {

  private final Ui ui;
  private final OpenTable table;
  private final Latest asking;
  private final TextField another = new TextField();
  private final VBox boxes = new VBox(6);
  private final Label said = new Label();
  private final Set<Object> ticked = new LinkedHashSet<>();
  private List<Object> known = List.of();
  private boolean nulls;
  private @Nullable Field column;

  ValueList(Ui ui, OpenTable table) {
    super(6);
    this.ui = ui;
    this.table = table;
    asking = ui.background().latest();
    another.setPromptText("Another value, then Enter");
    another.setAccessibleText("Another value");
    another.setOnAction(e -> {
      addTyped();
      e.consume();
    });
    said.getStyleClass().addAll("faint", "small");
    said.setWrapText(true);
    ScrollPane scroll = new ScrollPane(boxes);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(220);
    scroll.setPrefViewportHeight(180);
    getChildren().addAll(scroll, another, said);
  }

  /** Ticks values, and nothing else. */
  void choose(List<Object> values, boolean withNull) {
    ticked.clear();
    ticked.addAll(values);
    nulls = withNull;
    known = List.of();
    column = null;
    another.clear();
    fill();
  }

  List<Object> chosen() {
    addTyped();
    return List.copyOf(ticked);
  }

  boolean nulls() {
    return nulls;
  }

  /** Looks for values of a column to offer. */
  void load(Field on) {
    if (on.equals(column)) {
      return;
    }
    column = on;
    said.setText("Looking for frequent values…");
    var _ =
        asking.start(
            job -> table.ask(new ProfileQuestion(on.name(), Extent.SAMPLE), job),
            profile -> {
              known = profile.top().stream().map(value -> value.value()).toList();
              said.setText(known.isEmpty() ? "No value is frequent: type those you look for." : "");
              fill();
            },
            problem -> said.setText(problem.sentence()));
  }

  private void addTyped() {
    Field on = column;
    if (on == null || another.getText().isEmpty()) {
      return;
    }
    try {
      ticked.add(Literals.value(on, another.getText()));
      another.clear();
      said.setText("");
      fill();
    } catch (Literals.Unfit e) {
      said.setText(String.valueOf(e.getMessage()));
    }
  }

  private void fill() {
    Set<Object> all = new LinkedHashSet<>(ticked);
    all.addAll(known);
    List<CheckBox> shown = new ArrayList<>();
    for (Object value : all) {
      String text = CellText.display(value, ui.zone().get());
      CheckBox box = box(text.isEmpty() ? "(empty)" : text, ticked.contains(value));
      box.selectedProperty()
          .subscribe(on -> {
            if (on) {
              ticked.add(value);
            } else {
              ticked.remove(value);
            }
          });
      shown.add(box);
    }
    CheckBox none = box("null", nulls);
    none.getStyleClass().add("filter-null");
    none.selectedProperty().subscribe(on -> nulls = on);
    shown.add(none);
    boxes.getChildren().setAll(shown);
  }

  private static CheckBox box(String text, boolean selected) {
    CheckBox box = new CheckBox(text);
    box.setMnemonicParsing(false);
    box.setSelected(selected);
    return box;
  }

  void stop() {
    asking.cancel();
    if (known.isEmpty()) {
      column = null;
    }
  }
}
