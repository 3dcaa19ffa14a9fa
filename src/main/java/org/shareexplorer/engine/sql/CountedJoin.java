package org.shareexplorer.engine.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;

/**
 * What is known of a join before it is run.
 *
 * @param steps how the keys match, for every table but the first; none if that was not counted
 * @param rows how many rows the join has; without meaning if that was not counted
 * @param bytes how many bytes counting fetches at most at a time
 */
public record CountedJoin(List<JoinCounts> steps, long rows, long bytes) {

  /**
   * Counts what matches over all rows, unless that takes too much; blocks.
   *
   * @param most how many bytes may be fetched for it
   * @throws org.shareexplorer.problem.ProblemException if a table cannot be read, or the keys
   *     cannot be compared
   */
  public static CountedJoin of(
      Join join, long most, SqlQueries queries, SqlCatalog catalog, Job job) {
    List<SqlQuery> steps = new ArrayList<>();
    for (int i = 1; i < join.sides().size(); i++) {
      steps.add(ready(join.countsSql(i), queries, catalog, job));
    }
    SqlQuery whole = ready(join.rowsSql(), queries, catalog, job);
    long bytes = whole.bytesToFetch(job);
    for (SqlQuery step : steps) {
      bytes = Math.max(bytes, step.bytesToFetch(job));
    }
    if (bytes > most) {
      return new CountedJoin(List.of(), 0, bytes);
    }
    List<JoinCounts> counts = new ArrayList<>();
    for (SqlQuery step : steps) {
      counts.add(JoinCounts.of(row(step, queries, job)));
    }
    long rows = Long.parseLong(String.valueOf(row(whole, queries, job).getFirst()));
    return new CountedJoin(List.copyOf(counts), rows, bytes);
  }

  /** {@return whether it was counted} */
  public boolean counted() {
    return !steps.isEmpty();
  }

  private static SqlQuery ready(String text, SqlQueries queries, SqlCatalog catalog, Job job) {
    return switch (queries.check(text, catalog, job)) {
      case SqlCheck.Ready ready -> ready.query();
      case SqlCheck.Faulty fault -> throw fault.problem().asException();
    };
  }

  private static List<@Nullable Object> row(SqlQuery query, SqlQueries queries, Job job) {
    try (SqlResult result = queries.run(query, job)) {
      List<String> names = query.columns().stream().map(Field::name).toList();
      return result.table().rows(0, 1, names, job).rows().getFirst();
    }
  }
}
