package org.shareexplorer.table;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
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
   * @param asOf the version wanted
   * @throws ProblemException if the server refuses, or the table cannot be read rightly
   */
  public static Snapshot load(SharingClient client, TableName name, AsOf asOf, Job job) {
    return load(client, name, TableQuery.of(asOf), _ -> {}, job);
  }

  /**
   * {@return a table with the files that a server lists for a query, none of them read} Tells of the
   * first files early where listing all of them takes its time.
   *
   * @param query what is asked for; with hints, the files of other rows may be missing
   * @param early gets the table with its first files only, then with more of them, now and then
   */
  public static Snapshot load(
      SharingClient client,
      TableName name,
      TableQuery query,
      Consumer<Snapshot> early,
      Job job) {
    ArrivingFiles files = new ArrivingFiles(name, early);
    TableHead head = client.query(name, query, files, job);
    return files.snapshot(head);
  }

  /** {@return a table's columns} */
  public static List<Field> fields(TableHead head) {
    return SchemaJson.parse(head.schemaString(), ColumnMapping.of(head.configuration()));
  }

  /** {@return a file of a table, from the line that lists it, its columns named as the table's} */
  static DataFile file(FileLine line, TableHead head, List<Field> fields) {
    return ColumnMapping.of(head.configuration()) == ColumnMapping.NONE
        ? file(line)
        : ArrivingFiles.renamed(file(line), fields);
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
