package org.shareexplorer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.export.FileFormat;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Job;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Where rows are written to.
 *
 * @param out a file, or {@link #STANDARD_OUTPUT}
 * @param format what as
 */
record RowsDestination(Path out, FileFormat format) {

  /** What stands for standard output where a file is named. */
  static final Path STANDARD_OUTPUT = Path.of("-");

  /**
   * {@return what options say}
   *
   * @param wanted the format, if it was given
   * @param overwrite whether a file may be replaced
   * @throws ParameterException if nothing tells the format, or the file must not be replaced
   */
  static RowsDestination of(
      Path out, @Nullable FileFormat wanted, boolean overwrite, CommandSpec command) {
    if (out.equals(STANDARD_OUTPUT)) {
      FileFormat format = wanted == null ? FileFormat.CSV : wanted;
      if (!format.streamed()) {
        throw new ParameterException(
            command.commandLine(),
            format.title() + " needs a file; standard output takes csv and jsonl.");
      }
      return new RowsDestination(out, format);
    }
    if (Files.exists(out) && !overwrite) {
      throw new ParameterException(command.commandLine(), "The file " + out + " is there already.");
    }
    if (wanted != null) {
      return new RowsDestination(out, wanted);
    }
    return new RowsDestination(
        out,
        FileFormat.of(out)
            .orElseThrow(() ->
                new ParameterException(
                    command.commandLine(),
                    "The file %s must have a name that ends in %s, or --as must say what it is."
                        .formatted(out, String.join(", ", FileFormat.endings())))));
  }

  /** Writes rows, and says before what the format cannot keep. */
  void write(Session session, RowsExport rows, Job job) {
    Terminal terminal = session.terminal();
    terminal.say(format.title() + ": " + format.limits());
    if (out.equals(STANDARD_OUTPUT)) {
      rows.stream(format, terminal.out().strict(), session.jobs(), job);
    } else {
      terminal.say(rows.write(format, out, session.jobs(), job).sentence());
    }
  }
}
