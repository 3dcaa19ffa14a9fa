package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Some rows of one column in one row group.
 *
 * @param place the column's place among the fields asked for
 * @param chunks one per leaf
 * @param rows the rows, counted from the row group's first
 * @param into where the rows go in the answer
 */
record ColumnPart(
    Field field, int place, Column column, List<Chunk> chunks, RowNumbers rows, int into) {

  boolean decodable() {
    return chunks.stream().allMatch(chunk -> Codec.known(chunk.metadata().getCodec()));
  }

  /**
   * {@return the pages to read of each chunk} Leaves keep step by row, or all start at the
   * beginning.
   */
  List<Pages> pages(IdentityHashMap<Chunk, Pages> found, Reach reach) {
    if (!decodable()) {
      return List.of();
    }
    List<Pages> held = new ArrayList<>();
    boolean byRow = chunks.stream().allMatch(chunk -> pages(found, chunk).byRow());
    for (Chunk chunk : chunks) {
      Pages all = byRow ? pages(found, chunk) : Pages.whole(chunk);
      held.add(reach.into(all, chunk, rows));
    }
    return held;
  }

  private static Pages pages(IdentityHashMap<Chunk, Pages> found, Chunk chunk) {
    return Objects.requireNonNull(found.get(chunk));
  }

  /** {@return the rows' values} */
  @Nullable Object[] values(Footer footer, List<Pages> pages, Extents extents, Job job) {
    if (!decodable()) {
      @Nullable Object[] values = new Object[rows.count()];
      String codec = chunks.getFirst().metadata().getCodec().name();
      Arrays.fill(values, new Undecodable("Compressed with " + codec + ", which is unknown here."));
      return values;
    }
    @Nullable Object[] values = new Object[rows.count()];
    int into = 0;
    for (RowNumbers run : runs(pages)) {
      @Nullable Object[] some =
          new ColumnRows(footer, column, chunks, pages, extents, run, job).values(field.type());
      System.arraycopy(some, 0, values, into, some.length);
      into += some.length;
    }
    footer
        .calendar()
        .filter(calendar -> calendar.concerns(column.type()))
        .ifPresent(calendar -> Arrays.setAll(values, i -> calendar.meant(values[i])));
    return values;
  }

  /** The rows, cut where a leaf's page in between is missing: the decoder cannot jump there. */
  private List<RowNumbers> runs(List<Pages> pages) {
    List<RowNumbers> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= rows.count(); i++) {
      if (i == rows.count() || !unbroken(pages, rows.at(i - 1), rows.at(i))) {
        runs.add(rows.part(start, i));
        start = i;
      }
    }
    return runs;
  }

  private static boolean unbroken(List<Pages> pages, long row, long next) {
    return next == row + 1 || pages.stream().allMatch(leaf -> leaf.cover(row, next));
  }
}
