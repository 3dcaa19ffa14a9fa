package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Snapshot;

/** Reads pages of rows of one table. Thread-safe. */
final class RowPages {

  private static final int WIDTH = 8;

  private final Jobs jobs;
  private final Snapshot snapshot;
  private final TableFiles files;
  private final FileRows rows;
  private final RowCounts counts;

  RowPages(Jobs jobs, Snapshot snapshot, TableFiles files, FileRows rows, RowCounts counts) {
    this.jobs = jobs;
    this.snapshot = snapshot;
    this.files = files;
    this.rows = rows;
    this.counts = counts;
  }

  RowPage read(long first, int count, List<String> columns, Job job) {
    List<Field> fields = wanted(snapshot, first, count, columns);
    job.progress(Progress.of("Reading rows"));
    RowCounts.Place place = fitting(first, count, fields, job);
    List<List<List<@Nullable Object>>> parts =
        jobs.forAll(
            job,
            place.slices(),
            WIDTH,
            slice -> rows.read(slice.file(), which(slice), slice.count(), fields, job));
    List<List<@Nullable Object>> all = new ArrayList<>();
    parts.forEach(all::addAll);
    return new RowPage(fields, first, Collections.unmodifiableList(all), place.end());
  }

  /** {@return the files that hold some rows, fewer of them at the table's end} */
  List<RowPlaces.Slice> slices(long first, int count, Job job) {
    return place(first, count, true, job).slices().stream()
        .map(slice ->
            new RowPlaces.Slice(
                slice.file(), which(slice), IntStream.range(0, slice.count()).boxed().toList()))
        .toList();
  }

  private static FileRows.Which which(RowCounts.Slice slice) {
    return file -> file.numbers(slice.first(), slice.count());
  }

  /** Where the rows are; only the first of them, if their values are very large. */
  private RowCounts.Place fitting(long first, int count, List<Field> fields, Job job) {
    if (rows.stored(fields).isEmpty()) {
      return place(first, count, false, job);
    }
    while (true) {
      RowCounts.Place place = place(first, count, true, job);
      int found = place.slices().stream().mapToInt(RowCounts.Slice::count).sum();
      long bytes =
          place.slices().stream()
              .mapToLong(slice -> rows.bytes(slice.file(), which(slice), fields, job))
              .sum();
      int fitting = FileRows.fitting(found, bytes);
      if (fitting >= found) {
        return place;
      }
      count = fitting;
    }
  }

  /**
   * {@return the columns asked for}
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code QUESTION} if the rows
   *     cannot be meant, or a column is unknown
   */
  static List<Field> wanted(Snapshot snapshot, long first, int count, List<String> columns) {
    if (first < 0 || count < 0 || columns.isEmpty()) {
      throw new Problem(
              ProblemCode.QUESTION,
              "These rows cannot be read.",
              "Rows are counted from 0, and at least one column is needed.",
              "")
          .asException();
    }
    return columns.stream().map(new Columns(snapshot.fields())::named).toList();
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
}
