package org.shareexplorer.ui.tour;

import java.util.List;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.protocol.TableName;

/**
 * What the tour asks of the window it walks through; each call does what a person's clicks would.
 * FX thread only.
 */
public interface TourStage {

  /** Shows the start page and closes what covers it. */
  void showStart();

  /**
   * Connects, to the demo share making its data if need be, and closes what an earlier stop left.
   */
  void connect();

  /** Opens the tree down to a share, and a schema in it. */
  void reveal(String share, String schema);

  /** Opens a table of the connection in a tab, or brings its tab to the front. */
  void openTable(TableName table);

  /**
   * Brings a screen of the front tab to the front.
   *
   * @param title the word on the screen's tab
   */
  void showScreen(String title);

  /** Draws charts of what stands in the front tab, and no others. */
  void draw(List<ChartSpec> charts);

  /** Opens a page that joins two tables. */
  void join(SqlTable left, SqlTable right);

  /** Opens a page with a query and runs it. */
  void query(String sql);

  /** Clicks the button with these words in the front tab. */
  void press(String words);

  /** {@return whether the window still works on what it was last asked} */
  boolean busy();
}
