package org.shareexplorer.export;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * Reads rows, and waits where the network is gone for a while: hours of work are not to be lost to
 * a cable.
 *
 * @param waits before each further try
 */
record SteadyRows(OpenTable table, List<String> columns, List<Duration> waits) {

  /** Two minutes in all. */
  static final List<Duration> WAITS =
      List.of(2, 4, 8, 16, 30, 60).stream().map(Duration::ofSeconds).toList();

  private static final Set<ProblemCode> PASSING =
      Set.of(
          ProblemCode.NETWORK_NAME,
          ProblemCode.NETWORK_CONNECT,
          ProblemCode.NETWORK_TIMEOUT,
          ProblemCode.SERVER_BUSY,
          ProblemCode.SERVER_FAILED);

  /**
   * Reads rows.
   *
   * @param job told of waiting
   * @param reading the job of the reading
   */
  RowPage read(long first, int count, Job job, Job reading) {
    for (int i = 0; i < waits.size(); i++) {
      try {
        return table.rows(first, count, columns, reading);
      } catch (ProblemException e) {
        if (!PASSING.contains(e.problem().code())) {
          throw e;
        }
        job.progress(
            Progress.of(
                String.format(
                        Locale.ROOT,
                        "%s Trying again after row %,d, %s",
                        e.problem().what(),
                        first,
                        limit(waits.subList(i, waits.size())))
                    .strip()));
        pause(waits.get(i), reading);
      }
    }
    return table.rows(first, count, columns, reading);
  }

  /** Who sees it may mend the network meanwhile, if it is known how long there is for that. */
  private static String limit(List<Duration> left) {
    long seconds = left.stream().mapToLong(Duration::toSeconds).sum();
    return seconds <= 90
        ? "giving up in about " + Math.max(1, seconds) + " s"
        : "giving up in about " + (seconds + 30) / 60 + " minutes";
  }

  private static void pause(Duration wait, Job job) {
    CountDownLatch over = new CountDownLatch(1);
    try (Job.Hold _ = job.onCancel(over::countDown)) {
      var _ = over.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    job.check();
  }
}
