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
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.sql.Pivot;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Tip;

/** A field by which rows are put together: its column and, of times, the step. FX thread only. */
final class KeyRow extends HBox {

  static final String NONE = "(none)";

  private final List<Field> fields;
  private final ComboBox<String> column = new ComboBox<>();
  private final ComboBox<String> step = new ComboBox<>();

  /**
   * A row.
   *
   * @param told what the field is for, to those who hear it
   * @param optional whether there need be none
   * @param changed called when something else is wanted
   * @param removed called when the field is not wanted any more; null if it stays
   */
  KeyRow(
      String told,
      List<Field> fields,
      Optional<Pivot.Key> first,
      boolean optional,
      Runnable changed,
      @Nullable Runnable removed) {
    super(4);
    this.fields = fields;
    setAlignment(Pos.CENTER_LEFT);
    Controls.choice(column, told);
    Controls.choice(step, told + ", step in time");
    column
        .getItems()
        .setAll(
            Stream.concat(
                    optional ? Stream.of(NONE) : Stream.of(), fields.stream().map(Field::name))
                .toList());
    step.getItems().setAll(Arrays.stream(Bucket.values()).map(KeyRow::word).toList());
    column.setValue(
        first.map(key -> key.field().name()).orElse(optional ? NONE : fields.getFirst().name()));
    step.setValue(word(first.flatMap(Pivot.Key::step).orElse(Bucket.MONTH)));
    HBox.setHgrow(column, Priority.ALWAYS);
    column.setMaxWidth(Double.MAX_VALUE);
    getChildren().setAll(column, step);
    if (removed != null) {
      Button remove = Controls.remove("Remove this field");
      remove.setOnAction(_ -> removed.run());
      getChildren().add(remove);
    }
    steps();
    column
        .valueProperty()
        .addListener((_, _, _) -> {
          steps();
          changed.run();
        });
    step.valueProperty().addListener((_, _, _) -> changed.run());
    Tip.setText(column, told);
  }

  private static String word(Bucket bucket) {
    return bucket.name().toLowerCase(Locale.ROOT);
  }

  private void steps() {
    boolean time = field().map(field -> timed(field)).orElse(false);
    step.setVisible(time);
    step.setManaged(time);
  }

  private static boolean timed(Field field) {
    return field.type() == Simple.DATE
        || field.type() == Simple.TIMESTAMP
        || field.type() == Simple.TIMESTAMP_NTZ;
  }

  private Optional<Field> field() {
    return fields.stream().filter(f -> f.name().equals(column.getValue())).findFirst();
  }

  /** {@return what is chosen} */
  Optional<Pivot.Key> key() {
    return field()
        .map(field ->
            new Pivot.Key(
                field,
                timed(field)
                    ? Optional.of(Bucket.valueOf(step.getValue().toUpperCase(Locale.ROOT)))
                    : Optional.empty()));
  }

  /** Puts the keyboard here. */
  void begin() {
    column.requestFocus();
  }
}
