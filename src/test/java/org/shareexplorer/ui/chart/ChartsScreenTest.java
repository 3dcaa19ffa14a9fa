package org.shareexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shareexplorer.ui.chart.ScreenFixture.onFx;
import static org.shareexplorer.ui.chart.ScreenFixture.until;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Annotation;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartKind;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlotQuestion;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.SampledQuestion;
import org.shareexplorer.engine.TimeSeriesQuestion;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Between;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.headless.Unseen;

class ChartsScreenTest {

  private final ScreenFixture fixture = new ScreenFixture();
  private final CannedTable table = new CannedTable(CannedTable.SALES);

  @AfterEach
  void end() {
    fixture.close();
  }

  private ChartsScreen open(CannedTable of) {
    return open(of, 990);
  }

  private ChartsScreen open(CannedTable of, double width) {
    return onFx(() -> {
      ChartsScreen screen = new ChartsScreen(fixture.ui, of);
      var _ = Unseen.window(ScreenFixture.scene((Parent) screen.node(), false, width, 700));
      screen.shown();
      return screen;
    });
  }

  private static void untilReady(ChartsScreen screen) {
    until(
        "all charts to be there",
        () ->
            screen.model().cards().stream()
                .allMatch(card -> card.state().get() instanceof CardState.Ready));
  }

  private static ChartPane firstDrawn(ChartsScreen screen) {
    untilReady(screen);
    ChartPane pane = onFx(() -> (ChartPane) scene(screen).lookup(".chart-pane"));
    until("the first chart to be drawn", () -> pane.drawn().isPresent());
    return pane;
  }

  private static ScrollPane page(ChartsScreen screen) {
    return onFx(() -> {
      Node around = scene(screen).lookup(".chart-grid");
      while (!(around instanceof ScrollPane pane)) {
        around = around.getParent();
      }
      return pane;
    });
  }

  private static FilterModel filtering(ChartsScreen screen) {
    return onFx(() -> {
      FilterModel chips = new FilterModel();
      screen.filteredBy(chips);
      return chips;
    });
  }

  private static Scene scene(ChartsScreen screen) {
    return screen.node().getScene();
  }

  @Test
  void suggestedChartsAreReadDrawnAndTold() {
    ChartsScreen screen = open(table);
    ChartPane pane = firstDrawn(screen);
    assertThat(onFx(pane::getAccessibleText))
        .startsWith("Histogram of total_amount, 30 bins, from 12.5 to 15,620");
    List<String> status = onFx(() -> screen.status().getValue());
    assertThat(status.subList(0, 2))
        .containsExactly("4 charts · exact, over all rows", "4 requests · 52 KB");
  }

  @Test
  void anotherChoiceAsksAgainAndDrawsAgain() {
    ChartsScreen screen = open(table);
    untilReady(screen);
    onFx(() -> {
      screen.model().selected().set(screen.model().cards().get(1));
      @SuppressWarnings("unchecked")
      ComboBox<String> group = (ComboBox<String>) scene(screen).lookup("#setting-group");
      group.setValue("product_name");
      return true;
    });
    untilReady(screen);
    assertThat(onFx(() -> screen.model().cards().get(1).spec().get()))
        .isEqualTo(new BoxPlotSpec("total_amount", "product_name"));
    assertThat(table.asked().getLast())
        .isEqualTo(new BoxPlotQuestion("total_amount", java.util.Optional.of("product_name"), 10));
  }

  @Test
  void aChartThatIsPressedStaysWhereItIs() {
    ChartsScreen screen = open(table);
    firstDrawn(screen);
    onFx(() -> {
      scene(screen).getWindow().setHeight(420);
      return true;
    });
    ScrollPane scroll = page(screen);
    until("the page is low", () -> scroll.getViewportBounds().getHeight() < 500);
    List<Node> cards = onFx(() -> List.copyOf(scene(screen).getRoot().lookupAll(".chart-card")));
    onFx(() -> {
      ScreenFixture.mouse(cards.getLast(), MouseEvent.MOUSE_PRESSED);
      assertThat(screen.model().selected().get()).isEqualTo(screen.model().cards().getLast());
      assertThat(scroll.getVvalue()).isZero();
      ScreenFixture.mouse(cards.getLast(), MouseEvent.MOUSE_RELEASED);
      screen.model().selected().set(screen.model().cards().get(2));
      screen.model().selected().set(screen.model().cards().getLast());
      assertThat(scroll.getVvalue()).isPositive();
      return true;
    });
  }

