package org.shareexplorer.ui.start;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.ui.connections.Connecting;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.View;

/** Takes what a profile would hold, typed by hand. */
public final class EnterByHand {

  private final Overlay overlay;
  private final Connecting connecting;

  @FXML private VBox root;
  @FXML private TextField endpoint;
  @FXML private PasswordField token;
  @FXML private DatePicker expiration;
  @FXML private Button connect;

  private EnterByHand(Overlay overlay, Connecting connecting) {
    this.overlay = overlay;
    this.connecting = connecting;
    View.load(this);
  }

  /** Shows the fields over the window. */
  public static void show(Overlay overlay, Connecting connecting) {
    EnterByHand view = new EnterByHand(overlay, connecting);
    overlay.show(view.root, Pos.CENTER, view.endpoint);
  }

  @FXML
  private void initialize() {
    connect
        .disableProperty()
        .bind(
            endpoint
                .textProperty()
                .map(String::isBlank)
                .flatMap(blank -> token.textProperty().map(text -> blank || text.isBlank())));
  }

  @FXML
  private void connect() {
    String json =
        profile(endpoint.getText().strip(), token.getText().strip(), expiration.getValue());
    token.clear();
    overlay.close();
    connecting.addText(json, "what you entered");
  }

  @FXML
  private void cancel() {
    overlay.close();
  }

  /** The text of a profile, version 1; its last day counts whole. */
  static String profile(String endpoint, String token, @Nullable LocalDate lastDay) {
    var profile = new JsonMapper().createObjectNode();
    profile.put("shareCredentialsVersion", 1).put("endpoint", endpoint).put("bearerToken", token);
    if (lastDay != null) {
      profile.put(
          "expirationTime",
          lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toString());
    }
    return profile.toString();
  }
}
