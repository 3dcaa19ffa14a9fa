package org.shareexplorer.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.headless.FakeWorkspace;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.Harness;

/** Draws every state of the window, for people to look at. */
class ShellPicturesTest extends FxTest {

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyStateCanBeDrawn(String look, @TempDir Path home) throws Exception {
    ThemeChoice choice = look.equals("dark") ? ThemeChoice.DARK : ThemeChoice.LIGHT;
    FakeWorkspace workspace = new FakeWorkspace();
    Harness empty = onFx(() -> new Harness(workspace, theme(), home, 1280, 800));
    doFx(() -> empty.remembered.change(p -> p.withTheme(choice)));
    Path start = picture(empty.scene, "start-empty-" + look);
    assertThat(Files.size(start)).isGreaterThan(10_000);

    workspace
        .connect("partner_co", FakeWorkspace.NOW.plus(Duration.ofDays(9).plusHours(2)))
        .with("external_retail", "retail", "customers", "sales_transactions")
        .with("cdf_retail", "retail", "orders");
    workspace
        .connect("city-open-data", FakeWorkspace.NOW.plus(Duration.ofDays(200)))
        .with("mobility", "taxi", "trips", "zones", "trips_daily", "vendors");
    workspace.connect("weather-feed", FakeWorkspace.NOW.minus(Duration.ofDays(3)));
    workspace.connect("broken", null).problem =
        new Problem(
            ProblemCode.NETWORK_CONNECT,
            "The server sharing.example.com could not be reached.",
            "It refused the connection.",
            "Check the network, then try again.",
            "Connection refused");
    workspace.connect("nothing-shared", null);
    Harness full = onFx(() -> new Harness(workspace, theme(), home, 1440, 900));
    doFx(() -> full.remembered.change(p -> p.withTheme(choice)));
    for (String[] path :
        new String[][] {
          {"partner_co", "external_retail", "retail"},
          {"city-open-data", "mobility", "taxi"},
          {"weather-feed"},
          {"broken"},
          {"nothing-shared"}
        }) {
      String[] below = Arrays.copyOfRange(path, 1, path.length);
      doFx(() -> full.view.tree().reveal(new ConnectionId(path[0]), below));
      until("the tree is there", () -> !full.view.tree().busy());
    }
    workspace.demoGate = new CountDownLatch(1);
    doFx(full.view.connecting()::openDemo);
    until(
        "the demo is under way",
        () ->
            full.view.connecting().demo().get() != null
                && full.view.connecting().demo().get().known());
    picture(full.scene, "start-full-" + look);
    doFx(full.view.connecting()::cancelDemo);

    doFx(() -> {
      full.view.model().open(table("partner_co", "external_retail", "retail", "customers"));
      full.view.model().open(table("city-open-data", "mobility", "taxi", "trips"));
      full.notices.failed(
          new Problem(
              ProblemCode.PROFILE_FIELD,
              "The file partner.share is not a complete profile.",
              "The field bearerToken is missing.",
              "Ask the provider to send the file again.",
              "line 3"));
      full.notices.done("The table's name is on the clipboard.");
    });
    picture(full.scene, "tabs-" + look);
    press(full.view.node(), KeyCode.K, true);
    doFx(() -> full.scene.lookup("#palette-field").requestFocus());
    picture(full.scene, "palette-" + look);
    press(full.view.node(), KeyCode.COMMA, true);
    picture(full.scene, "preferences-" + look);
    for (String name : new String[] {"Enter a connection by hand…", "About Share Explorer"}) {
      doFx(() ->
          full.view.commands().enabled().stream()
              .filter(command -> command.name().equals(name))
              .forEach(command -> command.run()));
      picture(full.scene, (name.startsWith("About") ? "about-" : "by-hand-") + look);
    }
    doFx(empty::close);
    doFx(full::close);
  }

  private static TableRef table(String connection, String share, String schema, String table) {
    return new TableRef(
        new ConnectionId(connection), connection, new TableName(share, schema, table));
  }
}
