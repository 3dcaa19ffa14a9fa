package org.shareexplorer.ui.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.cache.CacheBudget;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.ProxyServer;
import org.shareexplorer.profile.keychain.TestVault;
import org.shareexplorer.settings.Folders;
import org.shareexplorer.settings.PreferencesFile;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Notices;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.headless.FakeWorkspace;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.NotedDesktop;
import org.shareexplorer.workspace.network.Network;
import org.shareexplorer.workspace.network.NetworkPreferences;
import org.shareexplorer.workspace.network.NetworkStore;

class NetworkPageTest extends FxTest {

  private static final HeldCertificate ROOT =
      new HeldCertificate.Builder()
          .commonName("Contoso Inspection Root")
          .organizationalUnit("IT")
          .certificateAuthority(0)
          .build();

  @TempDir private Path home;

  private final Jobs jobs = new Jobs();
  private final Http http = new Http();
  private final FakeWorkspace workspace = new FakeWorkspace();
  private final NotedDesktop desktop = new NotedDesktop();

  @BeforeEach
  void connect() {
    workspace.network = new Network(new NetworkStore(home, TestVault.in(home)), http);
    workspace.connect("acme", null);
  }

  @AfterEach
  void close() {
    http.close();
    jobs.close();
  }

  private Scene page(ThemeChoice look) {
    return onFx(() -> {
      Folders folders = Folders.under(home);
      CacheBudget budget = new CacheBudget(folders.data(), OptionalLong::empty);
      Background background = new Background(jobs);
      Overlay overlay = new Overlay();
      Scene scene = new Scene(overlay, 1280, 800);
      theme().apply(scene);
      theme().choice().set(look);
      PreferencesView.showNetwork(
          overlay,
          new Remembered(new PreferencesFile(folders), background, new Notices()),
          new Storage(folders, new DataCache(folders.data(), budget), budget),
          new Ui(
              workspace,
              background,
              desktop,
              theme().dark(),
              new SimpleObjectProperty<>(ZoneOffset.UTC)));
      return scene;
    });
  }

  private String text(Scene scene, String id) {
    return find(scene, id, Label.class).getText();
  }

  private void type(Scene scene, String id, String text) {
    TextField field = find(scene, id, TextField.class);
    doFx(() -> field.setText(text));
  }

  private void fire(Scene scene, String id) {
    Button button = find(scene, id, Button.class);
    doFx(button::fire);
  }

  private static void choose(RadioButton button) {
    doFx(button::fire);
  }

  private void settled(Scene scene) {
    until("the page is filled", () -> jobsDone(scene));
  }

  private static boolean jobsDone(Scene scene) {
    return scene.lookup("#proxy-apply") != null;
  }

