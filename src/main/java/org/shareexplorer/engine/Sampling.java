package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.engine.RowPlaces.Slice;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.parquet.RowNumbers;
import org.shareexplorer.table.Field;

/**
 * Which rows a sample consists of: a few runs of rows, one from each part of the table, at places
 * that are always the same. So a sample costs a few pages of its column, whatever the table's size,
 * and all columns' samples lie in the same files and row groups. The runs in one file are read
 * together, as they may all lie in the same giant page.
 */
final class Sampling {

  /** Rows of a sample where the number of rows is known. */
  static final int ROWS = 32_000;

  /** Places that a sample's rows are from, if they are not from the beginning alone. */
  static final int RUNS = 8;

  private static final int RUN = ROWS / RUNS;

  /** Rows of a sample from the table's beginning: that is one run, be it long. */
  private static final int FIRST_ROWS = 8_000;

  private static final long SEED = 20;

  private final Jobs jobs;
  private final FileRows files;
  private final Places places;

  /**
   * Sampling of a table.
   *
   * @param places where its rows are
   */
  Sampling(Jobs jobs, FileRows files, Places places) {
    this.jobs = jobs;
    this.files = files;
    this.places = places;
  }

  /** Some values of a column, and where they are from. */
  record Sample(List<@Nullable Object> values, Basis basis) {}

  /** Finds rows. */
  @FunctionalInterface
  interface Places {
    /** {@return the files that hold some rows, of which all exist} */
    List<Slice> slices(long first, int count, Job job);
  }

  /** Reads a sample of a column. */
  Sample of(OpenTable table, Field column, Job job) {
    OptionalLong rows = table.rowCount();
    if (rows.isEmpty()) {
      RowPage page = table.rows(0, FIRST_ROWS, List.of(column.name()), job);
      return sample(values(page.rows()), rows, page.end());
    }
    List<@Nullable Object> values = new ArrayList<>();
    jobs.forAll(
            job,
            fitting(rows.getAsLong(), column, job),
            RUNS,
            some ->
                values(files.read(some.file(), some.which(), some.count(), List.of(column), job)))
        .forEach(values::addAll);
    return sample(values, rows, values.size() == rows.getAsLong());
  }

  private static Sample sample(List<@Nullable Object> values, OptionalLong rows, boolean all) {
    return new Sample(
        values,
        all ? new Basis.AllRows() : new Basis.Sample(values.size(), rows, rows.isPresent()));
  }

  private static List<@Nullable Object> values(List<List<@Nullable Object>> rows) {
    List<@Nullable Object> values = new ArrayList<>(rows.size());
    rows.forEach(row -> values.add(row.getFirst()));
    return values;
  }

  /** All rows of the sample in one file. */
  private record InFile(int file, List<Slice> slices) {

    FileRows.Which which() {
      return opened ->
          RowNumbers.together(slices.stream().map(slice -> slice.which().of(opened)).toList());
    }

    int count() {
      return slices.stream().mapToInt(slice -> slice.into().size()).sum();
    }
  }

  /** The rows by file; shorter runs of them, if their values are very large. */
  private List<InFile> fitting(long rows, Field column, Job job) {
    for (int run = rows <= ROWS ? (int) rows : RUN; ; ) {
      List<InFile> found = found(rows, run, job);
      long bytes =
          files.stored(List.of(column)).isEmpty()
              ? 0
              : jobs
                  .forAll(
                      job,
                      found,
                      RUNS,
                      some -> files.bytes(some.file(), some.which(), List.of(column), job))
                  .stream()
                  .mapToLong(Long::longValue)
                  .sum();
      int fitting = FileRows.fitting(run, bytes);
      if (fitting >= run) {
        return found;
      }
      run = fitting;
    }
  }

  private List<InFile> found(long rows, int run, Job job) {
    Map<Integer, List<Slice>> byFile = new LinkedHashMap<>();
    for (long start : starts(rows)) {
      places
          .slices(start, run, job)
          .forEach(
              slice -> byFile.computeIfAbsent(slice.file(), _ -> new ArrayList<>()).add(slice));
    }
    return byFile.entrySet().stream()
        .map(entry -> new InFile(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** {@return the numbers of the first rows of the runs} */
  static List<Long> starts(long rows) {
    if (rows <= ROWS) {
      return List.of(0L);
    }
    Random random = new Random(SEED);
    long part = rows / RUNS;
    return IntStream.range(0, RUNS)
        .mapToObj(run -> run * part + (long) (random.nextDouble() * (part - RUN + 1)))
        .toList();
  }
}