  @Test
  void howManyRowsThereAreIsToldWithoutBeingCut() {
    ChartsScreen screen = open(table);
    untilReady(screen);
    Label rows = onFx(() -> (Label) scene(screen).lookup("#rows"));
    onFx(() -> {
      rows.setText("19,428,750 in the 10 largest groups");
      scene(screen).getRoot().applyCss();
      scene(screen).getRoot().layout();
      assertThat(((Text) rows.lookup(".text")).getText()).isEqualTo(rows.getText());
      return true;
    });
  }

  @Test
  void noFigureIsShownUnderTheTitleOfAnotherChart() {
    ChartsScreen screen = open(table);
    ChartPane pane = firstDrawn(screen);
    ChartCard card = onFx(() -> screen.model().cards().getFirst());
    List<Boolean> stale = new ArrayList<>();
    table.waitFor(new CountDownLatch(1));
    onFx(() -> {
      press(pane, KeyCode.PLUS);
      // After the view, so that what is seen is looked at as it was left.
      card.state()
          .addListener((_, _, state) -> {
            if (state instanceof CardState.Ready) {
              stale.add(pane.drawn().isPresent());
            }
          });
      card.show(ChartKind.TIME_SERIES.on(screen.model().columns(), null));
      return true;
    });
    for (String button : List.of("#only", "#reset")) {
      assertThat(onFx(() -> scene(screen).lookup(button).isVisible())).as(button).isFalse();
    }
    table.waitFor(null);
    onFx(() -> {
      card.ask();
      return true;
    });
    // The first one's picture is there until then.
    until("the other chart to be drawn", () -> !stale.isEmpty() && pane.drawn().isPresent());
    assertThat(stale).containsExactly(false);
    assertThat(onFx(pane::getAccessibleText)).startsWith("Sum of total_amount per month");
  }

  @Test
  void aFailureIsToldOnItsCardsAndTriedAgainForAllOfThem() {
    table.failWith(new Problem(ProblemCode.NETWORK_TIMEOUT, "No answer.", "Slow.", "Wait."));
    ChartsScreen screen = open(table);
    until(
        "all to fail",
        () ->
            screen.model().cards().stream()
                .allMatch(card -> card.state().get() instanceof CardState.Failed));
    table.failWith(null);
    onFx(() -> {
      ((Button) scene(screen).lookup("#retry")).fire();
      return true;
    });
    untilReady(screen);
  }

  @Test
  void aQuestionThatIsTooLargeIsAskedOfASampleAndSaysSo() {
    table.failWith(new Problem(ProblemCode.TOO_LARGE, "Not answered.", "Memory.", "Sample."));
    ChartsScreen screen = open(table);
    ChartCard first = onFx(() -> screen.model().cards().getFirst());
    until("the first to fail", () -> first.state().get() instanceof CardState.Failed);
    table.failWith(null);
    assertThat(onFx(() -> scene(screen).lookup("#sample").isVisible())).isTrue();
    onFx(() -> {
      ((Button) scene(screen).lookup("#sample")).fire();
      return true;
    });
    until("the first to be there", () -> first.state().get() instanceof CardState.Ready);
    assertThat(table.asked().getLast()).isInstanceOf(SampledQuestion.class);
    assertThat(onFx(() -> ((CardState.Ready) first.state().get()).chart().exactness()))
        .startsWith("a sample, 1 of 2 rows: ")
        .doesNotContain("exact");
  }

  /** A large table's charts, of which those of all rows have to be waited for. */
  private ChartsScreen glimpsed(CannedTable large, CountDownLatch gate) {
    large.waitFor(gate);
    ChartsScreen screen = open(large);
    ChartCard first = onFx(() -> screen.model().cards().getFirst());
    until(
        "a first look",
        () ->
            first.state().get() instanceof CardState.Loading(var _, var glimpse)
                && glimpse.isPresent());
    return screen;
  }

  private static String note(ChartsScreen screen) {
    return onFx(() -> ((Label) scene(screen).lookup("#note")).getText());
  }

