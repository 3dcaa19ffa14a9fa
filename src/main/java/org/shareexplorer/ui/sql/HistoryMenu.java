package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.shareexplorer.ui.fx.Tip;

/** Earlier queries below a button, to be searched and taken up again. */
final class HistoryMenu {

  private final Popup popup = new Popup();
  private final TextField search = new TextField();
  private final ListView<String> list = new ListView<>();
  private final List<String> queries;
  private final Consumer<String> onChosen;

  HistoryMenu(List<String> queries, Consumer<String> onChosen) {
    this.queries = queries;
    this.onChosen = onChosen;
    search.setPromptText("Search queries");
    search.setAccessibleText("Search queries");
    list.setCellFactory(_ -> {
      Line line = new Line();
      line.setOnMouseClicked(_ -> {
        if (!line.isEmpty()) {
          choose();
        }
      });
      return line;
    });
    list.setPrefSize(520, 260);
    list.setPlaceholder(new Label(queries.isEmpty() ? "No query was run yet." : "None matches."));
    search.textProperty().subscribe(this::filter);
    VBox box = new VBox(8, search, list);
    box.getStyleClass().add("sql-history");
    box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    popup.getContent().add(box);
    popup.setAutoHide(true);
  }

  private void filter(String words) {
    String wanted = words.toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(queries.stream().filter(q -> q.toLowerCase(Locale.ROOT).contains(wanted)).toList());
    list.getSelectionModel().select(0);
  }

  private void key(KeyEvent key) {
    int at = list.getSelectionModel().getSelectedIndex();
    switch (key.getCode()) {
      case KeyCode.DOWN -> list.getSelectionModel().select(at + 1);
      case KeyCode.UP -> list.getSelectionModel().select(Math.max(0, at - 1));
      case KeyCode.ENTER -> choose();
      case KeyCode.ESCAPE -> popup.hide();
      default -> {
        return;
      }
    }
    list.scrollTo(list.getSelectionModel().getSelectedIndex());
    key.consume();
  }

  private void choose() {
    String chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      popup.hide();
      onChosen.accept(chosen);
    }
  }

  void show(Node below) {
    Bounds place = below.localToScreen(below.getBoundsInLocal());
    popup.show(below, place.getMinX(), place.getMaxY() + 2);
    search.requestFocus();
  }

  private static final class Line extends ListCell<String> {

    Line() {
      // As wide as the list, its end left out, rather than to be scrolled to.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(String query, boolean empty) {
      super.updateItem(query, empty);
      setText(empty || query == null ? null : query.strip().replaceAll("\\s+", " "));
      Tip.setText(this, empty || query == null ? "" : query);
    }
  }
}
