package org.shareexplorer.protocol;

/**
 * The three parts of a table's name. Kept apart, as a share's name may hold dots (protocol,
 * "Names").
 *
 * @param share the share
 * @param schema the schema in it
 * @param table the table in that
 */
public record TableName(String share, String schema, String table) {

  /** {@return the parts joined by dots, for people only: it cannot be taken apart again} */
  public String text() {
    return share + "." + schema + "." + table;
  }
}
