package org.shareexplorer.ui.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Icon;
import org.shareexplorer.ui.fx.Tip;
import org.shareexplorer.ui.fx.Ui;

/**
 * The tables of all connections and their columns, to be written into a query by a double click, by
 * Enter or by dragging. FX thread only.
 */
final class TableTree extends TreeView<TableTree.Line> {

  /**
   * A line.
   *
   * @param sql what is written into the query; empty for nothing
   */
  record Line(@Nullable Icon icon, String text, String about, String sql) {}

  private final Ui ui;
  private final SqlDesk desk;
  private final Runnable onListed;

  TableTree(Ui ui, SqlDesk desk, Consumer<String> onWrite, Runnable onListed) {
    this.ui = ui;
    this.desk = desk;
    this.onListed = onListed;
    getStyleClass().add("sql-tables");
    setShowRoot(false);
    setRoot(new TreeItem<>());
    setAccessibleText("Tables and columns");
    setCellFactory(_ -> new Cell(onWrite));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          TreeItem<Line> item = getSelectionModel().getSelectedItem();
          if (key.getCode() == KeyCode.ENTER && item != null && !item.getValue().sql().isEmpty()) {
            onWrite.accept(item.getValue().sql());
            key.consume();
          }
        });
    fill();
  }

  /** Shows the connections there are, and asks each for its tables. */
  void fill() {
    getRoot().getChildren().clear();
    for (Connection connection : ui.workspace().connections()) {
      TreeItem<Line> item = new TreeItem<>(new Line(Icon.CONNECTION, connection.name(), "", ""));
      item.setExpanded(true);
      item.getChildren().add(note("Listing tables…"));
      getRoot().getChildren().add(item);
      ui.background()
          .start(
              job -> desk.tables().list(connection, job),
              tables -> {
                show(item, tables);
                onListed.run();
              },
              problem -> failed(item, problem));
    }
  }

  private static TreeItem<Line> note(String words) {
    return new TreeItem<>(new Line(null, words, "", ""));
  }

  private static void failed(TreeItem<Line> item, Problem problem) {
    List<TreeItem<Line>> notes = new ArrayList<>();
    notes.add(new TreeItem<>(new Line(Icon.WARNING, problem.what(), problem.sentence(), "")));
    item.getChildren().setAll(notes);
  }

  private void show(TreeItem<Line> item, List<SqlTable> tables) {
    item.getChildren().setAll(tables.stream().map(this::item).toList());
    if (tables.isEmpty()) {
      item.getChildren().setAll(List.of(note("No tables")));
    }
  }

  private TreeItem<Line> item(SqlTable table) {
    TreeItem<Line> item =
        new TreeItem<>(new Line(Icon.TABLE, table.name().table(), table.fullSql(), table.sql()));
    item.getChildren().add(note("Reading columns…"));
    item.expandedProperty()
        .subscribe(open -> {
          if (open) {
            columns(item, table);
          }
        });
    return item;
  }

  private void columns(TreeItem<Line> item, SqlTable table) {
    ui.background()
        .start(
            job -> desk.columns(table, job),
            columns -> item.getChildren().setAll(columns.stream().map(TableTree::column).toList()),
            problem -> failed(item, problem));
  }

  private static TreeItem<Line> column(Field field) {
    return new TreeItem<>(
        new Line(null, field.name(), field.type().text(), SqlTable.word(field.name())));
  }

  private static final class Cell extends TreeCell<Line> {

    Cell(Consumer<String> onWrite) {
      setOnMouseClicked(click -> {
        Line line = getItem();
        if (line != null
            && !line.sql().isEmpty()
            && click.getButton() == MouseButton.PRIMARY
            && click.getClickCount() == 2) {
          onWrite.accept(line.sql());
          click.consume();
        }
      });
      setOnDragDetected(drag -> {
        Line line = getItem();
        if (line != null && !line.sql().isEmpty()) {
          Dragboard board = startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          content.putString(line.sql());
          board.setContent(content);
          drag.consume();
        }
      });
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
      super.updateItem(line, empty);
      setText(null);
      Tip.setText(this, "");
      setAccessibleText(null);
      if (empty || line == null) {
        setGraphic(null);
        return;
      }
      setAccessibleText(line.about().isEmpty() ? line.text() : line.text() + ", " + line.about());
      Label text = new Label(line.text());
      text.setMnemonicParsing(false);
      HBox box = new HBox(6);
      if (line.icon() != null) {
        box.getChildren().add(line.icon().node("faint"));
      }
      box.getChildren().add(text);
      if (line.icon() == null && !line.about().isEmpty()) {
        Label type = new Label(line.about());
        type.setMnemonicParsing(false);
        type.getStyleClass().addAll("faint", "small");
        box.getChildren().add(type);
      } else if (!line.about().isEmpty()) {
        Tip.setText(this, line.about());
      }
      setGraphic(box);
    }
  }
}
