package org.shareexplorer.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.settings.OpenTab;
import org.shareexplorer.ui.connections.TableRef;

/** Which tables are open, and which is in front. Holds no controls; FX thread only. */
public final class ShellModel {

  private static final int MOST_CLOSED = 20;

  private final ObservableList<TableRef> tabs = FXCollections.observableArrayList();
  private final ObservableList<TableRef> seen = FXCollections.unmodifiableObservableList(tabs);
  private final ObjectProperty<@Nullable TableRef> front = new SimpleObjectProperty<>();
  private final Deque<TableRef> closed = new ArrayDeque<>();

  /** {@return the open tables, from left to right} */
  public ObservableList<TableRef> tabs() {
    return seen;
  }

  /** {@return the table in front, or null for the start page; may be set to an open one} */
  public ObjectProperty<@Nullable TableRef> front() {
    return front;
  }

  /** Opens a table, or brings it to the front if it is open. */
  public void open(TableRef table) {
    TableRef open = same(table).orElse(table);
    if (!tabs.contains(open)) {
      tabs.add(open);
      closed.remove(open);
    }
    front.set(open);
  }

  /** A renamed connection is still the same one. */
  private Optional<TableRef> same(TableRef table) {
    return tabs.stream()
        .filter(
            tab -> tab.connection().equals(table.connection()) && tab.table().equals(table.table()))
        .findFirst();
  }

  /** Closes a table; its neighbour comes to the front. */
  public void close(TableRef table) {
    int index = tabs.indexOf(table);
    if (index < 0) {
      return;
    }
    boolean wasFront = table.equals(front.get());
    TableRef next =
        tabs.size() == 1 ? null : tabs.get(index == tabs.size() - 1 ? index - 1 : index + 1);
    closed.push(table);
    if (closed.size() > MOST_CLOSED) {
      closed.removeLast();
    }
    tabs.remove(index);
    if (wasFront) {
      front.set(next);
    }
  }

  /** Opens again what was closed last. */
  public void reopenClosed() {
    if (!closed.isEmpty()) {
      open(closed.pop());
    }
  }

  /** {@return whether something was closed} */
  public boolean canReopen() {
    return !closed.isEmpty();
  }

  /**
   * Brings a neighbour of the front tab to the front, around the ends.
   *
   * @param step 1 for the right one, -1 for the left one
   */
  public void cycle(int step) {
    if (!tabs.isEmpty()) {
      int index = front.get() == null ? (step > 0 ? -1 : 0) : tabs.indexOf(front.get());
      front.set(tabs.get(Math.floorMod(index + step, tabs.size())));
    }
  }

  /** Takes over the order that the person has dragged the tabs into. */
  public void reorder(List<TableRef> order) {
    if (order.size() == tabs.size() && tabs.containsAll(order) && !order.equals(tabs)) {
      tabs.setAll(order);
    }
  }

  /** Closes the tables of connections that are gone. */
  public void keepOnly(List<Connection> connections) {
    List<TableRef> gone =
        tabs.stream()
            .filter(tab -> connections.stream().noneMatch(c -> c.id().equals(tab.connection())))
            .toList();
    gone.forEach(this::close);
    closed.removeAll(gone);
  }

  /** Opens what was remembered, as far as its connections are still there. */
  public void restore(List<OpenTab> remembered, int frontTab, List<Connection> connections) {
    for (int i = 0; i < remembered.size(); i++) {
      OpenTab tab = remembered.get(i);
      Optional<Connection> connection =
          connections.stream().filter(c -> c.id().text().equals(tab.connection())).findFirst();
      if (connection.isPresent()) {
        TableRef table =
            new TableRef(
                connection.get().id(),
                connection.get().name(),
                new TableName(tab.share(), tab.schema(), tab.table()));
        if (same(table).isEmpty()) {
          tabs.add(table);
          if (i == frontTab) {
            front.set(table);
          }
        }
      }
    }
  }

  /** {@return what to remember} */
  public List<OpenTab> remember() {
    return tabs.stream()
        .map(tab ->
            new OpenTab(
                tab.connection().text(),
                tab.table().share(),
                tab.table().schema(),
                tab.table().table()))
        .toList();
  }

  /** {@return the number of the tab in front; -1 for the start page} */
  public int frontIndex() {
    TableRef table = front.get();
    return table == null ? -1 : tabs.indexOf(table);
  }
}
