package org.shareexplorer.parquet;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Some rows of one column in one row group.
 *
 * @param place the column's place among the fields asked for
 * @param chunks one per leaf
 * @param first the first row in the row group
 * @param into where the rows go in the answer
 */
record ColumnPart(
    Field field, int place, Column column, List<Chunk> chunks, long first, int count, int into) {

  boolean decodable() {
    return chunks.stream().allMatch(chunk -> Codec.known(chunk.metadata().getCodec()));
  }

  /** The pages to read of each chunk. Leaves keep step by row, or all start at the beginning. */
  private List<Pages> pages(IdentityHashMap<Chunk, Pages> found) {
    if (!decodable()) {
      return List.of();
    }
    List<Pages> all = chunks.stream().map(found::get).toList();
    return all.stream().allMatch(Pages::byRow)
        ? all.stream().map(pages -> pages.holding(first, first + count)).toList()
        : chunks.stream().map(Pages::whole).toList();
  }

  /** {@return the bytes of the pages that hold the rows} */
  List<ByteRange> ranges(IdentityHashMap<Chunk, Pages> found) {
    return pages(found).stream().flatMap(pages -> pages.ranges().stream()).toList();
  }

  /** {@return the rows' values} */
  @Nullable Object[] values(
      Footer footer, IdentityHashMap<Chunk, Pages> found, Extents extents, Job job) {
    if (!decodable()) {
      @Nullable Object[] values = new Object[count];
      String codec = chunks.getFirst().metadata().getCodec().name();
      Arrays.fill(values, new Undecodable("Compressed with " + codec + ", which is unknown here."));
      return values;
    }
    return new ColumnRows(footer, column, chunks, pages(found), extents, first, count)
        .values(field.type(), job);
  }
}
