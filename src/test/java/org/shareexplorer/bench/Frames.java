package org.shareexplorer.bench;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.chart.ChartPane;
import org.shareexplorer.ui.fx.Background;

/**
 * How long a window stands still while a chart of very many rows is asked for and put into it: the
 * time from one frame to the next, something in it moving all the time. On a display the window is
 * seen whole.
 */
final class Frames {

  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 700;

  /**
   * Without a display, the toolkit copies a window pixel by pixel: only a corner of it is shown.
   */
  private static final int SHOWN = 160;

  private static final boolean DISPLAY = System.getenv("DISPLAY") != null;

  /** For so long nothing else is done, to see how the machine is without. */
  private static final int STILL = 120;

  private static final int SEVERAL = 3;

  private Frames() {}

  static final Case CASE =
      new Case(
          "frames",
          "The longest time between two frames of the window, %s, while a chart of 20M rows comes"
              .formatted(DISPLAY ? "on a display" : "without a display"),
          "≤ 0.05 s; a frame takes 0.017 s",
          List.of(),
          List.of(
              new Case.Way("nothing but the window", SEVERAL, box -> frames(box, null)),
              new Case.Way(
                  "histogram and curve", SEVERAL, box -> frames(box, new HistogramSpec("amount"))),
              new Case.Way(
                  "boxes by group",
                  SEVERAL,
                  box -> frames(box, new BoxPlotSpec("amount", "region"))),
              new Case.Way(
                  "scatter", SEVERAL, box -> frames(box, new ScatterSpec("amount", "price")))));

  private static Box.Run frames(Box box, @Nullable ChartSpec spec) throws Exception {
    ChartSpec shown = spec == null ? new HistogramSpec("amount") : spec;
    OpenTable few = Drawing.open(box, Drawing.FEW);
    Chart before = shown.ask(few, ZoneOffset.UTC, Job.unattended());
    OpenTable table = Drawing.open(box, Drawing.MANY);
    var _ =
        table.fetched(
            Drawing.columns(shown), Predicate.all(), files -> files.size(), Job.unattended());
    if (!DISPLAY) {
      System.setProperty("glass.platform", "Headless");
    }
    System.setProperty("prism.order", "sw");
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    List<Double> gaps = new ArrayList<>();
    Box.Run run =
        box.measured(() -> {
          CompletableFuture<Boolean> done = new CompletableFuture<>();
          Platform.runLater(() -> new Watch(box, before, table, spec, gaps, done).start());
          var _ = done.join();
          return gaps.size() + " frames";
        });
    double worst = gaps.stream().mapToDouble(gap -> gap).max().orElse(Double.NaN);
    long late = gaps.stream().filter(gap -> gap > 0.025).count();
    return new Box.Run(
        worst,
        0,
        0,
        0,
        0,
        run.heap(),
        run.process(),
        String.format(
            Locale.ROOT,
            "%s in %.2f s, %d of them late, %s",
            run.said(),
            run.seconds(),
            late,
            DISPLAY ? "on a display" : "without a display"));
  }

  /** A window with a chart, in which the time from frame to frame is taken. */
  private static final class Watch extends AnimationTimer {

    private static final int SETTLING = 60;

    /** For so many frames nothing is under way: the chart is drawn. */
    private static final int QUIET = 20;

    private final List<Double> gaps;
    private final CompletableFuture<Boolean> done;
    private final @Nullable ChartSpec spec;
    private final OpenTable table;
    private final Background background;
    private final ChartPane pane;
    private final Rectangle moving = new Rectangle(20, 20);
    private long last;
    private int frames;
    private boolean arrived;
    private int quiet;

    Watch(
        Box box,
        Chart before,
        OpenTable table,
        @Nullable ChartSpec spec,
        List<Double> gaps,
        CompletableFuture<Boolean> done) {
      this.gaps = gaps;
      this.done = done;
      this.spec = spec;
      this.table = table;
      background = new Background(box.jobs());
      pane = new ChartPane(background, new ReadOnlyBooleanWrapper(false).getReadOnlyProperty());
      pane.show(before);
      Stage stage = new Stage();
      moving.setManaged(false);
      pane.setManaged(false);
      pane.resize(WIDTH, HEIGHT);
      stage.setScene(
          new Scene(
              new StackPane(pane, moving), DISPLAY ? WIDTH : SHOWN, DISPLAY ? HEIGHT : SHOWN));
      stage.show();
    }

    @Override
    public void handle(long now) {
      long time = System.nanoTime();
      moving.setX(frames % SHOWN);
      if (frames > SETTLING) {
        gaps.add((time - last) / 1e9);
      }
      last = time;
      frames++;
      if (frames == SETTLING) {
        ask();
      }
      quiet = arrived && background.running().get() == 0 ? quiet + 1 : 0;
      if (spec == null ? frames > SETTLING + STILL : quiet > QUIET) {
        stop();
        done.complete(true);
      }
    }

    private void ask() {
      ChartSpec asked = spec;
      if (asked != null) {
        var _ =
            background.start(
                job -> asked.ask(table, ZoneOffset.UTC, job),
                chart -> {
                  pane.show(chart);
                  arrived = true;
                },
                problem -> done.completeExceptionally(problem.asException()));
      }
    }
  }
}
