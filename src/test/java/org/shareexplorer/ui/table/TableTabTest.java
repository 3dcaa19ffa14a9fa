package org.shareexplorer.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.TableStage;
import org.shareexplorer.ui.palette.Command;

/** A table's tab while its table is opened, and after. */
@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class TableTabTest extends FxTest {

  private static final FakeTable SALES = FakeTable.sales(50_000, true);

  private TableStage stage;
  private TableTab tab;
  private Scene scene;

  private void open(TableStage.Opener opener) {
    doFx(() -> {
      stage = new TableStage(theme(), false, opener);
      tab =
          new TableTab(
              stage.ui,
              new ConnectionId("partner"),
              "partner_co",
              new TableName("external_retail", "retail", "sales_transactions"),
              (ui, table) -> List.of(new Words("Data"), new Words("Details")));
      scene = stage.scene((Parent) tab.node(), 900, 600);
    });
  }

  @AfterEach
  void end() {
    doFx(() -> {
      tab.close();
      stage.close();
    });
  }

  private List<String> chips() {
    return onFx(() ->
        scene.getRoot().lookupAll(".table-chips > .label").stream()
            .map(node -> ((Label) node).getText())
            .toList());
  }

  private Button button(String words) {
    return onFx(() -> {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
      return scene.getRoot().lookupAll(".button").stream()
          .map(Button.class::cast)
          .filter(button -> words.equals(button.getText()))
          .findFirst()
          .orElseThrow();
    });
  }

  @Test
  void theHeadTellsVersionRowsSizeAndColumns() {
    open(job -> SALES);
    until("the table", () -> scene.lookup(".words") != null);
    assertThat(chips()).containsExactly("50,000 rows", "1.2 MB", "8 columns");
    assertThat(find(scene, ".version-chip", Button.class).getText())
        .isEqualTo("version 12, latest");
    assertThat(find(scene, ".table-crumb", Label.class).getText())
        .isEqualTo("partner_co › external_retail › retail");
    assertThat(onFx(() -> tab.status().getValue())).containsExactly("Data, shown 1");
  }

  @Test
  void anotherScreenComesToTheFrontByItsWord() {
    open(job -> SALES);
    until("the table", () -> scene.lookup(".words") != null);
    ToggleButton details =
        onFx(() ->
            (ToggleButton)
                scene.getRoot().lookupAll(".table-screens > .toggle-button").toArray()[1]);
    doFx(details::fire);
    assertThat(onFx(() -> tab.status().getValue())).containsExactly("Details, shown 1");
    doFx(details::fire);
    assertThat(details.isSelected()).isTrue();
  }

  private List<String> commands() {
    return onFx(() ->
        tab.commands().stream()
            .filter(command -> command.enabled().getAsBoolean())
            .map(Command::name)
            .toList());
  }

  @Test
  void thePaletteIsToldOfTheOtherScreensAndCanShowThem() {
    open(job -> SALES);
    until("the table", () -> scene.lookup(".words") != null);
    assertThat(commands())
        .containsExactly(
            "Filter…", "Show Details", "Export…", "Open another version…", "Refresh the table");
    doFx(() ->
        tab.commands().stream()
            .filter(command -> command.name().equals("Show Details"))
            .forEach(Command::run));
    assertThat(onFx(() -> tab.status().getValue())).containsExactly("Details, shown 1");
    assertThat(commands())
        .containsExactly(
            "Filter…", "Show Data", "Export…", "Open another version…", "Refresh the table");
  }

  @Test
  void aTableThatCannotBeOpenedIsTriedAgain() {
    AtomicReference<OpenTable> table = new AtomicReference<>();
    open(job -> {
      OpenTable known = table.get();
      if (known == null) {
        throw new Problem(
                ProblemCode.SERVER_NOT_FOUND, "There is no such table.", "", "Ask for it.")
            .asException();
      }
      return known;
    });
    until("the problem", () -> scene.lookup(".problem") != null);
    table.set(SALES);
    doFx(button("Try again")::fire);
    until("the table", () -> scene.lookup(".words") != null);
  }

  @Test
  void openingIsCancelled() {
    CountDownLatch cancelled = new CountDownLatch(1);
    open(job -> wait(job, cancelled));
    until("the wheel", () -> scene.lookup(".progress-indicator") != null);
    doFx(button("Cancel")::fire);
    until("the end of the work", () -> cancelled.getCount() == 0);
    assertThat(button("Open it now").isVisible()).isTrue();
  }

  private static OpenTable wait(Job job, CountDownLatch cancelled) {
    try (var _ = job.onCancel(cancelled::countDown)) {
      cancelled.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    job.check();
    return SALES;
  }

  @Test
  void aNewerVersionTakesThePlaceOfTheOld() {
    AtomicReference<OpenTable> table = new AtomicReference<>(SALES);
    open(job -> Objects.requireNonNull(table.get()));
    until("the table", () -> scene.lookup(".words") != null);
    doFx(button("Refresh")::fire);
    until("an answer", () -> shows("This is the newest version."));
    table.set(
        new FakeTable(
            "sales_transactions", SALES.snapshot().fields(), 7, true, 13, (row, column) -> null));
    doFx(button("Refresh")::fire);
    until("an answer", () -> shows("Version 13 is here."));
    assertThat(chips()).startsWith("7 rows");
  }

  private boolean shows(String words) {
    return scene.getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().equals(words));
  }

  /** A screen of one label. */
  private static final class Words implements TableScreen {

    private final Label label;
    private final ReadOnlyObjectWrapper<List<String>> status =
        new ReadOnlyObjectWrapper<>(List.of());
    private int shown;

    Words(String title) {
      label = new Label(title);
      label.getStyleClass().add("words");
    }

    @Override
    public String title() {
      return label.getText();
    }

    @Override
    public Node node() {
      return label;
    }

    @Override
    public void shown() {
      shown++;
      status.set(List.of(title() + ", shown " + shown));
    }

    @Override
    public ObservableValue<List<String>> status() {
      return status;
    }

    @Override
    public void close() {}
  }
}
