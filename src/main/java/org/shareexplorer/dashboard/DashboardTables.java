package org.shareexplorer.dashboard;

import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/** Where the tables of dashboards are. Thread-safe. */
@FunctionalInterface
public interface DashboardTables {

  /**
   * Opens a table; blocks.
   *
   * @throws org.shareexplorer.problem.ProblemException if there is none, or it cannot be had
   */
  OpenTable open(TableReference table, Job job);
}
