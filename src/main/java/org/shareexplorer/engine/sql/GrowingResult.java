package org.shareexplorer.engine.sql;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * A job under another one that writes a result: it tells how much there is of it, and is cancelled
 * when that becomes too much. Thread-safe.
 */
final class GrowingResult implements Job, AutoCloseable {

  private static final long LOOK_MILLIS = 200;

  private final Job job;
  private final Path file;
  private final long most;
  private final CountDownLatch written = new CountDownLatch(1);
  private final List<Runnable> actions = new ArrayList<>();
  private volatile boolean tooLarge;

  GrowingResult(Jobs jobs, Job job, Path file, long most) {
    this.job = job;
    this.file = file;
    this.most = most;
    var _ =
        jobs.beside(
            job,
            _ -> {
              watch();
              return true;
            });
  }

  private void watch() {
    try {
      while (!written.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        long size = file.toFile().length();
        if (size > 0) {
          job.progress(Progress.of("Writing the result, %,d KB so far".formatted(size >> 10)));
        }
        if (size > most) {
          end();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    List<Runnable> ending;
    synchronized (actions) {
      tooLarge = true;
      ending = List.copyOf(actions);
    }
    ending.forEach(Runnable::run);
  }

  /** {@return what to throw for a cancellation: a problem, if there was too much} */
  RuntimeException reason(CancellationException e) {
    return tooLarge && !job.cancelled()
        ? new Problem(
                ProblemCode.TOO_LARGE,
                "The query was stopped.",
                "Its result has more than " + (most >> 20) + " MB.",
                "Ask for fewer rows or columns, or have them grouped.")
            .asException(e)
        : e;
  }

  @Override
  public boolean cancelled() {
    return tooLarge || job.cancelled();
  }

  @Override
  public Hold onCancel(Runnable action) {
    Hold outer = job.onCancel(action);
    boolean late;
    synchronized (actions) {
      actions.add(action);
      late = tooLarge;
    }
    if (late) {
      action.run();
    }
    return () -> {
      synchronized (actions) {
        actions.remove(action);
      }
      outer.close();
    };
  }

  @Override
  public void progress(Progress progress) {
    job.progress(progress);
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
  public void close() {
    written.countDown();
  }
}