  @Test
  void aLargeTablesChartIsSeenOfAFewPartsUntilAllRowsHaveBeenLookedAt() {
    CountDownLatch gate = new CountDownLatch(1);
    ChartsScreen screen = glimpsed(new CannedTable(CannedTable.SALES, ChartCard.LARGE), gate);
    ChartCard first = onFx(() -> screen.model().cards().getFirst());
    Node rest = onFx(() -> scene(screen).lookup("#rest"));
    assertThat(onFx(rest::isVisible)).isTrue();
    assertThat(onFx(() -> scene(screen).lookup(".chart-pane").isVisible())).isTrue();
    assertThat(note(screen))
        .startsWith("First look, all rows follow: a sample, a few parts of the table: ")
        .doesNotContain("exact");
    gate.countDown();
    until("all rows", () -> first.state().get() instanceof CardState.Ready);
    until("the first look to be gone", () -> !rest.isVisible());
    assertThat(note(screen)).contains("exact").doesNotContain("sample");
    assertThat(onFx(first::sampled)).isFalse();
  }

  @Test
  void whatAFewPartsWouldNotTellIsFirstSeenOfRowsFromAllOver() {
    CannedTable large = new CannedTable(CannedTable.SALES, ChartCard.LARGE);
    ChartsScreen screen = open(large);
    untilReady(screen);
    large.asked().clear();
    onFx(() -> {
      screen
          .model()
          .show(
              List.of(
                  new TimeSeriesSpec(
                      "transaction_date", Bucket.MONTH, Aggregate.DISTINCT, "customer_id")));
      return true;
    });
    untilReady(screen);
    assertThat(large.asked())
        .hasExactlyElementsOfTypes(SampledQuestion.class, TimeSeriesQuestion.class);
  }

  @Test
  void whoStopsLookingAtAllRowsKeepsTheFirstLook() {
    CountDownLatch gate = new CountDownLatch(1);
    ChartsScreen screen = glimpsed(new CannedTable(CannedTable.SALES, ChartCard.LARGE), gate);
    ChartCard first = onFx(() -> screen.model().cards().getFirst());
    onFx(() -> {
      ((Button) scene(screen).lookup("#rest .button")).fire();
      return true;
    });
    assertThat(onFx(() -> first.state().get())).isInstanceOf(CardState.Ready.class);
    assertThat(onFx(first::sampled)).isTrue();
    Label note = onFx(() -> (Label) scene(screen).lookup("#note"));
    until("it to stay", () -> note.getText().startsWith("a sample, a few parts of the table: "));
    gate.countDown();
  }

  @Test
  void wordsAndMarksAreDrawnWithoutAskingAgain() {
    ChartsScreen screen = open(table);
    untilReady(screen);
    int asked = table.asked().size();
    ChartCard card = onFx(() -> screen.model().selected().get());
    ChartSpec before = onFx(() -> card.spec().get());
    onFx(() -> {
      AnnotationEditor editor =
          (AnnotationEditor) ((VBox) scene(screen).lookup("#words")).getChildren().getFirst();
      type(editor.lookupAll(".chart-words"), 0, "Amounts of all shops");
      ((MenuButton) editor.lookup("#add-mark")).getItems().getFirst().fire();
      type(editor.lookup(".chart-annotation").lookupAll(".chart-words"), 0, "soon");
      return true;
    });
    assertThat(onFx(() -> card.spec().get()))
        .isEqualTo(new AnnotatedSpec(before, "Amounts of all shops", "", List.of()));
    assertThat(onFx(() -> ((Label) scene(screen).lookup("#words .chart-mistake")).getText()))
        .startsWith("soon is neither");
    onFx(() -> {
      type(scene(screen).lookup(".chart-annotation").lookupAll(".chart-words"), 0, "1000");
      return true;
    });
    assertThat(onFx(() -> card.spec().get()))
        .isEqualTo(
            new AnnotatedSpec(
                before,
                "Amounts of all shops",
                "",
                List.of(new Annotation.Line(Annotation.Axis.ACROSS, "1000", ""))));
    assertThat(onFx(() -> ((Label) scene(screen).lookup("#title")).getText()))
        .isEqualTo("Amounts of all shops");
    assertThat(table.asked()).hasSize(asked);
  }

  private static void type(Set<Node> fields, int number, String text) {
    TextField field = (TextField) fields.stream().skip(number).findFirst().orElseThrow();
    field.setText(text);
    field.getOnAction().handle(new ActionEvent());
  }

