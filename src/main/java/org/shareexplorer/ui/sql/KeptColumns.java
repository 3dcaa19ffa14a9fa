package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import org.shareexplorer.table.Field;

/** Which columns of a table the result of a join has. FX thread only. */
final class KeptColumns extends MenuButton {

  private final Runnable onChange;
  private final List<Field> fields = new ArrayList<>();
  private final List<CheckBox> boxes = new ArrayList<>();

  /**
   * No columns yet.
   *
   * @param onChange told of every choice
   */
  KeptColumns(Runnable onChange) {
    this.onChange = onChange;
    setMinWidth(USE_PREF_SIZE);
    offer(List.of(), List.of());
  }

  /**
   * Offers other columns.
   *
   * @param without the names of those that are not chosen
   */
  void offer(List<Field> columns, List<String> without) {
    fields.clear();
    fields.addAll(columns);
    boxes.clear();
    getItems().clear();
    for (Field field : columns) {
      CheckBox box = new CheckBox(field.name());
      box.setMnemonicParsing(false);
      box.setSelected(!without.contains(field.name()));
      box.setOnAction(_ -> {
        count();
        onChange.run();
      });
      boxes.add(box);
      getItems().add(new CustomMenuItem(box, false));
    }
    setDisable(columns.isEmpty());
    count();
  }

  private void count() {
    setText(
        fields.isEmpty()
            ? "Columns"
            : "Columns (%d of %d)".formatted(kept().size(), fields.size()));
  }

  /** {@return the names of those that are not chosen} */
  List<String> without() {
    return fields.stream().filter(field -> !kept().contains(field)).map(Field::name).toList();
  }

  /** {@return those that are chosen, in the table's order} */
  List<Field> kept() {
    return IntStream.range(0, boxes.size())
        .filter(i -> boxes.get(i).isSelected())
        .mapToObj(fields::get)
        .toList();
  }
}
