package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.sql.Join;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;

/** By which columns a table is joined to those before it: a line for each pair. FX thread only. */
final class JoinKeys extends VBox {

  private final Runnable onChange;
  private final List<Line> lines = new ArrayList<>();

  /** A column of an earlier table. */
  record Earlier(int side, String label, Field field) {}

  private record Line(ComboBox<Earlier> left, ComboBox<Field> right) {}

  /**
   * No keys yet.
   *
   * @param onChange told of every change
   */
  JoinKeys(Runnable onChange) {
    super(6);
    this.onChange = onChange;
  }

  /**
   * Adds a pair.
   *
   * @param lefts the columns of the tables before
   * @param left the one chosen of them, if any
   * @param rights the columns of the table that is joined
   * @param right the one chosen of them, if any
   * @param table what people call that table
   */
  void add(
      List<Earlier> lefts,
      @Nullable Earlier left,
      List<Field> rights,
      @Nullable Field right,
      String table) {
    ComboBox<Earlier> from = new ComboBox<>();
    from.getItems().setAll(lefts);
    from.setConverter(Shown.by(earlier -> earlier.label() + "." + earlier.field().name()));
    from.setAccessibleText("Key among the tables before");
    from.setPromptText("Column");
    from.setValue(left);
    ComboBox<Field> to = new ComboBox<>();
    to.getItems().setAll(rights);
    to.setConverter(Shown.by(Field::name));
    to.setAccessibleText("Key of " + table);
    to.setPromptText("Column");
    to.setValue(right);
    Button remove = new Button("", Icon.CLOSE.node());
    remove.getStyleClass().add("icon-button");
    remove.setAccessibleText("Remove the key");
    Tip.setText(remove, "Remove the key");
    Label note = new Label();
    note.getStyleClass().addAll("soft", "small");
    note.setWrapText(true);
    note.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> note(from.getValue(), to.getValue()),
                from.valueProperty(),
                to.valueProperty()));
    HBox box = new HBox(8, new Label("where"), from, new Label("="), to, remove, note);
    box.setAlignment(Pos.CENTER_LEFT);
    Line line = new Line(from, to);
    remove.setOnAction(e -> {
      lines.remove(line);
      getChildren().remove(box);
      onChange.run();
    });
    from.setOnAction(e -> onChange.run());
    to.setOnAction(e -> onChange.run());
    lines.add(line);
    getChildren().add(box);
    onChange.run();
  }

  /** {@return what is to be known of two columns whose types differ, else nothing} */
  private static String note(@Nullable Earlier left, @Nullable Field right) {
    return left != null && right != null && new Join.Key(left.side(), left.field(), right).asText()
        ? "compared as texts: %s, %s".formatted(left.field().type().text(), right.type().text())
        : "";
  }

  /** Removes all of them, without a word. */
  void clear() {
    lines.clear();
    getChildren().clear();
  }

  /** Removes what is of an earlier table that is to be another one, without a word. */
  void without(int side) {
    for (Line line : List.copyOf(lines)) {
      Earlier left = line.left().getValue();
      if (left == null || left.side() == side) {
        lines.remove(line);
        getChildren().remove(line.left().getParent());
      } else {
        line.left().getItems().removeIf(one -> one.side() == side);
      }
    }
  }

  /** Offers these columns of earlier tables, too. */
  void also(List<Earlier> lefts) {
    for (Line line : lines) {
      lefts.stream()
          .filter(one -> !line.left().getItems().contains(one))
          .forEach(line.left().getItems()::add);
    }
  }

  /** {@return whether there is not even a pair to be chosen} */
  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** {@return the pairs of which both are chosen} */
  List<Join.Key> chosen() {
    return lines.stream()
        .filter(line -> line.left().getValue() != null && line.right().getValue() != null)
        .map(line ->
            new Join.Key(
                line.left().getValue().side(),
                line.left().getValue().field(),
                line.right().getValue()))
        .toList();
  }
}
