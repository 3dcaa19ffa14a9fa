package org.shareexplorer.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.settings.ThemeChoice;
import org.shareexplorer.ui.headless.FakeServer;
import org.shareexplorer.ui.headless.FakeWorkspace;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.Harness;
import org.shareexplorer.ui.palette.Choice;

/** What a person does in the window, from the start page to a table. */
@SuppressWarnings("NullAway.Init")
class ShellJourneyTest extends FxTest {

  @TempDir Path home;

  private final FakeWorkspace workspace = new FakeWorkspace();
  private Harness window;

  @BeforeEach
  void openWindow() {
    window = onFx(() -> new Harness(workspace, theme(), home, 1000, 700));
  }

  @AfterEach
  void closeWindow() {
    doFx(window::close);
  }

  private void click(String selector) {
    Button button = find(window.scene, selector, Button.class);
    doFx(button::fire);
  }

  private void press(KeyCode code, boolean shortcut) {
    press(window.view.node(), code, shortcut);
  }

  private ListView<?> tree() {
    return find(window.scene, "#tree", ListView.class);
  }

  private void pressInTree(int row, KeyCode code) {
    ListView<?> tree = tree();
    doFx(() -> tree.getSelectionModel().clearAndSelect(row));
    press(tree, code, false);
    until("the tree is there", () -> !window.view.busy());
  }

