package org.shareexplorer.ui.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.demo.DemoWorld;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.TableStage;
import org.shareexplorer.ui.table.TableTab;
import org.shareexplorer.workspace.OpenWorkspace;
import org.shareexplorer.workspace.Workspace;

/** Versions and changes of the demo share's tables, in a table's tab. */
@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class ChangesScreenTest extends FxTest {

  @TempDir private static Path folder = Path.of("");

  private static DemoWorld world;
  private static OpenWorkspace workspace;

  private TableStage stage;
  private TableTab tab;
  private Scene scene;

  @BeforeAll
  static void serve() {
    world = new DemoWorld(folder, Clock.systemUTC());
    workspace = world.workspace();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @AfterEach
  void close() {
    doFx(() -> {
      tab.close();
      stage.close();
    });
  }

  private void open(String table, boolean dark) {
    open(table, dark, workspace);
  }

  private void open(String table, boolean dark, Workspace workspace) {
    doFx(() -> {
      stage = new TableStage(theme(), dark, workspace);
      tab =
          new TableTab(
              stage.ui,
              ConnectionId.DEMO,
              "Demo share",
              new TableName("external_retail", "retail", table));
      scene = stage.scene((Parent) tab.node(), 1164, 760);
    });
    until("the table", () -> shown(".version-chip"));
    doFx(() -> tab.showScreen("Changes"));
  }

  private boolean shown(String selector) {
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    Node node = scene.lookup(selector);
    return node != null && node.isVisible();
  }

  private List<String> cells() {
    return onFx(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return scene.getRoot().lookupAll(".changes .grid-cell").stream()
          .filter(Node::isVisible)
          .map(node -> ((Label) node).getText())
          .toList();
    });
  }

  private List<ToggleButton> toggles(String selector) {
    return onFx(
        () -> scene.getRoot().lookupAll(selector).stream().map(ToggleButton.class::cast).toList());
  }

  private Button button(String words) {
    return onFx(() ->
        scene.getRoot().lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> words.equals(button.getText()))
            .findFirst()
            .orElseThrow());
  }

  private List<String> kinds() {
    return toggles(".changes-kind").stream().map(ToggleButton::getText).toList();
  }

  private void rows() {
    until("changed rows", () -> shown(".changes .grid-cell") && cells().contains("+ inserted"));
  }

  @Test
  void everyVersionIsABarThatNarrowsTheRowsToIt() {
    open("price_list", false);
    rows();
    List<ToggleButton> bars = toggles(".changes-bar");
    assertThat(bars).hasSize(7);
    assertThat(bars.get(3).getAccessibleText())
        .startsWith("Version 3, 28 Nov 2025")
        .contains("0 inserted")
        .contains("0 deleted");
    assertThat(kinds().getFirst()).startsWith("+ ").endsWith(" inserted");
    doFx(bars.get(3)::fire);
    until("updates alone", () -> cells().contains("→ updated"));
    assertThat(cells()).noneMatch(cell -> cell.equals("+ inserted"));
    assertThat(cells()).anyMatch(cell -> cell.contains("null  →  Black Friday"));
    doFx(button("All versions")::fire);
    rows();
  }

  @Test
  void kindsAndATextNarrowTheRows() {
    open("price_list", false);
    rows();
    doFx(toggles(".changes-kind").getFirst()::fire);
    until("no inserts", () -> cells().contains("→ updated") && !cells().contains("+ inserted"));
    TextField text = find(scene, ".changes .text-field", TextField.class);
    assertThat(text).isNotNull();
    doFx(() -> {
      for (Node node : scene.getRoot().lookupAll(".changes .text-field")) {
        if (node instanceof TextField field
            && "Find in changed rows".equals(field.getAccessibleText())) {
          field.setText("black friday");
          field.fireEvent(new ActionEvent());
        }
      }
    });
    until("the text", () -> cells().stream().anyMatch(cell -> cell.contains("Black Friday")));
  }

  @Test
  void aRowInFullHasBothValuesSideBySide() {
    open("price_list", false);
    rows();
    doFx(toggles(".changes-bar").get(3)::fire);
    until("updates alone", () -> cells().contains("→ updated") && !cells().contains("+ inserted"));
    Node grid = find(scene, ".changes .grid", Node.class);
    press(grid, KeyCode.DOWN, false);
    press(grid, KeyCode.SPACE, false);
    until("both values", () -> shown(".row-detail-change"));
    picture(scene, "changes-row");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTableWithoutAFeedTeachesAndComparesInstead(boolean dark) {
    open("customers", dark);
    until("the words", () -> shown(".changes-title"));
    picture(scene, "changes-none" + (dark ? "-dark" : "-light"));
    doFx(button("Compare two versions")::fire);
    until("compared rows", () -> cells().contains("+ inserted"));
    picture(scene, "changes-compared" + (dark ? "-dark" : "-light"));
    assertThat(kinds()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void olderVersionsAreMarkedAndLeadBack(boolean dark) {
    open("price_list", dark);
    rows();
    picture(scene, "changes" + (dark ? "-dark" : "-light"));
    Button chip = find(scene, ".version-chip", Button.class);
    assertThat(onFx(chip::getText)).isEqualTo("version 6, latest");
    doFx(() -> tab.open(AsOf.version(2)));
    until(
        "the older version",
        () ->
            shown(".version-strip")
                && find(scene, ".version-chip", Button.class)
                    .getText()
                    .startsWith("version 2 of 6"));
    picture(scene, "version-older" + (dark ? "-dark" : "-light"));
    doFx(button("Back to the latest version")::fire);
    until(
        "the latest",
        () ->
            find(scene, ".version-chip", Button.class).getText().equals("version 6, latest")
                && !shown(".version-strip"));
  }

  @Test
  void whatIsNewSinceTheLastLookComesFirst() {
    var _ =
        workspace.look(
            ConnectionId.DEMO, new TableName("external_retail", "retail", "price_list"), 4);
    open("price_list", false);
    until("changed rows", () -> cells().contains("+ inserted"));
    assertThat(toggles(".changes-bar")).hasSize(2);
  }

  /** The same workspace, whose changes are said to be large. */
  private static Workspace large() {
    return (Workspace)
        Proxy.newProxyInstance(
            Workspace.class.getClassLoader(),
            new Class<?>[] {Workspace.class},
            (self, method, arguments) -> {
              Object answer = method.invoke(workspace, arguments);
              return answer instanceof Changes changes ? large(changes) : answer;
            });
  }

  private static Changes large(Changes changes) {
    return (Changes)
        Proxy.newProxyInstance(
            Changes.class.getClassLoader(),
            new Class<?>[] {Changes.class},
            (self, method, arguments) ->
                method.getName().equals("sizeInBytes")
                    ? 1_300_000_000L
                    : method.invoke(changes, arguments));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void largeChangesAreNotReadUnasked(boolean dark) {
    open("price_list", dark, large());
    until("the words", () -> shown(".changes-title"));
    assertThat(onFx(() -> find(scene, ".changes-title", Label.class).getText()))
        .isEqualTo("These changes are large");
    assertThat(onFx(() -> find(scene, ".changes-state > .soft", Label.class).getText()))
        .contains("up to 1.3 GB");
    picture(scene, "changes-large" + (dark ? "-dark" : "-light"));
    doFx(button("Read them")::fire);
    until("changed rows", () -> cells().contains("+ inserted"));
  }

  /** The same workspace, whose server tells of a newer version than it has. */
  private static Workspace ahead() {
    SharingClient server =
        (SharingClient)
            Proxy.newProxyInstance(
                SharingClient.class.getClassLoader(),
                new Class<?>[] {SharingClient.class},
                (self, method, arguments) -> 7L);
    return (Workspace)
        Proxy.newProxyInstance(
            Workspace.class.getClassLoader(),
            new Class<?>[] {Workspace.class},
            (self, method, arguments) ->
                method.getName().equals("client") ? server : method.invoke(workspace, arguments));
  }

  @Test
  void aNewerVersionIsOfferedToWhoeverLooks() {
    doFx(() -> {
      stage = new TableStage(theme(), false, ahead());
      tab =
          new TableTab(
              stage.ui,
              ConnectionId.DEMO,
              "Demo share",
              new TableName("external_retail", "retail", "price_list"));
      scene = stage.scene((Parent) tab.node(), 1164, 760);
    });
    until("the table", () -> shown(".version-chip"));
    doFx(tab::focus);
    assertThat(onFx(() -> shown(".version-strip"))).as("nobody looks").isFalse();
    Stage window = onFx(Stage::new);
    doFx(() -> {
      window.setScene(scene);
      window.show();
      window.requestFocus();
    });
    until(
        "the offer",
        () -> {
          tab.focus();
          return shown(".version-strip");
        });
    assertThat(onFx(() -> ((Label) scene.lookup(".version-strip > .label")).getText()))
        .isEqualTo("Version 7 is out.");
    assertThat(onFx(() -> find(scene, ".version-chip", Button.class).getText()))
        .isEqualTo("version 6 of 7");
    doFx(window::close);
  }

  @Test
  void theVersionsOfAFeedAreListedWithTheirTimes() {
    open("price_list", false);
    Stage window = onFx(Stage::new);
    doFx(() -> {
      window.setScene(scene);
      window.show();
      find(scene, ".version-chip", Button.class).fire();
    });
    until(
        "the versions",
        () ->
            Window.getWindows().stream()
                    .filter(Popup.class::isInstance)
                    .flatMap(
                        popup -> popup.getScene().getRoot().lookupAll(".version-item").stream())
                    .count()
                == 7);
    Scene menu =
        onFx(() ->
            Window.getWindows().stream()
                .filter(Popup.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getScene());
    picture(menu, "version-menu");
    Button third =
        onFx(() ->
            menu.getRoot().lookupAll(".version-item").stream()
                .map(Button.class::cast)
                .filter(button -> button.getAccessibleText().startsWith("Version 3, 28 Nov 2025"))
                .findFirst()
                .orElseThrow());
    doFx(third::fire);
    until(
        "the version",
        () -> find(scene, ".version-chip", Button.class).getText().startsWith("version 3 of 6"));
    doFx(window::close);
  }
}
