package org.shareexplorer.ui.shell;

import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.palette.Command;

/** Which keys do what: of the tab in front, of the window, and those that are no commands. */
final class KeysSheet {

  /** What works where the keyboard is, and so is none of the window's commands. */
  private static final List<Map.Entry<String, String>> AROUND =
      List.of(
          Map.entry("Tab, Shift+Tab", "To the next control, to the one before"),
          Map.entry("Esc", "Close what was opened last, stop what runs"),
          Map.entry("Arrows, Page Up, Page Down, Home, End", "Move in rows, trees and charts"),
          Map.entry("Ctrl+arrows", "To the first or last row or column"),
          Map.entry("Shift+arrows", "Select more rows and columns"),
          Map.entry("Ctrl+C", "Copy what is selected"),
          Map.entry("Enter", "Open: a line of the tree, a tile's table, a bar's rows"));

  private static final List<Map.Entry<String, String>> TILE =
      List.of(
          Map.entry("Alt+arrows", "Move the tile"),
          Map.entry("Shift+Alt+arrows", "Make it wider, narrower, higher, lower"),
          Map.entry("F2", "Edit it"),
          Map.entry("Delete", "Remove it"));

  private KeysSheet() {}

  /**
   * Shows the keys over the window.
   *
   * @param here what can be done in the tab in front
   * @param everywhere what can be done in the window
   */
  static void show(Overlay overlay, List<Command> here, List<Command> everywhere) {
    VBox all = new VBox(14);
    section(all, "Here", commands(here));
    section(all, "Everywhere", commands(everywhere));
    section(all, "Where the keyboard is", AROUND);
    section(all, "On a dashboard's tile", TILE);
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setPrefHeight(460);
    scroll.getStyleClass().addAll("edge-to-edge", "keys-scroll");
    scroll.setAccessibleText("Keys");
    Sheet sheet = new Sheet("Keyboard shortcuts", scroll);
    sheet.getStyleClass().add("keys-sheet");
    Button close = sheet.button("Close", overlay::close);
    close.setCancelButton(true);
    overlay.show(sheet, Pos.CENTER, scroll);
  }

  private static List<Map.Entry<String, String>> commands(List<Command> commands) {
    return commands.stream()
        .filter(command -> command.keys() != null)
        .map(command -> Map.entry(command.keysText(), command.name()))
        .toList();
  }

  private static void section(VBox all, String title, List<Map.Entry<String, String>> keys) {
    if (keys.isEmpty()) {
      return;
    }
    GridPane grid = new GridPane(16, 6);
    ColumnConstraints words = new ColumnConstraints();
    words.setHgrow(Priority.ALWAYS);
    ColumnConstraints right = new ColumnConstraints();
    right.setHalignment(HPos.RIGHT);
    grid.getColumnConstraints().addAll(words, right);
    for (Map.Entry<String, String> key : keys) {
      grid.addRow(grid.getRowCount(), words(key), keys(key.getKey()));
    }
    Label head = new Label(title);
    head.getStyleClass().add("card-title");
    all.getChildren().add(new VBox(6, head, grid));
  }

  private static Label words(Map.Entry<String, String> key) {
    Label words = new Label(key.getValue());
    words.setMnemonicParsing(false);
    words.setAccessibleText(key.getValue() + ": " + key.getKey());
    words.setWrapText(true);
    return words;
  }

  private static Node keys(String text) {
    Label keys = new Label(text);
    keys.getStyleClass().add("key");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    GridPane.setValignment(keys, VPos.TOP);
    return keys;
  }
}
