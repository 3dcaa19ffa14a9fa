package org.shareexplorer.engine;

import java.util.OptionalLong;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;

/**
 * Finds the version from which on a table's changes are recorded: many tables begin to record them
 * at some later version, and servers refuse ranges that begin earlier. Reads no data.
 */
final class FeedStart {

  private FeedStart() {}

  /**
   * {@return the first version of the unbroken range of versions up to the newest whose changes the
   * server gives; empty if it gives none}
   */
  static OptionalLong find(SharingClient client, TableName table, Job job) {
    if (gives(client, table, 0, job)) {
      return OptionalLong.of(0);
    }
    long without = 0;
    long with = client.version(table, job);
    if (with == 0 || !gives(client, table, with, job)) {
      return OptionalLong.empty();
    }
    while (with - without > 1) {
      long middle = without + (with - without) / 2;
      if (gives(client, table, middle, job)) {
        with = middle;
      } else {
        without = middle;
      }
    }
    return OptionalLong.of(with);
  }

  private static boolean gives(SharingClient client, TableName table, long version, Job job) {
    try {
      var _ = client.changes(table, ChangesQuery.versions(version, version), line -> {}, job);
      return true;
    } catch (ProblemException e) {
      if (e.problem().code() == ProblemCode.NO_CHANGE_FEED
          || e.problem().code() == ProblemCode.NO_VERSION) {
        return false;
      }
      throw e;
    }
  }
}
