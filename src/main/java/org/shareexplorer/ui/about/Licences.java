package org.shareexplorer.ui.about;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** The parts of the application on the left, the licence of the one chosen on the right. */
final class Licences {

  private Licences() {}

  /** Shows the pane over the window. */
  static void show(Overlay overlay) {
    ListView<Part> parts = new ListView<>(FXCollections.observableArrayList(Part.all()));
    parts.setId("parts");
    parts.setAccessibleText("Parts of the application");
    parts.setMinWidth(300);
    parts.setPrefWidth(300);
    parts.setCellFactory(list -> new Line());
    TextArea text = new TextArea();
    text.setId("licence-text");
    text.setAccessibleText("The licence of the part chosen");
    text.setEditable(false);
    text.setWrapText(true);
    text.setPrefColumnCount(20);
    HBox.setHgrow(text, Priority.ALWAYS);
    parts
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(part -> text.setText(part == null ? "" : part.text()));
    parts.getSelectionModel().selectFirst();
    HBox both = new HBox(12, parts, text);
    both.setPrefHeight(460);
    Sheet sheet =
        new Sheet(
            "Licences",
            Sheet.words(
                "Share Explorer is made of these parts. Each belongs to its authors and is used under its licence."),
            both);
    parts.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          // A list would keep it, to end an edit that there is none of.
          if (key.getCode() == KeyCode.ESCAPE) {
            overlay.close();
            key.consume();
          }
        });
    sheet.getStyleClass().add("licences");
    sheet.button("Close", overlay::close);
    overlay.show(sheet, Pos.CENTER, parts);
  }

  /** A part's name, and its licence below. */
  private static final class Line extends ListCell<Part> {
    @Override
    protected void updateItem(Part part, boolean empty) {
      super.updateItem(part, empty);
      if (empty || part == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label licence = new Label(part.licence());
      licence.getStyleClass().addAll("soft", "small");
      VBox lines = new VBox(1, new Label(part.name()), licence);
      lines.setMinHeight(Region.USE_PREF_SIZE);
      setGraphic(lines);
      setAccessibleText(part.name() + ", " + part.licence());
    }
  }
}
