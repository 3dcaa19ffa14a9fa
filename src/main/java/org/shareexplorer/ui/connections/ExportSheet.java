package org.shareexplorer.ui.connections;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;

/** Asks whether a credential file is to be written with its secret. */
final class ExportSheet {

  private ExportSheet() {}

  static void show(Overlay overlay, Connection connection, Consumer<Boolean> withSecret) {
    Sheet sheet =
        new Sheet(
            "Export " + connection.name(),
            Sheet.words(
                "Without its secret the file tells others where the share is, with a placeholder"
                    + " to fill in. With it, whoever gets hold of the file can read the data."));
    sheet.button("Cancel", overlay::close);
    Button with =
        sheet.button(
            "With the secret…",
            () -> {
              overlay.close();
              withSecret.accept(true);
            });
    with.getStyleClass().add("danger");
    Button without =
        sheet.button(
            "Without the secret…",
            () -> {
              overlay.close();
              withSecret.accept(false);
            });
    without.setDefaultButton(true);
    overlay.show(sheet, Pos.CENTER, without);
  }
}