  @Test
  void opensTheDemoShareAndATableOfIt() {
    click("#open-demo");
    until(
        "the demo share is open down to its tables",
        () -> !window.view.busy() && tree().getItems().size() == 6);
    pressInTree(3, KeyCode.ENTER);
    assertThat(window.opened)
        .extracting(t -> t.table().text())
        .containsExactly("external_retail.retail.customers");
    assertThat(onFx(window.view::front)).extracting(TabContent::title).isEqualTo("customers");
    assertThat(
            onFx(() ->
                window.scene.getRoot().lookupAll("#status .label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList()))
        .contains("Rows 1–1,000 of 50,000");
  }

  @Test
  void showsHowTheDemoShareIsMadeAndLetsItBeCancelled() {
    workspace.demoGate = new CountDownLatch(1);
    click("#open-demo");
    Button cancel = find(window.scene, "#cancel-demo", Button.class);
    assertThat(onFx(() -> cancel.getParent().getParent().isVisible())).isTrue();
    doFx(cancel::fire);
    assertThat(onFx(() -> cancel.getParent().getParent().isVisible())).isFalse();
    assertThat(workspace.connections()).isEmpty();
  }

  @Test
  void tellsOfABadFileAndLosesNothing() {
    workspace.connect("partner", null).with("s", "m", "t");
    doFx(() -> window.view.tree().reveal(new ConnectionId("partner"), "s", "m"));
    until("the tree is there", () -> tree().getItems().size() == 4);
    pressInTree(3, KeyCode.ENTER);
    workspace.fileProblem =
        new Problem(ProblemCode.PROFILE_MALFORMED, "The file x.share is not JSON.", "", "");
    doFx(() -> window.view.connecting().addFile(Path.of("x.share")));
    until("the person is told", () -> !window.notices.shown().isEmpty());
    assertThat(find(window.scene, ".notice-what", Label.class).getText())
        .isEqualTo("The file x.share is not JSON.");
    assertThat(onFx(() -> window.view.model().tabs().size())).isEqualTo(1);
    assertThat(tree().getItems()).hasSize(4);
  }

  @Test
  void triesAgainFromTheFailedRow() {
    FakeServer server = workspace.connect("partner", null).with("s", "m", "t");
    server.problem = new Problem(ProblemCode.NETWORK_CONNECT, "No answer.", "", "");
    until("the connection is there", () -> tree().getItems().size() == 1);
    pressInTree(0, KeyCode.RIGHT);
    assertThat(tree().getItems()).hasSize(2);
    server.problem = null;
    pressInTree(1, KeyCode.ENTER);
    assertThat(server.asked).containsExactly("shares", "shares");
    assertThat(tree().getItems()).hasSize(2);
  }

  @Test
  void opensATableFromThePalette() {
    FakeWorkspace.demo(workspace.connect("Demo share", null));
    doFx(() -> window.view.tree().searchAll());
    until("all tables are known", () -> !window.view.busy());
    press(KeyCode.K, true);
    TextField field = find(window.scene, "#palette-field", TextField.class);
    doFx(() -> field.setText("trips"));
    press(field, KeyCode.ENTER, false);
    assertThat(window.opened).extracting(t -> t.table().table()).containsExactly("trips");
    assertThat(onFx(() -> window.scene.lookup("#palette-field") == null)).isTrue();
  }

  @Test
  void thePaletteOffersTablesThatArriveWhileItIsOpen() {
    press(KeyCode.K, true);
    TextField field = find(window.scene, "#palette-field", TextField.class);
    ListView<?> list = find(window.scene, ".palette .list-view", ListView.class);
    doFx(() -> field.setText("ta"));
    press(field, KeyCode.DOWN, false);
    String chosen = chosen(list);
    int before = list.getItems().size();
    FakeWorkspace.demo(workspace.connect("Demo share", null).with("s", "m", "tax"));
    doFx(() -> window.view.tree().searchAll());
    until("the new table is offered", () -> list.getItems().size() > before);
    assertThat(field.getText()).isEqualTo("ta");
    assertThat(chosen(list)).isEqualTo(chosen);
    doFx(() -> field.setText("trips"));
    assertThat(chosen(list)).isEqualTo("trips");
    press(field, KeyCode.ENTER, false);
    assertThat(window.opened).extracting(t -> t.table().table()).containsExactly("trips");
  }

  private static String chosen(ListView<?> list) {
    return onFx(() -> ((Choice) list.getSelectionModel().getSelectedItem()).name());
  }

  @Test
  void closesReopensAndRemembersTabs() {
    FakeWorkspace.demo(workspace.connect("Demo share", null));
    doFx(() -> window.view.tree().searchAll());
    until("all tables are known", () -> !window.view.busy());
    doFx(() -> window.view.tree().loadedTables().forEach(window.view.model()::open));
    press(KeyCode.W, true);
    assertThat(window.closed).extracting(t -> t.table().table()).containsExactly("zones");
    doFx(window.view.model()::reopenClosed);
    assertThat(onFx(() -> window.view.model().tabs().size())).isEqualTo(4);
    doFx(window.remembered::saveNow);

    Harness next = onFx(() -> new Harness(workspace, theme(), home, 1000, 700));
    until("the tabs are back", () -> next.view.model().tabs().size() == 4);
    assertThat(next.opened)
        .as("only the front one is loaded")
        .extracting(t -> t.table().table())
        .containsExactly("zones");
    doFx(next::close);
  }

  @Test
  void changesTheThemeAndRemembersIt() {
    doFx(() -> window.remembered.change(p -> p.withTheme(ThemeChoice.LIGHT)));
    click("#theme");
    assertThat(onFx(() -> window.scene.getRoot().getStyleClass())).contains("dark");
    assertThat(onFx(() -> window.remembered.get().theme())).isEqualTo(ThemeChoice.DARK);
    click("#theme");
    assertThat(onFx(() -> window.scene.getRoot().getStyleClass())).doesNotContain("dark");
  }

  @Test
  void takesAConnectionEnteredByHand() {
    click("#enter-by-hand");
    Button connect = find(window.scene, "#connect", Button.class);
    assertThat(connect.isDisabled()).isTrue();
    TextField endpoint = find(window.scene, "#endpoint", TextField.class);
    TextField token = find(window.scene, "#token", TextField.class);
    doFx(() -> {
      endpoint.setText("https://example.com/s");
      token.setText("se\"cret");
    });
    doFx(connect::fire);
    until("it was added", () -> !workspace.addedTexts.isEmpty());
    assertThat(workspace.addedTexts)
        .containsExactly(
            "{\"shareCredentialsVersion\":1,\"endpoint\":\"https://example.com/s\",\"bearerToken\":\"se\\\"cret\"}");
  }

  @Test
  void asksBeforeAConnectionIsRemoved() {
    workspace.connect("partner", null);
    until("the connection is there", () -> tree().getItems().size() == 1);
    pressInTree(0, KeyCode.DELETE);
    Button remove = find(window.scene, ".question .danger", Button.class);
    assertThat(workspace.connections()).hasSize(1);
    doFx(remove::fire);
    until("it is gone", () -> workspace.connections().isEmpty());
  }

  @Test
  void escapeClosesWhatLiesOverTheWindow() {
    press(KeyCode.COMMA, true);
    Node zone = find(window.scene, "#zone", Node.class);
    press(zone, KeyCode.ESCAPE, false);
    assertThat(onFx(() -> window.scene.lookup("#zone") == null)).isTrue();
  }
}
