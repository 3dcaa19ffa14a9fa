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
 * The pages of rows that are in memory, each with the columns fetched so far. Bounded by the memory
 * that their values take; the pages not looked at for longest go first.
 */
final class PageCache {

  /** What a cell takes besides its value, in bytes. */
  private static final int CELL = 8;

  private final long mostBytes;
  private final Map<Long, Map<Integer, Part>> pages = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  /** One column of a page: where its values are, and what they take. */
  private record Part(RowPage page, int position, long bytes) {

    static Part of(RowPage page, int position) {
      long bytes = 0;
      for (int row = 0; row < page.rows().size(); row++) {
        bytes += CELL + LongValue.bytes(page.value(row, position));
      }
      return new Part(page, position, bytes);
    }
  }

  PageCache(long mostBytes) {
    this.mostBytes = mostBytes;
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
      Part part = Part.of(answer, i);
      Part before = page.put(columns.get(i), part);
      bytes += part.bytes() - (before == null ? 0 : before.bytes());
    }
    Iterator<Map.Entry<Long, Map<Integer, Part>>> oldest = pages.entrySet().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      Map.Entry<Long, Map<Integer, Part>> entry = oldest.next();
      if (entry.getKey() != number && !wanted.contains(entry.getKey())) {
        bytes -= entry.getValue().values().stream().mapToLong(Part::bytes).sum();
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
