package org.shareexplorer.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalLong;
import org.shareexplorer.cache.DataCache;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;
import org.shareexplorer.table.ChangeList;
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
    this(jobs, reader, new DataCache(cacheFolder, budget), questions);
  }

  /**
   * An engine over a cache on disk that others look at, too.
   *
   * @param questions answers questions over what was fetched; closed with the engine
   */
  public TableEngine(Jobs jobs, RangeReader reader, DataCache cache, Questions questions) {
    this.jobs = jobs;
    this.reader = reader;
    this.cache = cache;
    this.questions = questions;
  }

  @Override
  public OpenTable open(SharingClient client, TableName table, TableQuery query, Job job) {
    return ArrivingTable.made(
        jobs,
        (early, listing) ->
            open(
                client,
                Snapshots.load(
                    client,
                    table,
                    query,
                    snapshot -> early.accept(open(client, snapshot)),
                    listing)),
        (first, again) ->
            open(
                client,
                PinnedVersion.listed(client, table, query, first.snapshot().version(), again)),
        first -> "Listing files, more than %,d so far".formatted(first.snapshot().files().size()),
        job);
  }

  private OpenTable open(SharingClient client, Snapshot snapshot) {
    TableFiles files =
        new TableFiles(jobs, snapshot, reader, cache, new Addresses(client, snapshot));
    return new SnapshotTable(jobs, snapshot, files, questions);
  }

  @Override
  public Changes changes(SharingClient client, TableName table, ChangesQuery query, Job job) {
    ChangeList list = listed(client, table, query, job);
    Snapshot snapshot = list.snapshot();
    Addresses addresses =
        new Addresses(
            snapshot,
            (lines, asking) -> {
              var _ = client.changes(table, query, line -> lines.accept(line.file()), asking);
            });
    return new FeedChanges(
        jobs, list, new TableFiles(jobs, snapshot, reader, cache, addresses), questions);
  }

  /** Some servers refuse a time before the table's first version. */
  private static ChangeList listed(
      SharingClient client, TableName table, ChangesQuery query, Job job) {
    try {
      return ChangeList.load(client, table, query, job);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.NO_VERSION
          || !(query.from() instanceof AsOf.Time(Instant time))) {
        throw e;
      }
      AsOf first = AsOf.version(client.versionSince(table, time, job));
      return ChangeList.load(client, table, new ChangesQuery(first, query.to()), job);
    }
  }

  @Override
  public OptionalLong firstWithChanges(SharingClient client, TableName table, Job job) {
    return FeedStart.find(client, table, job);
  }

  @Override
  public Changes compare(SharingClient client, TableName table, AsOf older, AsOf newer, Job job) {
    return new ComparedVersions(
        jobs, side(client, table, older, job), side(client, table, newer, job), questions);
  }

  private ComparedVersions.Side side(SharingClient client, TableName table, AsOf asOf, Job job) {
    Snapshot snapshot = Snapshots.load(client, table, asOf, job);
    return new ComparedVersions.Side(
        snapshot, new TableFiles(jobs, snapshot, reader, cache, new Addresses(client, snapshot)));
  }

  @Override
  public void close() {
    questions.close();
  }
}
