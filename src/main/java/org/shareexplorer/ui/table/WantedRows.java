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
  private final Consumer<OpenTable> show;
  private final BiConsumer<Running<?>, Runnable> wait;
  private @Nullable RenewedTable table;
  private @Nullable OpenTable rows;

  /**
   * Finds nothing before there is a table.
   *
   * @param show gets other rows to show, as soon as they are known
   * @param wait gets each search and what ends it
   */
  WantedRows(
      FilterModel filter,
      FilterBar bar,
      Background background,
      Consumer<OpenTable> show,
      BiConsumer<Running<?>, Runnable> wait) {
    this.filter = filter;
    this.bar = bar;
    this.show = show;
    this.wait = wait;
    looking = background.latest();
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
    looking.cancel();
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
              bar.found(found.rowCount().orElse(0), whole.rowCount());
            },
            problem -> {
              showSomething(whole);
              bar.failed(problem, this::look);
            });
    bar.busy(running, this::giveUp);
    wait.accept(running, this::giveUp);
  }

  /** Of a table just opened, all rows are better than none. */
  private void showSomething(RenewedTable whole) {
    if (rows == null) {
      rows = whole.held();
      show.accept(whole);
    }
  }

  private void giveUp() {
    looking.cancel();
    if (filter.undoable()) {
      filter.undo();
    } else {
      filter.clear();
    }
  }

  /** Ends the search. */
  void close() {
    looking.cancel();
  }
}
