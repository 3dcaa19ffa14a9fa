package org.shareexplorer.engine.sql;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;

/**
 * A pivot of a table's rows, computed: over all of them, exact, in bounded memory. Closing it gives
 * up its rows.
 *
 * @param pivot what was asked for
 * @param heads the groups that have columns
 * @param result its rows, as a table like any other
 * @param totals the same figures of all rows together, in the order of the columns that have them
 */
public record PivotTable(
    Pivot pivot, Pivot.Heads heads, SqlResult result, List<@Nullable Object> totals)
    implements AutoCloseable {

  private static final SqlTable SOURCE =
      new SqlTable("pivot", new TableName("pivot", "pivot", "source"));

  /** The one table that a pivot is about, filtered or not. */
  private record Only(OpenTable table) implements SqlCatalog {
    @Override
    public List<SqlTable> tables(Job job) {
      return List.of(SOURCE);
    }

    @Override
    public OpenTable open(SqlTable name, Job job) {
      return table;
    }
  }

  /**
   * Computes a pivot; blocks, and must not be called on a computing thread.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code TOO_LARGE} if memory or
   *     disk do not suffice for so many groups, {@code QUESTION} if a sum has more digits than the
   *     database holds
   */
  public static PivotTable of(SqlQueries queries, OpenTable table, Pivot pivot, Job job) {
    OpenTable whole = table.completed(job);
    Pivot.Heads heads = pivot.heads(whole, job);
    Only catalog = new Only(whole);
    List<@Nullable Object> totals;
    String from = SOURCE.name().table();
    try (SqlResult all = run(queries, catalog, pivot.totalsSql(heads, from, ""), job)) {
      List<String> names = all.query().columns().stream().map(Field::name).toList();
      totals = all.table().rows(0, 1, names, job).rows().getFirst();
    }
    return new PivotTable(
        pivot, heads, run(queries, catalog, pivot.sql(heads, from, ""), job), totals);
  }

  private static SqlResult run(SqlQueries queries, SqlCatalog catalog, String sql, Job job) {
    return switch (queries.check(sql, catalog, job)) {
      case SqlCheck.Ready ready -> queries.run(ready.query(), job);
      case SqlCheck.Faulty fault -> throw fault.problem().asException();
    };
  }

  /** {@return the columns that have totals, in the order of the totals} */
  public List<Field> figures() {
    List<Field> columns = result.query().columns();
    return columns.subList(pivot.rows().size(), columns.size());
  }

  /** {@return the query in the words of somebody who has the table under a name} */
  public String sql(String from, Optional<String> where) {
    return pivot.sql(heads, from, where.orElse(""));
  }

  @Override
  public void close() {
    result.close();
  }
}
