package org.shareexplorer.ui.grid;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.RowPage;

/**
 * The pages of rows that are in memory, each with the columns fetched so far. Bounded by cells, as
 * pages of a wide table weigh more; the pages not looked at for longest go first.
 */
final class PageCache {

  private final long mostCells;
  private final Map<Long, Map<Integer, Part>> pages = new LinkedHashMap<>(16, 0.75f, true);
  private long cells;

  /** One column of a page: where its values are. */
  private record Part(RowPage page, int position) {}

  PageCache(long mostCells) {
    this.mostCells = mostCells;
  }

  /**
   * Keeps an answer, at the cost of others.
   *
   * @param columns the indexes of the answer's columns, in its order
   * @param wanted pages that stay in any case
   */
  void put(long number, RowPage answer, List<Integer> columns, Set<Long> wanted) {
    Map<Integer, Part> page = pages.computeIfAbsent(number, _ -> new HashMap<>());
    for (int i = 0; i < columns.size(); i++) {
      if (page.put(columns.get(i), new Part(answer, i)) == null) {
        cells += answer.rows().size();
      }
    }
    Iterator<Map.Entry<Long, Map<Integer, Part>>> oldest = pages.entrySet().iterator();
    while (cells > mostCells && oldest.hasNext()) {
      Map.Entry<Long, Map<Integer, Part>> entry = oldest.next();
      if (entry.getKey() != number && !wanted.contains(entry.getKey())) {
        cells -= entry.getValue().values().stream().mapToLong(p -> p.page().rows().size()).sum();
        oldest.remove();
      }
    }
  }

  boolean has(long number, int column) {
    Map<Integer, Part> page = pages.get(number);
    return page != null && page.containsKey(column);
  }

  /** {@return whether the row of a page is here, for the column} */
  boolean has(long number, int row, int column) {
    Map<Integer, Part> page = pages.get(number);
    Part part = page == null ? null : page.get(column);
    return part != null && row < part.page().rows().size();
  }

  /** {@return the value of a cell that is here} */
  @Nullable Object value(long number, int row, int column) {
    Map<Integer, Part> page = pages.get(number);
    Part part = page == null ? null : page.get(column);
    if (part == null) {
      throw new IllegalStateException("not loaded: page " + number + ", column " + column);
    }
    return part.page().value(row, part.position());
  }

  boolean has(long number) {
    return pages.containsKey(number);
  }

  int size() {
    return pages.size();
  }
}
