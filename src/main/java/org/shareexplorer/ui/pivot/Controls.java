package org.shareexplorer.ui.pivot;

import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.shareexplorer.ui.fx.Tip;

/** The looks of what a pivot is put together with. */
final class Controls {

  private Controls() {}

  static void choice(ComboBox<String> box, String told) {
    box.getStyleClass().add("pivot-choice");
    box.setAccessibleText(told);
    Tip.setText(box, told);
    box.setMinWidth(60);
  }

  static Button remove(String told) {
    Button remove = new Button("✕");
    remove.getStyleClass().add("chart-button");
    remove.setAccessibleText(told);
    Tip.setText(remove, told);
    remove.setMinWidth(Region.USE_PREF_SIZE);
    return remove;
  }

  static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("chart-heading-small");
    return label;
  }

  static Label quiet(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("chart-soft");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
