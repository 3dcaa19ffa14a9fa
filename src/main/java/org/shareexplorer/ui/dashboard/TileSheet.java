package org.shareexplorer.ui.dashboard;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.SummaryContent;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Asks for a tile's title and note, and for the words, the filter or the query that it is of. */
final class TileSheet {

  private TileSheet() {}

  static void show(Overlay overlay, String what, Tile tile, Consumer<Tile> then) {
    TextField title = new TextField(tile.title());
    title.setPromptText(tile.content().title());
    TextField note = new TextField(tile.note());
    Optional<TextArea> words = words(tile.content()).map(TextArea::new);
    VBox fields = new VBox(6, named("Title", title), named("Note", note));
    fields.setPrefWidth(520);
    words.ifPresent(area -> {
      area.setPrefRowCount(tile.content() instanceof TextContent ? 6 : 8);
      area.setWrapText(true);
      if (!(tile.content() instanceof TextContent)) {
        area.getStyleClass().add("tile-code");
      }
      fields.getChildren().add(named(nameOf(tile.content()), area));
    });
    Sheet sheet = new Sheet(what, fields);
    sheet.button("Cancel", overlay::close);
    Button done =
        sheet.button(
            "Done",
            () -> {
              overlay.close();
              Content content =
                  words.map(area -> with(tile.content(), area.getText())).orElse(tile.content());
              then.accept(
                  tile.named(title.getText().strip(), note.getText().strip()).showing(content));
            });
    done.setDefaultButton(true);
    done.getStyleClass().add("accent");
    words.ifPresent(area -> area.addEventFilter(KeyEvent.KEY_PRESSED, key -> leave(key, done)));
    overlay.show(
        sheet,
        Pos.CENTER,
        tile.content() instanceof TextContent && words.isPresent() ? words.get() : title);
  }

  /** Words have no tabs: the key goes on, as in other fields. So does Enter with Ctrl or Cmd. */
  private static void leave(KeyEvent key, Button done) {
    if (key.getCode() == KeyCode.TAB && key.getTarget() instanceof Node area) {
      area.requestFocusTraversal(
          key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
      done.fire();
      key.consume();
    }
  }

  private static Node named(String name, Node field) {
    Label label = new Label(name);
    label.getStyleClass().add("soft");
    label.setLabelFor(field);
    field.setAccessibleText(name);
    return new VBox(2, label, field);
  }

  private static String nameOf(Content content) {
    return switch (content) {
      case TextContent _ -> "Text";
      case Content.OfRows of ->
          of.source() instanceof Source.OfQuery
              ? "Query"
              : "Only rows where (empty for all), such as total_amount > 100";
    };
  }

  private static Optional<String> words(Content content) {
    return Optional.of(
        switch (content) {
          case TextContent(String text) -> text;
          case Content.OfRows of ->
              switch (of.source()) {
                case Source.OfTable(String _, String filter) -> filter;
                case Source.OfQuery(String sql) -> sql;
              };
        });
  }

  private static Content with(Content content, String words) {
    return switch (content) {
      case TextContent _ -> new TextContent(words.strip());
      case ChartContent(Source source, var chart) -> new ChartContent(with(source, words), chart);
      case SummaryContent(Source source, var columns) ->
          new SummaryContent(with(source, words), columns);
      case FiguresContent(Source source) -> new FiguresContent(with(source, words));
      case RowsContent(Source source, int most) -> new RowsContent(with(source, words), most);
    };
  }

  private static Source with(Source source, String words) {
    return switch (source) {
      case Source.OfTable(String table, String _) -> new Source.OfTable(table, words.strip());
      case Source.OfQuery old -> words.isBlank() ? old : new Source.OfQuery(words.strip());
    };
  }
}
