package org.shareexplorer.profile.keychain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void whatIsLateIsDoneOnce() throws Exception {
    CountDownLatch late = new CountDownLatch(1);
    try (Deadline _ = new Deadline(Duration.ofMillis(1), late::countDown)) {
      assertThat(late.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatIsClosedInTimeIsNotDone() throws Exception {
    AtomicInteger done = new AtomicInteger();
    CountDownLatch later = new CountDownLatch(1);
    new Deadline(Duration.ofMillis(200), done::incrementAndGet).close();
    // Both are done in their turn, by one thread.
    try (Deadline _ = new Deadline(Duration.ofMillis(400), later::countDown)) {
      assertThat(later.await(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(done).hasValue(0);
  }
}
