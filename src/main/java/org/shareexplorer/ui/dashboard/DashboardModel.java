package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.Drafts;
import org.shareexplorer.problem.Problem;

/** A dashboard that is being looked at and changed, without controls. FX thread only. */
final class DashboardModel {

  private static final int MOST_UNDONE = 100;

  private final ReadOnlyObjectWrapper<Presence> presence;
  private final ReadOnlyObjectWrapper<Dashboard> dashboard;
  private final ReadOnlyObjectWrapper<@Nullable Path> file;
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final Deque<Dashboard> before = new ArrayDeque<>();
  private final Deque<Dashboard> after = new ArrayDeque<>();
  private final List<Runnable> waiting = new ArrayList<>();
  private final String draft;
  private @Nullable Dashboard saved;

  /** Whether its tiles are known. */
  sealed interface Presence {

    /** It was open when the window was closed, and nobody has looked at it since. */
    record Unread() implements Presence {}

    /** Its file could not be read. */
    record Unreadable(Problem problem) implements Presence {}

    /** It can be looked at and changed. */
    record Here() implements Presence {}
  }

  /**
   * A dashboard.
   *
   * @param file where it is saved; null if it is new
   */
  DashboardModel(Dashboard dashboard, @Nullable Path file) {
    this(dashboard, file, Drafts.newId(), new Presence.Here());
    saved = file == null ? null : dashboard;
    compare();
  }

  private DashboardModel(
      Dashboard dashboard, @Nullable Path file, String draft, Presence presence) {
    this.dashboard = new ReadOnlyObjectWrapper<>(dashboard);
    this.file = new ReadOnlyObjectWrapper<>(file);
    this.draft = draft;
    this.presence = new ReadOnlyObjectWrapper<>(presence);
  }

  /** {@return one that was open when the window was closed, to be read when it is looked at} */
  static DashboardModel left(LeftDashboard left) {
    return new DashboardModel(
        new Dashboard(left.name()), left.file().orElse(null), left.draft(), new Presence.Unread());
  }

  /** {@return what a later start has to know of it} */
  LeftDashboard leaving() {
    return new LeftDashboard(draft, get().name(), Optional.ofNullable(file.get()));
  }

  /** {@return what tells it from dashboards of the same name} */
  String about() {
    Path place = file.get();
    return place == null ? "dashboard" : String.valueOf(place.getFileName());
  }

  ReadOnlyObjectProperty<Presence> presence() {
    return presence.getReadOnlyProperty();
  }

  /** Whether it can be looked at and changed. */
  boolean here() {
    return presence.get() instanceof Presence.Here;
  }

  /**
   * It was read.
   *
   * @param inFile what is in its file; null if it has none, or one that cannot be read
   */
  void read(Dashboard now, @Nullable Dashboard inFile) {
    saved = inFile;
    dashboard.set(now);
    presence.set(new Presence.Here());
    compare();
    waiting.forEach(Runnable::run);
    waiting.clear();
  }

  /** It could not be read. */
  void unreadable(Problem problem) {
    presence.set(new Presence.Unreadable(problem));
  }

  /** It is read once more. */
  void readAgain() {
    presence.set(new Presence.Unread());
  }

  /** Whether nobody has looked at it since the window was closed. */
  boolean unread() {
    return presence.get() instanceof Presence.Unread;
  }

  /** Has something run once it was read, or could not be. */
  void whenKnown(Runnable action) {
    Subscription[] heard = new Subscription[1];
    heard[0] =
        presence.subscribe((_, _) -> {
          heard[0].unsubscribe();
          action.run();
        });
  }

  /** Has something run as soon as it can be changed. */
  void whenHere(Runnable action) {
    if (here()) {
      action.run();
    } else {
      waiting.add(action);
    }
  }

  ReadOnlyObjectProperty<Dashboard> dashboard() {
    return dashboard.getReadOnlyProperty();
  }

  Dashboard get() {
    return dashboard.get();
  }

  /** Where it is saved; null if it is new. */
  ReadOnlyObjectProperty<@Nullable Path> file() {
    return file.getReadOnlyProperty();
  }

  /** Whether something of it is in no file. */
  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  private void compare() {
    Dashboard now = get();
    unsaved.set(here() && (saved == null ? !now.tiles().isEmpty() : !now.equals(saved)));
  }

  /** Changes the dashboard, which can be undone. */
  void change(Dashboard changed) {
    if (here() && !changed.equals(get())) {
      before.push(get());
      if (before.size() > MOST_UNDONE) {
        before.removeLast();
      }
      after.clear();
      show(changed);
    }
  }

  private void show(Dashboard other) {
    dashboard.set(other);
    compare();
  }

  boolean undoable() {
    return !before.isEmpty();
  }

  void undo() {
    if (undoable()) {
      after.push(get());
      show(before.pop());
    }
  }

  boolean redoable() {
    return !after.isEmpty();
  }

  void redo() {
    if (redoable()) {
      before.push(get());
      show(after.pop());
    }
  }

  /** Notes that what is there now is in a file. */
  void savedAs(Dashboard kept, Path place) {
    saved = kept;
    file.set(place);
    compare();
  }
}
