package org.shareexplorer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class AskedOnceTest {

  private final Jobs jobs = new Jobs();
  private final AskedOnce<String, Integer> answers = new AskedOnce<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);

  @AfterEach
  void end() {
    jobs.close();
  }

  /** Waits as a server's answer does: until it is there, or the job is cancelled. */
  private int slow(Job job) {
    int number = asked.incrementAndGet();
    begun.countDown();
    try (Job.Hold _ = job.onCancel(released::countDown)) {
      released.await();
      job.check();
      return number;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void whoComesLaterWaitsForTheSameAnswer() throws Exception {
    Running<Integer> first = jobs.start(job -> answers.of("a", this::slow, job));
    begun.await();
    Running<Integer> second = jobs.start(job -> answers.of("a", _ -> -1, job));
    released.countDown();
    assertThat(first.join()).isEqualTo(1);
    assertThat(second.join()).isEqualTo(1);
    assertThat(answers.of("a", _ -> -1, Job.unattended())).isEqualTo(1);
    assertThat(answers.of("b", _ -> 7, Job.unattended())).isEqualTo(7);
  }

  @Test
  void whereTheFirstGivesUpTheNextGoesOn() throws Exception {
    Running<Integer> first = jobs.start(job -> answers.of("a", this::slow, job));
    begun.await();
    Running<Integer> second = jobs.start(job -> answers.of("a", _ -> 42, job));
    first.cancel();
    assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
    assertThat(second.join()).isEqualTo(42);
  }

  @Test
  void whoWaitsCanGiveUpAndTheFirstGoesOn() throws Exception {
    Running<Integer> first = jobs.start(job -> answers.of("a", this::slow, job));
    begun.await();
    Running<Integer> second = jobs.start(job -> answers.of("a", _ -> 42, job));
    second.cancel();
    assertThatThrownBy(second::join).isInstanceOf(CancellationException.class);
    released.countDown();
    assertThat(first.join()).isEqualTo(1);
  }

  @Test
  void aFailureIsForgottenSoThatTheNextTriesAgain() {
    assertThatThrownBy(() ->
            answers.of(
                "a",
                _ -> {
                  throw new Problem(ProblemCode.QUESTION, "No.", "", "").asException();
                },
                Job.unattended()))
        .isInstanceOf(ProblemException.class);
    assertThat(answers.of("a", _ -> 3, Job.unattended())).isEqualTo(3);
  }
}
