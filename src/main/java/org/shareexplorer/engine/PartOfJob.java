package org.shareexplorer.engine;

import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;

/**
 * A job of which only a part is done: its progress is that part of the whole.
 *
 * @param job the whole
 * @param part which part, from 0 on
 * @param parts how many there are
 */
record PartOfJob(Job job, int part, int parts) implements Job {

  @Override
  public void progress(Progress progress) {
    double fraction = progress.known() ? progress.fraction() : 0;
    job.progress(new Progress(progress.doing(), (part + fraction) / parts));
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
