package org.shareexplorer.ui.dashboard;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardRun;
import org.shareexplorer.dashboard.DashboardTables;
import org.shareexplorer.dashboard.PagePicture;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.job.Progress;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;

/** A dashboard that is being looked at and changed, without controls. FX thread only. */
final class DashboardModel {

  private static final int MOST_UNDONE = 100;

  private final Ui ui;
  private final DashboardTables tables;
  private final ReadOnlyObjectWrapper<Dashboard> dashboard;
  private final ReadOnlyObjectWrapper<@Nullable Path> file;
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final Deque<Dashboard> before = new ArrayDeque<>();
  private final Deque<Dashboard> after = new ArrayDeque<>();
  private final Map<Content, Asked> asked = new HashMap<>();
  private final List<DashboardRun> runs = new ArrayList<>();
  private final ChangeListener<ZoneId> zoneChanged = (_, _, _) -> refresh();
  private @Nullable Dashboard saved;
  private Map<String, TableReference> known = Map.of();

  /** A content that was asked for. */
  private record Asked(Background.Latest latest, ReadOnlyObjectWrapper<TileState> state) {}

  /**
   * A dashboard.
   *
   * @param file where it is saved; null if it is new
   */
  DashboardModel(Ui ui, DashboardTables tables, Dashboard dashboard, @Nullable Path file) {
    this.ui = ui;
    this.tables = tables;
    this.dashboard = new ReadOnlyObjectWrapper<>(dashboard);
    this.file = new ReadOnlyObjectWrapper<>(file);
    saved = file == null ? null : dashboard;
    compare();
    ui.zone().addListener(zoneChanged);
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

  /** Whether closing it would lose something. */
  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  private void compare() {
    Dashboard now = dashboard.get();
    unsaved.set(saved == null ? !now.tiles().isEmpty() : !now.equals(saved));
  }

  /** Changes the dashboard, which can be undone. */
  void change(Dashboard changed) {
    if (!changed.equals(get())) {
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
    forgetOthers();
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

  /** How far a content is; asks for it if nobody did. */
  ReadOnlyObjectProperty<TileState> state(Content content) {
    Asked there = asked.get(content);
    if (there == null) {
      there =
          new Asked(
              ui.background().latest(),
              new ReadOnlyObjectWrapper<>(new TileState.Loading(Progress.of("Reading"))));
      asked.put(content, there);
      ask(content, there);
    }
    return there.state().getReadOnlyProperty();
  }

  /** Asks once more for what failed or was stopped. */
  void again(Content content) {
    Asked there = asked.get(content);
    if (there != null) {
      ask(content, there);
    }
  }

  /** Ends the asking for a content. */
  void stop(Content content) {
    Asked there = asked.get(content);
    if (there != null && there.state().get() instanceof TileState.Loading) {
      there.latest().cancel();
      there.state().set(new TileState.Stopped());
    }
  }

  private void ask(Content content, Asked there) {
    DashboardRun run = run();
    there.state().set(new TileState.Loading(Progress.of("Reading")));
    Running<TileAnswer> running =
        there
            .latest()
            .start(
                job -> run.answer(content, job),
                answer -> there.state().set(new TileState.Ready(answer)),
                problem -> there.state().set(new TileState.Failed(problem)));
    Background.follow(
        running,
        progress -> {
          if (there.state().get() instanceof TileState.Loading && there.latest().busy()) {
            there.state().set(new TileState.Loading(progress));
          }
        });
  }

  /** What is asked of the same tables is of the same versions of them. */
  private DashboardRun run() {
    if (runs.isEmpty() || !known.equals(get().tables())) {
      known = get().tables();
      runs.add(new DashboardRun(known, tables, ui.queries(), ui.zone().get()));
    }
    return runs.getLast();
  }

  /** Asks for everything anew, of the newest versions. */
  void refresh() {
    List<DashboardRun> old = List.copyOf(runs);
    runs.clear();
    asked.forEach(this::ask);
    end(old);
  }

  private void forgetOthers() {
    Set<Content> wanted = new HashSet<>();
    get().tiles().forEach(tile -> wanted.add(tile.content()));
    asked
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !wanted.contains(entry.getKey());
          if (gone) {
            entry.getValue().latest().cancel();
          }
          return gone;
        });
  }

  /** How many tiles are still on their way. */
  long loading() {
    return asked.values().stream()
        .filter(a -> a.state().get() instanceof TileState.Loading)
        .count();
  }

  /** Asks for all tiles, as far as they were not, and gives the whole page. */
  void page(Background.Latest latest, Consumer<PagePicture> then, Consumer<Problem> otherwise) {
    Dashboard now = get();
    DashboardRun run = run();
    ZoneId zone = ui.zone().get();
    List<Tile> tiles = now.tiles();
    var jobs = ui.background().jobs();
    latest.start(job -> new PagePicture(now, run.all(tiles, jobs, job), zone), then, otherwise);
  }

  void close() {
    ui.zone().removeListener(zoneChanged);
    asked.values().forEach(there -> there.latest().cancel());
    end(List.copyOf(runs));
    runs.clear();
  }

  /** Deleting results takes the disk. */
  private void end(List<DashboardRun> old) {
    var _ =
        ui.background()
            .start(
                _ -> {
                  old.forEach(DashboardRun::close);
                  return Objects.hash(old.size());
                },
                _ -> {},
                _ -> {});
  }
}
