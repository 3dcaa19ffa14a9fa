package org.shareexplorer.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class JobsTest {

  private final Jobs jobs = new Jobs();

  @AfterEach
  void close() {
    jobs.close();
  }

  @Test
  void workAnswersWithItsValue() {
    assertThat(jobs.start(job -> 42).join()).isEqualTo(42);
    assertThat(jobs.compute(job -> 43).join()).isEqualTo(43);
  }

  @Test
  void aFailureComesOutAsItWasThrown() {
    Running<Object> running =
        jobs.start(job -> {
          throw new IllegalStateException("as thrown");
        });
    assertThatThrownBy(running::join)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("as thrown");
  }

  @Test
  void cancellingRunsTheHeldActionAndTheWorkEndsAsCancelledWhateverItThrows() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Running<Object> running =
        jobs.start(job -> {
          try (Job.Hold _ = job.onCancel(closed::countDown)) {
            started.countDown();
            closed.await();
            throw new java.io.IOException("closed under me");
          }
        });
    started.await();
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void anActionHeldAfterTheCancellationRunsAtOnceAndAReleasedOneNever() {
    JobState state = new JobState();
    AtomicInteger early = new AtomicInteger();
    AtomicInteger late = new AtomicInteger();
    state.onCancel(early::incrementAndGet).close();
    state.cancel();
    state.onCancel(late::incrementAndGet).close();
    state.cancel();
    assertThat(early).hasValue(0);
    assertThat(late).hasValue(1);
  }

  @Test
  void manyItemsAreDoneAFewAtATimeAndAnsweredInOrder() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> answers =
        jobs.forAll(
            Job.unattended(),
            IntStream.range(0, 200).boxed().toList(),
            4,
            i -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              now.decrementAndGet();
              return i * i;
            });
    assertThat(answers).isEqualTo(IntStream.range(0, 200).map(i -> i * i).boxed().toList());
    assertThat(most.get()).isBetween(1, 4);
  }

  @Test
  void theFirstFailingItemIsToldAndTheRestIsNotStarted() {
    AtomicInteger started = new AtomicInteger();
    assertThatThrownBy(() ->
            jobs.forAll(
                Job.unattended(),
                IntStream.range(0, 10_000).boxed().toList(),
                2,
                i -> {
                  started.incrementAndGet();
                  throw new IllegalStateException("item " + i);
                }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("item ");
    assertThat(started.get()).isLessThan(10_000);
  }

  @Test
  void aCancelledJobEndsItsManyItems() {
    JobState job = new JobState();
    assertThatThrownBy(() ->
            jobs.forAll(
                job,
                IntStream.range(0, 1_000).boxed().toList(),
                3,
                i -> {
                  if (i == 5) {
                    job.cancel();
                  }
                  return i;
                }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void partsComputedWithinAJobShareItsCost() {
    Job job = Job.unattended();
    assertThat(
            jobs.<String>computeWithin(
                job,
                part -> {
                  part.countRequest();
                  part.countBytes(10);
                  return "done";
                }))
        .isEqualTo("done");
    assertThat(job.cost()).isEqualTo(new Cost(1, 10));
  }

  @Test
  void whoWaitsForAPartLooksHowFarItIs() {
    CountDownLatch looked = new CountDownLatch(2);
    Work<Integer> part =
        _ -> {
          looked.await();
          return 7;
        };
    assertThat(jobs.start(job -> jobs.computeWithin(job, part, looked::countDown)).join())
        .isEqualTo(7);
  }

  @Test
  void whoWaitsForAPartThatDoesNotEndIsFreeWhenTheJobIsCancelled() throws Exception {
    Deaf part = new Deaf();
    Running<Integer> running = jobs.start(job -> jobs.computeWithin(job, part, () -> {}));
    part.begun.await();
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    assertThat(jobs.ending()).isEqualTo(1);
    part.end.countDown();
    while (jobs.ending() > 0) {
      Thread.sleep(1);
    }
  }

  @Test
  void aLookThatIsHeldUpHoldsNobodyUp() throws Exception {
    Deaf part = new Deaf();
    CountDownLatch looks = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    Running<Integer> running =
        jobs.start(job ->
            jobs.computeWithin(
                job,
                part,
                () -> {
                  looks.countDown();
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    throw new AssertionError(e);
                  }
                }));
    looks.await();
    part.end.countDown();
    assertThat(running.join()).isEqualTo(7);
  }

  @Test
  void whoWaitsForWorkThatDoesNotHearOfItsEndIsFreeAllTheSame() throws Exception {
    Deaf work = new Deaf();
    Running<Integer> running = jobs.start(work);
    work.begun.await();
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    assertThat(jobs.ending()).isEqualTo(1);
    work.end.countDown();
    while (jobs.ending() > 0) {
      Thread.sleep(1);
    }
  }

  @Test
  void othersStandInForThreadsOfPartsThatDoNotEndButOnlyForSoMany() throws Exception {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    List<Deaf> left = new ArrayList<>();
    for (int i = 0; i < threads + Computing.STAND_INS; i++) {
      Deaf part = new Deaf();
      left.add(part);
      Running<Integer> running = jobs.start(job -> jobs.computeWithin(job, part, () -> {}));
      part.begun.await();
      running.cancel();
      assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    }
    Deaf next = new Deaf();
    Running<Integer> waiting = jobs.start(job -> jobs.computeWithin(job, next, () -> {}));
    assertThat(next.begun.await(200, TimeUnit.MILLISECONDS)).isFalse();
    left.getFirst().end.countDown();
    next.begun.await();
    left.forEach(part -> part.end.countDown());
    next.end.countDown();
    assertThat(waiting.join()).isEqualTo(7);
    while (jobs.ending() > 0) {
      Thread.sleep(1);
    }
  }

  /** A part that does not hear that it is cancelled. */
  private static final class Deaf implements Work<Integer> {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public Integer run(Job job) throws InterruptedException {
      begun.countDown();
      end.await();
      return 7;
    }
  }

  @Test
  void whatOverlooksThatItIsToldToEndIsToldAgain() {
    JobState job = new JobState();
    CountDownLatch told = new CountDownLatch(3);
    try (Job.Hold _ = Jobs.insisting(job, told::countDown)) {
      job.cancel();
      assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aPartThatStillWaitsForItsTurnEndsWithItsJob() throws Exception {
    int threads = Math.max(2, Runtime.getRuntime().availableProcessors());
    CountDownLatch busy = new CountDownLatch(threads);
    CountDownLatch free = new CountDownLatch(1);
    for (int i = 0; i < threads; i++) {
      jobs.compute(job -> {
        busy.countDown();
        free.await();
        return 0;
      });
    }
    busy.await();
    AtomicInteger done = new AtomicInteger();
    Running<Integer> waiting =
        jobs.start(job -> jobs.computeWithin(job, part -> done.incrementAndGet()));
    waiting.cancel();
    assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
    free.countDown();
    assertThat(jobs.compute(job -> done.get()).join()).isZero();
  }

  @Test
  void closingCancelsWhatRunsAndReturnsSoon() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    jobs.start(job -> {
      CountDownLatch end = new CountDownLatch(1);
      try (Job.Hold _ = job.onCancel(end::countDown)) {
        started.countDown();
        end.await();
        cancelled.complete(job.cancelled());
      }
      return 0;
    });
    started.await();
    jobs.close();
    assertThat(cancelled.get(1, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void progressOfACountedWholeStaysBetweenNothingAndAll() {
    assertThat(Progress.of("x", 5, 10).fraction()).isEqualTo(0.5);
    assertThat(Progress.of("x", 15, 10).fraction()).isEqualTo(1);
    assertThat(Progress.of("x", 0, 0).fraction()).isEqualTo(1);
    assertThat(Progress.of("x").known()).isFalse();
  }

  @Test
  void whatIsStartedAfterTheEndIsCancelled() {
    jobs.close();
    assertThatThrownBy(() -> jobs.start(_ -> 1).join()).isInstanceOf(CancellationException.class);
    assertThatThrownBy(() -> jobs.compute(_ -> 1).join()).isInstanceOf(CancellationException.class);
  }
}
