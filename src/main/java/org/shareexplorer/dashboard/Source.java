package org.shareexplorer.dashboard;

/** Which rows a tile is about. */
public sealed interface Source {

  /**
   * Rows of one of the dashboard's tables.
   *
   * @param table the dashboard's name for it
   * @param filter a condition as {@code FilterParser} reads it; blank for all rows
   */
  record OfTable(String table, String filter) implements Source {

    /** All rows. */
    public OfTable(String table) {
      this(table, "");
    }
  }

  /**
   * The rows that a query gives.
   *
   * @param sql a SELECT over the dashboard's tables, by the dashboard's names for them
   */
  record OfQuery(String sql) implements Source {}
}
