package org.shareexplorer.settings;

/**
 * A table that stood open in a tab.
 *
 * @param connection the connection's id
 * @param share the table's share
 * @param schema the schema in it
 * @param table the table in that
 */
public record OpenTab(String connection, String share, String schema, String table) {}