  @Test
  void aProxyByHandHoldsAtOnceAndItsPasswordIsNeverShownAgain() throws Exception {
    Scene scene = page(ThemeChoice.LIGHT);
    settled(scene);
    assertThat(find(scene, "#proxy-system", RadioButton.class).isSelected()).isTrue();
    assertThat(find(scene, "#proxy-host", TextField.class).getParent().getParent().isVisible())
        .isFalse();
    assertThat(find(scene, "#network-address", TextField.class).getText())
        .isEqualTo("https://acme.example.com");
    choose(find(scene, "#proxy-manual", RadioButton.class));
    type(scene, "#proxy-host", "proxy.corp.example");
    fire(scene, "#proxy-apply");
    until("the port is missed", () -> text(scene, "#proxy-applied").contains("port"));
    type(scene, "#proxy-port", "8080");
    type(scene, "#proxy-user", "ann");
    type(scene, "#proxy-password", "canary-word");
    type(scene, "#proxy-exceptions", "intranet.example, 10.0.0.0/8");
    fire(scene, "#proxy-apply");
    until("it holds", () -> text(scene, "#proxy-applied").equals("This holds from now on."));
    NetworkPreferences kept = workspace.network.preferences();
    assertThat(kept)
        .isEqualTo(
            new NetworkPreferences(
                NetworkPreferences.Proxy.MANUAL,
                ProxyServer.Kind.HTTP,
                "proxy.corp.example",
                8080,
                "ann",
                "intranet.example, 10.0.0.0/8"));
    assertThat(http.route("https://h.example/", Job.unattended()).text())
        .startsWith("through the proxy proxy.corp.example:8080 as ann");
    TextField password = find(scene, "#proxy-password", TextField.class);
    assertThat(password.getText()).isEmpty();
    assertThat(password.getPromptText()).isEqualTo("Password (kept)");
    try (var files = Files.list(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).doesNotContain("canary-word");
      }
    }
  }

  @Test
  void theTestSaysWhatHappened() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      server.enqueue(new MockResponse.Builder().code(404).build());
      Scene scene = page(ThemeChoice.LIGHT);
      settled(scene);
      type(scene, "#network-address", "http://127.0.0.1:" + server.getPort() + "/some/path");
      fire(scene, "#network-test");
      until("an answer", () -> text(scene, "#network-outcome").contains("answers"));
      assertThat(text(scene, "#network-outcome"))
          .matches(
              "127\\.0\\.0\\.1 answers, directly, without a proxy, as it is this computer itself,"
                  + " in \\d+ ms: status 404 by http/1\\.1, without encryption\\.");
      assertThat(server.takeRequest().getTarget()).isEqualTo("/");
      type(scene, "#network-address", "no-such-host.invalid");
      fire(scene, "#network-test");
      until("a problem", () -> text(scene, "#network-outcome").contains("No computer of the name"));
    }
  }

  @Test
  void aCertificateIsShownBeforeItIsTrustedAndTakenAwayAgain() throws Exception {
    Scene scene = page(ThemeChoice.LIGHT);
    settled(scene);
    desktop.chosen = Files.writeString(home.resolve("not.pem"), "hello");
    fire(scene, "#certificate-add");
    until("a problem", () -> text(scene, "#certificate-problem").contains("holds no certificate"));
    desktop.chosen = Files.writeString(home.resolve("root.pem"), ROOT.certificatePem());
    fire(scene, "#certificate-add");
    until("the question", () -> scene.lookup("#certificate-trust") != null);
    assertThat(workspace.network.certificates()).isEmpty();
    assertThat(text(scene, "#certificate-problem")).isEmpty();
    VBox cards = find(scene, "#certificates", VBox.class);
    assertThat(words(cards))
        .contains("Contoso Inspection Root", "Vouches for itself; may vouch for others")
        .anyMatch(line -> line.startsWith("SHA-256 "));
    fire(scene, "#certificate-trust");
    until("it is trusted", () -> scene.lookup("#certificate-trust") == null);
    assertThat(workspace.network.certificates()).hasSize(1);
    assertThat(Files.readString(home.resolve("certificates.pem"))).contains("BEGIN CERTIFICATE");
    Button remove = onFx(() -> (Button) cards.lookupAll(".button").iterator().next());
    doFx(remove::fire);
    until("it is gone", () -> cards.getChildren().isEmpty());
    assertThat(workspace.network.certificates()).isEmpty();
  }

  private static List<String> words(VBox cards) {
    return onFx(
        () -> cards.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void theStatesOfThePageCanBeLookedAt(String look) throws Exception {
    Job job = Job.unattended();
    ThemeChoice choice = look.equals("dark") ? ThemeChoice.DARK : ThemeChoice.LIGHT;
    Scene empty = page(choice);
    settled(empty);
    picture(empty, "network-empty-" + look);
    workspace.network.choose(
        NetworkPreferences.USUAL
            .withServer("proxy.corp.example:8080")
            .withUser("ann", "intranet.example, 10.0.0.0/8"),
        Optional.of(new org.shareexplorer.profile.Secret("canary")),
        job);
    workspace.network.trust(List.of(ROOT.certificate()), job);
    Scene full = page(choice);
    until(
        "the certificates",
        () -> {
          full.getRoot().applyCss();
          return full.lookup("#certificates .button") != null;
        });
    until(
        "the proxy", () -> ((TextField) full.lookup("#proxy-host")).getText().startsWith("proxy"));
    type(full, "#network-address", "no-such-host.invalid");
    doFx(() ->
        ((Label) full.lookup("#network-outcome")).setText("No computer of the name no-such-host."));
    assertThat(Files.size(picture(full, "network-full-" + look))).isGreaterThan(10_000);
  }
}
