package org.shareexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.SampleCharts;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.headless.FxTest;

class FirstLookTest extends FxTest {

  private static final Duration AT_ONCE = Duration.millis(1);
  private static final Duration NEVER = Duration.hours(1);

  private final Jobs jobs = new Jobs();
  private final Background background = new Background(jobs);
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void end() {
    jobs.close();
  }

  private FirstLook take(Work<Chart> parts, Duration patience) {
    return onFx(() -> {
      FirstLook look = new FirstLook(background, patience);
      look.take(parts, () -> told.add("all rows"), _ -> told.add("parts shown"));
      return look;
    });
  }

  private void untilTold(String... words) {
    until("these words and no others", () -> told.equals(List.of(words)));
  }

  private static Work<Chart> waiting(CountDownLatch gate) {
    return _ -> {
      gate.await();
      return SampleCharts.histogram();
    };
  }

  private void untilIdle() {
    until("no work", () -> onFx(() -> background.running().get() == 0));
  }

  @Test
  void allRowsAreLookedAtAfterTheParts() {
    var _ =
        take(
            _ -> {
              told.add("parts looked at");
              return SampleCharts.histogram();
            },
            NEVER);
    untilIdle();
    assertThat(told).containsExactly("parts looked at", "all rows");
  }

  @Test
  void whoeverHasToWaitSeesTheParts() {
    var _ = take(_ -> SampleCharts.histogram(), Duration.millis(50));
    until("both", () -> told.size() == 2);
    assertThat(told).containsExactlyInAnyOrder("all rows", "parts shown");
  }

  @Test
  void whoeverNeedNotWaitSeesNoParts() {
    var _ = take(_ -> SampleCharts.histogram(), NEVER);
    untilIdle();
    assertThat(told).containsExactly("all rows");
  }

  @Test
  void allRowsDoNotWaitForPartsThatTakeLong() {
    CountDownLatch gate = new CountDownLatch(1);
    var _ = take(waiting(gate), AT_ONCE);
    untilTold("all rows");
    gate.countDown();
    untilTold("all rows", "parts shown");
  }

  @Test
  void allRowsAreLookedAtWhereThePartsCannotBe() {
    var _ =
        take(
            _ -> {
              throw new Problem(ProblemCode.QUESTION, "No first look.", "Few parts.", "Wait.")
                  .asException();
            },
            NEVER);
    untilIdle();
    assertThat(told).containsExactly("all rows");
  }

  @Test
  void whatIsCalledOffDoesNotBegin() {
    calledOff(NEVER);
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsCalledOffShowsNothing() {
    calledOff(AT_ONCE, "all rows");
    assertThat(told).containsExactly("all rows");
  }

  private void calledOff(Duration patience, String... before) {
    CountDownLatch gate = new CountDownLatch(1);
    FirstLook look = take(waiting(gate), patience);
    untilTold(before);
    doFx(look::cancel);
    gate.countDown();
    untilIdle();
  }
}
