package org.shareexplorer.ui.table;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Running;
import org.shareexplorer.ui.filter.FilterBar;
import org.shareexplorer.ui.filter.FilterModel;
import org.shareexplorer.ui.filter.FilterState;
import org.shareexplorer.ui.fx.Background;

/**
 * Finds the rows that the person wants of a table, in the order wanted. What is shown stays until
 * they are found. FX thread only.
 */
final class WantedRows {

  private final FilterModel filter;
  private final FilterBar bar;
  private final Background.Latest looking;
  private final Background.Latest finishing;
  private final Consumer<OpenTable> show;
  private final Runnable counted;
  private final BiConsumer<Running<?>, Runnable> wait;

  /** What found the rows that are shown: unless it is cancelled, it goes on to find all. */
  private @Nullable Running<?> finder;

  private @Nullable RenewedTable table;
  private @Nullable OpenTable rows;

  /**
   * Finds nothing before there is a table.
   *
   * @param show gets other rows to show, as soon as the first of them are known
   * @param counted called once all of them are
   * @param wait gets each search and what ends it
   */
  WantedRows(
      FilterModel filter,
      FilterBar bar,
      Background background,
      Consumer<OpenTable> show,
      Runnable counted,
      BiConsumer<Running<?>, Runnable> wait) {
    this.filter = filter;
    this.bar = bar;
    this.show = show;
    this.counted = counted;
    this.wait = wait;
    looking = background.latest();
    finishing = background.latest();
    filter.state().subscribe(_ -> look());
  }

  /** Finds rows of another table, or of another version, from now on. */
  void of(RenewedTable opened) {
    table = opened;
    rows = null;
    bar.about(opened);
    look();
  }

  private void look() {
    RenewedTable whole = table;
    if (whole == null) {
      return;
    }
    cancel();
    FilterState state = filter.get();
    if (state.view().plain()) {
      bar.idle();
      if (!whole.holds(rows)) {
        rows = whole.held();
        show.accept(whole);
      }
      return;
    }
    Running<OpenTable> running =
        looking.start(
            job -> whole.viewed(state.view(), job),
            found -> {
              if (!found.equals(rows)) {
                rows = found;
                show.accept(found);
              }
              finish(found, whole);
            },
            problem -> {
              showSomething(whole);
              bar.failed(problem, this::look);
            });
    finder = running;
    bar.busy(running, this::giveUp);
    wait.accept(running, this::giveUp);
  }

  private void finish(OpenTable found, RenewedTable whole) {
    if (found.complete()) {
      bar.found(found.rowCount().orElse(0), whole.rowCount());
      return;
    }
    Running<OpenTable> running =
        finishing.start(
            found::completed,
            all -> {
              bar.found(all.rowCount().orElse(0), whole.rowCount());
              counted.run();
            },
            problem -> bar.failed(problem, this::look));
    bar.busy(running, this::giveUp);
  }

  private void cancel() {
    looking.cancel();
    finishing.cancel();
    if (finder != null) {
      finder.cancel();
      finder = null;
    }
  }

  /** Of a table just opened, all rows are better than none. */
  private void showSomething(RenewedTable whole) {
    if (rows == null) {
      rows = whole.held();
      show.accept(whole);
    }
  }

  private void giveUp() {
    cancel();
    if (filter.undoable()) {
      filter.undo();
    } else {
      filter.clear();
    }
  }

  /** Ends the search. */
  void close() {
    cancel();
  }
}
