package org.shareexplorer.ui.sql;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
   * @param deed what Enter and a double click do where nothing is written
   */
  record Line(@Nullable Icon icon, String text, String about, Supplier<String> sql, Runnable deed) {

    Line(@Nullable Icon icon, String text, String about, Supplier<String> sql) {
      this(icon, text, about, sql, () -> {});
    }

    Line(@Nullable Icon icon, String text, String about) {
      this(icon, text, about, () -> "");
    }
  }

  private final Ui ui;
  private final SqlDesk desk;
  private final Consumer<String> onWrite;
  private final TableListing listing;

  /** What is shown of each connection. */
  private final Map<TableListing.Line, TreeItem<Line>> shown = new HashMap<>();

  TableTree(Ui ui, SqlDesk desk, Consumer<String> onWrite, Runnable onListed) {
    this.ui = ui;
    this.desk = desk;
    this.onWrite = onWrite;
    getStyleClass().add("sql-tables");
    setShowRoot(false);
    setRoot(new TreeItem<>());
    setAccessibleText("Tables and columns");
    setCellFactory(_ -> new Cell(this::take));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          TreeItem<Line> item = getSelectionModel().getSelectedItem();
          if (key.getCode() == KeyCode.ENTER && item != null) {
            take(item.getValue());
            key.consume();
          }
        });
    listing =
        new TableListing(
            ui,
            desk,
            () -> {
              fill();
              onListed.run();
            });
    listing.follow();
  }

  private void take(Line line) {
    String sql = line.sql().get();
    if (sql.isEmpty()) {
      line.deed().run();
    } else {
      onWrite.accept(sql);
    }
  }

  /** Shows the connections there are, those that are as they were as they were. */
  private void fill() {
    Map<TableListing.Line, TreeItem<Line>> before = Map.copyOf(shown);
    shown.clear();
    for (TableListing.Line line : listing.lines()) {
      shown.put(line, Optional.ofNullable(before.get(line)).orElseGet(() -> item(line)));
    }
    getRoot().getChildren().setAll(listing.lines().stream().map(shown::get).toList());
  }

  private TreeItem<Line> item(TableListing.Line line) {
    Connection connection = line.connection();
    TreeItem<Line> item = new TreeItem<>(new Line(Icon.CONNECTION, connection.name(), ""));
    item.setExpanded(true);
    switch (line.state()) {
      case TableListing.State.Asking _ -> item.getChildren().add(note("Listing tables…"));
      case TableListing.State.Listed(var tables) -> show(item, tables);
      case TableListing.State.Failed(var problem) -> {
        problem.ifPresent(told -> item.getChildren().add(failed(told)));
        item.getChildren().add(again(() -> listing.ask(List.of(line))));
      }
    }
    return item;
  }

  private static TreeItem<Line> note(String words) {
    return new TreeItem<>(new Line(null, words, ""));
  }

  private static TreeItem<Line> failed(Problem problem) {
    return new TreeItem<>(new Line(Icon.WARNING, problem.what(), problem.sentence()));
  }

  private static TreeItem<Line> again(Runnable deed) {
    return new TreeItem<>(
        new Line(Icon.REFRESH, "Try again", "Double-click, or Enter", () -> "", deed));
  }

  private void show(TreeItem<Line> item, List<SqlTable> tables) {
    item.getChildren().setAll(tables.stream().map(this::item).toList());
    if (tables.isEmpty()) {
      item.getChildren().setAll(List.of(note("No tables")));
    }
  }

  private TreeItem<Line> item(SqlTable table) {
    TreeItem<Line> item =
        new TreeItem<>(
            new Line(
                Icon.TABLE,
                table.name().table(),
                table.fullSql(),
                () -> new Completion(listing.tables(), Map.of(), List.of()).written(table)));
    item.getChildren().add(note(""));
    item.expandedProperty()
        .subscribe(open -> {
          if (open) {
            columns(item, table);
          }
        });
    return item;
  }

  private void columns(TreeItem<Line> item, SqlTable table) {
    item.getChildren().setAll(List.of(note("Reading columns…")));
    ui.background()
        .start(
            job -> desk.columns(table, job),
            columns -> item.getChildren().setAll(columns.stream().map(TableTree::column).toList()),
            problem ->
                item.getChildren()
                    .setAll(List.of(failed(problem), again(() -> columns(item, table)))));
  }

  private static TreeItem<Line> column(Field field) {
    return new TreeItem<>(
        new Line(null, field.name(), field.type().text(), () -> SqlTable.word(field.name())));
  }

  /** Ends what runs for the tree. */
  void close() {
    listing.close();
  }

  private static final class Cell extends TreeCell<Line> {

    Cell(Consumer<Line> onTaken) {
      setOnMouseClicked(click -> {
        Line line = getItem();
        if (line != null
            && click.getButton() == MouseButton.PRIMARY
            && click.getClickCount() == 2) {
          onTaken.accept(line);
          click.consume();
        }
      });
      setOnDragDetected(drag -> {
        Line line = getItem();
        if (line != null && !line.sql().get().isEmpty()) {
          Dragboard board = startDragAndDrop(TransferMode.COPY);
          ClipboardContent content = new ClipboardContent();
          content.putString(line.sql().get());
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
