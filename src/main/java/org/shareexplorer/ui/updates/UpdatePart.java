package org.shareexplorer.ui.updates;

import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.shareexplorer.settings.UpdateWishes;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;

/** The preferences' part about newer versions: whether to ask for them, and where. */
public final class UpdatePart extends VBox {

  private final Remembered remembered;
  private final String usual;
  private final TextField address = new TextField();
  private final CheckNow now;

  /** The part, for the preferences in an overlay. */
  public UpdatePart(Overlay overlay, Ui ui, Remembered remembered) {
    super(8);
    this.remembered = remembered;
    usual = ui.workspace().releases().usual();
    UpdateWishes wishes = remembered.get().updates();
    Label title = new Label("New versions");
    title.getStyleClass().add("card-title");
    CheckBox allowed = new CheckBox("Ask once a day whether there is a newer version");
    allowed.setId("update-allowed");
    allowed.setSelected(wishes.allowed());
    allowed.setOnAction(
        e -> remembered.change(p -> p.withUpdates(p.updates().withAllowed(allowed.isSelected()))));
    Label words =
        Sheet.words(
            "Only this address is asked, and nothing is told about you. Nothing is installed by itself.");
    words.getStyleClass().add("small");
    address.setId("update-address");
    address.setAccessibleText("Address to ask for newer versions");
    address.setPromptText(usual.isEmpty() ? "https://…" : usual);
    address.setText(wishes.address().orElse(""));
    now = new CheckNow("Check now", overlay, ui, remembered);
    address.textProperty().subscribe((before, text) -> choose(text.strip()));
    getChildren().addAll(title, allowed, words, address, now);
  }

  private void choose(String text) {
    Optional<String> other =
        text.isEmpty() || text.equals(usual) ? Optional.empty() : Optional.of(text);
    remembered.change(p -> p.withUpdates(p.updates().withAddress(other)));
    now.refresh();
  }
}
