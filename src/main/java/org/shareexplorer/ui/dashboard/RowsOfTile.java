package org.shareexplorer.ui.dashboard;

import java.util.Optional;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.fx.QueryWanted;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.shell.ShellView;
import org.shareexplorer.ui.shell.TabContent;

/** Opens the table, or a page with the query, that a tile is of. FX thread only. */
record RowsOfTile(Ui ui, ShellView shell) {

  void open(Dashboard dashboard, int number) {
    if (!(dashboard.tiles().get(number).content() instanceof Content.OfRows content)) {
      return;
    }
    switch (content.source()) {
      case Source.OfQuery(String sql) -> shell.node().fireEvent(new QueryWanted(sql));
      case Source.OfTable(String alias, String _) ->
          Optional.ofNullable(dashboard.tables().get(alias))
              .ifPresent(table -> open(table, content));
    }
  }

  private void open(TableReference table, Content content) {
    Optional<Connection> connection =
        ui.workspace().connections().stream()
            .filter(c -> table.connection().map(c.name()::equals).orElse(true))
            .findFirst();
    if (connection.isEmpty()) {
      shell
          .notices()
          .done(
              "There is no connection"
                  + table.connection().map(name -> " called " + name).orElse("")
                  + " that has this table.");
      return;
    }
    TableRef wanted = new TableRef(connection.get().id(), connection.get().name(), table.name());
    shell.model().open(wanted);
    TabContent front = shell.front();
    if (front != null && content instanceof ChartContent) {
      front.showScreen("Charts");
    }
  }
}
