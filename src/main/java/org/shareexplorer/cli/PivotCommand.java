package org.shareexplorer.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.PivotTable;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts figures of groups of rows together. */
@Command(
    name = "pivot",
    description = {
      "Computes figures of groups of a table's rows: a row for each group of --rows, a column for each group of --columns.",
      "All rows are counted, exactly, fetching no more than the columns that it is about. Nulls, NaN and infinities are left out of figures, but where different values are counted; rows without a value are a group of their own."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer pivot external_retail retail sales_transactions --rows region --columns transaction_date:year --values total_amount --demo",
      "  share-explorer pivot external_retail retail sales_transactions --rows transaction_date:month --values total_amount,quantity --aggregate sum,mean --where \"region = 'Asia Pacific'\" --json --demo",
      "  share-explorer pivot external_retail retail customers --rows country,customer_segment --demo"
    })
final class PivotCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final PivotOptions options = new PivotOptions();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();
  @Mixin private final ResultOptions result = new ResultOptions();
  @Mixin private final Where where = new Where();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Where days of timestamps begin, such as UTC (default: this computer's zone).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--json",
      description = "Print JSON: the columns, an object per row, and the totals.")
  private boolean json;

  PivotCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Optional<RowsDestination> destination = result.destination();
    return session.ask(access, reporting, (provider, job) -> pivot(provider, destination, job));
  }

  private void pivot(Provider provider, Optional<RowsDestination> destination, Job job) {
    int limit = result.limit();
    OpenTable open =
        where.open(provider, table.name(), asOf.asOf(session.terminal().zone()), List.of(), job);
    ZoneId days = zone != null ? zone : session.terminal().zone();
    try (SqlQueries queries = SqlQueries.alone(session.jobs());
        PivotTable pivot =
            PivotTable.of(queries, open, options.pivot(open.snapshot().fields(), days), job)) {
      if (destination.isPresent()) {
        ResultOptions.write(session, destination.get(), pivot.result().table(), job);
        return;
      }
      List<String> columns = pivot.result().query().columns().stream().map(Field::name).toList();
      PivotReport report =
          new PivotReport(
              session.terminal(),
              pivot,
              pivot.result().table().rowsAs(0, limit, columns, UnaryOperator.identity(), job));
      if (json) {
        report.json(open.snapshot().version());
      } else {
        report.text();
      }
    }
  }
}
