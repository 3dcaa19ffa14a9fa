package org.shareexplorer.engine;

import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;

/** Opens tables. Thread-safe; closing it ends every question. */
public interface Engine extends AutoCloseable {

  /**
   * Asks the server what a table consists of; reads no data.
   *
   * @param client how to reach the table's server, now and when addresses must be renewed
   * @param asOf the version wanted
   * @throws ProblemException if the server refuses, or the table needs what this application lacks
   */
  OpenTable open(SharingClient client, TableName table, AsOf asOf, Job job);

  @Override
  void close();
}
