package org.shareexplorer.ui.shell;

import org.shareexplorer.ui.about.About;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.palette.Command;
import org.shareexplorer.ui.palette.Commands;
import org.shareexplorer.ui.preferences.PreferencesView;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.preferences.Storage;

/**
 * What can be set and known of the application itself.
 *
 * @param overlay where sheets are shown
 * @param version the application's
 */
record ApplicationCommands(
    Overlay overlay, Ui ui, Remembered remembered, Storage storage, String version) {

  void addTo(Commands commands) {
    commands.add(
        Command.of(
            "Preferences…",
            "Shortcut+Comma",
            () -> PreferencesView.show(overlay, remembered, storage, ui)));
    commands.add(
        Command.of(
            "Network: proxy and certificates…",
            null,
            () -> PreferencesView.showNetwork(overlay, remembered, storage, ui)));
    commands.add(
        Command.of(
            "About Share Explorer", null, () -> About.show(overlay, ui, remembered, version)));
  }
}
