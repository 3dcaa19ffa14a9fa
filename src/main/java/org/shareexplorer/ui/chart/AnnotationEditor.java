package org.shareexplorer.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Annotation;
import org.shareexplorer.chart.Annotation.Axis;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.ui.fx.Tip;

/** Title, note and marks that a person gives a chart. FX thread only. */
final class AnnotationEditor extends VBox {

  private final Consumer<ChartSpec> changed;
  private final TextField title = field("The chart's title");
  private final TextField note = field("A note below the chart's title");
  private final VBox marks = new VBox(2);
  private final Label mistake = new Label();
  private @Nullable ChartSpec shown;

  /**
   * Shows no chart yet.
   *
   * @param changed told the chart with other words and marks
   */
  AnnotationEditor(Consumer<ChartSpec> changed) {
    super(4);
    this.changed = changed;
    Label heading = new Label("Title and marks");
    heading.getStyleClass().add("chart-heading-small");
    mistake.getStyleClass().add("chart-mistake");
    mistake.setWrapText(true);
    mistake.managedProperty().bind(mistake.textProperty().isNotEmpty());
    note.setPromptText("Note below the title");
    Fields.onTaken(title, this::take);
    Fields.onTaken(note, this::take);
    MenuButton add = new MenuButton("Add a mark");
    add.setId("add-mark");
    add.getStyleClass().add("chart-button");
    Tip.setText(add, "Note something on the chart");
    add.getItems()
        .setAll(
            item("Line at a value", new Annotation.Line(Axis.ACROSS, "", "")),
            item("Range of values", new Annotation.Band(Axis.ACROSS, "", "", "")),
            item("Words beside a group", new Annotation.Words("", "")));
    HBox more = new HBox(add);
    more.setAlignment(Pos.CENTER_RIGHT);
    getChildren().setAll(heading, title, note, marks, mistake, more);
  }

  private static TextField field(String told) {
    TextField field = new TextField();
    field.getStyleClass().add("chart-words");
    field.setAccessibleText(told);
    Tip.setText(field, told);
    return field;
  }

  /** Shows what is said of a chart. */
  void show(ChartSpec spec) {
    AnnotatedSpec annotated = AnnotatedSpec.of(spec);
    boolean other = shown == null || !annotated.annotations().equals(drawn());
    shown = spec;
    title.setText(annotated.heading());
    title.setPromptText(annotated.of().title());
    note.setText(annotated.remark());
    if (other) {
      marks.getChildren().clear();
      annotated.annotations().forEach(this::add);
      mistake.setText("");
    }
  }

  private MenuItem item(String name, Annotation first) {
    MenuItem item = new MenuItem(name);
    item.setOnAction(_ -> add(first).begin());
    return item;
  }

  private MarkRow add(Annotation first) {
    MarkRow[] row = new MarkRow[1];
    row[0] =
        new MarkRow(
            first,
            this::take,
            () -> {
              marks.getChildren().remove(row[0]);
              take();
            });
    marks.getChildren().add(row[0]);
    return row[0];
  }

  private List<MarkRow> rows() {
    return marks.getChildren().stream().map(MarkRow.class::cast).toList();
  }

  /** {@return the marks that say all they need to} */
  private List<Annotation> drawn() {
    return rows().stream()
        .filter(row -> row.complete() && row.mistake().isEmpty())
        .map(MarkRow::mark)
        .toList();
  }

  private void take() {
    ChartSpec spec = shown;
    if (spec == null) {
      return;
    }
    mistake.setText(
        rows().stream().map(MarkRow::mistake).flatMap(Optional::stream).findFirst().orElse(""));
    ChartSpec wanted = AnnotatedSpec.of(spec).saying(title.getText(), note.getText(), drawn());
    if (!wanted.equals(spec)) {
      changed.accept(wanted);
    }
  }
}
