package org.shareexplorer.job;

import java.util.concurrent.atomic.AtomicInteger;

/** A job that is cancelled in the middle of the work: when the work asks for it so many times. */
public final class EndingJob implements Job {

  private final Job counted = Job.unattended();
  private final AtomicInteger looks = new AtomicInteger();
  private final int last;

  /**
   * A job.
   *
   * @param last which time of asking is told that the job is cancelled, from 1
   */
  public EndingJob(int last) {
    this.last = last;
  }

  /** {@return a job that only counts how often it is asked} */
  public static EndingJob never() {
    return new EndingJob(Integer.MAX_VALUE);
  }

  /** {@return how often the work has asked} */
  public int looks() {
    return looks.get();
  }

  @Override
  public boolean cancelled() {
    return looks.incrementAndGet() >= last;
  }

  @Override
  public void progress(Progress progress) {
    counted.progress(progress);
  }

  @Override
  public void countRequest() {
    counted.countRequest();
  }

  @Override
  public void countBytes(long bytes) {
    counted.countBytes(bytes);
  }

  @Override
  public Cost cost() {
    return counted.cost();
  }

  @Override
  public Hold onCancel(Runnable action) {
    return counted.onCancel(action);
  }
}
