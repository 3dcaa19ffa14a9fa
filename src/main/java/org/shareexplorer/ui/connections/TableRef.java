package org.shareexplorer.ui.connections;

import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;

/**
 * A table and the connection it is reached through.
 *
 * @param connection the connection
 * @param connectionName what the person calls the connection
 * @param table the table's name
 */
public record TableRef(ConnectionId connection, String connectionName, TableName table) {

  /** {@return Python that reads the table with the usual client; the file's path is left open} */
  public String pythonSnippet() {
    String address = table.text().replace("\\", "\\\\").replace("\"", "\\\"");
    return """
    import delta_sharing

    delta_sharing.load_as_pandas("<path to config.share>#%s")
    """
        .formatted(address);
  }
}
