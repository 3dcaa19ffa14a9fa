package org.shareexplorer.ui.fx;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A small pane with a title, words or fields, and buttons; shown in an {@link Overlay}. */
public final class Sheet extends VBox {

  private final HBox buttons = new HBox(8);

  /** A sheet without buttons yet. */
  public Sheet(String title, Node... content) {
    getStyleClass().add("question");
    Label head = new Label(title);
    head.getStyleClass().add("sheet-title");
    getChildren().add(head);
    getChildren().addAll(content);
    buttons.setAlignment(Pos.CENTER_RIGHT);
    buttons.getStyleClass().add("sheet-buttons");
    getChildren().add(buttons);
  }

  /** {@return words that wrap} */
  public static Label words(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().add("soft");
    return label;
  }

  /** Adds a button, to the right of those before. */
  public Button button(String text, Runnable action) {
    Button button = new Button(text);
    button.setOnAction(e -> action.run());
    buttons.getChildren().add(button);
    return button;
  }

  /** Asks before something is done that cannot be undone. */
  public static void confirm(
      Overlay overlay, String title, String words, String doIt, Runnable action) {
    Sheet sheet = new Sheet(title, words(words));
    Button cancel = sheet.button("Cancel", overlay::close);
    Button yes =
        sheet.button(
            doIt,
            () -> {
              overlay.close();
              action.run();
            });
    yes.getStyleClass().add("danger");
    overlay.show(sheet, Pos.CENTER, cancel);
  }

  /** Asks for a line of text, which may not be blank. */
  public static void ask(
      Overlay overlay, String title, String doIt, String text, Consumer<String> action) {
    TextField field = new TextField(text);
    field.setAccessibleText(title);
    Sheet sheet = new Sheet(title, field);
    sheet.button("Cancel", overlay::close);
    Button yes =
        sheet.button(
            doIt,
            () -> {
              overlay.close();
              action.accept(field.getText().strip());
            });
    yes.setDefaultButton(true);
    yes.disableProperty().bind(field.textProperty().map(String::isBlank));
    overlay.show(sheet, Pos.CENTER, field);
    field.selectAll();
  }
}
