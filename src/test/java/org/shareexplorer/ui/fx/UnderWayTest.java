package org.shareexplorer.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.ui.fx.UnderWay.Piece;
import org.shareexplorer.ui.headless.FxTest;

/** Work without a place of its own. */
class UnderWayTest extends FxTest {

  private final Jobs jobs = new Jobs();
  private final Background background = new Background(jobs);
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void close() {
    end.countDown();
    jobs.close();
  }

  private @Nullable Piece shown() {
    return background.underWay().shown().get();
  }

  private String work(Job job) throws InterruptedException {
    job.progress(Progress.of("Reading", 3, 4));
    while (!end.await(5, TimeUnit.MILLISECONDS)) {
      job.check();
    }
    return "done";
  }

  private void start(Background.Latest latest) {
    doFx(() ->
        background
            .underWay()
            .tell("Writing sales.pdf", latest.start(this::work, _ -> {}, _ -> {}), latest::cancel));
  }

  @Test
  void whatTakesItsTimeIsToldUntilItHasEnded() {
    start(background.latest());
    assertThat(onFx(this::shownOrNothing)).isEqualTo("nothing");
    until("it is told", () -> shownOrNothing().endsWith("75 %"));
    assertThat(onFx(this::shownOrNothing)).isEqualTo("Writing sales.pdf · 75 %");
    end.countDown();
    until("it is over", () -> shown() == null);
  }

  private String shownOrNothing() {
    Piece piece = shown();
    return piece == null ? "nothing" : piece.told();
  }

  @Test
  void itCanBeEndedFromThereAndTheOneBeforeIsToldAgain() {
    Background.Latest first = background.latest();
    Background.Latest second = background.latest();
    start(first);
    until("the first is told", () -> shown() != null);
    Piece before = Objects.requireNonNull(onFx(this::shown));
    start(second);
    until("the second is told", () -> !before.equals(shown()));
    doFx(() -> Objects.requireNonNull(shown()).cancel().run());
    until("the first is told again", () -> before.equals(shown()));
    assertThat(onFx(second::busy)).isFalse();
    assertThat(onFx(first::busy)).isTrue();
  }

  @Test
  void whatTakesNoTimeIsNotTold() {
    end.countDown();
    start(background.latest());
    until("it is over", () -> background.running().get() == 0);
    assertThat(onFx(this::shownOrNothing)).isEqualTo("nothing");
  }
}
