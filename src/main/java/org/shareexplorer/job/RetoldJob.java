package org.shareexplorer.job;

import java.util.function.Consumer;

/**
 * A job whose progress is told in another way, or not at all; all else is the job's own.
 *
 * @param job the job
 * @param told gets the progress in its place
 */
record RetoldJob(Job job, Consumer<Progress> told) implements Job {

  @Override
  public void progress(Progress progress) {
    told.accept(progress);
  }

  @Override
  public void countRequest() {
    job.countRequest();
  }

  @Override
  public void countBytes(long bytes) {
    job.countBytes(bytes);
  }

  @Override
  public Cost cost() {
    return job.cost();
  }

  @Override
  public boolean cancelled() {
    return job.cancelled();
  }

  @Override
  public Hold onCancel(Runnable action) {
    return job.onCancel(action);
  }
}
