package org.shareexplorer.engine;

import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/** Opens tables. Thread-safe; closing it ends every question. */
public interface Engine extends AutoCloseable {

  /**
   * Asks the server what a table consists of; reads no data.
   *
   * @param client how to reach the table's server, now and when addresses must be renewed
   * @param asOf the version wanted
   * @throws ProblemException if the server refuses, or the table needs what this application lacks
   */
  default OpenTable open(SharingClient client, TableName table, AsOf asOf, Job job) {
    return open(client, table, TableQuery.of(asOf), job);
  }

  /**
   * Does the same with all that can be asked of a server. With hints, files of other rows may be
   * missing: what is opened is good for {@linkplain MatchingRows one answer}, not as the table.
   */
  OpenTable open(SharingClient client, TableName table, TableQuery query, Job job);

  /**
   * Asks the server which files tell what changed in a table; reads no data.
   *
   * @throws ProblemException with code {@code NO_CHANGE_FEED} if there is no feed of the range
   */
  Changes changes(SharingClient client, TableName table, ChangesQuery query, Job job);

  /**
   * {@return the version from which on the server gives a table's changes; empty if it gives none}
   * Takes some calls, but reads no data.
   */
  OptionalLong firstWithChanges(SharingClient client, TableName table, Job job);

  /**
   * Asks the server what two versions of a table consist of, to find out what changed between them;
   * reads no data.
   */
  Changes compare(SharingClient client, TableName table, AsOf older, AsOf newer, Job job);

  @Override
  void close();
}
