package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.TableStage;
import org.shareexplorer.ui.palette.Command;

/** What a person does with a table's rows, in a window. */
@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class DataScreenTest extends FxTest {

  private TableStage stage;
  private DataScreen screen;
  private Scene scene;
  private Stage window;

  private void open(FakeTable table) {
    doFx(() -> {
      stage = new TableStage(theme(), false, job -> table);
      screen = new DataScreen(stage.ui, table);
      scene = stage.scene(new TabPane(new Tab("Table", screen.node())), 980, 700);
      window = new Stage();
      window.setScene(scene);
      window.show();
      screen.shown();
    });
  }

  @AfterEach
  void end() {
    doFx(() -> {
      screen.close();
      window.close();
      stage.close();
    });
  }

  private List<Label> cells() {
    return scene.getRoot().lookupAll(".grid-cell").stream()
        .filter(Node::isVisible)
        .map(Label.class::cast)
        .toList();
  }

  private boolean shows(String text) {
    return cells().stream().anyMatch(cell -> cell.getText().equals(text));
  }

  /** A tab pane may name what it holds twice. */
  private long count(String selector) {
    return List.copyOf(scene.getRoot().lookupAll(selector)).stream().distinct().count();
  }

  private void type(KeyCode code, boolean shift, boolean shortcut) {
    Node grid = find(scene, ".grid", Node.class);
    doFx(() ->
        Event.fireEvent(
            grid, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, shortcut, false, false)));
  }

  private String status() {
    return onFx(() -> String.join(" | ", screen.status().getValue()));
  }

  @Test
  void thePaletteIsToldWhatCanBeDoneWithRows() {
    open(FakeTable.sales(50_000, true));
    until("rows", () -> !cells().isEmpty());
    assertThat(
            onFx(() ->
                screen.commands().stream()
                    .filter(command -> command.enabled().getAsBoolean())
                    .map(Command::name)
                    .toList()))
        .containsExactly(
            "Find a column…",
            "Go to a row…",
            "Choose columns…",
            "Inspect the column",
            "Show or hide column profiles");
  }

  @Test
  void theFirstRowsAreShownAndCounted() {
    open(FakeTable.sales(50_000, true));
    until("the first row", () -> shows("101") && shows("Data Platform License"));
    assertThat(status()).contains("Rows 1–").contains(" of 50,000").contains("first row ");
    assertThat(find(scene, ".grid-head-name", Label.class).getText()).isEqualTo("transaction_id");
  }

  @Test
  void theEndOfTwentyMillionRowsIsOneKeyAway() {
    FakeTable table = FakeTable.sales(20_000_000, true);
    open(table);
    until("the first row", () -> shows("101"));
    type(KeyCode.END, false, true);
    until("the last row", () -> shows("20000100"));
    assertThat(status()).contains("–20,000,000 of 20,000,000");
    type(KeyCode.HOME, false, true);
    until("the first row again", () -> shows("101"));
    assertThat(table.asked).hasSizeLessThan(8);
  }

  @Test
  void anotherVersionStandsWhereTheOneBeforeStood() {
    open(FakeTable.sales(50_000, true));
    until("the first row", () -> shows("101"));
    TextField jump = find(scene, "#jump", TextField.class);
    doFx(() -> {
      jump.setText("20000");
      jump.fireEvent(new ActionEvent());
    });
    until("the row", () -> shows("20100"));
    List<String> before = onFx(() -> cells().stream().map(Label::getText).toList());
    DataScreen old = screen;
    doFx(() -> {
      screen = new DataScreen(stage.ui, FakeTable.sales(60_000, true));
      screen.filteredBy(new FilterModel());
      screen.takeOver(old);
      old.close();
      scene.setRoot(new TabPane(new Tab("Table", screen.node())));
      screen.shown();
    });
    until("the row of the other version", () -> shows("20100"));
    assertThat(onFx(() -> cells().stream().map(Label::getText).toList())).isEqualTo(before);
    assertThat(status()).contains(" of 60,000");
    DataScreen sorted = screen;
    doFx(() -> {
      FilterModel filter = new FilterModel();
      filter.sortOn("quantity");
      screen = new DataScreen(stage.ui, FakeTable.sales(60_000, true));
      screen.filteredBy(filter);
      screen.takeOver(sorted);
      sorted.close();
      scene.setRoot(new TabPane(new Tab("Table", screen.node())));
      screen.shown();
    });
    until("the first of other rows", () -> shows("101"));
  }

  @Test
  void draggingTheThumbOverMillionsOfRowsFetchesWhereItRests() {
    FakeTable table = FakeTable.sales(20_000_000, true);
    open(table);
    until("the first row", () -> shows("101"));
    ScrollBar bar = find(scene, ".grid > .scroll-bar:vertical", ScrollBar.class);
    // All in one go, as far as the clock is concerned: a machine under load makes no rests.
    doFx(() -> {
      for (int step = 1; step <= 100; step++) {
        bar.setValue(bar.getMax() * step / 100);
        scene.getRoot().layout();
      }
    });
    until("the last row", () -> shows("20000100"));
    assertThat(table.asked).hasSizeLessThan(30);
  }

  @Test
  void aRowIsReachedByItsNumber() {
    open(FakeTable.sales(20_000_000, true));
    until("the first row", () -> shows("101"));
    TextField jump = find(scene, "#jump", TextField.class);
    doFx(() -> {
      jump.setText("12,345,678");
      Event.fireEvent(jump, new javafx.event.ActionEvent());
    });
    until("the row", () -> shows("12345778"));
  }

  @Test
  void aColumnIsReachedByThePartOfItsNameThatWasTyped() {
    open(FakeTable.wide(200, 1_000));
    until("the first row", () -> shows("r0c2"));
    Robot robot = onFx(Robot::new);
    TextField field = find(scene, "#find", TextField.class);
    doFx(field::requestFocus);
    doFx(() -> field.appendText("_146"));
    until("the offer", () -> Window.getWindows().size() > 1);
    doFx(() -> robot.keyType(KeyCode.ENTER));
    until("the column", () -> shows("r0c146"));
  }

  @Test
  void aColumnIsReachedByItsName() {
    open(FakeTable.wide(200, 1_000));
    until("the first row", () -> shows("r0c2"));
    TextField field = find(scene, "#find", TextField.class);
    doFx(() -> {
      field.setText("measure_146");
      Event.fireEvent(field, new javafx.event.ActionEvent());
    });
    until("the column", () -> shows("r0c146"));
  }

  @Test
  void aRangeIsCopiedAsTabSeparatedText() {
    open(FakeTable.sales(50_000, true));
    until("the first row", () -> shows("101"));
    type(KeyCode.HOME, false, true);
    type(KeyCode.RIGHT, true, false);
    type(KeyCode.DOWN, true, false);
    type(KeyCode.C, false, true);
    until("the copy", () -> stage.copied.size() == 1);
    type(KeyCode.C, true, true);
    until("the other", () -> stage.copied.size() == 2);
    assertThat(stage.copied)
        .containsExactly("101\t0\n102\t37", "transaction_id\tcustomer_id\n101\t0\n102\t37");
  }

  @Test
  void cellsAreSelectedByTheMouse() {
    open(FakeTable.sales(50_000, true));
    until("the first row", () -> shows("101"));
    Label from = cells().stream().filter(c -> c.getText().equals("101")).findFirst().orElseThrow();
    var at = onFx(() -> from.localToScreen(from.getBoundsInLocal()));
    Robot robot = onFx(Robot::new);
    doFx(() -> {
      robot.mouseMove(at.getMinX() + 5, at.getMinY() + 5);
      robot.mousePress(MouseButton.PRIMARY);
    });
    doFx(() -> robot.mouseMove(at.getMinX() + 9, at.getMinY() + 5 + 2 * GridView.ROW));
    doFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
    until("the selection", () -> count(".grid-cell:chosen") == 3);
    doFx(() -> {
      robot.keyPress(KeyCode.CONTROL);
      robot.keyType(KeyCode.C);
      robot.keyRelease(KeyCode.CONTROL);
    });
    until("the copy", () -> !stage.copied.isEmpty());
    assertThat(stage.copied).containsExactly("101\n102\n103");
  }

  @Test
  void nullAnEmptyTextAndTheWordNullLookDifferent() {
    open(FakeTable.odd());
    until("the rows", () -> shows("NaN"));
    List<String> words =
        onFx(() -> {
          scene.getRoot().applyCss();
          return cells().stream()
              .filter(cell -> List.of("null", "\"\"").contains(cell.getText()))
              .map(cell -> cell.getText() + " " + cell.getTextFill() + " " + cell.getFont())
              .distinct()
              .toList();
        });
    assertThat(words).hasSizeGreaterThanOrEqualTo(3);
    assertThat(words).anyMatch(w -> w.startsWith("null") && w.contains("Italic"));
    assertThat(words).anyMatch(w -> w.startsWith("null") && !w.contains("Italic"));
  }

  @Test
  void aRowIsShownInFullAndTheNextOneToo() {
    open(FakeTable.sales(50_000, true));
    until("the first row", () -> shows("101"));
    type(KeyCode.DOWN, false, false);
    type(KeyCode.SPACE, false, false);
    until("the row", () -> count(".row-detail-entry") == 8);
    Label title = find(scene, ".row-detail-title", Label.class);
    assertThat(title.getText()).isEqualTo("Row 1");
    Button next =
        onFx(() ->
            scene.getRoot().lookupAll(".row-detail .button").stream()
                .map(Button.class::cast)
                .filter(b -> Objects.equals(b.getAccessibleText(), "Next row"))
                .findFirst()
                .orElseThrow());
    doFx(next::fire);
    assertThat(title.getText()).isEqualTo("Row 2");
    TextField search = find(scene, ".row-detail > .text-field", TextField.class);
    until("the next row", () -> count(".row-detail-entry") == 8);
    doFx(() -> search.setText("product"));
    until("one column", () -> count(".row-detail-entry") == 1);
  }

  @Test
  void rowsThatCannotBeReadAreToldAndTriedAgain() {
    FakeTable table = FakeTable.sales(50_000, true);
    table.problem =
        new Problem(
            ProblemCode.FILE_UNAVAILABLE, "No rows came.", "The file is gone.", "Try again.");
    open(table);
    until("the problem", () -> scene.lookup(".problem") != null);
    table.problem = null;
    Button again = find(scene, ".problem .button", Button.class);
    doFx(again::fire);
    until("the first row", () -> shows("101"));
    assertThat(scene.lookup(".problem")).isNull();
  }
}
