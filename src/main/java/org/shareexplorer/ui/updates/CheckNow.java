package org.shareexplorer.ui.updates;

import java.time.InstantSource;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.workspace.release.Release;

/** A button that asks for a newer version at once, and what came of it beside it. */
public final class CheckNow extends HBox {

  private final Overlay overlay;
  private final Ui ui;
  private final UpdateChecks checks;
  private final Button check;
  private final Button more = new Button("What is new…");
  private final Label outcome = new Label();

  /**
   * A button for a pane of an overlay.
   *
   * @param label what stands on it
   */
  public CheckNow(String label, Overlay overlay, Ui ui, Remembered remembered) {
    super(10);
    this.overlay = overlay;
    this.ui = ui;
    check = new Button(label);
    checks = new UpdateChecks(ui, remembered, InstantSource.system());
    setAlignment(Pos.CENTER_LEFT);
    check.setId("update-check");
    check.setAccessibleText("Check now for a newer version");
    check.setMinWidth(Region.USE_PREF_SIZE);
    check.setOnAction(e -> ask());
    more.setId("update-news");
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.managedProperty().bind(more.visibleProperty());
    more.setVisible(false);
    outcome.setId("update-outcome");
    outcome.setWrapText(true);
    outcome.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(outcome, Priority.ALWAYS);
    getChildren().addAll(check, outcome, more);
    refresh();
  }

  /** Follows a change of the address. */
  void refresh() {
    boolean known = !checks.address().isEmpty();
    check.setDisable(!known);
    say(known ? "" : "There is no address to ask.", "soft");
  }

  private void ask() {
    check.setDisable(true);
    more.setVisible(false);
    say("Asking…", "soft");
    checks.now(this::found, this::wrong);
  }

  private void found(Optional<Release> newer) {
    check.setDisable(false);
    newer.ifPresentOrElse(
        release -> {
          say("Version " + release.number() + " is out.", "strong");
          more.setVisible(true);
          more.setOnAction(e -> ReleaseSheet.show(overlay, ui.desktop(), checks, release));
        },
        () -> say("You have the newest version.", "strong"));
  }

  private void wrong(Problem problem) {
    check.setDisable(false);
    say(problem.sentence(), "form-problem");
  }

  private void say(String text, String style) {
    outcome.setText(text);
    outcome.getStyleClass().setAll("label", "small", style);
  }
}
