package org.shareexplorer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.filter.FilterParser;
import org.shareexplorer.table.filter.Predicate;
import picocli.CommandLine.Option;

/** Which rows of a table a command is about. */
final class Where {

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = {
        "Only rows that match, such as: amount >= 500 AND region <> 'APAC'. A part of SQL: = <> < <= > >=, IN, BETWEEN, LIKE, ILIKE, IS NULL, IS DISTINCT FROM, AND, OR, NOT."
      })
  private @Nullable String condition;

  /** {@return the table's rows that match} */
  OpenTable open(Provider provider, TableName name, Job job) {
    return open(provider, name, List.of(), job);
  }

  /** {@return the table's rows that match, in some order} */
  OpenTable open(Provider provider, TableName name, List<Order> order, Job job) {
    OpenTable open = provider.open(name, job);
    Predicate filter =
        FilterParser.parse(condition == null ? "" : condition, open.snapshot().fields());
    return open.viewed(new View(filter, order), job);
  }
}
