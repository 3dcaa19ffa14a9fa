package org.shareexplorer.export;

import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/** A part of a job whose own progress is of no interest. */
record SilentJob(Job job) implements Job {

  @Override
  public void progress(Progress progress) {}

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
