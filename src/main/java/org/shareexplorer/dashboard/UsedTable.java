package org.shareexplorer.dashboard;

/**
 * A version of a table that figures are of.
 *
 * @param alias the dashboard's name for the table
 * @param version the version
 * @param pinned whether the dashboard wants that very version; else it was the newest
 */
public record UsedTable(String alias, long version, boolean pinned) {

  /** {@return such as "sales v12, latest"} */
  public String text() {
    return alias + " v" + version + (pinned ? ", pinned" : ", latest");
  }
}
