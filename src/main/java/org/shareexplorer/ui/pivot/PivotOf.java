package org.shareexplorer.ui.pivot;

import java.util.List;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.ui.fx.TileWanted.Origin;
import org.shareexplorer.ui.fx.Ui;

/**
 * What a pivot is of, as queries have it.
 *
 * @param from what stands after FROM
 * @param tables the tables that this is about
 */
public record PivotOf(String from, List<SqlTable> tables) {

  /** {@return a table's rows} */
  public static PivotOf table(SqlTable table, Ui ui) {
    return new PivotOf(ui.inSql(table), List.of(table));
  }

  /** {@return the rows that a query gives} */
  public static PivotOf query(Origin.OfQuery query) {
    return new PivotOf(query.within(), query.tables());
  }
}
