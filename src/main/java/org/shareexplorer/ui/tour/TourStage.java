package org.shareexplorer.ui.tour;

import org.shareexplorer.protocol.TableName;

/**
 * What the tour asks of the window it walks through; each call does what a person's clicks would.
 * FX thread only.
 */
public interface TourStage {

  /** Shows the start page and closes what covers it. */
  void showStart();

  /** Connects to the demo share, making its data if need be. */
  void openDemo();

  /** Opens the tree down to a share, and a schema in it. */
  void reveal(String share, String schema);

  /** Opens a table of the demo share in a tab, or brings its tab to the front. */
  void openTable(TableName table);

  /**
   * Brings a screen of the front tab to the front.
   *
   * @param title the word on the screen's tab
   */
  void showScreen(String title);

  /** {@return whether the window still works on what it was last asked} */
  boolean busy();
}
