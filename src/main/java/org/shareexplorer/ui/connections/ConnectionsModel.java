package org.shareexplorer.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.ListedTable;
import org.shareexplorer.protocol.Share;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.workspace.Workspace;

/**
 * The tree of the sidebar, written down line by line. Children are asked for when a place is
 * opened. Holds no controls; FX thread only.
 */
public final class ConnectionsModel {

  private final Workspace workspace;
  private final Background background;
  private final StringProperty filter = new SimpleStringProperty("");
  private final ObservableList<Row> rows = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Entry> revealed = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper written = new ReadOnlyIntegerWrapper();
  private final Workspace.Listening listening;
  private List<Entry> roots = new ArrayList<>();
  private List<String> toReveal = List.of();
  private int searches;

  /** Shows the connections of a workspace, and follows their changes. */
  public ConnectionsModel(Workspace workspace, Background background) {
    this.workspace = workspace;
    this.background = background;
    filter.subscribe(now -> write());
    listening = workspace.onConnectionsChanged(() -> background.onFx(this::sync));
    sync();
  }

  /** Ends following the workspace. */
  public void close() {
    listening.close();
  }

  ObservableList<Row> rows() {
    return rows;
  }

  /** {@return what names must contain to be shown; may be set} */
  public StringProperty filter() {
    return filter;
  }

  /** {@return the place that was last to be shown to the person} */
  ReadOnlyObjectProperty<@Nullable Entry> revealed() {
    return revealed.getReadOnlyProperty();
  }

  /** {@return the tables that are known so far} */
  public List<TableRef> loadedTables() {
    List<TableRef> tables = new ArrayList<>();
    roots.forEach(root -> collect(root, tables));
    return tables;
  }

  private static void collect(Entry entry, List<TableRef> tables) {
    if (entry.kind == Entry.Kind.TABLE) {
      tables.add(entry.table());
    }
    entry.children.forEach(child -> collect(child, tables));
  }

  /** {@return whether part of the tree is on its way} */
  public boolean busy() {
    return searches > 0 || roots.stream().anyMatch(ConnectionsModel::busy);
  }

  private static boolean busy(Entry entry) {
    return entry.state == Entry.State.LOADING
        || entry.children.stream().anyMatch(ConnectionsModel::busy);
  }

  private void sync() {
    Map<String, Entry> known = byKey(roots);
    List<Entry> now = new ArrayList<>();
    for (Connection connection : workspace.connections()) {
      Entry entry = known.remove(connection.id().text());
      if (entry == null || !entry.connection.added().equals(connection.added())) {
        // New, or with a new credential: what the old one could see says nothing.
        if (entry != null) {
          entry.forget();
        }
        entry = new Entry(connection, background);
      }
      entry.connection = connection;
      now.add(entry);
    }
    known.values().forEach(Entry::forget);
    roots = now;
    write();
    goOnRevealing();
  }

  private static Map<String, Entry> byKey(List<Entry> entries) {
    return entries.stream()
        .collect(Collectors.toMap(entry -> entry.key, Function.identity(), (a, b) -> a));
  }

  /** Opens a place, asking for what is below if nobody has, or closes it. */
  void toggle(Entry entry) {
    setOpen(entry, !entry.open);
  }

  void setOpen(Entry entry, boolean open) {
    if (entry.leaf()) {
      return;
    }
    entry.open = open;
    if (open && entry.state == Entry.State.UNASKED) {
      load(entry);
    }
    write();
  }

  /** Asks again for what is below a place, and below that as far as it is known. */
  void refresh(Entry entry) {
    Entry place = entry.leaf() && entry.parent != null ? entry.parent : entry;
    place.open = true;
    load(place);
    write();
  }

  /** Refreshes every connection that is open. */
  public void refreshAll() {
    roots.stream().filter(root -> root.open).forEach(this::refresh);
  }

  /** Allows a connection whose credential has ended to be tried, and tries it. */
  void tryAnyway(Entry connection) {
    workspace.openExpired(connection.connection.id());
    connection.insisted = true;
    refresh(connection);
  }

  private void load(Entry entry) {
    entry.state = Entry.State.LOADING;
    entry.work.start(
        job -> below(entry, job),
        names -> {
          loaded(entry, names);
          goOnRevealing();
        },
        problem -> {
          entry.state = Entry.State.FAILED;
          entry.problem = problem;
          entry.children.forEach(Entry::forget);
          entry.children = new ArrayList<>();
          toReveal = List.of();
          write();
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
    write();
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
          write();
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

  /** Loads all that is not loaded yet, so that the filter and the palette find every table. */
  public void searchAll() {
    if (searches == 0) {
      roots.stream().filter(Entry::incomplete).forEach(this::search);
      write();
    }
  }

  private void search(Entry root) {
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
          write();
        },
        problem -> {
          searches--;
          root.state = Entry.State.FAILED;
          root.problem = problem;
          root.open = true;
          write();
        });
  }

  /**
   * Opens the tree down to a place and shows it.
   *
   * @param path names of a share, a schema and a table, or fewer
   */
  public void reveal(ConnectionId connection, String... path) {
    filter.set("");
    List<String> keys = new ArrayList<>(List.of(connection.text()));
    keys.addAll(List.of(path));
    toReveal = keys;
    goOnRevealing();
  }

  /** Shows a table in the tree, if it is in sight there; opens nothing. */
  public void show(TableRef table) {
    List<Entry> level = roots;
    for (String key :
        List.of(
            table.connection().text(),
            table.table().share(),
            table.table().schema(),
            table.table().table())) {
      Entry found = level.stream().filter(entry -> entry.key.equals(key)).findFirst().orElse(null);
      if (found == null || (found.kind != Entry.Kind.TABLE && !found.open)) {
        return;
      }
      if (found.kind == Entry.Kind.TABLE) {
        revealed.set(null);
        revealed.set(found);
        return;
      }
      level = found.children;
    }
  }

  private void goOnRevealing() {
    List<Entry> level = roots;
    for (int i = 0; i < toReveal.size(); i++) {
      String key = toReveal.get(i);
      Optional<Entry> found = level.stream().filter(entry -> entry.key.equals(key)).findFirst();
      if (found.isEmpty()) {
        return;
      }
      Entry entry = found.get();
      boolean last = i == toReveal.size() - 1;
      if (!entry.open) {
        setOpen(entry, true);
      }
      if (last) {
        toReveal = List.of();
        revealed.set(null);
        revealed.set(entry);
        return;
      }
      level = entry.children;
    }
  }

  /** {@return the entry of a connection, if it is known} */
  Optional<Entry> connection(ConnectionId id) {
    return roots.stream().filter(root -> root.connection.id().equals(id)).findFirst();
  }

  /** Changes only the lines that differ, so that selection and scrolling stay where they are. */
  private void write() {
    List<Row> now = Rows.of(roots, filter.get(), searches > 0);
    int same = 0;
    int least = Math.min(now.size(), rows.size());
    while (same < least && now.get(same).equals(rows.get(same))) {
      same++;
    }
    int sameAtEnd = 0;
    while (sameAtEnd < least - same
        && now.get(now.size() - 1 - sameAtEnd).equals(rows.get(rows.size() - 1 - sameAtEnd))) {
      sameAtEnd++;
    }
    rows.remove(same, rows.size() - sameAtEnd);
    rows.addAll(same, now.subList(same, now.size() - sameAtEnd));
    written.set(written.get() + 1);
  }

  /** {@return changes whenever an entry's look may have: its arrow, its count, its name} */
  public ReadOnlyIntegerProperty written() {
    return written.getReadOnlyProperty();
  }
}
