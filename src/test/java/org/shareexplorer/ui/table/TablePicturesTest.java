package org.shareexplorer.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.TableStage;

/** Draws every state of a table's tab, for people to look at. */
class TablePicturesTest extends FxTest {

  private static final TableName SALES =
      new TableName("external_retail", "retail", "sales_transactions");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyStateCanBeDrawn(boolean dark) throws Exception {
    String look = dark ? "-dark" : "-light";
    try (Shown sales = new Shown(FakeTable.sales(50_000, true), dark, 1164, 800)) {
      sales.loaded();
      sales.press(KeyCode.DOWN, false, false);
      sales.press(KeyCode.DOWN, false, false);
      sales.press(KeyCode.RIGHT, false, false);
      Path first = picture(sales.scene, "table-data" + look);
      assertThat(Files.size(first)).isGreaterThan(20_000);
      sales.press(KeyCode.DOWN, true, false);
      sales.press(KeyCode.RIGHT, true, false);
      sales.press(KeyCode.SPACE, false, false);
      until("the row", () -> sales.has(".row-detail-entry"));
      picture(sales.scene, "table-row" + look);
      sales.press(KeyCode.I, false, false);
      until("the figures", () -> sales.has(".column-inspector-figure"));
      picture(sales.scene, "table-column" + look);
      sales.press(KeyCode.ESCAPE, false, false);
      sales.press(KeyCode.END, false, true);
      until("the end", () -> sales.text(".grid-cell", "50100"));
      picture(sales.scene, "table-end" + look);
      sales.screen("Details");
      picture(sales.scene, "table-details" + look);
    }
    try (Shown odd = new Shown(FakeTable.odd(), dark, 1440, 700)) {
      odd.loaded();
      picture(odd.scene, "table-odd" + look);
      odd.press(KeyCode.DOWN, false, false);
      odd.press(KeyCode.SPACE, false, false);
      until("the row", () -> odd.has(".row-detail-entry"));
      picture(odd.scene, "table-odd-row" + look);
      odd.screen("Details");
      picture(odd.scene, "table-odd-details" + look);
    }
    try (Shown wide = new Shown(FakeTable.wide(200, 20_000_000), dark, 1004, 700)) {
      wide.loaded();
      wide.press(KeyCode.END, false, true);
      until("the end", () -> wide.text(".grid-cell", "r19999999c197"));
      picture(wide.scene, "table-wide" + look);
    }
    FakeTable slow = FakeTable.sales(50_000, true);
    CountDownLatch gate = new CountDownLatch(1);
    slow.gate = gate;
    try (Shown loading = new Shown(slow, dark, 1004, 700)) {
      until("the grid", () -> loading.has(".grid-cell"));
      picture(loading.scene, "table-loading" + look);
      gate.countDown();
    }
    FakeTable broken = FakeTable.sales(50_000, true);
    broken.problem =
        new Problem(
            ProblemCode.FILE_UNAVAILABLE,
            "Rows 1 to 500 could not be read.",
            "The store of the data file answered with 503.",
            "Try again in a moment.",
            "Service unavailable");
    try (Shown failed = new Shown(broken, dark, 1004, 700)) {
      until("the problem", () -> failed.has(".problem"));
      picture(failed.scene, "table-failed" + look);
    }
    FakeTable half = FakeTable.sales(50_000, true);
    try (Shown failed = new Shown(half, dark, 1004, 700)) {
      failed.loaded();
      half.problem = broken.problem;
      failed.press(KeyCode.END, false, true);
      until("the problem", () -> failed.has(".grid-trouble"));
      picture(failed.scene, "table-half" + look);
    }
    try (Shown empty = new Shown(FakeTable.sales(0, true), dark, 1004, 700)) {
      until("the words", () -> empty.has(".grid-empty"));
      picture(empty.scene, "table-empty" + look);
    }
  }

  /** A tab on a stage. */
  private static final class Shown implements AutoCloseable {

    final TableStage stage;
    final TableTab tab;
    final Scene scene;

    Shown(FakeTable table, boolean dark, double width, double height) {
      stage = onFx(() -> new TableStage(theme(), dark, job -> table));
      tab = onFx(() -> new TableTab(stage.ui, new ConnectionId("partner-co"), "partner_co", SALES));
      scene = onFx(() -> stage.scene((Parent) tab.node(), width, height));
    }

    void loaded() {
      until(
          "rows",
          () ->
              text(".grid-cell", "101")
                  || text(".grid-cell", "null")
                  || text(".grid-cell", "r0c2"));
      until(
          "settled",
          () ->
              has(".grid-cell")
                  && scene.getRoot().lookupAll(".grid-cell:loading").stream()
                      .noneMatch(Node::isVisible));
    }

    boolean has(String selector) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return scene.lookup(selector) != null;
    }

    boolean text(String selector, String words) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return scene.getRoot().lookupAll(selector).stream()
          .anyMatch(node -> node.isVisible() && ((Label) node).getText().equals(words));
    }

    void press(KeyCode code, boolean shift, boolean shortcut) {
      Node grid = find(scene, ".grid", Node.class);
      doFx(() ->
          Event.fireEvent(
              grid,
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
    }

    void screen(String title) {
      doFx(() ->
          scene.getRoot().lookupAll(".table-screens > .toggle-button").stream()
              .map(ToggleButton.class::cast)
              .filter(button -> Objects.equals(button.getText(), title))
              .forEach(ToggleButton::fire));
    }

    @Override
    public void close() {
      doFx(tab::close);
      stage.close();
    }
  }
}
