package org.shareexplorer.ui.connections;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.auth.ActivationLink;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Takes an activation link, says what it is, and uses it up once the person agrees. */
public final class ActivationPane {

  private static final String WHAT =
      "A provider on Databricks sends a link instead of a credential file. Paste it here as it is.";

  private final Overlay overlay;
  private final Connecting connecting;
  private final TextField field = new TextField();
  private final Label about = Sheet.words(WHAT);
  private final Label wrong = Sheet.words("");
  private final Sheet sheet = new Sheet("Use an activation link", field, about, wrong);
  private final Button fetch;
  private Optional<ActivationLink> link = Optional.empty();
  private boolean busy;

  private ActivationPane(Overlay overlay, Connecting connecting) {
    this.overlay = overlay;
    this.connecting = connecting;
    sheet.setPrefWidth(520);
    sheet.button("Cancel", overlay::close);
    fetch = sheet.button("Fetch the credential, once", this::fetch);
    fetch.setId("activate");
    fetch.setDefaultButton(true);
    fetch.setDisable(true);
    field.setId("activation-link");
    field.setAccessibleText("Activation link");
    field.setPromptText("https://…/delta_sharing/retrieve_config.html?…");
    field.textProperty().subscribe(this::typed);
    wrong.getStyleClass().setAll("label", "form-problem");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setVisible(false);
  }

  /** Shows the pane over the window. */
  public static void show(Overlay overlay, Connecting connecting) {
    ActivationPane pane = new ActivationPane(overlay, connecting);
    overlay.show(pane.sheet, Pos.CENTER, pane.field);
  }

  private void typed(String text) {
    link = Optional.empty();
    Problem fault = null;
    if (!text.isBlank()) {
      try {
        link = Optional.of(ActivationLink.parse(text));
      } catch (ProblemException e) {
        fault = e.problem();
      }
    }
    about.setText(
        link.map(each ->
                "The link is of "
                    + each.host()
                    + " and gives the credential of a share. It works only once: afterwards the"
                    + " credential is on this computer, encrypted, and nowhere else.")
            .orElse(WHAT));
    show(fault);
    update();
  }

  private void show(@Nullable Problem fault) {
    wrong.setVisible(fault != null);
    wrong.setText(fault == null ? "" : (fault.why() + " " + fault.remedy()).strip());
  }

  private void update() {
    fetch.setDisable(link.isEmpty() || busy);
    fetch.setText(busy ? "Fetching…" : "Fetch the credential, once");
    field.setDisable(busy);
  }

  private void fetch() {
    if (link.isEmpty()) {
      return;
    }
    busy = true;
    show(null);
    update();
    connecting.activate(
        link.get(),
        () -> {
          field.clear();
          overlay.close();
        },
        problem -> {
          busy = false;
          update();
          show(problem);
          field.requestFocus();
        });
  }
}
