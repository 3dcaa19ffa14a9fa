package org.shareexplorer.parquet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.format.RowGroup;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Undecodable;

/**
 * Reads some rows of a file, fetching no more than the pages that hold them. Waits and has the
 * computing threads decode: not to be called from one of them.
 */
public final class RowReader {

  private static final int WIDTH = 8;
  private static final long LARGEST_BATCH = 48 << 20;
  private static final Duration ENDING = Duration.ofSeconds(10);

  private final Jobs jobs;
  private final FileBytes file;
  private final Footer footer;

  /** Reads from one file. */
  public RowReader(Jobs jobs, FileBytes file, Footer footer) {
    this.jobs = jobs;
    this.file = file;
    this.footer = footer;
  }

  /** A part, and the pages to decode it from. */
  private record Reading(ColumnPart part, List<Pages> pages) {

    List<ByteRange> ranges() {
      return pages.stream().flatMap(some -> some.ranges().stream()).toList();
    }

    /** About how many bytes the pages are once they are expanded. */
    double expanded() {
      double bytes = 0;
      for (int i = 0; i < pages.size(); i++) {
        double ratio = Reach.ratio(part.chunks().get(i).metadata());
        bytes += ratio * pages.get(i).ranges().stream().mapToLong(ByteRange::length).sum();
      }
      return bytes;
    }

    boolean cut() {
      return pages.stream().anyMatch(Pages::cut);
    }
  }

  /**
   * Reads rows. A column that is damaged spoils its cells only.
   *
   * @param fields what to read; all null where the file lacks it
   * @param rows which; all lie within the file
   * @return an array of values per field
   */
  public List<@Nullable Object[]> read(List<Field> fields, RowNumbers rows, Job job) {
    List<@Nullable Object[]> values = new ArrayList<>();
    fields.forEach(_ -> values.add(new Object[rows.count()]));
    List<ColumnPart> left = parts(fields, rows);
    IdentityHashMap<Chunk, Pages> found = new PageFinder(jobs, file, job).find(left);
    for (Reach reach : Reach.values()) {
      List<Reading> readings =
          left.stream().map(part -> new Reading(part, part.pages(found, reach))).toList();
      left = new ArrayList<>();
      for (List<Reading> batch : batches(readings)) {
        left.addAll(decode(batch, values, job));
      }
    }
    return values;
  }

  /**
   * Parts whose pages fit into memory together; a part that does not do so alone is tried alone.
   */
  private static List<List<Reading>> batches(List<Reading> readings) {
    List<List<Reading>> batches = new ArrayList<>();
    double bytes = 0;
    for (Reading reading : readings) {
      double more = reading.expanded();
      if (batches.isEmpty() || bytes + more > LARGEST_BATCH) {
        batches.add(new ArrayList<>());
        bytes = 0;
      }
      batches.getLast().add(reading);
      bytes += more;
    }
    return batches;
  }

  /** Decodes parts into the values, and returns those whose pages' beginnings did not do. */
  private List<ColumnPart> decode(List<Reading> batch, List<@Nullable Object[]> values, Job job) {
    Extents extents = file.read(batch.stream().flatMap(r -> r.ranges().stream()).toList(), job);
    List<Optional<ColumnPart>> again =
        jobs.forAll(job, batch, WIDTH, reading -> decode(reading, extents, values, job));
    return again.stream().flatMap(Optional::stream).toList();
  }

  private Optional<ColumnPart> decode(
      Reading reading, Extents extents, List<@Nullable Object[]> values, Job job) {
    ColumnPart part = reading.part;
    @Nullable Object[] into = values.get(part.place());
    try {
      @Nullable Object[] decoded = decoded(reading, extents, job);
      System.arraycopy(decoded, 0, into, part.into(), decoded.length);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.FILE_DAMAGED) {
        throw e;
      }
      if (reading.cut()) {
        return Optional.of(part);
      }
      Arrays.fill(into, part.into(), part.into() + part.rows().count(), spoilt(e.problem()));
    }
    return Optional.empty();
  }

  /** Cancelled work that has not ended yet may hold the memory that is missing. */
  private @Nullable Object[] decoded(Reading reading, Extents extents, Job job) {
    try {
      return decodedAtOnce(reading, extents, job);
    } catch (ProblemException e) {
      if (e.problem().code() != ProblemCode.TOO_LARGE || !jobs.awaitEnding(ENDING, job)) {
        throw e;
      }
      return decodedAtOnce(reading, extents, job);
    }
  }

  private @Nullable Object[] decodedAtOnce(Reading reading, Extents extents, Job job) {
    return jobs.computeWithin(
        job,
        inner ->
            Damage.guard(
                file.name(),
                "The column " + reading.part.field().name() + " is damaged.",
                () -> reading.part.values(footer, reading.pages, extents, inner)),
        () -> {});
  }

  private Undecodable spoilt(Problem problem) {
    return new Undecodable(problem.why() + " Data file: " + file.name());
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
