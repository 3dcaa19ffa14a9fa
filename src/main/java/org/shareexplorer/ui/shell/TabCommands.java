package org.shareexplorer.ui.shell;

import org.shareexplorer.ui.connections.TableRef;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.palette.Commands;

/**
 * What can be done with tabs.
 *
 * @param model the open tables
 * @param tabs what stands on screen
 */
record TabCommands(ShellModel model, Tabs tabs) {

  void addTo(Commands commands) {
    commands.add(Command.of("Close the tab", "Shortcut+W", this::tabInFront, this::closeFront));
    commands.add(
        Command.of(
            "Reopen the closed tab", "Shortcut+Shift+T", model::canReopen, model::reopenClosed));
    commands.add(Command.of("Next tab", "Ctrl+Tab", tabs::any, () -> tabs.cycle(1)));
    commands.add(Command.of("Previous tab", "Ctrl+Shift+Tab", tabs::any, () -> tabs.cycle(-1)));
  }

  private boolean tabInFront() {
    return model.front().get() != null || tabs.pageInFront();
  }

  private void closeFront() {
    TableRef front = model.front().get();
    if (front != null) {
      model.close(front);
    } else {
      tabs.closePage();
    }
  }
}
