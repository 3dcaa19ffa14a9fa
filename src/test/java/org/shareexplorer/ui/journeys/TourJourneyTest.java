package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shareexplorer.ui.fx.Notice;
import org.shareexplorer.ui.tour.ShellTour;
import org.shareexplorer.ui.tour.TourModel;

/** The tour, on the window that people have. */
class TourJourneyTest extends Journey {

  @Test
  void everyStopOfTheTourSettlesWithoutAProblem() {
    TourModel tour = onFx(() -> new TourModel(new ShellTour(window.ui, window.view)));
    int stops = 0;
    while (true) {
      int[] calm = {0};
      await(
          tour.step().title(),
          () -> {
            tour.pulse();
            calm[0] = tour.settled() ? calm[0] + 1 : 0;
            return calm[0] > 8;
          });
      stops++;
      assertThat(words(".problem-what, .grid-trouble, .chart-problem-what"))
          .as(tour.step().title())
          .isEmpty();
      assertThat(onFx(() -> window.notices.shown().stream().toList()))
          .as(tour.step().title())
          .noneMatch(notice -> notice instanceof Notice.Failed);
      if (onFx(() -> tour.last().get())) {
        break;
      }
      doFx(tour::next);
    }
    assertThat(stops).isEqualTo(tour.steps().size());
    assertThat(front().title()).isEqualTo("trips");
    awaitRow(1);
  }
}
