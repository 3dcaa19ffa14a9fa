package org.shareexplorer.dashboard;

/**
 * What a tile shows, without data. Tiles of equal content show the same, and are asked for once.
 */
public sealed interface Content permits Content.OfRows, TextContent {

  /** What is computed of rows. */
  sealed interface OfRows extends Content
      permits ChartContent, SummaryContent, FiguresContent, RowsContent {

    /** {@return of which rows} */
    Source source();
  }

  /** {@return the title that a tile has unless it is given another} */
  String title();

  /** {@return how its figures are computed, for a person; blank if there are none} */
  default String definitions() {
    return "";
  }

  /** {@return how many columns it takes unless told otherwise} */
  int usualWidth();

  /** {@return how many rows it takes unless told otherwise} */
  int usualHeight();
}
