package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Mixin;
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
          "Write all rows to a new file whose name ends in .csv, .parquet, .jsonl or .xlsx, or with - to standard output, instead of printing them.")
  private @Nullable Path out;

  @Mixin private final FormatOption format = new FormatOption();

  /**
   * Looks at what was given before any work begins.
   *
   * @return where the rows are written to, unless they are printed
   * @throws ParameterException if the file's name tells no format, or the file is there already
   */
  Optional<RowsDestination> destination() {
    return Optional.ofNullable(out)
        .map(file ->
            RowsDestination.of(file, format.format, false, Objects.requireNonNull(command)));
  }

  /** {@return how many rows to print at most} */
  int limit() {
    Numbers.atLeast(1, limit, "--limit");
    return limit;
  }

  /** Writes all rows. */
  static void write(Session session, RowsDestination destination, OpenTable rows, Job job) {
    destination.write(
        session,
        new RowsExport(rows, rows.snapshot().fields().stream().map(Field::name).toList(), false),
        job);
  }
}
