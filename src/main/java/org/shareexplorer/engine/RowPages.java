package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.parquet.Footer;
import org.shareexplorer.parquet.RowReader;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.PartitionValue;
import org.shareexplorer.table.Snapshot;

/** Reads pages of rows of one table. Thread-safe. */
final class RowPages {

  private static final int WIDTH = 8;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final TableFiles files;
  private final RowCounts counts;

  RowPages(Jobs jobs, Snapshot snapshot, TableFiles files, RowCounts counts) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.files = files;
    this.counts = counts;
  }

  RowPage read(long first, int count, List<String> columns, Job job) {
    if (first < 0 || count < 0 || columns.isEmpty()) {
      throw new Problem(
              ProblemCode.QUESTION,
              "These rows cannot be read.",
              "Rows are counted from 0, and at least one column is needed.",
              "")
          .asException();
    }
    List<Field> fields = columns.stream().map(new Columns(snapshot.fields())::named).toList();
    List<Field> stored = fields.stream().filter(f -> !snapshot.partitionedBy(f.name())).toList();
    job.progress(Progress.of("Reading rows"));
    RowCounts.Place place = place(first, count, !stored.isEmpty(), job);
    List<List<List<@Nullable Object>>> parts =
        jobs.forAll(job, place.slices(), WIDTH, slice -> rows(slice, fields, stored, job));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    parts.forEach(rows::addAll);
    return new RowPage(fields, first, Collections.unmodifiableList(rows), place.end());
  }

  /**
   * Where the rows are. Statistics are trusted to find the files; the files' footers, which are
   * needed anyway, then have the last word.
   */
  private RowCounts.Place place(long first, int count, boolean footers, Job job) {
    // The first file may well do; the farther away the rows are, the more footers at once.
    for (int most = 1; ; most = Math.min(2 * most, 2 * WIDTH)) {
      RowCounts.Place place = counts.find(first, count, most);
      List<Integer> doubtful =
          !place.unknown().isEmpty()
              ? place.unknown()
              : footers ? place.slices().stream().map(RowCounts.Slice::file).toList() : List.of();
      var _ = jobs.forAll(job, doubtful, WIDTH, file -> learned(file, job));
      if (place.unknown().isEmpty() && counts.find(first, count, most).equals(place)) {
        return place;
      }
    }
  }

  private long learned(int file, Job job) {
    long rows = files.open(file, job).rows();
    counts.learn(file, rows);
    return rows;
  }

  private List<List<@Nullable Object>> rows(
      RowCounts.Slice slice, List<Field> fields, List<Field> stored, Job job) {
    DataFile file = snapshot.files().get(slice.file());
    List<@Nullable Object[]> read = List.of();
    if (!stored.isEmpty()) {
      TableFiles.Opened opened = files.open(slice.file(), job);
      Footer footer = opened.footer();
      read =
          new RowReader(jobs, opened.bytes(), footer)
              .read(stored, opened.numbers(slice.first(), slice.count()), job);
    }
    List<@Nullable Object[]> columns = new ArrayList<>();
    int next = 0;
    for (Field field : fields) {
      columns.add(
          snapshot.partitionedBy(field.name())
              ? constant(file, field, slice.count())
              : read.get(next++));
    }
    return transposed(columns, slice.count());
  }

  private static @Nullable Object[] constant(DataFile file, Field field, int count) {
    @Nullable Object[] values = new Object[count];
    Arrays.fill(
        values, PartitionValue.parse(file.partitionValues().get(field.name()), field.type()));
    return values;
  }

  private static List<List<@Nullable Object>> transposed(
      List<@Nullable Object[]> columns, int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>(count);
    for (int row = 0; row < count; row++) {
      @Nullable Object[] values = new Object[columns.size()];
      for (int column = 0; column < values.length; column++) {
        values[column] = columns.get(column)[row];
      }
      rows.add(Collections.unmodifiableList(Arrays.asList(values)));
    }
    return rows;
  }
}
