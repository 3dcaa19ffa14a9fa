package org.shareexplorer.ui.sql;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.shareexplorer.engine.sql.SqlFunction;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.QueryHistory;
import org.shareexplorer.table.Field;
import org.shareexplorer.workspace.WorkspaceTables;

/**
 * What all pages with queries stand on. Its methods block. Thread-safe.
 *
 * @param queries runs queries
 * @param tables the tables of all connections
 * @param history what was run before
 */
public record SqlDesk(
    SqlQueries queries,
    WorkspaceTables tables,
    QueryHistory history,
    Map<SqlTable, List<Field>> known) {

  /** A desk that knows no columns yet. */
  public SqlDesk(SqlQueries queries, WorkspaceTables tables, QueryHistory history) {
    this(queries, tables, history, new ConcurrentHashMap<>());
  }

  /** {@return a table's columns} */
  List<Field> columns(SqlTable table, Job job) {
    List<Field> columns = known.get(table);
    if (columns == null) {
      columns = tables.open(table, job).snapshot().fields();
      known.put(table, columns);
    }
    return columns;
  }

  /** {@return what completion can propose for a text, columns of the tables it names among it} */
  Completion completion(String text, Job job) {
    List<SqlTable> all = tables.tables(job);
    for (SqlTable table : new Completion(all, known, List.of()).named(text).values()) {
      try {
        var _ = columns(table, job);
      } catch (ProblemException e) {
        // What cannot be reached now is proposed without its columns.
      }
    }
    List<SqlFunction> functions = queries.functions(job);
    return new Completion(all, Map.copyOf(known), functions);
  }
}
