package org.shareexplorer.engine;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.Snapshots;

/**
 * The engine: snapshots from the server, pages and columns by range reads through a disk cache,
 * questions answered over local files. Its tables wait for the computing threads and so must not be
 * called from them: start such work with {@link Jobs#start}.
 */
public final class TableEngine implements Engine {

  private final Jobs jobs;
  private final RangeReader reader;
  private final DataCache cache;
  private final Questions questions;

  /**
   * An engine over a cache on disk.
   *
   * @param cacheFolder where to keep what was fetched
   * @param budget bytes to keep at most
   * @param questions answers questions over what was fetched; closed with the engine
   */
  public TableEngine(
      Jobs jobs, RangeReader reader, Path cacheFolder, long budget, Questions questions) {
    this.jobs = jobs;
    this.reader = reader;
    this.cache = new DataCache(cacheFolder, budget);
    this.questions = questions;
  }

  @Override
  public OpenTable open(SharingClient client, TableName table, OptionalLong version, Job job) {
    Snapshot snapshot = Snapshots.load(client, table, version, job);
    TableFiles files =
        new TableFiles(jobs, snapshot, reader, cache, new Addresses(client, snapshot));
    return new SnapshotTable(jobs, snapshot, files, questions);
  }

  @Override
  public void close() {
    questions.close();
  }
}
