package org.shareexplorer.ui.dashboard;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
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
import org.shareexplorer.job.Work;
import org.shareexplorer.ui.fx.Background;
import org.shareexplorer.ui.fx.Ui;

/** What the tiles of a dashboard show, as far as it was asked for. FX thread only. */
final class TileAnswers {

  private final Ui ui;
  private final DashboardTables tables;
  private final DashboardModel model;
  private final Map<Content, Asked> asked = new HashMap<>();
  private final List<DashboardRun> runs = new ArrayList<>();
  private final ChangeListener<ZoneId> zoneChanged = (_, _, _) -> refresh();
  private Map<String, TableReference> known = Map.of();

  /** A content that was asked for. */
  private record Asked(Background.Latest latest, ReadOnlyObjectWrapper<TileState> state) {}

  TileAnswers(Ui ui, DashboardTables tables, DashboardModel model) {
    this.ui = ui;
    this.tables = tables;
    this.model = model;
    ui.zone().addListener(zoneChanged);
    model.dashboard().subscribe(this::forgetOthers);
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
    Map<String, TableReference> now = model.get().tables();
    if (runs.isEmpty() || !known.equals(now)) {
      known = now;
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

  private void forgetOthers(Dashboard now) {
    Set<Content> wanted = new HashSet<>();
    now.tiles().forEach(tile -> wanted.add(tile.content()));
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

  /** {@return what asks for all tiles, as far as they were not, and gives the whole page} */
  Work<PagePicture> page() {
    Dashboard now = model.get();
    DashboardRun run = run();
    ZoneId zone = ui.zone().get();
    List<Tile> tiles = now.tiles();
    var jobs = ui.background().jobs();
    return job -> new PagePicture(now, run.all(tiles, jobs, job), zone);
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
                  return old.size();
                },
                _ -> {},
                _ -> {});
  }
}
