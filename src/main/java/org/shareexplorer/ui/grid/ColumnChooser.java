package org.shareexplorer.ui.grid;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** A list of all columns with a box to tick each, searched by name; shown below a button. */
final class ColumnChooser {

  private final GridState state;
  private final Popup popup = new Popup();
  private final TextField search = new TextField();
  private final VBox list = new VBox();

  ColumnChooser(GridState state) {
    this.state = state;
    search.setPromptText("Search columns");
    search.setAccessibleText("Search columns");
    search.textProperty().subscribe(this::fill);
    list.getStyleClass().add("column-list");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setMaxHeight(340);
    Button all = new Button("Show all");
    all.setOnAction(e -> change(state.layout().showAll()));
    Label hint = new Label("At least one stays.");
    hint.getStyleClass().addAll("faint", "small");
    HBox foot = new HBox(10, all, hint);
    foot.getStyleClass().add("column-foot");
    VBox box = new VBox(8, search, scroll, foot);
    box.getStyleClass().add("column-chooser");
    popup.getContent().add(box);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
  }

  void show(Node below) {
    search.clear();
    fill();
    var bounds = below.localToScreen(below.getBoundsInLocal());
    popup.show(below, bounds.getMinX(), bounds.getMaxY() + 4);
    search.requestFocus();
  }

  boolean showing() {
    return popup.isShowing();
  }

  private void change(ColumnLayout changed) {
    state.arrange(changed);
    fill();
  }

  private void fill() {
    String sought = search.getText().strip().toLowerCase(Locale.ROOT);
    list.getChildren()
        .setAll(
            state.layout().columns().stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).contains(sought))
                .map(this::box)
                .toList());
  }

  private CheckBox box(GridColumn column) {
    CheckBox box = new CheckBox(column.name());
    box.setMnemonicParsing(false);
    box.setSelected(!column.hidden());
    box.setDisable(!column.hidden() && state.layout().shown().size() == 1);
    box.setOnAction(e -> {
      ColumnLayout layout = state.layout();
      state.arrange(box.isSelected() ? layout.show(column.index()) : layout.hide(column.index()));
      fill();
      list.getChildren().stream()
          .filter(node -> ((CheckBox) node).getText().equals(column.name()))
          .findFirst()
          .ifPresent(Node::requestFocus);
    });
    return box;
  }
}
