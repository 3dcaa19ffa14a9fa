package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.TableEngine;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.provider.DemoShare;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.FxTest;
import org.shareexplorer.ui.headless.Mouse;
import org.shareexplorer.ui.headless.TableStage;
import org.shareexplorer.ui.headless.Unseen;

/**
 * Scrolls two million rows from the first to the last and back, by wheel, thumb and keyboard, and
 * listens to the pulses meanwhile: between two of them, the thread that draws must not have done
 * more than what is in sight needs. Its work is counted, not timed, as a busy machine is not the
 * grid's fault.
 */
@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class GridFramesTest extends FxTest {

  private static final long ROWS = 2_000_000;

  /** How often a cell in sight may change from one frame to the next: it waits, and has a value. */
  private static final int CHANGES = 2;

  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

  @TempDir private Path folder;

  private TableStage stage;
  private DataScreen screen;
  private Scene scene;
  private Stage window;
  private Node grid;
  private ScrollBar bar;

  private final Set<Node> watched = new HashSet<>();
  private long changes;
  private long mostChanges;
  private int frames;

  private void open(OpenTable table) {
    doFx(() -> {
      stage = new TableStage(theme(), false, job -> table);
      screen = new DataScreen(stage.ui, table);
      scene = stage.scene(new TabPane(new Tab("Table", screen.node())), 880, 700);
      window = Unseen.window(scene);
      screen.shown();
    });
    grid = find(scene, ".grid", Node.class);
    settled("the first rows", 1);
    bar =
        onFx(() ->
            grid.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow());
    doFx(() -> scene.addPostLayoutPulseListener(this::pulse));
  }

  @AfterEach
  void end() {
    doFx(() -> {
      screen.close();
      window.close();
      stage.close();
    });
  }

  /** What was done since the last pulse. */
  private void pulse() {
    mostChanges = Math.max(mostChanges, changes);
    changes = 0;
    frames++;
  }

  /** From now on, what changes in cells is counted. */
  private void watch() {
    doFx(() -> {
      for (Node node : grid.lookupAll(".grid-cell")) {
        watched.add(node);
        ((GridCell) node).textProperty().addListener(_ -> changes++);
      }
      changes = 0;
      mostChanges = 0;
      frames = 0;
    });
  }

  @Test
  void scrollsFromFirstRowToLastWithoutBlanksOrMoreWorkThanIsSeen() {
    open(FakeTable.sales(ROWS, true));
    scrollAllWays();
  }

  /** The same over the demo share's own trips, through server, network, engine and disk. */
  @Test
  @Tag("slow")
  void scrollsTheDemoSharesTripsWithoutBlanksOrMoreWorkThanIsSeen() throws Exception {
    try (Jobs jobs = new Jobs();
        Http http = new Http();
        Questions questions = new Questions(jobs);
        DemoShare demo = DemoShare.start(folder.resolve("demo"), jobs, Job.unattended());
        TableEngine engine =
            new TableEngine(
                jobs, new HttpRanges(http), folder.resolve("cache"), 1L << 30, questions)) {
      open(
          engine.open(
              new SharingClients(http, Clock.systemUTC())
                  .of(ProfileReader.parse(demo.profileJson(), "the demo share")),
              new TableName("city_mobility", "taxi", "trips"),
              AsOf.LATEST,
              Job.unattended()));
      scrollAllWays();
    }
  }

  private void scrollAllWays() {
    wheel(10, -40);
    settled("rows after a few turns of the wheel", 0);
    watch();
    wheel(40, -240);
    settled("rows after a turn of the wheel", 0);
    wheel(10, -40_000);
    settled("rows after a long turn of the wheel", 0);
    thumb();
    settled("the last row after dragging the thumb", ROWS);
    key(KeyCode.HOME, true, 1);
    settled("the first row after a key", 1);
    key(KeyCode.PAGE_DOWN, false, 30);
    settled("rows after turning pages", 0);
    key(KeyCode.END, true, 1);
    settled("the last row after a key", ROWS);
    key(KeyCode.PAGE_UP, false, 15);
    settled("rows after turning pages back", 0);
    wheel(5, 100_000_000);
    settled("the first row by the wheel", 1);
    assertThat(frames).isGreaterThan(100);
    assertThat(mostChanges)
        .as("changes of cells from one frame to the next, of %d cells", watched.size())
        .isPositive()
        .isLessThanOrEqualTo((long) CHANGES * watched.size());
    assertThat(onFx(() -> grid.lookupAll(".grid-cell")))
        .as("the cells of the first rows, used again for all others")
        .isEqualTo(watched);
  }

  private void wheel(int turns, double delta) {
    eachFrame(turns, _ -> Event.fireEvent(grid, Mouse.wheel(400, 400, delta)));
  }

  /** Drags the thumb from the beginning to below the end, as far as a hand would in a second. */
  private void thumb() {
    Node thumb =
        onFx(() -> {
          bar.setValue(0);
          scene.getRoot().layout();
          return Objects.requireNonNull(bar.lookup(".thumb"));
        });
    Bounds from = onFx(() -> thumb.localToScene(thumb.getBoundsInLocal()));
    double way = onFx(() -> bar.getHeight()) + 40;
    int steps = 30;
    doFx(() -> mouse(thumb, MouseEvent.MOUSE_PRESSED, from.getCenterX(), from.getCenterY()));
    eachFrame(
        steps,
        step ->
            mouse(
                thumb,
                MouseEvent.MOUSE_DRAGGED,
                from.getCenterX(),
                from.getCenterY() + way * (step + 1) / steps));
    doFx(() -> mouse(thumb, MouseEvent.MOUSE_RELEASED, from.getCenterX(), from.getCenterY() + way));
  }

  private static void mouse(Node target, EventType<MouseEvent> type, double x, double y) {
    boolean down = !type.equals(MouseEvent.MOUSE_RELEASED);
    Event.fireEvent(target, Mouse.event(type, x, y, false, down));
  }

  private void key(KeyCode code, boolean shortcut, int times) {
    eachFrame(
        times,
        _ ->
            Event.fireEvent(
                grid,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, shortcut, false, false)));
  }

  private static void eachFrame(int times, IntConsumer action) {
    CountDownLatch done = new CountDownLatch(1);
    AnimationTimer timer =
        new AnimationTimer() {
          private int step;

          @Override
          public void handle(long now) {
            if (step == times) {
              stop();
              done.countDown();
            } else {
              action.accept(step++);
            }
          }
        };
    doFx(timer::start);
    try {
      if (!done.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("frames stopped");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until every cell in sight has its value, one of them of the given row (if any). */
  private void settled(String what, long row) {
    until(
        what,
        () -> {
          List<GridCell> cells =
              grid.lookupAll(".grid-cell").stream()
                  .map(GridCell.class::cast)
                  .filter(Node::isVisible)
                  .toList();
          return !cells.isEmpty()
              && cells.stream().noneMatch(cell -> cell.getPseudoClassStates().contains(LOADING))
              && (row == 0 || cells.stream().anyMatch(cell -> cell.row() == row - 1));
        });
  }
}
