package org.shareexplorer.ui.chart;

import javafx.scene.control.TextField;

/** How text fields tell that what was typed is meant. */
final class Fields {

  private Fields() {}

  /** Calls an action at Enter and when the keyboard goes elsewhere. */
  static void onTaken(TextField field, Runnable action) {
    field.setOnAction(_ -> action.run());
    field
        .focusedProperty()
        .addListener((_, _, focused) -> {
          if (!focused) {
            action.run();
          }
        });
  }
}
