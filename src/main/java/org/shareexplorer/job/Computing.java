package org.shareexplorer.job;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few threads for work that computes. A part of cancelled work that does not end at once is
 * left to itself: it keeps its thread until it has ended, and another thread stands in for that
 * one, up to a few. Cancelling again and again does not pile up work: beyond those, what is new
 * waits.
 */
final class Computing {

  /** So many parts are left to themselves without others having to wait for their threads. */
  static final int STAND_INS = 2;

  private static final long LOOK_MILLIS = 150;

  /** Most of what is cancelled ends within this time, and need not be left to itself. */
  private static final long PATIENCE_MILLIS = 100;

  private final int usual;
  private final ThreadPoolExecutor threads;
  private int left;

  /** Makes the threads for so many parts at a time. */
  Computing(int usual) {
    this.usual = usual;
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            usual,
            usual,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "compute-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  ThreadPoolExecutor threads() {
    return threads;
  }

  /** {@return how many parts run that nobody waits for any more} */
  synchronized int left() {
    return left;
  }

  /**
   * Waits for a part that was begun, or until its work is cancelled.
   *
   * @param looking is run now and then meanwhile, beside: it may be held up by a lock of the part's
   */
  void await(CompletableFuture<?> part, Job job, Runnable looking) {
    CompletableFuture<Boolean> cancelled = new CompletableFuture<>();
    try (Job.Hold _ = job.onCancel(() -> cancelled.complete(true))) {
      CompletableFuture<?> either = CompletableFuture.anyOf(part, cancelled);
      Thread look = Thread.ofVirtual().unstarted(looking);
      while (!ended(either, LOOK_MILLIS)) {
        if (!look.isAlive()) {
          look = Thread.ofVirtual().name("look").start(looking);
        }
      }
      if (!ended(part, PATIENCE_MILLIS)) {
        leave(part);
        throw new CancellationException();
      }
    }
  }

  private static boolean ended(CompletableFuture<?> what, long millis) {
    try {
      var _ = what.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException | CancellationException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void leave(CompletableFuture<?> part) {
    change(1);
    var _ = part.whenComplete((_, _) -> change(-1));
  }

  private synchronized void change(int by) {
    left += by;
    int size = usual + Math.min(left, STAND_INS);
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }
}
