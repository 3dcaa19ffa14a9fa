package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many rows of an answer to print, or the file that takes all of them. */
final class ResultOptions {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many rows at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write all rows to a new file whose name ends in .csv, .parquet, .jsonl or .xlsx, instead of printing them.")
  private @Nullable Path out;

  /**
   * Looks at what was given before any work begins.
   *
   * @throws ParameterException if the file's name tells no format, or the file is there already
   */
  void check() {
    if (out != null) {
      var _ = ExportCommand.format(out, false, Objects.requireNonNull(command));
    }
  }

  /** {@return how many rows to print at most} */
  int limit() {
    Numbers.atLeast(1, limit, "--limit");
    return limit;
  }

  /** {@return whether rows are printed, and not written} */
  boolean printed() {
    return out == null;
  }

  /** Writes all rows to the file. */
  void write(Session session, OpenTable rows, Job job) {
    ExportCommand.write(
        session,
        new RowsExport(rows, rows.snapshot().fields().stream().map(Field::name).toList(), false),
        Objects.requireNonNull(out),
        job);
  }
}
