package org.shareexplorer.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * The one place where threads are made. Work that waits (network, disk) gets a virtual thread each.
 * Work that computes, or that blocks a carrier in native code, takes turns on a few platform
 * threads. All threads are daemons: closing the window ends the program.
 */
public final class Jobs implements AutoCloseable {

  private static final long INSISTING_NANOS = 20_000_000;

  /** Most of what is cancelled has ended by then, and with it its parts that were left. */
  private static final long PATIENCE_MILLIS = 150;

  private final ExecutorService waiting =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("wait-", 0).factory());
  private final Computing computing;
  private final List<Running<?>> running = new ArrayList<>();
  private final AtomicInteger left = new AtomicInteger();

  /**
   * Makes the threads for as many computations at a time as the machine has processors, but at
   * least two.
   */
  public Jobs() {
    computing = new Computing(Math.max(2, Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Starts work that mostly waits; once this is closed, it is cancelled at once. Whoever waits for
   * it is free soon after it is cancelled, though the work itself may take longer to end.
   */
  public <T> Running<T> start(Work<T> work) {
    return start(waiting, work);
  }

  /** Starts work that computes or that blocks in native code; it may wait for its turn. */
  public <T> Running<T> compute(Work<T> work) {
    return start(computing.threads(), work);
  }

  /**
   * {@return the threads for work that waits, for a library that wants to be given some; what runs
   * there is nobody's job}
   */
  public Executor waiting() {
    return waiting;
  }

  /**
   * Has an action run when the program is told to end from outside, by Ctrl+C or a signal, and ends
   * after it.
   *
   * @param action quick, and does not throw
   * @return gives the action up again
   */
  public static Job.Hold atExit(Runnable action) {
    Thread last = new Thread(action, "exit");
    Runtime.getRuntime().addShutdownHook(last);
    return () -> {
      try {
        Runtime.getRuntime().removeShutdownHook(last);
      } catch (IllegalStateException e) {
        // The end has begun, and the action runs.
      }
    };
  }

  /**
   * Has an action run when the job is cancelled, and again and again until the hold is closed: for
   * what may overlook that it was told to end. It runs on a thread of its own, and may block there.
   */
  public static Job.Hold insisting(Job job, Runnable action) {
    AtomicBoolean closed = new AtomicBoolean();
    Job.Hold hold =
        job.onCancel(() ->
            Thread.ofVirtual()
                .name("cancel")
                .start(() -> {
                  while (!closed.get()) {
                    action.run();
                    LockSupport.parkNanos(INSISTING_NANOS);
                  }
                }));
    return () -> {
      closed.set(true);
      hold.close();
    };
  }

  /**
   * Does a part of a larger piece of work on the computing threads and waits for it to end, under
   * the caller's job: its progress, cost and cancellation are the caller's. A part that still waits
   * for its turn when the job is cancelled is not done at all. Not to be called on a computing
   * thread, which would wait for its own turn.
   */
  public <T> T computeWithin(Job job, Work<T> work) {
    return joined(begun(job, work));
  }

  /**
   * Does the same, but when the job is cancelled the caller is free at once, though the part may
   * not be: it is left to itself, so it must not need what the caller closes then.
   *
   * @param looking is run now and then on a thread of its own, to tell how far the part is
   * @throws CancellationException if the job was cancelled
   */
  public <T> T computeWithin(Job job, Work<T> work, Runnable looking) {
    CompletableFuture<T> outcome = begun(job, work);
    computing.await(outcome, job, looking);
    return joined(outcome);
  }

  /** {@return how many pieces of cancelled work have not ended yet and are left to themselves} */
  public int ending() {
    return computing.left() + left.get();
  }

  /**
   * Waits until some of that has ended.
   *
   * @param longest how long to wait at most
   * @return whether there was any, and some has ended
   * @throws CancellationException if the job was cancelled
   */
  public boolean awaitEnding(Duration longest, Job job) {
    int before = ending();
    long end = System.nanoTime() + longest.toNanos();
    while (before > 0 && ending() >= before && System.nanoTime() < end) {
      job.check();
      job.progress(Progress.of("Waiting for cancelled work to end"));
      LockSupport.parkNanos(INSISTING_NANOS);
    }
    return ending() < before;
  }

  private <T> CompletableFuture<T> begun(Job job, Work<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    AtomicBoolean taken = new AtomicBoolean();
    Job.Hold waiting =
        job.onCancel(() -> {
          if (taken.compareAndSet(false, true)) {
            outcome.completeExceptionally(new CancellationException());
          }
        });
    var _ = outcome.whenComplete((_, _) -> waiting.close());
    computing
        .threads()
        .execute(() -> {
          if (taken.compareAndSet(false, true)) {
            complete(outcome, work, job);
          }
        });
    return outcome;
  }

  /**
   * Goes on with a part of a piece of work on a thread of its own, under the caller's job: also
   * when the rest of the work has long ended, until the job is cancelled.
   */
  public <T> CompletableFuture<T> beside(Job job, Work<T> work) {
    CompletableFuture<T> outcome = new CompletableFuture<>();
    waiting.execute(() -> complete(outcome, work, job));
    return outcome;
  }

  /**
   * Does the same to many items at once, a few at a time, and waits for all.
   *
   * @param width how many at a time; at least 1
   * @return the answers in the items' order
   * @throws RuntimeException what the first failing item threw; the others are not started, or run
   *     to their end
   */
  public <A, B> List<B> forAll(
      Job job, List<A> items, int width, Function<? super A, ? extends B> action) {
    return new SideBySide(waiting, width).all(job, items, action);
  }

  private <T> Running<T> start(ExecutorService threads, Work<T> work) {
    JobState state = new JobState();
    CompletableFuture<T> outcome = new CompletableFuture<>();
    Running<T> started = new Running<>(state, outcome);
    synchronized (running) {
      running.add(started);
    }
    var _ =
        outcome.whenComplete((value, failure) -> {
          synchronized (running) {
            running.remove(started);
          }
        });
    CompletableFuture<Boolean> ended = new CompletableFuture<>();
    var _ = state.onCancel(() -> leaveSoon(outcome, ended));
    try {
      threads.execute(() -> {
        complete(outcome, work, state);
        ended.complete(true);
      });
    } catch (RejectedExecutionException e) {
      // All is being closed, and what would be started is cancelled with the rest.
      state.cancel();
      outcome.completeExceptionally(new CancellationException());
    }
    return started;
  }

  /**
   * Frees those who wait for what was cancelled, unless it ends by itself in a moment: on a thread
   * that does not have to wait for its turn, as virtual ones do where others compute.
   */
  private void leaveSoon(CompletableFuture<?> outcome, CompletableFuture<Boolean> ended) {
    CompletableFuture.delayedExecutor(
            PATIENCE_MILLIS,
            TimeUnit.MILLISECONDS,
            task -> Thread.ofPlatform().daemon().name("leave").start(task))
        .execute(() -> {
          if (!outcome.isDone()) {
            left.incrementAndGet();
            var _ = ended.thenRun(left::decrementAndGet);
            outcome.completeExceptionally(new CancellationException());
          }
        });
  }

  static <T> void complete(CompletableFuture<T> outcome, Work<T> work, Job job) {
    try {
      job.check();
      outcome.complete(work.run(job));
    } catch (Throwable e) {
      // Whatever a cancelled job throws, it throws because its call or statement was closed under
      // it.
      outcome.completeExceptionally(job.cancelled() ? new CancellationException() : e);
    }
  }

  static <T> T joined(CompletableFuture<T> outcome) {
    return new Running<>(new JobState(), outcome).join();
  }

  /** Cancels everything that runs and waits up to half a second for it to end. */
  @Override
  public void close() {
    List<Running<?>> left;
    synchronized (running) {
      left = List.copyOf(running);
    }
    left.forEach(Running::cancel);
    waiting.shutdown();
    computing.threads().shutdown();
    try {
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
      boolean ended = computing.threads().awaitTermination(250, TimeUnit.MILLISECONDS);
      ended &= waiting.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (!ended) {
        computing.threads().shutdownNow();
        waiting.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
