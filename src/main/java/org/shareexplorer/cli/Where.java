package org.shareexplorer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
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

  /** {@return the rows of a table that match, in some order} */
  OpenTable of(OpenTable open, List<Order> order, Job job) {
    Predicate filter =
        FilterParser.parse(condition == null ? "" : condition, open.snapshot().fields());
    return open.viewed(new View(filter, order), job);
  }
}
