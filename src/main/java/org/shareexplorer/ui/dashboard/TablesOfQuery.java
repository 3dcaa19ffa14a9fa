package org.shareexplorer.ui.dashboard;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQuery;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.workspace.WorkspaceTables;

/** Finds the tables of a query that was written on a dashboard among all connections. */
record TablesOfQuery(Ui ui) {

  /**
   * {@return the tables that a tile's query is about} None if they cannot be found: the tile then
   * says in its place what is wrong. Blocks.
   */
  List<SqlTable> of(Tile tile, Job job) {
    if (!(tile.content() instanceof Content.OfRows of)
        || !(of.source() instanceof Source.OfQuery(String sql))) {
      return List.of();
    }
    WorkspaceTables tables = new WorkspaceTables(ui.workspace());
    try {
      list(tables, job);
      return ui.queries().check(sql, tables, job) instanceof SqlCheck.Ready(SqlQuery query)
          ? query.inputs().stream().map(SqlQuery.Input::table).toList()
          : List.of();
    } catch (ProblemException e) {
      return List.of();
    }
  }

  /** A connection that does not answer keeps no other from being looked through. */
  private void list(WorkspaceTables tables, Job job) {
    for (Connection connection : ui.workspace().connections()) {
      try {
        var _ = tables.list(connection, job);
      } catch (ProblemException e) {
        job.check();
      }
    }
  }

  /** {@return a dashboard with names for tables: their own, as queries have them by these} */
  static Dashboard named(Dashboard dashboard, List<SqlTable> tables) {
    Dashboard now = dashboard;
    for (SqlTable table : tables) {
      String name = table.name().table();
      if (now.tables().keySet().stream().noneMatch(name::equalsIgnoreCase)) {
        now =
            now.knowing(
                    new TableReference(
                        Optional.of(table.connection()), table.name(), OptionalLong.empty()))
                .dashboard();
      }
    }
    return now;
  }
}
