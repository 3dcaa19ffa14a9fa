package org.shareexplorer.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.MatchingRows;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;
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

  /**
   * {@return the rows of a table that match, in some order} The server is told of the condition,
   * which takes a look at the columns of the newest version first.
   */
  OpenTable open(Provider provider, TableName table, AsOf asOf, List<Order> order, Job job) {
    if (condition == null || !asOf.equals(AsOf.LATEST)) {
      OpenTable open = provider.open(table, asOf, job);
      return open.viewed(view(open.snapshot().fields(), order), job);
    }
    return new MatchingRows(provider.engine(), provider.client(), table)
        .open(columns -> view(columns, order), job);
  }

  /** {@return what follows figures that are of these rows alone; empty if they are of all} */
  String words() {
    return condition == null || condition.isBlank() ? "" : " · where " + condition.strip();
  }

  private View view(List<Field> columns, List<Order> order) {
    return new View(FilterParser.parse(condition == null ? "" : condition, columns), order);
  }
}
