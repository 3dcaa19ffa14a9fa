package org.shareexplorer.ui.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.ui.fx.TileWanted.Origin;

/**
 * A chart or rows of another page, wanted on a dashboard.
 *
 * @param origin what its rows are of
 * @param chart the chart; null for the rows themselves
 * @param title what to call it; blank for the usual
 */
record NewTile(Origin origin, @Nullable ChartSpec chart, String title) {

  private static final int FIRST_ROWS = 20;

  /** {@return a dashboard with it, and with the tables that it is of} */
  Dashboard on(Dashboard dashboard) {
    Dashboard now = dashboard;
    Source source;
    switch (origin) {
      case Origin.OfTable(String connection, var table, OptionalLong version, String filter) -> {
        Dashboard.Knowing known =
            now.knowing(new TableReference(Optional.of(connection), table, version));
        now = known.dashboard();
        source = new Source.OfTable(known.alias(), filter);
      }
      case Origin.OfQuery(String sql, List<SqlTable> tables) -> {
        for (SqlTable table : tables) {
          now = now.knowing(newest(table)).dashboard();
        }
        source = new Source.OfQuery(sql);
      }
    }
    Content content =
        chart == null ? new RowsContent(source, rows(source)) : new ChartContent(source, chart);
    return now.with(new Tile(title, content));
  }

  /**
   * {@return what a dashboard calls the tables of the query, if it is about any that it has to call
   * something else: it may know others by the same names}
   */
  Map<SqlTable, String> renamed(Dashboard dashboard) {
    Map<SqlTable, String> names = new LinkedHashMap<>();
    if (origin instanceof Origin.OfQuery(String _, List<SqlTable> tables)) {
      Dashboard now = dashboard;
      for (SqlTable table : tables) {
        Dashboard.Knowing known = now.knowing(newest(table));
        now = known.dashboard();
        names.put(table, known.alias());
      }
    }
    boolean same =
        names.entrySet().stream()
            .allMatch(name -> name.getValue().equals(name.getKey().name().table()));
    return same ? Map.of() : names;
  }

  /** {@return the same by a query whose tables have the dashboard's names for them; blocks} */
  NewTile renamed(Map<SqlTable, String> names, SqlQueries queries, Job job) {
    return origin instanceof Origin.OfQuery(String sql, List<SqlTable> tables)
        ? new NewTile(new Origin.OfQuery(queries.renamed(sql, names, job), tables), chart, title)
        : this;
  }

  private static TableReference newest(SqlTable table) {
    return new TableReference(Optional.of(table.connection()), table.name(), OptionalLong.empty());
  }

  /** Figures that a query puts together are wanted whole, rows of a table as an example. */
  private static int rows(Source source) {
    return source instanceof Source.OfQuery ? RowsContent.MOST : FIRST_ROWS;
  }
}
