package org.shareexplorer.ui.grid;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shareexplorer.ui.fx.Icon;

/** The pane at the right of the grid: the selected column, or the selected row, in full. */
final class SidePane extends BorderPane {

  private final ToggleButton column = new ToggleButton("Column");
  private final ToggleButton row = new ToggleButton("Row");

  /** What the words at its top do. */
  interface Events {
    void showColumn();

    void showRow();

    void hideSide();
  }

  SidePane(Events events) {
    getStyleClass().add("side-pane");
    ToggleGroup group = new ToggleGroup();
    column.setToggleGroup(group);
    row.setToggleGroup(group);
    column.getStyleClass().add("side-tab");
    row.getStyleClass().add("side-tab");
    column.setTooltip(new Tooltip("Figures of the selected column (I)"));
    row.setTooltip(new Tooltip("All columns of the selected row (Space)"));
    column.setOnAction(_ -> events.showColumn());
    row.setOnAction(_ -> events.showRow());
    Button close = new Button("", Icon.CLOSE.node());
    close.getStyleClass().add("icon-button");
    close.setAccessibleText("Close the pane");
    close.setTooltip(new Tooltip("Close the pane (Esc)"));
    close.setOnAction(_ -> events.hideSide());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(4, column, row, gap, close);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("side-head");
    setTop(head);
    setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.ESCAPE) {
        events.hideSide();
        e.consume();
      }
    });
  }

  /** Shows the column, or else the row. */
  void show(Node content, boolean ofColumn) {
    setCenter(content);
    column.setSelected(ofColumn);
    row.setSelected(!ofColumn);
  }
}
