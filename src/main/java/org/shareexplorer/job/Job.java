package org.shareexplorer.job;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

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

  /**
   * {@return this job with its progress told to somebody else; all else is this job's own}
   *
   * @param told gets the progress in this job's place, on the thread that reports it
   */
  default Job retold(Consumer<Progress> told) {
    return new RetoldJob(this, told);
  }

  /** {@return this job for a part of its work whose own progress is of no interest} */
  default Job silent() {
    return retold(_ -> {});
  }

  /**
   * {@return this job for one of several parts of its work: its progress is that part of the whole}
   *
   * @param part which part, from 0 on
   * @param parts how many there are
   */
  default Job part(int part, int parts) {
    return retold(progress -> {
      double fraction = progress.known() ? progress.fraction() : 0;
      progress(new Progress(progress.doing(), (part + fraction) / parts));
    });
  }

  /** {@return a job of no interest to anybody: never cancelled, its cost still counted} */
  static Job unattended() {
    return new JobState();
  }
}
