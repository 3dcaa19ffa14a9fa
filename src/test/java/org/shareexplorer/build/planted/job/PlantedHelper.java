package org.shareexplorer.build.planted.job;

import javafx.application.Platform;
import org.shareexplorer.build.planted.app.PlantedInApp;

/** Breaks walls on purpose: reaches up, uses JavaFX, and has a name that says nothing. */
final class PlantedHelper {

  static PlantedInApp reachUp() {
    Platform.runLater(() -> {});
    return new PlantedInApp();
  }

  private PlantedHelper() {}
}
