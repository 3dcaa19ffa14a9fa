package org.shareexplorer.job;

import java.util.concurrent.CancellationException;

/**
 * What blocking work is given: a place to report progress and cost, and word of its cancellation.
 * Thread-safe: parts of one piece of work may share a job.
 */
public interface Job {

  /** Reports how far the work is. Cheap: only the latest value is kept. */
  void progress(Progress progress);

  /** Adds one HTTP request to the cost. */
  void countRequest();

  /** Adds received bytes to the cost. */
  void countBytes(long bytes);

  /** {@return what the job has cost so far} */
  Cost cost();

  /** {@return whether the job was cancelled} */
  boolean cancelled();

  /**
   * Ends the work if it was cancelled. Long loops call it now and then.
   *
   * @throws CancellationException if the job was cancelled
   */
  default void check() {
    if (cancelled()) {
      throw new CancellationException();
    }
  }

  /**
   * Has an action run, once and on the cancelling thread, when the job is cancelled; at once if it
   * already was. The action must be quick and must not throw: it closes a call or a statement.
   *
   * @return removes the action again; the work closes it when there is nothing left to cancel
   */
  Hold onCancel(Runnable action);

  /** An action waiting for a cancellation that may not come. */
  @FunctionalInterface
  interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** {@return a job of no interest to anybody: never cancelled, its cost still counted} */
  static Job unattended() {
    return new JobState();
  }
}
