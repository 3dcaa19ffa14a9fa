package org.shareexplorer.bench;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.SampledChart;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.filter.Predicate;
import org.shareexplorer.ui.chart.CardState;
import org.shareexplorer.ui.chart.ChartsModel;
import org.shareexplorer.ui.chart.ChartsScreen;
import org.shareexplorer.ui.fx.Theme;
import org.shareexplorer.ui.headless.TableStage;

/**
 * How long it takes until the window has a picture of a chart of very many rows, be it a first look
 * at a few parts of the table, while all of it is being looked at.
 */
final class FirstLooks {

  private static final int SEVERAL = 3;
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 700;

  private FirstLooks() {}

  static final Case CASE =
      new Case(
          "first-looks",
          "The first picture in the window of charts of 20M rows, the bytes of each column on disk",
          "≤ 1 s",
          List.of(),
          ways());

  private static List<Case.Way> ways() {
    List<Case.Way> ways = new ArrayList<>();
    Drawing.slowest()
        .forEach((name, spec) -> ways.add(new Case.Way(name, SEVERAL, box -> seen(box, spec))));
    return List.copyOf(ways);
  }

  private static Box.Run seen(Box box, ChartSpec spec) throws Exception {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    var _ = drawn(spec.ask(Drawing.open(box, Drawing.FEW), ZoneOffset.UTC, Job.unattended()));
    OpenTable table = Drawing.open(box, Drawing.MANY);
    for (String column : Drawing.columns(spec)) {
      var _ = table.fetched(List.of(column), Predicate.all(), List::size, Job.unattended());
    }
    CompletableFuture<ChartsScreen> screen = new CompletableFuture<>();
    Platform.runLater(() ->
        screen.complete(
            new ChartsScreen(new TableStage(new Theme(), false, (Job _) -> table).ui, table)));
    ChartsModel charts = screen.join().model();
    CompletableFuture<Chart> first = new CompletableFuture<>();
    CompletableFuture<Chart> all = new CompletableFuture<>();
    long began = System.nanoTime();
    Box.Run run =
        box.measured(() -> {
          Platform.runLater(() -> ask(charts, spec, first, all));
          return drawn(first.join());
        });
    var _ = all.join();
    return new Box.Run(
        run.seconds(),
        run.requests(),
        run.fileRequests(),
        run.bytes(),
        run.fileBytes(),
        run.heap(),
        run.process(),
        String.format(
            Locale.ROOT,
            "%s; all rows after %.2f s",
            run.said(),
            (System.nanoTime() - began) / 1e9));
  }

  private static void ask(
      ChartsModel charts,
      ChartSpec spec,
      CompletableFuture<Chart> first,
      CompletableFuture<Chart> all) {
    charts.show(List.of(spec));
    charts
        .cards()
        .getFirst()
        .state()
        .subscribe(state -> {
          switch (state) {
            case CardState.Loading(var _, var glimpse) -> glimpse.ifPresent(first::complete);
            case CardState.Ready(var chart, var _, var _) -> {
              first.complete(chart);
              all.complete(chart);
            }
            case CardState.Failed(var problem) -> all.completeExceptionally(problem.asException());
            case CardState.Idle _ -> {}
          }
        });
  }

  private static String drawn(Chart chart) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = image.createGraphics();
    var _ = new ChartPicture(chart, ChartTheme.LIGHT).draw(g2, WIDTH, HEIGHT);
    g2.dispose();
    return chart instanceof SampledChart ? "a first look" : "all rows at once";
  }
}
