package org.shareexplorer.ui.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.fxml.FXMLLoader;

/** Loads this package's views. */
final class Views {

  private Views() {}

  /** Loads a view for a controller, whose fields are then set. */
  static void load(String file, Object controller) {
    FXMLLoader loader =
        new FXMLLoader(Views.class.getResource("/org/shareexplorer/ui/chart/" + file));
    loader.setController(controller);
    try {
      loader.load();
    } catch (IOException e) {
      throw new UncheckedIOException("The view " + file + " is damaged", e);
    }
  }
}
