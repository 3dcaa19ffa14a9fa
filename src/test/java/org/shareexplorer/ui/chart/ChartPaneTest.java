package org.shareexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.SampleCharts;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.headless.FxTest;

class ChartPaneTest extends FxTest {

  private static final HistogramChart ALL = SampleCharts.histogram();
  private static final HistogramChart SOME = of(ALL.spec());

  private final Jobs jobs = new Jobs();
  private final ChartPane pane =
      onFx(() -> new ChartPane(new Background(jobs), new SimpleBooleanProperty()));
  private final Stage stage = onFx(Stage::new);

  /** Other figures. */
  private static HistogramChart of(HistogramSpec spec) {
    Histogram all = ALL.answer();
    return new HistogramChart(
        spec,
        new Histogram(
            all.edges(),
            all.counts().stream().map(count -> count / 20).toList(),
            all.density(),
            all.rows() / 20,
            0,
            0),
        false);
  }

  @AfterEach
  void close() {
    doFx(() -> {
      pane.close();
      stage.close();
    });
    jobs.close();
  }

  private void drawn(Runnable show) {
    doFx(() -> {
      stage.setScene(new Scene(pane, 500, 400));
      stage.show();
      show.run();
    });
    until("it to be drawn", () -> pane.drawn().isPresent());
  }

  @Test
  void whatIsPassingStaysUntilTheBetterChartIsDrawn() {
    drawn(() -> pane.showPassing(SOME));
    Drawn passing = pane.drawn().orElseThrow();
    doFx(() -> {
      pane.show(ALL);
      assertThat(pane.drawn()).containsSame(passing);
    });
    until("the better one", () -> !pane.drawn().equals(Optional.of(passing)));
    assertThat(pane.drawn()).isPresent();
  }

  @Test
  void whatIsPassingDoesNotStayUnderAnotherChartsTitle() {
    drawn(() -> pane.showPassing(SOME));
    doFx(() -> {
      pane.show(of(new HistogramSpec("unit_price")));
      assertThat(pane.drawn()).isEmpty();
    });
  }

  @Test
  void figuresThatAreNotPassingDoNotStayForOthers() {
    drawn(() -> pane.show(SOME));
    doFx(() -> {
      pane.show(ALL);
      assertThat(pane.drawn()).isEmpty();
    });
  }
}