  @Test
  void aStoppedCardWaitsToBeAskedAgain() {
    table.waitFor(new CountDownLatch(1));
    ChartsScreen screen = open(table);
    ChartCard first = onFx(() -> screen.model().cards().getFirst());
    until("the table to be asked", () -> !table.asked().isEmpty());
    onFx(() -> {
      first.stop();
      return true;
    });
    assertThat(onFx(() -> first.state().get())).isInstanceOf(CardState.Idle.class);
    table.waitFor(null);
    onFx(() -> {
      screen.close();
      first.ask();
      return true;
    });
    until("the first to be there", () -> first.state().get() instanceof CardState.Ready);
  }

  @Test
  void chartsAreSavedAndCopied(@TempDir Path folder) {
    ChartsScreen screen = open(table);
    untilReady(screen);
    fixture.desktop.saveTo = folder.resolve("picture");
    onFx(() -> {
      ((Button) scene(screen).lookup("#saveSvg")).fire();
      ((Button) scene(screen).lookup("#copy")).fire();
      return true;
    });
    until(
        "file and image",
        () -> Files.exists(folder.resolve("picture.svg")) && fixture.desktop.copied != null);
    assertThat(fixture.desktop.suggested).isEqualTo("Distribution of total_amount.svg");
  }

  @Test
  void whatIsSavedIsThePartThatIsShownAndReplacesNothingUnasked(@TempDir Path folder)
      throws IOException {
    ChartsScreen screen = open(table);
    ChartPane pane = firstDrawn(screen);
    Path whole = folder.resolve("whole.svg");
    save(screen, whole);
    until("the whole", () -> Files.exists(whole));
    String before = Files.readString(whole);
    onFx(() -> {
      press(pane, KeyCode.PLUS);
      return true;
    });
    Path part = folder.resolve("part.svg");
    save(screen, part);
    until("the part", () -> Files.exists(part));
    assertThat(part).content().isNotEqualTo(before);
    save(screen, folder.resolve("whole"));
    assertThat(onFx(() -> ((Label) scene(screen).lookup("#said")).getText()))
        .startsWith("whole.svg is there already.");
    assertThat(whole).content().isEqualTo(before);
  }

  @Test
  void whatIsSaidOfAFileIsSeenInALowWindow(@TempDir Path folder) {
    ChartsScreen screen = open(table);
    firstDrawn(screen);
    onFx(() -> {
      scene(screen).getWindow().setHeight(330);
      return true;
    });
    Node pane = onFx(() -> scene(screen).lookup(".chart-inspector-scroll > .viewport"));
    until("the pane is low", () -> pane.getLayoutBounds().getHeight() < 330);
    Label said = onFx(() -> (Label) scene(screen).lookup("#said"));
    save(screen, folder.resolve("seen.svg"));
    until("it is said", () -> said.getText().equals("Saved as seen.svg."));
    until(
        "it is in sight",
        () ->
            pane.localToScene(pane.getLayoutBounds())
                .contains(said.localToScene(said.getLayoutBounds())));
  }

  private void save(ChartsScreen screen, Path file) {
    onFx(() -> {
      fixture.desktop.saveTo = file;
      ((Button) scene(screen).lookup("#saveSvg")).fire();
      return true;
    });
  }

  @Test
  void theKeyboardReadsFiguresAndZooms() {
    ChartsScreen screen = open(table);
    ChartPane pane = firstDrawn(screen);
    onFx(() -> {
      press(pane, KeyCode.RIGHT);
      return true;
    });
    assertThat(onFx(pane::getAccessibleText))
        .startsWith("3,100 rows, 12.5 – 532.75")
        .matches("(?s).*, 1 of \\d+");
    String last =
        onFx(() -> {
          press(pane, KeyCode.END);
          return pane.getAccessibleText();
        });
    assertThat(last).matches("(?s).*, (\\d+) of \\1");
    onFx(() -> {
      press(pane, KeyCode.UP);
      press(pane, KeyCode.DOWN);
      return true;
    });
    assertThat(onFx(pane::getAccessibleText)).isEqualTo(last);
    onFx(() -> {
      press(pane, KeyCode.HOME);
      return true;
    });
    assertThat(onFx(pane::getAccessibleText)).startsWith("3,100 rows");
    onFx(() -> {
      press(pane, KeyCode.PLUS);
      return true;
    });
    assertThat(onFx(() -> pane.zoom().get().isPresent())).isTrue();
    onFx(() -> {
      press(pane, KeyCode.DIGIT0);
      return true;
    });
    assertThat(onFx(() -> pane.zoom().get().isPresent())).isFalse();
  }

