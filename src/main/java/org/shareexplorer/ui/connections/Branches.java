package org.shareexplorer.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.workspace.Workspace;

/**
 * Asks servers for what is below the places of the tree, and puts it there: what was known already
 * stays the same place, open or closed. FX thread only.
 */
final class Branches {

  /** Is told as more of the tree is known. */
  interface Growth {

    /** Something below a place, or what is known of it, is another than before. */
    void grown();

    /** A place that was asked about has what is below it; told after the growth. */
    void loaded();

    /** What is below a place could not be had. */
    void failed();
  }

  private final Workspace workspace;
  private final Background background;
  private final Growth growth;
  private int searches;

  Branches(Workspace workspace, Background background, Growth growth) {
    this.workspace = workspace;
    this.background = background;
    this.growth = growth;
  }

  /** {@return whether all that a connection has is still being asked for} */
  boolean searching() {
    return searches > 0;
  }

  static Map<String, Entry> byKey(List<Entry> entries) {
    return entries.stream()
        .collect(Collectors.toMap(entry -> entry.key, Function.identity(), (a, b) -> a));
  }

  /** Asks for what is below a place, and below that as far as it is known. */
  void load(Entry entry) {
    entry.state = Entry.State.LOADING;
    entry.work.start(
        job -> below(entry, job),
        names -> {
          loaded(entry, names);
          growth.loaded();
        },
        problem -> {
          entry.state = Entry.State.FAILED;
          entry.problem = problem;
          entry.children.forEach(Entry::forget);
          entry.children = new ArrayList<>();
          growth.failed();
        });
  }

  private List<String> below(Entry entry, Job job) {
    SharingClient client = workspace.client(entry.root().connection.id(), job);
    return switch (entry.kind) {
      case CONNECTION -> client.shares(job).stream().map(Share::name).toList();
      case SHARE -> client.schemas(entry.key, job);
      case SCHEMA ->
          client.tables(entry.part(Entry.Kind.SHARE), entry.key, job).stream()
              .map((ListedTable table) -> table.name().table())
              .toList();
      case TABLE, ASSET -> List.of();
    };
  }

  /** Keeps the places that are still there, and asks again for what is below those. */
  private void loaded(Entry entry, List<String> names) {
    for (Entry child : fill(entry, names)) {
      if (!child.leaf() && child.state != Entry.State.UNASKED) {
        load(child);
      }
    }
    if (entry.kind == Entry.Kind.SCHEMA) {
      loadAssets(entry);
    }
    growth.grown();
  }

  /** Nobody waits for what is no table, and nobody is told if it cannot be listed. */
  private void loadAssets(Entry schema) {
    schema.beside.start(
        job ->
            workspace
                .client(schema.root().connection.id(), job)
                .assets(schema.part(Entry.Kind.SHARE), schema.key, job),
        assets -> {
          schema.assets =
              assets.stream().map(asset -> Entry.of(schema, asset, background)).toList();
          growth.grown();
        },
        problem -> {});
  }

  private List<Entry> fill(Entry entry, Iterable<String> names) {
    Entry.Kind kind = entry.kind.below();
    Map<String, Entry> known = byKey(entry.children);
    List<Entry> now = new ArrayList<>();
    for (String name : names) {
      Entry child = known.remove(name);
      now.add(child == null ? new Entry(kind, entry, name, background) : child);
    }
    known.values().forEach(Entry::forget);
    entry.state = Entry.State.LOADED;
    entry.problem = null;
    entry.children = now;
    return now;
  }

  /** Asks for all that a connection has. */
  void search(Entry root) {
    ConnectionId id = root.connection.id();
    searches++;
    background.start(
        job -> ShareListing.all(workspace.client(id, job), job),
        listings -> {
          searches--;
          fill(root, listings.stream().map(ShareListing::share).toList());
          for (int i = 0; i < listings.size(); i++) {
            Map<String, List<String>> tables = listings.get(i).tables();
            for (Entry schema : fill(root.children.get(i), tables.keySet())) {
              fill(schema, tables.getOrDefault(schema.key, List.of()));
            }
          }
          growth.grown();
        },
        problem -> {
          searches--;
          root.state = Entry.State.FAILED;
          root.problem = problem;
          root.open = true;
          growth.grown();
        });
  }
}
