package org.shareexplorer.ui.connections;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.profile.ProfileDraft;
import org.shareexplorer.profile.ProfileGap;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Fields for what a credential file leaves open. */
final class GapForm {

  private static final List<Desktop.FileKind> KEYS =
      List.of(
          new Desktop.FileKind("Private keys", "*.pem"), new Desktop.FileKind("All files", "*"));

  private final Overlay overlay;
  private final Desktop desktop;
  private final ProfileDraft draft;
  private final CredentialQuestions.Filled then;
  private final Map<ProfileGap, TextField> fields = new EnumMap<>(ProfileGap.class);
  private final Label wrong = Sheet.words("");

  private GapForm(
      Overlay overlay, Desktop desktop, ProfileDraft draft, CredentialQuestions.Filled then) {
    this.overlay = overlay;
    this.desktop = desktop;
    this.draft = draft;
    this.then = then;
  }

  static void show(
      Overlay overlay, Desktop desktop, ProfileDraft draft, CredentialQuestions.Filled then) {
    new GapForm(overlay, desktop, draft, then).show();
  }

  private void show() {
    VBox lines = new VBox(12);
    draft.gaps().forEach(gap -> lines.getChildren().add(line(gap)));
    wrong.getStyleClass().setAll("label", "form-problem");
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.setVisible(false);
    Sheet sheet =
        new Sheet(
            "Complete " + draft.source(),
            Sheet.words(
                "The provider left these for you to fill in, as they come from your own side:"
                    + " usually from whoever runs your organisation's sign-in."),
            lines,
            wrong);
    sheet.setPrefWidth(480);
    sheet.button("Cancel", overlay::close);
    Button connect = sheet.button("Connect", () -> {});
    connect.setId("gap-connect");
    connect.setDefaultButton(true);
    BooleanBinding incomplete =
        Bindings.createBooleanBinding(
            () -> fields.values().stream().anyMatch(field -> field.getText().isBlank()),
            fields.values().stream()
                .map(TextField::textProperty)
                .toArray(i -> new javafx.beans.Observable[i]));
    connect.disableProperty().bind(incomplete);
    connect.setOnAction(e -> connect());
    overlay.show(sheet, Pos.CENTER, fields.values().iterator().next());
  }

  private Node line(ProfileGap gap) {
    TextField field = gap.secret() ? new PasswordField() : new TextField();
    field.setId("gap-" + gap.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    field.setAccessibleText(gap.label());
    fields.put(gap, field);
    Label label = new Label(gap.label());
    label.setLabelFor(field);
    if (gap != ProfileGap.KEY_FILE) {
      return new VBox(5, label, field);
    }
    Button choose = new Button("Choose…");
    choose.setOnAction(e ->
        desktop
            .chooseFile("The private key's file", KEYS)
            .map(Path::toString)
            .ifPresent(field::setText));
    HBox.setHgrow(field, Priority.ALWAYS);
    return new VBox(5, label, new HBox(8, field, choose));
  }

  private void connect() {
    Map<ProfileGap, String> values = new EnumMap<>(ProfileGap.class);
    fields.forEach((gap, field) -> values.put(gap, field.getText()));
    wrong.setVisible(false);
    then.take(draft.with(values), overlay::close, this::wrong);
  }

  private void wrong(Problem problem) {
    wrong.setText((problem.why() + " " + problem.remedy()).strip());
    wrong.setVisible(true);
    fields.values().iterator().next().requestFocus();
  }
}
