package org.shareexplorer.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.TableDdl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a table consists of. */
@Command(
    name = "describe",
    description =
        "Tells what a table consists of: columns, counts, properties; with --summary also the figures of every column over all rows.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer describe external_retail retail customers --demo",
      "  share-explorer describe external_retail retail sales_transactions --summary --demo",
      "  share-explorer describe city_mobility taxi trips --ddl --demo"
    })
final class DescribeCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--summary",
      description =
          "Add nulls, distinct values, least, greatest, mean, standard deviation (of a sample) and quartiles of every column, exact over all rows.")
  private boolean summary;

  @Option(names = "--ddl", description = "Print the columns as a CREATE TABLE statement instead.")
  private boolean ddl;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  DescribeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::describe);
  }

  private void describe(Provider provider, Job job) {
    OpenTable open = provider.open(table.name(), asOf.asOf(session.terminal().zone()), job);
    if (ddl) {
      session
          .terminal()
          .print(
              TableDdl.createTable(
                      open.snapshot().name().table(),
                      open.snapshot().fields(),
                      open.snapshot().head().partitionColumns(),
                      open.snapshot().head().description())
                  .stripTrailing());
      return;
    }
    Optional<Summary> figures =
        summary
            ? Optional.of(
                open.ask(
                    new SummaryQuestion(
                        open.snapshot().fields().stream().map(Field::name).toList()),
                    job))
            : Optional.empty();
    Description description = new Description(open.snapshot(), open.rowCount(), figures);
    if (json) {
      Json.print(session.terminal(), description::json);
    } else {
      description.text(session.terminal());
    }
  }
}
