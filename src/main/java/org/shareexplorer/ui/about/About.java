package org.shareexplorer.ui.about;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.updates.CheckNow;

/** Says what this application is, which version, and what it stands on. */
public final class About {

  private About() {}

  /** Shows the pane over the window. */
  public static void show(Overlay overlay, Ui ui, Remembered remembered, String version) {
    Sheet sheet =
        new Sheet(
            "Share Explorer " + version,
            Sheet.words(
                "Tables, rows and charts from Delta Sharing, on your own computer. Licensed under Apache 2.0."),
            new CheckNow("Check for a newer version", overlay, ui, remembered));
    Button licences = sheet.button("Licences of its parts…", () -> Licences.show(overlay));
    licences.setId("about-licences");
    Button close = sheet.button("Close", overlay::close);
    overlay.show(sheet, Pos.CENTER, close);
  }
}
