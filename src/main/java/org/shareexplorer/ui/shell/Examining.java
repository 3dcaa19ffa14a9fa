package org.shareexplorer.ui.shell;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.connections.ConnectionsView;
import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.doctor.DoctorSheet;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;

/**
 * Has the connection looked over that a person most likely means: of the table in front, of the
 * line selected in the tree, or the one used last.
 */
final class Examining {

  private final Ui ui;
  private final Overlay overlay;
  private final ShellModel model;
  private final ConnectionsView sidebar;
  private final String version;

  Examining(Ui ui, Overlay overlay, ShellModel model, ConnectionsView sidebar, String version) {
    this.ui = ui;
    this.overlay = overlay;
    this.model = model;
    this.sidebar = sidebar;
    this.version = version;
  }

  boolean possible() {
    return !ui.workspace().connections().isEmpty();
  }

  void examine(Optional<ConnectionId> asked) {
    List<Connection> all = ui.workspace().connections();
    TableRef front = model.front().get();
    Optional<ConnectionId> wanted =
        asked.or(() -> Optional.ofNullable(front).map(TableRef::connection)).or(sidebar::selected);
    all.stream()
        .filter(each -> wanted.map(each.id()::equals).orElse(true))
        .max(Comparator.comparing(each -> each.lastUsed().orElse(Instant.MIN)))
        .ifPresent(connection ->
            DoctorSheet.show(
                overlay,
                ui,
                connection,
                Optional.ofNullable(front)
                    .filter(table -> table.connection().equals(connection.id()))
                    .map(TableRef::table),
                version));
  }
}
