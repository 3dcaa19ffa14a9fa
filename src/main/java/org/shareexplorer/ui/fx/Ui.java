package org.shareexplorer.ui.fx;

import java.time.ZoneId;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.shareexplorer.workspace.Workspace;

/**
 * What every screen is given.
 *
 * @param workspace the connections and their tables
 * @param background the way to background work
 * @param desktop choosers, browser, clipboard
 * @param dark whether the dark theme is on
 * @param zone the time zone in which instants are shown
 */
public record Ui(
    Workspace workspace,
    Background background,
    Desktop desktop,
    ReadOnlyBooleanProperty dark,
    ObjectProperty<ZoneId> zone) {}
