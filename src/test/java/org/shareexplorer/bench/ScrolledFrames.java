package org.shareexplorer.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.grid.DataScreen;
import org.shareexplorer.ui.headless.FakeTable;
import org.shareexplorer.ui.headless.Mouse;
import org.shareexplorer.ui.headless.TableStage;

/**
 * How long the thread that draws works at most from one frame to the next, in processor time, while
 * somebody turns the wheel over two million rows whose values are made up.
 */
final class ScrolledFrames {

  private static final int ROWS = 2_000_000;
  private static final int WIDTH = 880;
  private static final int HEIGHT = 700;
  private static final int SEVERAL = 3;

  /** Steps are compiled as they are repeated. */
  private static final int FIRST_TURNS = 60;

  private static final int TURNS = 300;

  /** A few rows; a hundred times as many now and then. */
  private static final double TURN = -240;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ScrolledFrames() {}

  static final Case CASE =
      new Case(
          "scrolling",
          "The longest work from one frame to the next while 2M rows are scrolled by the wheel",
          "≤ 0.1 s; a frame takes 0.017 s",
          List.of(),
          List.of(
              new Case.Way("the grid", SEVERAL, box -> turned(box, ScrolledFrames::grid)),
              new Case.Way(
                  "JavaFX's TableView, all rows in memory",
                  SEVERAL,
                  box -> turned(box, ScrolledFrames::tableView))));

  /** What is scrolled, in a scene. */
  private record Scrolled(Scene scene, String looked) {}

  private static Box.Run turned(Box box, Function<FakeTable, Scrolled> shown) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Long> longest = new CompletableFuture<>();
    Box.Run run =
        box.measured(() -> {
          Platform.startup(
              () -> new Wheel(shown.apply(FakeTable.sales(ROWS, true)), longest).start());
          return "%d turns of the wheel".formatted(longest.join() >= 0 ? TURNS : 0);
        });
    return new Box.Run(
        longest.join() / 1e9,
        0,
        0,
        0,
        0,
        run.heap(),
        run.process(),
        String.format(Locale.ROOT, "%s in %.2f s", run.said(), run.seconds()));
  }

  private static Scrolled grid(FakeTable table) {
    TableStage stage = new TableStage(new Theme(), false, (Job _) -> table);
    DataScreen screen = new DataScreen(stage.ui, table);
    Scene scene = stage.scene((Parent) screen.node(), WIDTH, HEIGHT);
    screen.shown();
    return new Scrolled(scene, ".grid");
  }

  private static Scrolled tableView(FakeTable table) {
    List<Field> fields = table.snapshot().fields();
    List<Long> rows =
        new AbstractList<>() {
          @Override
          public Long get(int index) {
            return (long) index;
          }

          @Override
          public int size() {
            return ROWS;
          }
        };
    TableView<Long> view = new TableView<>(FXCollections.observableList(rows));
    List<String> names = fields.stream().map(Field::name).toList();
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      TableColumn<Long, String> column = new TableColumn<>(names.get(i));
      column.setCellValueFactory(row ->
          new ReadOnlyObjectWrapper<>(
              String.valueOf(
                  table.rows(row.getValue(), 1, names, Job.unattended()).value(0, place))));
      view.getColumns().add(column);
    }
    return new Scrolled(new Scene(view, WIDTH, HEIGHT), ".virtual-flow");
  }

  /** Turns the wheel once a frame. */
  private static final class Wheel extends AnimationTimer {

    private final CompletableFuture<Long> longest;
    private final Node scrolled;
    private int turns;
    private long worked;
    private long most;

    Wheel(Scrolled shown, CompletableFuture<Long> longest) {
      this.longest = longest;
      Stage stage = new Stage();
      stage.setScene(shown.scene());
      stage.show();
      scrolled = Objects.requireNonNull(shown.scene().getRoot().lookup(shown.looked()));
      worked = THREADS.getCurrentThreadCpuTime();
      shown.scene().addPostLayoutPulseListener(this::pulse);
    }

    /** What was done since the last pulse: handlers, answers, styles, layout. */
    private void pulse() {
      long now = THREADS.getCurrentThreadCpuTime();
      if (turns > FIRST_TURNS) {
        most = Math.max(most, now - worked);
      }
      worked = now;
    }

    @Override
    public void handle(long now) {
      if (turns++ == FIRST_TURNS + TURNS) {
        stop();
        longest.complete(most);
        return;
      }
      double delta = turns % 10 == 0 ? 100 * TURN : TURN;
      Event.fireEvent(scrolled, Mouse.wheel(WIDTH / 2.0, HEIGHT / 2.0, delta));
    }
  }
}
