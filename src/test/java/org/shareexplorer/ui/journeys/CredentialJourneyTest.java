package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.CredentialKind;
import org.shareexplorer.ui.fx.Notice;

/** Ways in by other things than a token in a file. */
class CredentialJourneyTest extends Journey {

  private static final String CLIENT_SECRET = "canary-client-secret";
  private static final String ACCESS_TOKEN = "canary-access-token";
  private static final String BEARER = "canary-bearer-token";
  private static final String PLAIN = "Connect to sso.example without encryption?";
  private static final String LINK = "canary-link-0123456789";

  private final MockWebServer server = new MockWebServer();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private volatile int activationStatus = 200;
  private volatile String given = "";

  @BeforeEach
  void serve() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = String.valueOf(request.getTarget());
            if (path.startsWith("/token")) {
              return answer(200, "{\"access_token\":\"" + ACCESS_TOKEN + "\",\"expires_in\":3600}");
            }
            if (path.contains("data_sharing_activation")) {
              return answer(activationStatus, given.isEmpty() ? profile() : given);
            }
            authorizations.add(String.valueOf(request.getHeaders().get("Authorization")));
            return answer(200, "{\"items\":[{\"name\":\"given\"}]}");
          }
        });
    server.start();
    List.of(CLIENT_SECRET, ACCESS_TOKEN, BEARER).forEach(canary::watch);
  }

  @AfterEach
  void end() {
    server.close();
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  private String profile() {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s/ds\",\"bearerToken\":\"%s\"}"
        .formatted(address(), BEARER);
  }

  private <T extends javafx.scene.Node> T find(String selector, Class<T> type) {
    return find(window.scene, selector, type);
  }

  private boolean has(String selector) {
    return onFx(() -> window.scene.lookup(selector) != null);
  }

  private Connection only() {
    assertThat(window.workspace.connections()).hasSize(1);
    return window.workspace.connections().getFirst();
  }

  private void waitForShares() {
    await("the shares are listed", () -> tree().stream().anyMatch(row -> row.contains("given")));
    settle();
  }

  @Test
  void anOauthFileWithGapsIsCompletedUsedAndItsFileDeleted() throws Exception {
    Path file =
        Files.writeString(
            home.resolve("oauth.share"),
            """
            {"shareCredentialsVersion":2,"type":"oauth_client_credentials","endpoint":"%1$s/ds",
             "tokenEndpoint":"<token endpoint>","clientId":"<client-id>","clientSecret":"","icebergEndpoint":"x"}
            """
                .formatted(address()));
    doFx(() -> window.view.connecting().addFile(file));
    await("the form is there", () -> has("#gap-client-id"));
    Button connect = find("#gap-connect", Button.class);
    assertThat(onFx(connect::isDisabled)).isTrue();
    doFx(() -> {
      find("#gap-client-id", TextField.class).setText("me");
      find("#gap-client-secret", TextField.class).setText(CLIENT_SECRET);
      find("#gap-token-endpoint", TextField.class).setText("nowhere");
    });
    doFx(connect::fire);
    await(
        "what is wrong is said in the form",
        () -> has(".form-problem") && onFx(() -> window.scene.lookup(".form-problem").isVisible()));
    assertThat(onFx(() -> find(".form-problem", Label.class).getText()))
        .contains("The field tokenEndpoint does not begin with https");
    doFx(() -> find("#gap-token-endpoint", TextField.class).setText(address() + "/token"));
    doFx(connect::fire);
    waitForShares();
    assertThat(has("#gap-connect")).isFalse();
    assertThat(only().kind()).isEqualTo(CredentialKind.OAUTH_CLIENT_SECRET);
    assertThat(authorizations).isNotEmpty().containsOnly("Bearer " + ACCESS_TOKEN);
    Notice.Offer offer = (Notice.Offer) window.notices.shown().getFirst();
    assertThat(offer.words()).contains("oauth.share still holds the credential");
    assertThat(file).exists();
    doFx(() -> offer.action().run());
    await("the file is deleted", () -> !Files.exists(file));
    settle();
  }

  /** Of a file that is whole, and of one whose gap was filled in by such an address. */
  @ParameterizedTest
  @ValueSource(strings = {"http://sso.example/token", "<token endpoint>"})
  void whatGivesOutTokensWithoutEncryptionIsAskedAboutBeforeAnythingIsKept(String given)
      throws Exception {
    Path file =
        Files.writeString(
            home.resolve("plain.share"),
            """
            {"shareCredentialsVersion":2,"type":"oauth_client_credentials","endpoint":"%s/ds",
             "tokenEndpoint":"%s","clientId":"me","clientSecret":"%s"}
            """
                .formatted(address(), given, CLIENT_SECRET));
    doFx(() -> window.view.connecting().addFile(file));
    if (given.startsWith("<")) {
      await("the form is there", () -> has("#gap-token-endpoint"));
      doFx(() -> find("#gap-token-endpoint", TextField.class).setText("http://sso.example/token"));
      doFx(find("#gap-connect", Button.class)::fire);
    }
    await("the warning is there", () -> words(".sheet-title").contains(PLAIN));
    assertThat(window.workspace.connections()).isEmpty();
    press("Cancel");
    settle();
    assertThat(window.workspace.connections()).isEmpty();
  }

  @Test
  void aLinkThatGivesAnEndpointWithoutEncryptionIsNotConnectedTo() throws Exception {
    doFx(() -> find("#use-link", Button.class).fire());
    given = profile().replace("127.0.0.1", "share.example");
    doFx(() ->
        find("#activation-link", TextField.class)
            .setText(address() + "/delta_sharing/retrieve_config.html?" + LINK));
    doFx(() -> find("#activate", Button.class).fire());
    until(
        "the refusal is told",
        () ->
            onFx(() -> find(".form-problem", Label.class).getText())
                .contains("without encryption"));
    assertThat(window.workspace.connections()).isEmpty();
    Path kept = window.folders.config().resolve("activations");
    assertThat(kept).isNotEmptyDirectory();
    // What is kept there is the credential itself, for the person alone.
    try (var files = Files.list(kept)) {
      for (Path each : files.toList()) {
        assertThat(each).content().contains(BEARER);
        Files.delete(each);
      }
    }
  }

  @Test
  void anActivationLinkIsExplainedAndUsedOnce() throws Exception {
    doFx(() -> find("#use-link", Button.class).fire());
    Button activate = find("#activate", Button.class);
    TextField field = find("#activation-link", TextField.class);
    doFx(() -> field.setText("https://h.example/elsewhere"));
    assertThat(onFx(activate::isDisabled)).isTrue();
    assertThat(onFx(() -> find(".form-problem", Label.class).getText())).contains("form");
    activationStatus = 404;
    doFx(() -> field.setText(address() + "/delta_sharing/retrieve_config.html?" + LINK));
    assertThat(words(".question .soft")).anyMatch(text -> text.contains("works only once"));
    doFx(activate::fire);
    await(
        "the refusal is told",
        () -> onFx(() -> find(".form-problem", Label.class).getText()).contains("used before"));
    activationStatus = 200;
    canary.watch(LINK);
    doFx(activate::fire);
    until("it is connected", () -> !window.workspace.connections().isEmpty());
    until("the pane is gone", () -> !has("#activate"));
    waitForShares();
    assertThat(authorizations).isNotEmpty().containsOnly("Bearer " + BEARER);
    assertThat(window.folders.config().resolve("activations")).isEmptyDirectory();
  }

  @Test
  void anExportAsksBeforeItWritesTheSecret() throws Exception {
    Path file = Files.writeString(home.resolve("partner.share"), profile());
    doFx(() -> window.view.connecting().addFile(file));
    waitForShares();
    window.desktop.choice = Files.createDirectories(home.resolve("out"));
    Path written = home.resolve("out/partner.share");
    doFx(() -> window.view.connecting().askExport(only()));
    Button without =
        onFx(() ->
            window.scene.getRoot().lookupAll(".question .button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().startsWith("Without"))
                .findFirst()
                .orElseThrow());
    doFx(without::fire);
    await("the file is written", () -> Files.exists(written));
    settle();
    assertThat(Files.readString(written)).contains("<token>").doesNotContain(BEARER);
  }
}
