package org.shareexplorer.ui.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
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
  private final Branches branches;
  private List<Entry> roots = new ArrayList<>();
  private List<String> toReveal = List.of();

  /** Shows the connections of a workspace, and follows their changes. */
  public ConnectionsModel(Workspace workspace, Background background) {
    this.workspace = workspace;
    this.background = background;
    branches = new Branches(workspace, background, new Grown());
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
    return branches.searching() || roots.stream().anyMatch(ConnectionsModel::busy);
  }

  private static boolean busy(Entry entry) {
    return entry.state == Entry.State.LOADING
        || entry.children.stream().anyMatch(ConnectionsModel::busy);
  }

  private void sync() {
    Map<String, Entry> known = Branches.byKey(roots);
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
      branches.load(entry);
    }
    write();
  }

  /** Asks again for what is below a place, and below that as far as it is known. */
  void refresh(Entry entry) {
    Entry place = entry.leaf() && entry.parent != null ? entry.parent : entry;
    place.open = true;
    branches.load(place);
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

  /** Loads all that is not loaded yet, so that the filter and the palette find every table. */
  public void searchAll() {
    if (!branches.searching()) {
      roots.stream().filter(Entry::incomplete).forEach(branches::search);
      write();
    }
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
    List<Row> now = Rows.of(roots, filter.get(), branches.searching());
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

  /** What is done as more of the tree is known. */
  private final class Grown implements Branches.Growth {

    @Override
    public void grown() {
      write();
    }

    @Override
    public void loaded() {
      goOnRevealing();
    }

    @Override
    public void failed() {
      toReveal = List.of();
      write();
    }
  }
}
