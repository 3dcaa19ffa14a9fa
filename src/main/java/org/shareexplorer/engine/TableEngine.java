package org.shareexplorer.engine;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Snapshot;

/**
 * The engine: snapshots from the server, pages and columns by range reads through a disk cache,
 * questions answered over local files. Its tables wait for the computing threads and so must not be
 * called from them: start such work with {@link Jobs#start}.
 */
public final class TableEngine implements Engine {

  private final Jobs jobs;
  private final RangeReader reader;
  private final DataCache cache;
  private final Answers answers;
  private final SnapshotLoader snapshots;

  /** Asks a server what a table consists of. */
  @FunctionalInterface
  interface SnapshotLoader {
    Snapshot load(SharingClient client, TableName table, OptionalLong version, Job job);
  }

  /**
   * An engine over a cache on disk.
   *
   * @param cacheFolder where to keep what was fetched
   * @param budget bytes to keep at most
   */
  TableEngine(
      Jobs jobs,
      RangeReader reader,
      Path cacheFolder,
      long budget,
      Answers answers,
      SnapshotLoader snapshots) {
    this.jobs = jobs;
    this.reader = reader;
    this.cache = new DataCache(cacheFolder, budget);
    this.answers = answers;
    this.snapshots = snapshots;
  }

  @Override
  public OpenTable open(SharingClient client, TableName table, OptionalLong version, Job job) {
    Snapshot snapshot = snapshots.load(client, table, version, job);
    if (snapshot.files().stream().anyMatch(file -> file.deletionVector().isPresent())) {
      throw new Problem(
              ProblemCode.TABLE_UNSUPPORTED,
              "The table " + table.text() + " cannot be opened.",
              "Some of its rows are marked as deleted (deletion vectors), which cannot be read yet.",
              "Ask the provider to rewrite the table without deletion vectors.")
          .asException();
    }
    TableFiles files =
        new TableFiles(jobs, snapshot, reader, cache, new Addresses(client, snapshot));
    RowCounts counts = new RowCounts(snapshot.files());
    return new SnapshotTable(
        snapshot,
        counts,
        new RowPages(jobs, snapshot, files, counts),
        new WholeTable(jobs, snapshot, files, counts, answers));
  }

  @Override
  public void close() {}
}
