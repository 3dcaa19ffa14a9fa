package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;

/** Charts are put on a dashboard, arranged, saved, opened again and presented. */
class DashboardJourneyTest extends SalesJourney {

  private void chooseFromPalette(String words) {
    await("there is something to choose", () -> !palette().isEmpty());
    doFx(() -> {
      ListView<?> list = find(window.scene, ".palette .list-view", ListView.class);
      for (int i = 0; i < list.getItems().size(); i++) {
        if (String.valueOf(list.getItems().get(i)).contains("name=" + words)) {
          list.getSelectionModel().clearAndSelect(i);
          return;
        }
      }
      throw new AssertionError(words + " is not among " + list.getItems());
    });
    key(KeyCode.ENTER);
    settle();
  }

  private List<?> palette() {
    return onFx(() ->
        window.scene.getRoot().lookup(".palette .list-view") instanceof ListView<?> list
            ? List.copyOf(list.getItems())
            : List.of());
  }

  private void addChart(int card, String dashboard) {
    List<MenuItem> items =
        onFx(() ->
            window.scene.getRoot().lookupAll(".chart-card .menu-button").stream()
                .filter(Journey::seen)
                .skip(card)
                .findFirst()
                .map(node -> List.copyOf(((MenuButton) node).getItems()))
                .orElseThrow());
    doFx(items.getFirst()::fire);
    chooseFromPalette(dashboard);
  }

  private List<String> titles() {
    return onFx(() ->
        window.scene.getRoot().lookupAll(".tile .chart-title").stream()
            .filter(Journey::seen)
            .map(node -> ((Label) node).getText())
            .toList());
  }

