package org.shareexplorer.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.export.FileFormat;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes a table's rows to a file. */
@Command(
    name = "export",
    description = {
      "Writes a table's rows to a file, in the format that its name tells: .csv, .parquet, .jsonl or .xlsx.",
      "Rows are streamed, so a table may be larger than memory; the file gets its name when it is whole. What a format cannot keep is told before it starts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer export external_retail retail customers --out customers.xlsx --demo",
      "  share-explorer export city_mobility taxi trips --where \"tip_amount > 20\" --order-by \"fare_amount DESC\" --out tips.parquet --demo",
      "  share-explorer export external_retail retail customers --columns customer_id,country --out countries.csv --demo"
    })
final class ExportCommand implements Callable<Integer> {

  private final Session session;

  @Spec private @Nullable CommandSpec command;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where to: a name that ends in .csv, .parquet, .jsonl or .xlsx.")
  private Path out = Path.of("");

  @Option(
      names = "--columns",
      paramLabel = "A,B",
      split = ",",
      description = "Which columns, in which order (default: all).")
  private @Nullable List<String> columns;

  @Mixin private final Where where = new Where();
  @Mixin private final OrderBy order = new OrderBy();

  @Option(
      names = "--guard-formulas",
      description =
          "CSV: put an apostrophe before texts that a spreadsheet would take for a formula.")
  private boolean guarded;

  @Option(names = "--overwrite", description = "Replace the file if there is one.")
  private boolean overwrite;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var _ = format(out, overwrite, Objects.requireNonNull(command));
    return session.ask(access, reporting, (provider, job) -> export(provider, job));
  }

  private void export(Provider provider, Job job) {
    OpenTable open =
        where.open(
            provider, table.name(), asOf.asOf(session.terminal().zone()), order.orders(), job);
    List<String> wanted =
        columns == null
            ? open.snapshot().fields().stream().map(Field::name).toList()
            : List.copyOf(columns);
    write(session, new RowsExport(open, wanted, guarded), out, job);
  }

  /** Writes rows, and says before what the format cannot keep. */
  static void write(Session session, RowsExport rows, Path out, Job job) {
    FileFormat format = FileFormat.of(out).orElseThrow();
    session.terminal().say(format.title() + ": " + format.limits());
    session.terminal().say(rows.write(format, out, session.jobs(), job).sentence());
  }

  /**
   * {@return the format that a file's name tells}
   *
   * @throws ParameterException if it tells none, or the file must not be replaced
   */
  static FileFormat format(Path out, boolean overwrite, CommandSpec command) {
    if (Files.exists(out) && !overwrite) {
      throw new ParameterException(command.commandLine(), "The file " + out + " is there already.");
    }
    return FileFormat.of(out)
        .orElseThrow(() ->
            new ParameterException(
                command.commandLine(),
                "The file %s must have a name that ends in %s."
                    .formatted(out, String.join(", ", FileFormat.endings()))));
  }
}
