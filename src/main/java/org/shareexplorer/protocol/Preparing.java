package org.shareexplorer.protocol;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/**
 * How long a server may take to prepare an answer, and how often it is asked whether it has. Pauses
 * grow, so that a short wait stays short and a long one costs few requests.
 *
 * @param most for all pauses together
 * @param first the first pause
 * @param longest the longest one
 */
record Preparing(Duration most, Duration first, Duration longest) {

  /** As long as the official client waits. */
  static final Preparing USUAL =
      new Preparing(Duration.ofMinutes(10), Duration.ofMillis(250), Duration.ofSeconds(5));

  /** {@return the pauses of one answer} */
  Pauses pauses() {
    return new Pauses();
  }

  /** The pauses of one answer; for one thread. */
  final class Pauses {
    private Duration waited = Duration.ZERO;
    private Duration next = first;

    private Pauses() {}

    /**
     * Waits.
     *
     * @return false, without waiting, if it has been long enough
     * @throws CancellationException if the job is cancelled
     */
    boolean pause(String host, Job job) {
      if (waited.compareTo(most) >= 0) {
        return false;
      }
      job.progress(
          Progress.of(host + " is preparing the answer, since " + waited.toSeconds() + " s"));
      CountDownLatch cancelled = new CountDownLatch(1);
      try (Job.Hold _ = job.onCancel(cancelled::countDown)) {
        if (cancelled.await(next.toNanos(), TimeUnit.NANOSECONDS)) {
          throw new CancellationException();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
      waited = waited.plus(next);
      Duration doubled = next.multipliedBy(2);
      next = doubled.compareTo(longest) < 0 ? doubled : longest;
      return true;
    }
  }
}
