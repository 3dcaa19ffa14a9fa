package org.shareexplorer.engine;

import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;

/** Opens tables. Thread-safe; closing it ends every question. */
public interface Engine extends AutoCloseable {

  /**
   * Asks the server what a table consists of; reads no data.
   *
   * @param client how to reach the table's server, now and when addresses must be renewed
   * @param version the version wanted, or the newest if empty
   * @throws ProblemException if the server refuses, or the table needs what this application lacks
   */
  OpenTable open(SharingClient client, TableName table, OptionalLong version, Job job);

  @Override
  void close();
}
