package org.shareexplorer.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Running;

/** Pages of rows that are on their way, and what all that ever were have cost. */
final class ComingPages {

  private final List<Page> pages = new ArrayList<>();
  private Cost spent = Cost.NONE;

  /**
   * Some columns of a page.
   *
   * @param number the page's number
   * @param columns indexes of the columns
   * @param soFar its first rows, where others are still being found
   */
  record Page(
      long number,
      List<Integer> columns,
      Running<?> running,
      AtomicReference<@Nullable RowPage> soFar) {

    private Optional<RowPage> holding(long row, int column) {
      return Optional.ofNullable(soFar.get())
          .filter(rows ->
              row / GridModel.PAGE == number
                  && row % GridModel.PAGE < rows.rows().size()
                  && columns.contains(column));
    }
  }

  void add(Page page) {
    pages.add(page);
  }

  boolean none() {
    return pages.isEmpty();
  }

  /** {@return whether any of some pages is coming} */
  boolean any(Set<Long> numbers) {
    return pages.stream().anyMatch(page -> numbers.contains(page.number));
  }

  /** {@return whether a column of a page is coming} */
  boolean has(long number, int column) {
    return pages.stream().anyMatch(page -> page.number == number && page.columns.contains(column));
  }

  /** {@return whether rows are those of a page that is still coming} */
  boolean has(AtomicReference<@Nullable RowPage> soFar) {
    return pages.stream().anyMatch(page -> page.soFar.equals(soFar));
  }

  /** Gives up all pages but some. */
  void keep(Set<Long> numbers) {
    pages.removeIf(page -> {
      boolean unwanted = !numbers.contains(page.number);
      if (unwanted) {
        page.running.cancel();
        spent = spent.plus(page.running.cost());
      }
      return unwanted;
    });
  }

  /** {@return those of some pages, which are cancelled} */
  List<Page> cancelled(Set<Long> numbers) {
    List<Page> cancelled = pages.stream().filter(page -> numbers.contains(page.number)).toList();
    cancelled.forEach(page -> page.running.cancel());
    return cancelled;
  }

  /** {@return whether the page was still wanted; it is not coming any more} */
  boolean finished(long number, List<Integer> columns) {
    return pages.removeIf(page -> {
      boolean found = page.number == number && page.columns.equals(columns);
      if (found) {
        spent = spent.plus(page.running.cost());
      }
      return found;
    });
  }

  /** {@return whether a cell is among the rows so far} */
  boolean holds(long row, int column) {
    return pages.stream().anyMatch(page -> page.holding(row, column).isPresent());
  }

  /** {@return the value of such a cell} */
  @Nullable Object value(long row, int column) {
    for (Page page : pages) {
      Optional<RowPage> rows = page.holding(row, column);
      if (rows.isPresent()) {
        return rows.get().value((int) (row % GridModel.PAGE), page.columns.indexOf(column));
      }
    }
    throw new IllegalArgumentException("not come yet: row " + row);
  }

  /** {@return what these pages and all before have cost so far} */
  Cost cost() {
    return pages.stream().map(page -> page.running.cost()).reduce(spent, Cost::plus);
  }
}
