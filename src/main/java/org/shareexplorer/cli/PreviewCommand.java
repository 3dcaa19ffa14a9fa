package org.shareexplorer.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows rows of a table. */
@Command(
    name = "preview",
    description = {
      "Shows rows of a table, reading no more than the pages of the files that hold them.",
      "On a screen, long cells are shortened and columns that do not fit are left out; piped or written to a file, everything stands there. Null is (null); empty text is \"\"."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer preview external_retail retail customers --demo",
      "  share-explorer preview city_mobility taxi trips --rows 5 --offset 1000000 --demo",
      "  share-explorer preview external_retail retail customers --columns customer_id,country --json --demo",
      "  share-explorer preview city_mobility taxi trips --where \"tip_amount > 20\" --order-by \"fare_amount DESC\" --demo"
    })
final class PreviewCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows at most (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(
      names = "--offset",
      paramLabel = "N",
      defaultValue = "0",
      description = "How many rows to pass over first.")
  private long offset;

  @Mixin private final ColumnsOption columns = new ColumnsOption();
  @Mixin private final Where where = new Where();
  @Mixin private final OrderBy order = new OrderBy();

  @Option(names = "--json", description = "Print JSON: the columns, and an object per row.")
  private boolean json;

  PreviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return session.ask(access, reporting, this::preview);
  }

  private void preview(Provider provider, Job job) {
    Numbers.atLeast(1, rows, "--rows");
    Numbers.atLeast(0, offset, "--offset");
    OpenTable open =
        where.open(
            provider, table.name(), asOf.asOf(session.terminal().zone()), order.orders(), job);
    RowPage page = open.rowsAs(offset, rows, columns.of(open), UnaryOperator.identity(), job);
    PrintedRows printed = new PrintedRows(session.terminal(), page);
    if (json) {
      printed.json(OptionalLong.of(open.snapshot().version()));
    } else {
      printed.text(open.rowCount());
    }
  }
}
