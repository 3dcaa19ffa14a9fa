package org.shareexplorer.ui.table;

import java.util.OptionalLong;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.workspace.Workspace;

/** Which version of a table the person had seen before its tab was opened. FX thread only. */
final class LastLook {

  private final Workspace workspace;
  private final ConnectionId connection;
  private final TableName table;
  private OptionalLong before = OptionalLong.empty();
  private boolean looked;

  /** As long as no version was looked at, none was seen before. */
  LastLook(Workspace workspace, ConnectionId connection, TableName table) {
    this.workspace = workspace;
    this.connection = connection;
    this.table = table;
  }

  /** Notes that a version is looked at as the latest. */
  void at(long version) {
    OptionalLong seen = workspace.look(connection, table, version);
    // What the person had seen when the tab was opened counts until it is closed.
    if (!looked) {
      looked = true;
      before = seen;
    }
  }

  /** {@return the version seen before, if any} */
  OptionalLong before() {
    return before;
  }
}
