package org.shareexplorer.table;

import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/** Asks servers what tables consist of. */
public final class Snapshots {

  private Snapshots() {}

  /**
   * {@return a table with all its files, none of them read}
   *
   * @param version the version wanted, or the newest if empty
   * @throws ProblemException if the server refuses, or the table cannot be read rightly
   */
  public static Snapshot load(SharingClient client, TableName name, OptionalLong version, Job job) {
    return load(client, name, version, _ -> {}, job);
  }

  /**
   * Does the same, and tells of the first files early where listing all of them takes its time.
   *
   * @param early gets the table with its first files only, then with more of them, now and then
   */
  public static Snapshot load(
      SharingClient client,
      TableName name,
      OptionalLong version,
      Consumer<Snapshot> early,
      Job job) {
    ArrivingFiles files = new ArrivingFiles(name, early);
    TableHead head = client.query(name, new TableQuery(version, OptionalLong.empty()), files, job);
    return files.snapshot(head);
  }

  /** {@return a file of a table, from the line that lists it} */
  static DataFile file(FileLine line) {
    return new DataFile(
        line.id(),
        line.address(),
        line.size(),
        line.partitionValues(),
        line.stats().map(Statistics::rowCount).orElse(OptionalLong.empty()),
        line.stats(),
        line.expiration(),
        line.deletionVector());
  }
}
