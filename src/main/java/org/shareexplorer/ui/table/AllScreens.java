package org.shareexplorer.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.changes.ChangesScreen;
import org.shareexplorer.ui.chart.ChartsScreen;
import org.shareexplorer.ui.dashboard.retail.RetailHint;
import org.shareexplorer.ui.details.DetailsScreen;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.grid.DataScreen;
import org.shareexplorer.ui.pivot.PivotOf;
import org.shareexplorer.ui.pivot.PivotScreen;
import org.shareexplorer.ui.profile.ColumnProfiles;
import org.shareexplorer.ui.profile.ProfileScreen;

/**
 * All ways to look at a table.
 *
 * @param lastLook tells what was seen of it before
 * @param named how queries name the table, as long as they can
 */
record AllScreens(ConnectionId connection, LastLook lastLook, Supplier<Optional<PivotOf>> named)
    implements Screens {

  @Override
  public List<TableScreen> of(Ui ui, OpenTable table) {
    // Data and Profile show the same profiles: what one has computed, the other has.
    OptionalLong seenBefore = lastLook.before();
    ColumnProfiles profiles = new ColumnProfiles(table, ui.background());
    LaterScreen<ChartsScreen> charts =
        new LaterScreen<>(ChartsScreen.TITLE, () -> charts(ui, table));
    return List.of(
        new DataScreen(ui, table, profiles, column -> charts.now().draw(column)),
        new LaterScreen<>("Profile", () -> new ProfileScreen(ui, profiles)),
        charts,
        new LaterScreen<>("Pivot", () -> new PivotScreen(ui, table, named)),
        new LaterScreen<>("Changes", () -> new ChangesScreen(ui, connection, table, seenBefore)),
        new LaterScreen<>("Details", () -> new DetailsScreen(ui, table)));
  }

  private static ChartsScreen charts(Ui ui, OpenTable table) {
    ChartsScreen charts = new ChartsScreen(ui, table);
    RetailHint.of(table.snapshot()).ifPresent(charts::offer);
    return charts;
  }
}
