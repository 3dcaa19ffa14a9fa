package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Reads some consecutive rows of a file, fetching no more than the pages that hold them. Waits and
 * has the computing threads decode: not to be called from one of them.
 */
public final class RowReader {

  private static final int WIDTH = 8;
  private static final long LARGEST_BATCH = 48 << 20;

  private final Jobs jobs;
  private final FileBytes file;
  private final Footer footer;

  /** Reads from one file. */
  public RowReader(Jobs jobs, FileBytes file, Footer footer) {
    this.jobs = jobs;
    this.file = file;
    this.footer = footer;
  }

  /**
   * Reads rows.
   *
   * @param fields what to read; all null where the file lacks it
   * @param first number of the first row in the file, from 0
   * @param count how many; all lie within the file
   * @return an array of values per field
   */
  public List<@Nullable Object[]> read(List<Field> fields, long first, int count, Job job) {
    List<@Nullable Object[]> values = new ArrayList<>();
    fields.forEach(_ -> values.add(new Object[count]));
    List<Part> parts = parts(fields, first, count);
    IdentityHashMap<Chunk, Pages> pages = pages(parts, job);
    for (List<Part> batch : batches(parts, pages)) {
      decode(batch, pages, values, job);
    }
    return values;
  }

  /**
   * Parts whose pages fit into memory together; a part that does not do so alone is tried alone.
   */
  private static List<List<Part>> batches(List<Part> parts, IdentityHashMap<Chunk, Pages> pages) {
    List<List<Part>> batches = new ArrayList<>();
    long bytes = LARGEST_BATCH;
    for (Part part : parts) {
      long more = part.ranges(pages).stream().mapToLong(ByteRange::length).sum();
      if (bytes + more > LARGEST_BATCH) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(part);
      bytes += more;
    }
    return batches;
  }

  private void decode(
      List<Part> parts,
      IdentityHashMap<Chunk, Pages> pages,
      List<@Nullable Object[]> values,
      Job job) {
    List<ByteRange> ranges = parts.stream().flatMap(p -> p.ranges(pages).stream()).toList();
    Extents extents = file.read(ranges, job);
    var _ =
        jobs.forAll(
            job,
            parts,
            WIDTH,
            part -> {
              @Nullable Object[] decoded =
                  jobs.computeWithin(
                      job,
                      inner ->
                          Damage.guard(
                              file.name(),
                              "The column " + part.field.name() + " is damaged.",
                              () -> part.values(footer, pages, extents, inner)));
              System.arraycopy(decoded, 0, values.get(part.place), part.into, part.count);
              return part;
            });
  }

  /** What is to be decoded: each column in each row group. */
  private List<Part> parts(List<Field> fields, long first, int count) {
    List<Part> parts = new ArrayList<>();
    long start = 0;
    for (RowGroup group : footer.rowGroups()) {
      long from = Math.max(first, start);
      long end = Math.min(first + count, start + group.getNum_rows());
      for (int i = 0; from < end && i < fields.size(); i++) {
        Optional<Column> column = footer.column(fields.get(i));
        if (column.isPresent()) {
          List<Chunk> chunks = footer.chunks(column.get(), group);
          parts.add(
              new Part(
                  fields.get(i),
                  i,
                  column.get(),
                  chunks,
                  from - start,
                  (int) (end - from),
                  (int) (from - first)));
        }
      }
      start += group.getNum_rows();
    }
    return parts;
  }

  /** Finds the pages of all parts: from offset indexes at once, else chunk by chunk. */
  private IdentityHashMap<Chunk, Pages> pages(List<Part> parts, Job job) {
    IdentityHashMap<Chunk, Pages> pages = new IdentityHashMap<>();
    List<ByteRange> indexes = new ArrayList<>();
    List<Walk> walks = new ArrayList<>();
    for (Part part : parts) {
      for (Chunk chunk : part.decodable() ? part.chunks : List.<Chunk>of()) {
        chunk
            .offsetIndex()
            .ifPresentOrElse(
                indexes::add, () -> walks.add(new Walk(chunk, part.first + part.count)));
      }
    }
    Extents read = file.read(indexes, job);
    List<Pages> walked =
        jobs.forAll(
            job, walks, WIDTH, walk -> new PageWalk(file, walk.chunk, job).upTo(walk.endRow));
    for (int i = 0; i < walks.size(); i++) {
      pages.put(walks.get(i).chunk, walked.get(i));
    }
    for (Part part : parts) {
      for (Chunk chunk : part.decodable() ? part.chunks : List.<Chunk>of()) {
        chunk
            .offsetIndex()
            .ifPresent(range -> pages.put(chunk, PageIndex.parsed(chunk, read.bytes(range))));
      }
    }
    return pages;
  }

  /** A chunk whose pages are found by walking, up to a row. */
  private record Walk(Chunk chunk, long endRow) {}

  /**
   * Some rows of one column in one row group.
   *
   * @param place the column's place among the fields
   * @param first the first row in the row group
   * @param into where the rows go in the answer
   */
  private record Part(
      Field field, int place, Column column, List<Chunk> chunks, long first, int count, int into) {

    boolean decodable() {
      return chunks.stream().allMatch(chunk -> Codec.known(chunk.metadata().getCodec()));
    }

    /** The pages to read of each chunk. Leaves keep step by row, or all start at the beginning. */
    List<Pages> pages(IdentityHashMap<Chunk, Pages> found) {
      if (!decodable()) {
        return List.of();
      }
      List<Pages> all = chunks.stream().map(found::get).toList();
      return all.stream().allMatch(Pages::byRow)
          ? all.stream().map(pages -> pages.holding(first, first + count)).toList()
          : chunks.stream().map(Pages::whole).toList();
    }

    List<ByteRange> ranges(IdentityHashMap<Chunk, Pages> found) {
      return pages(found).stream().flatMap(pages -> pages.ranges().stream()).toList();
    }

    @Nullable Object[] values(
        Footer footer, IdentityHashMap<Chunk, Pages> found, Extents extents, Job job) {
      if (!decodable()) {
        @Nullable Object[] values = new Object[count];
        Arrays.fill(
            values,
            new Undecodable(
                "Compressed with "
                    + chunks.getFirst().metadata().getCodec()
                    + ", which is unknown here."));
        return values;
      }
      return new ColumnRows(footer, column, chunks, pages(found), extents, first, count)
          .values(field.type(), job);
    }
  }
}
