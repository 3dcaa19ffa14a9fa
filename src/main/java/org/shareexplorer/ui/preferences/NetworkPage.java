package org.shareexplorer.ui.preferences;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.Secret;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.fx.View;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.network.NetworkPreferences;

/** The proxy, a test of it, and the company's certificates. */
final class NetworkPage {

  private final Ui ui;
  private final Network network;
  private final Background.Latest proxying;
  private final Background.Latest testing;
  private NetworkPreferences kept = NetworkPreferences.USUAL;

  @FXML private VBox root;
  @FXML private RadioButton system;
  @FXML private RadioButton none;
  @FXML private RadioButton manual;
  @FXML private VBox server;
  @FXML private ComboBox<String> kind;
  @FXML private TextField host;
  @FXML private TextField port;
  @FXML private TextField exceptions;
  @FXML private HBox login;
  @FXML private TextField user;
  @FXML private PasswordField password;
  @FXML private Label applied;
  @FXML private Button apply;
  @FXML private TextField address;
  @FXML private Button test;
  @FXML private Label outcome;

  NetworkPage(Ui ui) {
    this.ui = ui;
    this.network = ui.workspace().network();
    this.proxying = ui.background().latest();
    this.testing = ui.background().latest();
    View.load(this);
    root.getChildren().add(new CertificateList(ui));
  }

  Node node() {
    return root;
  }

  /** What was chosen, and whether there is a password with it. */
  private record Kept(NetworkPreferences preferences, boolean password) {}

  @FXML
  private void initialize() {
    ToggleGroup choices = new ToggleGroup();
    for (RadioButton each : List.of(system, none, manual)) {
      each.setToggleGroup(choices);
      each.setOnAction(e -> chosen());
    }
    kind.setItems(FXCollections.observableArrayList("HTTP", "SOCKS 5"));
    for (Node each : List.of(server, login, outcome)) {
      each.managedProperty().bind(each.visibleProperty());
    }
    outcome.visibleProperty().bind(outcome.textProperty().isNotEmpty());
    address.setText(firstServer());
    address.setOnAction(e -> test());
    test.disableProperty().bind(address.textProperty().map(String::isBlank));
    show(new Kept(kept, false));
    proxying.start(
        job -> new Kept(network.preferences(), network.hasPassword(job)), this::show, this::wrong);
  }

  private String firstServer() {
    return ui.workspace().connections().stream()
        .filter(connection -> !connection.id().equals(ConnectionId.DEMO))
        .map(connection ->
            connection.endpoint().getScheme() + "://" + connection.endpoint().getRawAuthority())
        .findFirst()
        .orElse("");
  }

  private void show(Kept now) {
    kept = now.preferences();
    (switch (kept.proxy()) {
          case SYSTEM -> system;
          case NONE -> none;
          case MANUAL -> manual;
        })
        .setSelected(true);
    kind.getSelectionModel().select(kept.kind().ordinal());
    host.setText(kept.host());
    port.setText(kept.port() == 0 ? "" : Integer.toString(kept.port()));
    exceptions.setText(kept.exceptions());
    user.setText(kept.user());
    password.clear();
    password.setPromptText(now.password() ? "Password (kept)" : "Password");
    chosen();
  }

  private void chosen() {
    server.setVisible(manual.isSelected());
    login.setVisible(!none.isSelected());
    say(applied, "", "soft");
  }

  @FXML
  private void apply() {
    NetworkPreferences wanted;
    try {
      wanted = typed();
    } catch (ProblemException e) {
      wrong(e.problem());
      return;
    }
    Optional<Secret> secret =
        Optional.of(password.getText()).filter(text -> !text.isEmpty()).map(Secret::new);
    apply.setDisable(true);
    proxying.start(
        job -> {
          network.choose(wanted, secret, job);
          return new Kept(wanted, network.hasPassword(job));
        },
        now -> {
          apply.setDisable(false);
          show(now);
          say(applied, "This holds from now on.", "soft");
        },
        this::wrong);
  }

  private NetworkPreferences typed() {
    NetworkPreferences chosen =
        manual.isSelected()
            ? kept.withServer(kind.getValue(), host.getText(), port.getText())
            : kept.withProxy(
                none.isSelected()
                    ? NetworkPreferences.Proxy.NONE
                    : NetworkPreferences.Proxy.SYSTEM);
    return chosen.withUser(user.getText(), exceptions.getText());
  }

  private void wrong(Problem problem) {
    apply.setDisable(false);
    say(applied, problem.sentence(), "form-problem");
  }

  @FXML
  private void test() {
    say(outcome, "Asking…", "soft");
    String asked = address.getText();
    testing.start(
        job -> network.test(asked, job),
        text -> say(outcome, text, "strong"),
        problem -> say(outcome, problem.sentence(), "form-problem"));
  }

  private static void say(Label label, String text, String style) {
    label.setText(text);
    label.getStyleClass().setAll("label", "small", style);
  }
}
