package org.shareexplorer.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.export.RowsExport;
import org.shareexplorer.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a table's rows to a file. */
@Command(
    name = "export",
    description = {
      "Writes a table's rows to a file, in the format that its name tells: .csv, .parquet, .jsonl or .xlsx. Standard output takes CSV and JSON lines.",
      "Rows are streamed, so a table may be larger than memory; the file gets its name when it is whole. What a format cannot keep is told before it starts."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer export external_retail retail customers --out customers.xlsx --demo",
      "  share-explorer export city_mobility taxi trips --where \"tip_amount > 20\" --order-by \"fare_amount DESC\" --out tips.parquet --demo",
      "  share-explorer export external_retail retail customers --columns customer_id,country --out countries.csv --demo",
      "  share-explorer export external_retail retail customers --out - --as jsonl --demo | head"
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
      description =
          "Where to: a name that ends in .csv, .parquet, .jsonl or .xlsx, or - for standard output.")
  private Path out = Path.of("");

  @Mixin private final FormatOption format = new FormatOption();
  @Mixin private final ColumnsOption columns = new ColumnsOption();
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
    RowsDestination destination =
        RowsDestination.of(out, format.format, overwrite, Objects.requireNonNull(command));
    return session.ask(access, reporting, (provider, job) -> export(provider, destination, job));
  }

  private void export(Provider provider, RowsDestination destination, Job job) {
    OpenTable open =
        where.open(
            provider, table.name(), asOf.asOf(session.terminal().zone()), order.orders(), job);
    destination.write(session, new RowsExport(open, columns.of(open), guarded), job);
  }
}