  private void press(Node target, KeyCode code, boolean shift, boolean alt) {
    doFx(() ->
        Event.fireEvent(
            target, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, alt, false)));
  }

  private Node tile(int number) {
    return onFx(() -> {
      Node tile =
          window.scene.getRoot().lookupAll(".tile").stream().skip(number).findFirst().orElseThrow();
      tile.requestFocus();
      return tile;
    });
  }

  private Dashboard saved() throws IOException {
    try (Stream<Path> files = Files.list(window.folders.config().resolve("dashboards"))) {
      return DashboardFile.read(files.findFirst().orElseThrow());
    }
  }

  @Test
  void chartsAreArrangedSavedReopenedAndPresented() throws Exception {
    openSales();
    screen("Charts");
    settle();
    addChart(0, "New dashboard");
    String first = titles().getFirst();
    backToCharts();
    addChart(1, "New dashboard");
    assertThat(titles()).hasSize(1);
    key(KeyCode.W, false, true);
    settle();
    // What is not saved is asked about.
    assertThat(words(".sheet-title")).containsExactly("Save the changes of “New dashboard”?");
    press("Do not save");
    settle();
    backToCharts();
    addChart(1, "New dashboard, detail=open");
    assertThat(titles()).hasSize(2).first().isEqualTo(first);
    await(
        "the keyboard is on the tile that was added",
        () -> onFx(() -> tiles().getLast().isFocused()));
    await(
        "all is drawn",
        () ->
            words(".tile .chart-note").stream()
                    .filter(w -> w.contains("sales_transactions v"))
                    .count()
                == 2);
    picture(window.view.node(), "dashboard");

    press(tile(1), KeyCode.LEFT, false, true);
    press(tile(0), KeyCode.RIGHT, true, true);
    settle();
    assertThat(titles()).hasSize(2).last().isEqualTo(first);
    assertThat(words(".dashboard-unsaved")).containsExactly("not saved");
    press("Save");
    settle();
    Dashboard kept = saved();
    assertThat(kept.tiles()).hasSize(2);
    assertThat(kept.tiles().getFirst().width()).isEqualTo(7);
    assertThat(kept.tables().keySet()).containsExactly("sales_transactions");

    press(tile(0), KeyCode.DELETE, false, false);
    settle();
    assertThat(titles()).containsExactly(first);
    press("Undo");
    settle();
    assertThat(titles()).hasSize(2);
    assertThat(words(".dashboard-unsaved")).isEmpty();
    key(KeyCode.W, false, true);
    settle();
    assertThat(titles()).isEmpty();

    key(KeyCode.B, true, true);
    chooseFromPalette("New dashboard, detail=new-dashboard.dashboard.json");
    await("it is back", () -> titles().size() == 2);
    press("Present");
    await("it is presented", () -> presentation() != null);
    await("the page is drawn", () -> spoken().startsWith("New dashboard, slide 1 of 3"));
    Node stage = Objects.requireNonNull(presentation());
    press(stage, KeyCode.PAGE_DOWN, false, false);
    press(stage, KeyCode.SPACE, false, false);
    await("the last tile is drawn", () -> spoken().startsWith(first + ", slide 3 of 3"));
    picture(onFx(stage::getScene), "dashboard-presented");
    press(stage, KeyCode.ESCAPE, false, false);
    await("it is over", () -> presentation() == null);
  }

  /** Opens a dashboard of six tiles, more than there is room for, and tells its file. */
  private Path openMany() throws IOException {
    Dashboard many = new Dashboard("Many");
    for (int i = 0; i < 6; i++) {
      many = many.with(new Tile("Tile " + i, "", 12, 4, new TextContent("Words " + i)));
    }
    Path file = home.resolve("many.dashboard.json");
    DashboardFile.save(many, file);
    window.desktop.choice = file;
    command("Open a dashboard's file…");
    await("it is open", () -> titles().size() == 6);
    settle();
    return file;
  }

  @Test
  void aTileThatIsHeldAtTheEdgeScrollsThePage() throws Exception {
    Path file = openMany();
    Tile first = DashboardFile.read(file).tiles().getFirst();
    ScrollPane scroll = find(window.scene, ".dashboard-scroll", ScrollPane.class);
    Node head =
        onFx(() ->
            window.scene.getRoot().lookupAll(".tile-head").stream().findFirst().orElseThrow());
    Bounds sight = onFx(() -> scroll.localToScene(scroll.getLayoutBounds()));
    Bounds at = onFx(() -> head.localToScene(head.getLayoutBounds()));
    double x = at.getMinX() + 20;
    mouse(head, MouseEvent.MOUSE_PRESSED, x, at.getMinY() + 5);
    mouse(head, MouseEvent.MOUSE_DRAGGED, x, sight.getMaxY() - 3);
    await("the end is in sight", () -> onFx(scroll::getVvalue) == 1);
    mouse(head, MouseEvent.MOUSE_RELEASED, x, sight.getMaxY() - 60);
    settle();
    assertThat(titles()).last().isEqualTo("Tile 0");
    press("Save");
    settle();
    assertThat(DashboardFile.read(file).tiles()).last().isEqualTo(first);
  }

  @Test
  void whatIsAddedAndMovedByKeyboardStaysInSight() throws Exception {
    var _ = openMany();
    ScrollPane scroll = find(window.scene, ".dashboard-scroll", ScrollPane.class);
    doFx(() ->
        window.scene.getRoot().lookupAll(".dashboard-head .menu-button").stream()
            .flatMap(node -> ((MenuButton) node).getItems().stream())
            .filter(item -> "Text…".equals(item.getText()))
            .forEach(MenuItem::fire));
    await("it is asked for", () -> words(".sheet-title").contains("Add text"));
    TextArea area = find(window.scene, ".question .text-area", TextArea.class);
    assertThat(onFx(area::isFocused)).isTrue();
    doFx(() -> area.setText("More"));
    press(area, KeyCode.TAB, false, false);
    assertThat(onFx(area::isFocused)).as("the key goes on").isFalse();
    assertThat(onFx(() -> area.getText())).isEqualTo("More");
    doFx(() ->
        Event.fireEvent(
            area,
            new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, true, false, true)));
    await("it is added", () -> onFx(() -> tiles().size()) == 7);
    settle();
    assertThat(onFx(() -> tiles().getLast().isFocused())).isTrue();
    assertThat(onFx(scroll::getVvalue)).isEqualTo(1);
    for (int i = 6; i > 0; i--) {
      press(onFx(() -> window.scene.getFocusOwner()), KeyCode.UP, false, true);
    }
    settle();
    assertThat(onFx(() -> tiles().getFirst().isFocused())).isTrue();
    assertThat(onFx(scroll::getVvalue)).isZero();
  }

  private List<Node> tiles() {
    return List.copyOf(window.scene.getRoot().lookupAll(".tile"));
  }

  private void mouse(Node target, EventType<MouseEvent> type, double x, double y) {
    doFx(() ->
        Event.fireEvent(
            target,
            new MouseEvent(
                type,
                x,
                y,
                x,
                y,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null)));
  }

  @Test
  void aChartOfAPivotIsSavedAndDrawnAnew() throws Exception {
    openSales();
    screen("Pivot");
    settle();
    click("Suggest one");
    awaitRow(1);
    settle();
    ToggleButton charts =
        onFx(() ->
            front().node().lookupAll(".result-screens .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(one -> one.getText().equals("Charts") && seen(one))
                .findFirst()
                .orElseThrow());
    doFx(charts::fire);
    settle();
    String title = words(".chart-card .chart-title").getFirst();
    addChart(0, "New dashboard");
    assertThat(titles()).containsExactly(title);
    String standing = standing();
    assertThat(standing).contains("of a query").contains("sales_transactions v");
    press("Save");
    settle();
    Dashboard kept = saved();
    assertThat(kept.tables().keySet()).containsExactly("sales_transactions");
    assertThat(kept.tiles().getFirst().content()).isInstanceOf(ChartContent.class);
    key(KeyCode.W, false, true);
    settle();
    assertThat(titles()).isEmpty();

    key(KeyCode.B, true, true);
    chooseFromPalette("New dashboard, detail=new-dashboard.dashboard.json");
    await("it is back", () -> titles().equals(List.of(title)));
    await("it is drawn", () -> standing().equals(standing));
    assertThat(words(".chart-problem-what")).isEmpty();
  }

  private String standing() {
    return String.join("; ", words(".tile .chart-note"));
  }

  private void backToCharts() {
    doFx(() -> window.view.model().open(window.view.model().tabs().getFirst()));
    settle();
  }

  private Node presentation() {
    return onFx(() ->
        Window.getWindows().stream()
            .filter(w -> w instanceof Stage && w.getScene() != null)
            .map(w -> w.getScene().getRoot())
            .filter(root -> root.getStyleClass().contains("presentation"))
            .findFirst()
            .orElse(null));
  }

  private String spoken() {
    Node stage = presentation();
    return stage == null ? "" : String.valueOf(onFx(stage::getAccessibleText));
  }
}
