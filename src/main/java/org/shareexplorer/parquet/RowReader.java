package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.table.Field;

/**
 * Reads some rows of a file, fetching no more than the pages that hold them. Waits and has the
 * computing threads decode: not to be called from one of them.
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
   * @param rows which; all lie within the file
   * @return an array of values per field
   */
  public List<@Nullable Object[]> read(List<Field> fields, RowNumbers rows, Job job) {
    List<@Nullable Object[]> values = new ArrayList<>();
    fields.forEach(_ -> values.add(new Object[rows.count()]));
    List<ColumnPart> parts = parts(fields, rows);
    IdentityHashMap<Chunk, Pages> pages = new PageFinder(jobs, file, job).find(parts);
    for (List<ColumnPart> batch : batches(parts, pages)) {
      decode(batch, pages, values, job);
    }
    return values;
  }

  /**
   * Parts whose pages fit into memory together; a part that does not do so alone is tried alone.
   */
  private static List<List<ColumnPart>> batches(
      List<ColumnPart> parts, IdentityHashMap<Chunk, Pages> pages) {
    List<List<ColumnPart>> batches = new ArrayList<>();
    long bytes = 0;
    for (ColumnPart part : parts) {
      long more = part.ranges(pages).stream().mapToLong(ByteRange::length).sum();
      if (batches.isEmpty() || bytes + more > LARGEST_BATCH) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(part);
      bytes += more;
    }
    return batches;
  }

  private void decode(
      List<ColumnPart> parts,
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
                              "The column " + part.field().name() + " is damaged.",
                              () -> part.values(footer, pages, extents, inner)));
              System.arraycopy(decoded, 0, values.get(part.place()), part.into(), decoded.length);
              return part;
            });
  }

  /** What is to be decoded: each column in each row group. */
  private List<ColumnPart> parts(List<Field> fields, RowNumbers rows) {
    List<ColumnPart> parts = new ArrayList<>();
    long start = 0;
    for (RowGroup group : footer.rowGroups()) {
      long end = start + group.getNum_rows();
      RowNumbers within = rows.within(start, end);
      for (int i = 0; within.count() > 0 && i < fields.size(); i++) {
        Optional<Column> column = footer.column(fields.get(i));
        if (column.isPresent()) {
          List<Chunk> chunks = footer.chunks(column.get(), group);
          parts.add(
              new ColumnPart(fields.get(i), i, column.get(), chunks, within, rows.before(start)));
        }
      }
      start = end;
    }
    return parts;
  }
}
