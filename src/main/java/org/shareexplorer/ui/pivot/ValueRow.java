package org.shareexplorer.ui.pivot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.table.Field;

/** A figure of a pivot: what is computed, of which column. FX thread only. */
final class ValueRow extends HBox {

  private static final String ROWS = "rows";

  private final List<Field> fields;
  private final ComboBox<String> aggregate = new ComboBox<>();
  private final ComboBox<String> column = new ComboBox<>();
  private boolean filling;

  /**
   * A row.
   *
   * @param changed called when something else is wanted
   * @param removed called when the figure is not wanted any more
   */
  ValueRow(List<Field> fields, Pivot.Value first, Runnable changed, Runnable removed) {
    super(4);
    this.fields = fields;
    setAlignment(Pos.CENTER_LEFT);
    Controls.choice(aggregate, "Figure");
    Controls.choice(column, "Column of the figure");
    aggregate
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(ROWS),
                    Arrays.stream(Aggregate.values())
                        .filter(a -> fields.stream().anyMatch(f -> a.fits(f.type())))
                        .map(ValueRow::word))
                .toList());
    aggregate.setValue(first.field().isEmpty() ? ROWS : word(first.aggregate()));
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMaxWidth(Double.MAX_VALUE);
    Button remove = Controls.remove("Remove this figure");
    remove.setOnAction(_ -> removed.run());
    getChildren().setAll(aggregate, column, remove);
    offer();
    first.field().ifPresent(field -> column.setValue(field.name()));
    aggregate
        .valueProperty()
        .addListener((_, _, _) -> {
          offer();
          changed.run();
        });
    column
        .valueProperty()
        .addListener((_, _, _) -> {
          if (!filling) {
            changed.run();
          }
        });
  }

  private static String word(Aggregate aggregate) {
    return aggregate.name().toLowerCase(Locale.ROOT);
  }

  /** Offers the columns that the figure can be computed of. */
  private void offer() {
    filling = true;
    boolean rows = aggregate.getValue().equals(ROWS);
    column.setVisible(!rows);
    column.setManaged(!rows);
    String before = column.getValue();
    List<String> fitting =
        rows
            ? List.of()
            : fields.stream()
                .filter(field -> wanted().fits(field.type()))
                .map(Field::name)
                .toList();
    column.getItems().setAll(fitting);
    if (!fitting.isEmpty()) {
      column.setValue(fitting.contains(before) ? before : fitting.getFirst());
    }
    filling = false;
  }

  private Aggregate wanted() {
    String word = aggregate.getValue();
    return word.equals(ROWS) ? Aggregate.COUNT : Aggregate.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** {@return what is chosen} */
  Pivot.Value value() {
    return new Pivot.Value(
        wanted(),
        aggregate.getValue().equals(ROWS)
            ? Optional.empty()
            : fields.stream().filter(f -> f.name().equals(column.getValue())).findFirst());
  }

  /** Puts the keyboard here. */
  void begin() {
    aggregate.requestFocus();
  }
}