  @Test
  void aPickedBarLeavesJustItsRows() {
    ChartsScreen screen = open(table);
    FilterModel filter = filtering(screen);
    ChartPane pane = firstDrawn(screen);
    onFx(() -> {
      press(pane, KeyCode.RIGHT);
      press(pane, KeyCode.SPACE);
      return true;
    });
    assertThat(onFx(() -> filter.get().view().filter()))
        .isEqualTo(Between.of(CannedTable.SALES.get(5), 12.5, 532.75, false).orElseThrow());
  }

  @Test
  void aRangeThatIsShownLeavesJustItsRows() {
    ChartsScreen screen = open(table);
    FilterModel filter = filtering(screen);
    ChartPane pane = firstDrawn(screen);
    Button only = onFx(() -> (Button) scene(screen).lookup("#only"));
    assertThat(onFx(only::isVisible)).isFalse();
    onFx(() -> {
      press(pane, KeyCode.PLUS);
      return true;
    });
    assertThat(onFx(only::isVisible)).isTrue();
    onFx(() -> {
      only.fire();
      return true;
    });
    assertThat(onFx(() -> filter.get().view().filter()))
        .isEqualTo(Between.of(CannedTable.SALES.get(5), 1570.0, 14_060.0, true).orElseThrow());
  }

  @Test
  void chartsAreAddedEnlargedAndRemoved() {
    ChartsScreen screen = open(table);
    untilReady(screen);
    onFx(() -> {
      screen.model().add(ChartKind.TIME_SERIES.on(screen.model().columns(), null));
      screen.model().enlarged().set(screen.model().selected().get());
      return true;
    });
    assertThat(onFx(() -> screen.model().cards().getLast().spec().get()))
        .isInstanceOf(TimeSeriesSpec.class);
    assertThat(onFx(() -> scene(screen).lookup("#whole").isVisible())).isTrue();
    onFx(() -> {
      List.copyOf(screen.model().cards()).forEach(screen.model()::remove);
      return true;
    });
    assertThat(onFx(() -> scene(screen).lookup("#empty").isVisible())).isTrue();
    assertThat(onFx(() -> screen.status().getValue())).containsExactly("No charts");
  }

  @Test
  void aChartThatIsAddedIsScrolledTo() {
    ChartsScreen screen = open(table);
    untilReady(screen);
    ScrollPane scroll = page(screen);
    onFx(() -> {
      for (int i = 0; i < 3; i++) {
        screen.model().add(ChartKind.TIME_SERIES.on(screen.model().columns(), null));
      }
      return true;
    });
    until("the last chart to be seen", () -> scroll.getVvalue() > 0.9);
    onFx(() -> {
      screen.model().selected().set(screen.model().cards().getFirst());
      return true;
    });
    until("the first chart to be seen", () -> scroll.getVvalue() < 0.1);
  }

  @Test
  void chartsStandBelowEachOtherWhereThereIsNoRoomBeside() {
    ChartsScreen screen = open(table, 620);
    GridPane grid = onFx(() -> (GridPane) scene(screen).lookup("#grid"));
    until("one column", () -> grid.getColumnCount() == 1 && grid.getRowCount() == 4);
    assertThat(onFx(() -> grid.getChildren().size())).isEqualTo(4);
    onFx(() -> {
      scene(screen).getWindow().setWidth(1_100);
      return true;
    });
    until("two columns", () -> grid.getColumnCount() == 2 && grid.getRowCount() == 2);
  }

  @Test
  void theSameChartsOfOtherRowsAreSelectedAlike() {
    ChartsScreen before = open(table);
    untilReady(before);
    onFx(() -> {
      before.model().selected().set(before.model().cards().get(2));
      return true;
    });
    ChartsScreen after =
        onFx(() -> {
          ChartsScreen other = new ChartsScreen(fixture.ui, table);
          other.takeOver(before);
          other.shown();
          return other;
        });
    assertThat(onFx(() -> after.model().cards().indexOf(after.model().selected().get())))
        .isEqualTo(2);
  }

  @Test
  void aTableWithNothingToDrawSaysSo() {
    ChartsScreen screen = open(new CannedTable(List.of(new Field("note", Simple.BINARY, true))));
    assertThat(onFx(() -> scene(screen).lookup("#empty").isVisible())).isTrue();
    assertThat(
            onFx(() -> ((javafx.scene.control.Label) scene(screen).lookup("#emptyText")).getText()))
        .contains("This table has none");
  }

  private static void press(ChartPane pane, KeyCode code) {
    pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
  }
}
