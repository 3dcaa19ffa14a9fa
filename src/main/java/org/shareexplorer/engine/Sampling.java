package org.shareexplorer.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.ColumnProfile.Basis;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * Which rows a sample consists of: a few runs of rows, one from each part of the table, at places
 * that are always the same. So a sample costs a few pages of its column, whatever the table's size,
 * and all columns' samples lie in the same files and row groups.
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

  private Sampling() {}

  /** Some values of a column, and where they are from. */
  record Sample(List<@Nullable Object> values, Basis basis) {}

  /** Reads a sample of a column. */
  static Sample of(OpenTable table, String column, Jobs jobs, Job job) {
    OptionalLong rows = table.rowCount();
    List<RowPage> pages =
        rows.isPresent()
            ? jobs.forAll(
                job,
                starts(rows.getAsLong()),
                RUNS,
                at -> table.rows(at, run(rows), List.of(column), job))
            : List.of(table.rows(0, FIRST_ROWS, List.of(column), job));
    List<@Nullable Object> values = new ArrayList<>();
    for (RowPage page : pages) {
      for (int row = 0; row < page.rows().size(); row++) {
        values.add(page.value(row, 0));
      }
    }
    boolean all = rows.isPresent() ? rows.getAsLong() == values.size() : pages.getFirst().end();
    return new Sample(
        values,
        all ? new Basis.AllRows() : new Basis.Sample(values.size(), rows, rows.isPresent()));
  }

  private static int run(OptionalLong rows) {
    return rows.orElse(0) <= ROWS ? ROWS : RUN;
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
