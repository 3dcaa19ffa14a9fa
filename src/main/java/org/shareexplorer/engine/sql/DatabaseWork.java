package org.shareexplorer.engine.sql;

import java.sql.SQLException;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * Where databases of queries are at work: on a computing thread, and what they refuse is a problem.
 *
 * @param jobs has the threads
 */
record DatabaseWork(Jobs jobs) {

  /** What runs in a database. */
  @FunctionalInterface
  interface Running<T> {
    T run(Job job) throws SQLException;
  }

  /** Runs something. Blocks; must not be called on a computing thread. */
  <T> T compute(Running<T> running, Job job) {
    return jobs.computeWithin(
        job,
        within -> {
          try {
            return running.run(within);
          } catch (SQLException e) {
            job.check();
            throw DatabaseWords.whileRunning(e).asException(e);
          }
        });
  }
}
