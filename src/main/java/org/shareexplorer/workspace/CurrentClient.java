package org.shareexplorer.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.ListedAsset;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/**
 * Whatever client a connection has when it is needed: tables stay open while the credential of
 * their connection is replaced, and go on with the new one.
 */
record CurrentClient(Function<Job, SharingClient> now) implements SharingClient {

  @Override
  public List<Share> shares(Job job) {
    return now.apply(job).shares(job);
  }

  @Override
  public Optional<Share> share(String name, Job job) {
    return now.apply(job).share(name, job);
  }

  @Override
  public List<String> schemas(String share, Job job) {
    return now.apply(job).schemas(share, job);
  }

  @Override
  public List<ListedTable> tables(String share, String schema, Job job) {
    return now.apply(job).tables(share, schema, job);
  }

  @Override
  public List<ListedTable> allTables(String share, Job job) {
    return now.apply(job).allTables(share, job);
  }

  @Override
  public List<ListedAsset> assets(String share, String schema, Job job) {
    return now.apply(job).assets(share, schema, job);
  }

  @Override
  public long version(TableName table, Job job) {
    return now.apply(job).version(table, job);
  }

  @Override
  public long versionSince(TableName table, Instant time, Job job) {
    return now.apply(job).versionSince(table, time, job);
  }

  @Override
  public TableHead metadata(TableName table, Job job) {
    return now.apply(job).metadata(table, job);
  }

  @Override
  public TableHead query(TableName table, TableQuery query, FileLines lines, Job job) {
    return now.apply(job).query(table, query, lines, job);
  }

  @Override
  public List<TableHead> changes(TableName table, ChangesQuery query, ChangeLines lines, Job job) {
    return now.apply(job).changes(table, query, lines, job);
  }
}
