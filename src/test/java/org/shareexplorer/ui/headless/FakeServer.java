package org.shareexplorer.ui.headless;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.ListedAsset;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.protocol.TableQuery;

/** A server without a network: answers from a list of tables, or with a problem. */
public final class FakeServer implements SharingClient {

  private final Map<String, Map<String, List<String>>> shares = new LinkedHashMap<>();

  /** What was asked, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** What every schema holds beside tables. */
  public final List<ListedAsset> assets = new CopyOnWriteArrayList<>();

  /** What every question is answered with, if set. */
  public volatile @Nullable Problem problem;

  /** Adds tables, and the schema and share they are in. */
  public FakeServer with(String share, String schema, String... tables) {
    shares
        .computeIfAbsent(share, s -> new LinkedHashMap<>())
        .computeIfAbsent(schema, s -> new ArrayList<>())
        .addAll(List.of(tables));
    return this;
  }

  private void ask(String question) {
    asked.add(question);
    Problem failing = problem;
    if (failing != null) {
      throw failing.asException();
    }
  }

  private Map<String, List<String>> share(String name) {
    return shares.getOrDefault(name, Map.of());
  }

  @Override
  public List<Share> shares(Job job) {
    ask("shares");
    return shares.keySet().stream()
        .map(name -> new Share(name, Optional.empty(), Optional.empty()))
        .toList();
  }

  @Override
  public List<String> schemas(String share, Job job) {
    ask("schemas of " + share);
    return List.copyOf(share(share).keySet());
  }

  @Override
  public List<ListedTable> tables(String share, String schema, Job job) {
    ask("tables of " + share + "." + schema);
    return listed(share, schema);
  }

  private List<ListedTable> listed(String share, String schema) {
    return share(share).getOrDefault(schema, List.of()).stream()
        .map(table -> new ListedTable(new TableName(share, schema, table), Optional.empty()))
        .toList();
  }

  @Override
  public List<ListedTable> allTables(String share, Job job) {
    ask("all tables of " + share);
    return share(share).keySet().stream()
        .flatMap(schema -> listed(share, schema).stream())
        .toList();
  }

  @Override
  public List<ListedAsset> assets(String share, String schema, Job job) {
    return List.copyOf(assets);
  }

  @Override
  public long version(TableName table, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long versionSince(TableName table, Instant time, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<TableHead> changes(TableName table, ChangesQuery query, ChangeLines lines, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TableHead metadata(TableName table, Job job) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TableHead query(TableName table, TableQuery query, FileLines lines, Job job) {
    throw new UnsupportedOperationException();
  }
}
