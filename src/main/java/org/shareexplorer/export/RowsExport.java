package org.shareexplorer.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Progress;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;

/**
 * Rows of a table, of a view of one, or of a query's result, on their way into a file. Some
 * thousand rows are in memory at a time, and the next ones are read while these are written.
 *
 * @param table whose rows are all written, in its order
 * @param columns names of the columns, in their order
 * @param guarded whether texts that a spreadsheet would take for a formula get an apostrophe, in
 *     CSV; other formats need none
 */
public record RowsExport(OpenTable table, List<String> columns, boolean guarded) {

  private static final int CELLS_AT_ONCE = 400_000;
  private static final int ROWS_AT_ONCE = 16_384;

  public RowsExport {
    columns = List.copyOf(columns);
  }

  /** {@return what would be written} Lists files and reads footers where that takes some. */
  public Outline outline(Job job) {
    OpenTable whole = table.completed(job);
    return new Outline(whole.countRows(job), columns.size(), whole.bytesToFetch(columns, job));
  }

  /**
   * Writes the file: under another name first, which it loses when it is whole.
   *
   * @return what was written
   * @throws org.shareexplorer.problem.ProblemException with code {@code TOO_LARGE} if the format
   *     has no room for so much, {@code DISK} if the file cannot be written, {@code FILE_DAMAGED}
   *     if a value cannot be read; a file that stood there before is then unharmed
   */
  public Exported write(FileFormat format, Path file, Jobs jobs, Job job) {
    return write(format, file, SteadyRows.WAITS, jobs, job);
  }

  Exported write(FileFormat format, Path file, List<Duration> waits, Jobs jobs, Job job) {
    OpenTable whole = table.completed(job);
    long rows = whole.countRows(job);
    format
        .obstacle(rows, columns.size())
        .ifPresent(problem -> {
          throw problem.asException();
        });
    String name = table.snapshot().name().table();
    SteadyRows source = new SteadyRows(whole, columns, waits);
    List<String> losses =
        WholeFile.write(
            file,
            part ->
                rows(
                    source,
                    rows,
                    fields -> RowWriter.of(format, part, name, fields, guarded),
                    jobs,
                    job));
    return new Exported(file, rows, size(file), losses);
  }

  /**
   * Writes the rows from first to last, which whoever reads the stream can use before all are
   * there.
   *
   * @param format one that can be streamed
   * @param stream is closed
   * @throws UncheckedIOException if it does not take them
   */
  public void stream(FileFormat format, OutputStream stream, Jobs jobs, Job job) {
    OpenTable whole = table.completed(job);
    try {
      var _ =
          rows(
              new SteadyRows(whole, columns, SteadyRows.WAITS),
              whole.countRows(job),
              fields -> RowWriter.of(format, stream, fields, guarded),
              jobs,
              job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins to write. */
  @FunctionalInterface
  private interface Beginning {
    RowWriter writer(List<Field> columns) throws IOException;
  }

  private List<String> rows(SteadyRows source, long rows, Beginning beginning, Jobs jobs, Job job)
      throws IOException {
    int count = Math.clamp(CELLS_AT_ONCE / columns.size(), 1, ROWS_AT_ONCE);
    Job silent = job.silent();
    RowPage page = source.read(0, count, job, silent);
    try (WriterInUse out = new WriterInUse(beginning.writer(page.columns()))) {
      for (long done = 0; ; ) {
        job.progress(Progress.of("Writing rows, %,d of %,d".formatted(done, rows), done, rows));
        long next = done + page.rows().size();
        boolean last = page.end() || page.rows().isEmpty();
        CompletableFuture<RowPage> coming =
            last
                ? CompletableFuture.completedFuture(page)
                : jobs.beside(silent, reading -> source.read(next, count, job, reading));
        write(page, out, jobs, job);
        if (last) {
          break;
        }
        done = next;
        page = joined(coming);
      }
      end(out, jobs, job);
      return out.losses();
    }
  }

  private static void write(RowPage page, WriterInUse out, Jobs jobs, Job job) {
    use(
        out,
        jobs,
        job,
        (writer, writing) -> {
          for (List<@Nullable Object> row : page.rows()) {
            // A single row may be one of megabytes.
            writing.check();
            writer.row(readable(row, page.columns()));
          }
        });
  }

  private static void end(WriterInUse out, Jobs jobs, Job job) {
    use(out, jobs, job, (writer, _) -> writer.end());
  }

  /** Whoever cancels need not wait until a row of megabytes, or a row group, is written. */
  private static void use(WriterInUse out, Jobs jobs, Job job, WriterInUse.Use use) {
    var _ =
        jobs.computeWithin(
            job,
            writing -> {
              out.use(use, writing);
              return true;
            },
            () -> {});
  }

  /** What cannot be read must not look like a value. */
  private static List<@Nullable Object> readable(List<@Nullable Object> row, List<Field> columns) {
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) instanceof Values.Undecodable(String why)) {
        throw new Problem(
                ProblemCode.FILE_DAMAGED,
                "The column " + columns.get(i).name() + " could not be written.",
                "It has values that cannot be read. " + why,
                "Leave the column out, and tell your provider.")
            .asException();
      }
    }
    return row;
  }

  private static RowPage joined(CompletableFuture<RowPage> coming) {
    try {
      return coming.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
