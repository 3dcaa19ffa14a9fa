package org.shareexplorer.ui.chart;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.chart.Annotation;
import org.shareexplorer.chart.Annotation.Axis;
import org.shareexplorer.ui.fx.Tip;

/** A mark on a chart, to be changed: what it is, where, and its words. FX thread only. */
final class MarkRow extends VBox {

  private static final List<String> AXES = List.of("left to right", "bottom to top");

  private final Annotation first;
  private final ComboBox<String> axis = new ComboBox<>();
  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final TextField label = new TextField();

  /**
   * A row.
   *
   * @param first what it begins with; stays of this kind
   * @param changed called when something else is wanted
   * @param removed called when it is not wanted any more
   */
  MarkRow(Annotation first, Runnable changed, Runnable removed) {
    this.first = first;
    getStyleClass().add("chart-annotation");
    axis.getItems().setAll(AXES);
    axis.getStyleClass().add("chart-choice");
    axis.setAccessibleText("Axis of the mark");
    Tip.setText(axis, "Axis of the mark");
    Button remove = new Button("✕");
    remove.getStyleClass().add("chart-button");
    remove.setAccessibleText("Remove this mark");
    Tip.setText(remove, "Remove this mark");
    remove.setOnAction(_ -> removed.run());
    Label name = new Label();
    name.getStyleClass().add("chart-soft");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(name, gap, axis, remove);
    head.setAlignment(Pos.CENTER_LEFT);
    HBox fields = new HBox(4, from, to, label);
    HBox.setHgrow(label, Priority.ALWAYS);
    getChildren().setAll(head, fields);
    switch (first) {
      case Annotation.Line line -> {
        name.setText("line");
        fill(line.axis(), line.at(), "");
        prompt(from, "at", "Value, or day such as 2024-03-01, of the line");
      }
      case Annotation.Band band -> {
        name.setText("range");
        fill(band.axis(), band.from(), band.to());
        prompt(from, "from", "First value, or day such as 2024-03-01, of the range");
        prompt(to, "to", "Last value or day of the range");
      }
      case Annotation.Words words -> {
        name.setText("words");
        fill(Axis.ACROSS, words.beside(), "");
        prompt(from, "beside", "Name of the group, step or part");
      }
    }
    label.setText(first.label());
    prompt(label, "words", "Words of the mark");
    shown(axis, !(first instanceof Annotation.Words));
    shown(to, first instanceof Annotation.Band);
    from.setPrefColumnCount(first instanceof Annotation.Words ? 9 : 6);
    to.setPrefColumnCount(6);
    axis.valueProperty().addListener((_, _, _) -> changed.run());
    for (TextField field : List.of(from, to, label)) {
      Fields.onTaken(field, changed);
    }
  }

  private void fill(Axis on, String one, String other) {
    axis.setValue(on == Axis.ACROSS ? AXES.getFirst() : AXES.getLast());
    from.setText(one);
    to.setText(other);
  }

  private static void prompt(TextField field, String prompt, String told) {
    field.setPromptText(prompt);
    field.setAccessibleText(told);
    Tip.setText(field, told);
    field.getStyleClass().add("chart-words");
    field.setMinWidth(40);
  }

  private static void shown(Region control, boolean wanted) {
    control.setVisible(wanted);
    control.setManaged(wanted);
  }

  /** Puts the keyboard where it says what it is about. */
  void begin() {
    from.requestFocus();
  }

  /** {@return the mark as it is written now} */
  Annotation mark() {
    Axis on = Objects.equals(axis.getValue(), AXES.getFirst()) ? Axis.ACROSS : Axis.UP;
    String one = from.getText().strip();
    String words = label.getText().strip();
    return switch (first) {
      case Annotation.Line _ -> new Annotation.Line(on, one, words);
      case Annotation.Band _ -> new Annotation.Band(on, one, to.getText().strip(), words);
      case Annotation.Words _ -> new Annotation.Words(one, words);
    };
  }

  /** {@return whether all that it needs is there} */
  boolean complete() {
    boolean place = !from.getText().isBlank();
    return switch (first) {
      case Annotation.Line _ -> place;
      case Annotation.Band _ -> place && !to.getText().isBlank();
      case Annotation.Words _ -> place && !label.getText().isBlank();
    };
  }

  /** {@return what is wrong with it, for a person} */
  Optional<String> mistake() {
    return Stream.of(mark())
        .filter(_ -> complete())
        .flatMap(mark -> mark.mistakes().stream())
        .findFirst()
        .map(place -> place + " is neither a number nor a day such as 2024-03-01.");
  }
}
