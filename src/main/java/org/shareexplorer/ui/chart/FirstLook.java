package org.shareexplorer.ui.chart;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.job.Work;
import org.shareexplorer.ui.fx.Background;

/**
 * What a few parts of a large table look like, until all of it has been looked at. The parts are
 * looked at before all rows are, which takes less time than both at once; what they look like is
 * shown when somebody has begun to wait. FX thread only.
 */
final class FirstLook {

  /**
   * As long as nobody has begun to wait. Nor do all rows wait for longer than this, as where the
   * parts have to be fetched first.
   */
  private static final Duration PATIENCE = Duration.millis(400);

  private final Background.Latest latest;
  private final PauseTransition patience;
  private @Nullable Chart seen;
  private @Nullable Runnable waiting;

  FirstLook(Background background) {
    this(background, PATIENCE);
  }

  FirstLook(Background background, Duration patience) {
    latest = background.latest();
    this.patience = new PauseTransition(patience);
  }

  /**
   * Looks at a few parts, instead of what was looked at before.
   *
   * @param allRows is called once, when the look at all rows is to begin
   * @param show gets what a few parts look like, if anybody has to wait for more
   */
  void take(Work<Chart> look, Runnable allRows, Consumer<Chart> show) {
    cancel();
    waiting = allRows;
    patience.setOnFinished(_ -> {
      if (seen != null) {
        show.accept(seen);
      }
      proceed();
    });
    latest.start(
        look,
        chart -> {
          seen = chart;
          if (patience.getStatus() != PauseTransition.Status.RUNNING) {
            show.accept(chart);
          }
          proceed();
        },
        _ -> proceed()); // It was but to pass the time.
    patience.playFromStart();
  }

  /** Nothing will be shown any more, and what is still to begin will not. */
  void cancel() {
    patience.stop();
    latest.cancel();
    seen = null;
    waiting = null;
  }

  private void proceed() {
    Runnable allRows = waiting;
    waiting = null;
    if (allRows != null) {
      allRows.run();
    }
  }
}
