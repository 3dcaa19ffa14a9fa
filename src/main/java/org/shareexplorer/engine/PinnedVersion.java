package org.shareexplorer.engine;

import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.Snapshots;

/** A version that is known and asked for again, of servers that may refuse to be asked for one. */
final class PinnedVersion {

  private PinnedVersion() {}

  /** {@return whether a server may have refused because a version was asked for by its number} */
  static boolean refused(ProblemException e) {
    return switch (e.problem().code()) {
      case SERVER_REJECTED, NO_HISTORY, NO_VERSION, SERVER_NOT_FOUND, SERVER_FORBIDDEN -> true;
      default -> false;
    };
  }

  /**
   * {@return the files of a version that was the newest when it was first listed; where the server
   * gives no versions, the newest one, if that is still the same}
   */
  static Snapshot listed(
      SharingClient client, TableName table, TableQuery query, long version, Job job) {
    try {
      return Snapshots.load(client, table, query.at(AsOf.version(version)), _ -> {}, job);
    } catch (ProblemException e) {
      if (!refused(e) || !(query.asOf() instanceof AsOf.Latest)) {
        throw e;
      }
      Snapshot newest = Snapshots.load(client, table, query, _ -> {}, job);
      if (newest.version() != version) {
        throw e;
      }
      return newest;
    }
  }
}
