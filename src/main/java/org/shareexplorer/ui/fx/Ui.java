package org.shareexplorer.ui.fx;

import java.time.ZoneId;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.workspace.Workspace;

/**
 * What every screen is given.
 *
 * @param workspace the connections and their tables
 * @param background the way to background work
 * @param desktop choosers, browser, clipboard
 * @param dark whether the dark theme is on
 * @param zone the time zone in which instants are shown
 * @param queries computes what is asked in SQL, or as a pivot
 */
public record Ui(
    Workspace workspace,
    Background background,
    Desktop desktop,
    ReadOnlyBooleanProperty dark,
    ObjectProperty<ZoneId> zone,
    SqlQueries queries) {

  /** The same with queries by themselves. */
  public Ui(
      Workspace workspace,
      Background background,
      Desktop desktop,
      ReadOnlyBooleanProperty dark,
      ObjectProperty<ZoneId> zone) {
    this(workspace, background, desktop, dark, zone, SqlQueries.alone(background.jobs()));
  }

  /** {@return how a query names a table: with its connection, where there are several} */
  public String inSql(SqlTable table) {
    return workspace.connections().size() > 1 ? table.fullSql() : table.sql();
  }

  /**
   * {@return the same for something that ends before the window does} Who listens to it is not kept
   * in memory by the window: bindings know those that they are of weakly.
   */
  public Ui passing() {
    BooleanProperty passingDark = new SimpleBooleanProperty();
    passingDark.bind(dark);
    ObjectProperty<ZoneId> passingZone = new SimpleObjectProperty<>();
    passingZone.bind(zone);
    return new Ui(workspace, background, desktop, passingDark, passingZone, queries);
  }
}
