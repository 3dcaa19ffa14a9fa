package org.shareexplorer.ui.table;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.ProblemPane;

/**
 * Strips below a table's head: that an older version is shown, that a newer one is out, or what
 * went wrong while the table stays in sight.
 */
final class VersionNotices {

  private final VBox place;
  private final Desktop desktop;
  private final Runnable latest;

  /**
   * Nothing to tell yet.
   *
   * @param latest opens the latest version
   */
  VersionNotices(VBox place, Desktop desktop, Runnable latest) {
    this.place = place;
    this.desktop = desktop;
    this.latest = latest;
  }

  /** Tells nothing more. */
  void clear() {
    place.getChildren().clear();
  }

  /** Says that an older version is shown. */
  void older(String version) {
    strip("You are looking at " + version + ".", "Back to the latest version");
  }

  /** Says that a newer version is out. */
  void newer(long version) {
    strip("Version " + version + " is out.", "Show it");
  }

  private void strip(String text, String doIt) {
    Label words = new Label(text);
    Button button = new Button(doIt);
    button.setOnAction(e -> latest.run());
    HBox strip = new HBox(12, words, button);
    strip.getStyleClass().add("version-strip");
    place.getChildren().setAll(strip);
  }

  /** Says what went wrong, after what was said already. */
  void failed(Problem problem, Runnable again) {
    place.getChildren().add(new ProblemPane(problem, desktop, again));
  }
}
