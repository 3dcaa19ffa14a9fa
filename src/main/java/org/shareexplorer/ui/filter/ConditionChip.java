package org.shareexplorer.ui.filter;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.shareexplorer.ui.fx.Tip;

/** A condition: pressed to edit it, with a cross to take it away and a menu for the rest. */
final class ConditionChip extends HBox {

  private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

  ConditionChip(
      ConditionWords words, boolean off, Runnable edit, Runnable toggle, Runnable remove) {
    getStyleClass().add("filter-chip");
    setAlignment(Pos.CENTER_LEFT);
    pseudoClassStateChanged(OFF, off);
    HBox text =
        new HBox(
            4,
            part(words.column(), "filter-column"),
            part(words.verb(), "filter-verb"),
            part(words.value(), "filter-value"));
    text.setAlignment(Pos.CENTER_LEFT);
    Button body = new Button("", text);
    body.getStyleClass().add("filter-chip-body");
    body.setAccessibleText(
        "Filter: " + words.text() + (off ? ", off" : "") + ". Press to edit, Delete to remove.");
    Tip.setText(body, words.text() + (off ? " (off)" : ""));
    body.setOnAction(e -> edit.run());
    body.setOnKeyPressed(e -> {
      if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
        remove.run();
        e.consume();
      }
    });
    body.setContextMenu(
        new ContextMenu(
            item("Edit…", edit),
            item(off ? "Turn on" : "Turn off for now", toggle),
            item("Remove", remove)));
    Button cross = new Button("×");
    cross.getStyleClass().add("filter-chip-remove");
    cross.setAccessibleText("Remove the filter " + words.text());
    Tip.setText(cross, "Remove this filter (Delete)");
    cross.setOnAction(e -> remove.run());
    getChildren().addAll(body, cross);
  }

  private static Label part(String words, String styleClass) {
    Label label = new Label(words);
    label.setMnemonicParsing(false);
    label.getStyleClass().add(styleClass);
    label.setManaged(!words.isEmpty());
    return label;
  }

  private static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> action.run());
    return item;
  }
}
