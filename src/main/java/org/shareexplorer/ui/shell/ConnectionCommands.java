package org.shareexplorer.ui.shell;

import java.util.Optional;
import org.shareexplorer.ui.connections.ActivationPane;
import org.shareexplorer.ui.connections.Connecting;
import org.shareexplorer.ui.connections.ConnectionsModel;
import org.shareexplorer.ui.connections.ConnectionsView;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.palette.Commands;
import org.shareexplorer.ui.start.EnterByHand;

/**
 * What can be done with connections and their tree.
 *
 * @param overlay where sheets are shown
 * @param connecting makes connections
 * @param examining looks one over
 * @param sidebar shows the tree
 * @param tree what the tree holds
 */
record ConnectionCommands(
    Overlay overlay,
    Connecting connecting,
    Examining examining,
    ConnectionsView sidebar,
    ConnectionsModel tree) {

  void addTo(Commands commands) {
    commands.add(Command.of("Open a share profile…", "Shortcut+O", connecting::chooseFile));
    commands.add(
        Command.of(
            "Enter a connection by hand…", null, () -> EnterByHand.show(overlay, connecting)));
    commands.add(
        Command.of(
            "Use an activation link…", null, () -> ActivationPane.show(overlay, connecting)));
    commands.add(Command.of("Open the demo share", null, connecting::openDemo));
    commands.add(
        Command.of(
            "Check the connection…",
            "Shortcut+Shift+D",
            examining::possible,
            () -> examining.examine(Optional.empty())));
    commands.add(Command.of("Filter the tree", "Shortcut+Shift+F", sidebar::focusFilter));
    commands.add(Command.of("Go to the tree", "Shortcut+Shift+E", sidebar::focusTree));
    commands.add(Command.of("Refresh all connections", "Shortcut+Shift+R", tree::refreshAll));
    commands.add(Command.of("Load the names of all tables", null, tree::searchAll));
  }
}
