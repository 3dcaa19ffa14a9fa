package org.shareexplorer.ui.updates;

import java.net.URI;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.workspace.release.Release;

/** Tells what is new in a version, and where it is to be found. */
final class ReleaseSheet {

  private ReleaseSheet() {}

  static void show(Overlay overlay, Desktop desktop, UpdateChecks checks, Release release) {
    Optional<URI> page = release.page();
    String where =
        page.map(uri -> "You can download it from " + uri.getHost() + ".")
            .orElse("Ask whoever gave you this one for it.");
    Sheet sheet =
        new Sheet(
            "Share Explorer " + release.number(),
            Sheet.words(
                "You have " + checks.version() + ". Nothing is installed by itself. " + where),
            notes(release.notes()));
    sheet.button(
        "Skip this version",
        () -> {
          checks.skip(release);
          overlay.close();
        });
    Button close = sheet.button("Close", overlay::close);
    page.ifPresent(uri -> {
      Button open =
          sheet.button(
              "Open its page",
              () -> {
                overlay.close();
                desktop.browse(uri);
              });
      open.getStyleClass().add("accent");
    });
    overlay.show(sheet, Pos.CENTER, close);
  }

  private static Node notes(String text) {
    if (text.isEmpty()) {
      return Sheet.words("It came without notes.");
    }
    TextArea notes = new TextArea(text);
    notes.setEditable(false);
    notes.setWrapText(true);
    notes.setPrefRowCount(Math.clamp(text.lines().count() + 1, 4, 14));
    notes.setPrefColumnCount(46);
    notes.setAccessibleText("What is new");
    notes.setId("release-notes");
    return notes;
  }
}
