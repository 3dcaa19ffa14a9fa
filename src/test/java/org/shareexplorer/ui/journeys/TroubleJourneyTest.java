package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.provider.demo.Scale;

/** What goes wrong is told in sentences, nothing is lost, and it can be mended on the spot. */
class TroubleJourneyTest extends Journey {

  private Path profile(DemoShare share, String name) throws IOException {
    return Files.writeString(home.resolve(name), share.profileJson());
  }

  private Connection add(Path profile) {
    doFx(() -> window.view.connecting().addFile(profile));
    await("the connection is added", () -> !window.workspace.connections().isEmpty());
    settle();
    return window.workspace.connections().getFirst();
  }

  private Connection openTrips(DemoShare share) throws IOException {
    Connection connection = add(profile(share, "partner.share"));
    open(connection.id(), "city_mobility", "taxi", "trips");
    awaitRow(1);
    settle();
    doFx(window.view::focus);
    return connection;
  }

  private void replaceCredential(Connection connection) {
    doFx(() -> window.view.connecting().replace(connection.id()));
    // The tree before looks the same.
    await(
        "the credential is replaced",
        () -> onFx(() -> window.notices.shown().toString()).contains("newer.share"));
    await("the tree is back", () -> tree().contains("external_retail, share, closed"));
  }

  @Test
  void aBrokenProfileIsRefusedWithTheFieldNamedAndNothingIsLost() throws Exception {
    openTrips(provider());
    List<String> tree = tree();
    Map<Long, Map<String, String>> cells = cells();
    window.desktop.choice =
        Files.writeString(
            home.resolve("broken.share"),
            "{\"shareCredentialsVersion\": 1, \"endpoint\": \"https://sharing.example.com/s\"}");
    shortcut(KeyCode.O);
    await("the person is told", () -> words(".notice-what").size() == 2);
    assertThat(words(".notice-what").getFirst())
        .isEqualTo("The credential file broken.share cannot be used.");
    assertThat(words(".notice .soft").getFirst()).contains("The field bearerToken is missing.");
    settle();
    assertThat(tree()).isEqualTo(tree);
    assertThat(cells()).isNotEmpty().isEqualTo(cells);
    assertThat(window.workspace.connections()).hasSize(1);
  }

  @Test
  void aServerThatIsGoneLeavesTheRowsAndGoesOnWithANewCredential() throws Exception {
    // Files so large that their ends do not hold all of their columns.
    Scale scale = new Scale(150, 3_000, 240_000);
    DemoShare first = provider(home.resolve("larger"), scale);
    Connection connection = openTrips(first);
    first.close();
    key(KeyCode.END, false, true);
    await("the trouble is told", () -> !words(".grid-trouble .label").isEmpty());
    assertThat(words(".grid-trouble .label").getFirst())
        .contains("could not be read", "does not accept connections.");
    assertThat(words(".grid-trouble .button")).containsExactly("Try again");
    key(KeyCode.HOME, false, true);
    awaitRow(1);

    key(KeyCode.F5);
    await("the failed refresh is told", () -> !words(".problem-what").isEmpty());
    assertThat(words(".problem-why").getFirst()).contains("does not accept connections.");
    assertThat(cells()).as("rows stay in sight").containsKey(1L);

    DemoShare second = provider(home.resolve("larger"), scale);
    window.desktop.choice = profile(second, "newer.share");
    replaceCredential(connection);
    Button again = onFx(() -> (Button) front().node().lookup(".problem .problem-actions .button"));
    doFx(again::fire);
    await("the problem is gone", () -> words(".problem-what").isEmpty());
    settle();
    doFx(window.view::focus);
    key(KeyCode.END, false, true);
    awaitRow(scale.trips());
    assertThat(words(".grid-trouble .label")).isEmpty();
  }

  @Test
  void aTableThatCouldNotBeOpenedOpensOnceItsServerIsBack() throws Exception {
    DemoShare first = provider();
    Connection connection = openTrips(first);
    doFx(() -> window.view.tree().reveal(connection.id(), "external_retail", "retail"));
    await("the tables are listed", () -> tree().contains("customers, table"));
    first.close();
    open(connection.id(), "external_retail", "retail", "customers");
    await("the failure is told", () -> !words(".problem-what").isEmpty());
    assertThat(words(".problem-why").getFirst()).contains("does not accept connections.");

    window.desktop.choice = profile(provider(), "newer.share");
    replaceCredential(connection);
    click("Try again");
    awaitRow(SCALE.customers() / 10);
  }

  @Test
  void aRefusedConnectionIsARowOfTheTreeThatCanBeTriedAgain() throws Exception {
    DemoShare first = provider();
    Path profile = profile(first, "partner.share");
    first.close();
    Connection connection = add(profile);
    await("the failure is told", () -> tree().size() == 2);
    assertThat(tree().get(1)).endsWith("Enter tries again.");
    key(KeyCode.E, true, true);
    key(KeyCode.DOWN);
    key(KeyCode.ENTER);
    await("it is tried again", () -> tree().get(1).startsWith("Loading"));
    await("the failure is told again", () -> tree().get(1).endsWith("Enter tries again."));

    window.desktop.choice = profile(provider(), "newer.share");
    doFx(() -> window.view.connecting().replace(connection.id()));
    await("the shares are listed", () -> tree().size() == 3);
    assertThat(tree().subList(1, 3))
        .containsExactly("city_mobility, share, closed", "external_retail, share, closed");
  }

  private Path ended(DemoShare share, String token) throws IOException {
    ObjectNode json = (ObjectNode) new JsonMapper().readTree(share.profileJson());
    json.put("expirationTime", "2024-01-31T12:00:00.0Z");
    if (!token.isEmpty()) {
      json.put("bearerToken", token);
      canary.watch(token);
    }
    return Files.writeString(home.resolve("ended.share"), json.toString());
  }

  @Test
  void anExpiredCredentialIsNotSentUnlessThePersonInsists() throws Exception {
    Connection connection = add(ended(provider(), ""));
    await("the person is told", () -> tree().size() == 2);
    assertThat(tree().get(1)).contains("ended on 2024-01-31", "Enter tries it anyway");
    assertThat(connection.lastUsed()).as("nothing was sent").isEmpty();
    key(KeyCode.E, true, true);
    key(KeyCode.DOWN);
    key(KeyCode.ENTER);
    await("the server still takes it", () -> tree().size() == 3);
    assertThat(window.workspace.connections().getFirst().lastUsed()).isPresent();
  }

  @Test
  void anExpiredCredentialThatIsRefusedIsToldWithItsEnd() throws Exception {
    add(ended(provider(), "ended-token-of-this-test"));
    await("the person is told", () -> tree().size() == 2);
    key(KeyCode.E, true, true);
    key(KeyCode.DOWN);
    key(KeyCode.ENTER);
    await("the server has refused", () -> tree().get(1).contains("no longer accepts it"));
    assertThat(tree().get(1)).contains("ended on 2024-01-31").endsWith("Enter tries again.");
  }
}
