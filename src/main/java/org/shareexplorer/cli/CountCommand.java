package org.shareexplorer.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts rows of a table. */
@Command(
    name = "count",
    description = {
      "Counts the rows of a table, or those that match a condition.",
      "Where the provider's statistics and the files' footers settle the matter, no data are read; else only the columns that the condition is about."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer count city_mobility taxi trips --demo",
      "  share-explorer count city_mobility taxi trips --where \"fare_amount > 50 AND payment_type = 'cash'\" --demo",
    })
final class CountCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Where where = new Where();

  @Option(names = "--json", description = "Print JSON: the number of rows, and how many files the server listed.")
  private boolean json;

  CountCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::count);
  }

  private void count(Provider provider, Job job) {
    OpenTable open =
        where.open(
            provider, table.name(), asOf.asOf(session.terminal().zone()), List.of(), job);
    long rows = open.countRows(job);
    if (json) {
      Json.print(
          session.terminal(),
          out -> {
            out.writeStartObject();
            out.writeNumberField("rows", rows);
            out.writeNumberField("version", open.snapshot().version());
            out.writeNumberField("filesListed", open.snapshot().files().size());
            out.writeEndObject();
          });
    } else {
      session.terminal().print("%,d %s".formatted(rows, rows == 1 ? "row" : "rows"));
    }
  }
}
