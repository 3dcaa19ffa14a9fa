package org.shareexplorer.ui.about;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import org.shareexplorer.ui.fx.Overlay;
import org.shareexplorer.ui.fx.Sheet;
import org.shareexplorer.ui.fx.Ui;
import org.shareexplorer.ui.preferences.Remembered;
import org.shareexplorer.ui.updates.CheckNow;

/** Says what this application is, which version, and what it stands on. */
public final class About {

  /** The parts and their licences. */
  private static final String[][] PARTS = {
    {"OpenJFX", "GPL 2 with classpath exception"},
    {"AtlantaFX", "MIT"},
    {"ControlsFX", "BSD 3-clause"},
    {"RichTextFX, ReactFX", "BSD 2-clause"},
    {"JFreeChart", "LGPL 2.1"},
    {"DuckDB, Brotli", "MIT"},
    {"Apache Parquet, Hadoop, Batik and PDFBox", "Apache 2.0"},
    {"graphics2d for PDFBox, fastexcel", "Apache 2.0"},
    {"OkHttp, Jackson, picocli, RoaringBitmap", "Apache 2.0"},
    {"Inter and JetBrains Mono", "SIL Open Font License 1.1"},
  };

  private About() {}

  /** Shows the pane over the window. */
  public static void show(Overlay overlay, Ui ui, Remembered remembered, String version) {
    GridPane parts = new GridPane(18, 5);
    for (int i = 0; i < PARTS.length; i++) {
      Label licence = new Label(PARTS[i][1]);
      licence.getStyleClass().add("soft");
      parts.addRow(i, new Label(PARTS[i][0]), licence);
    }
    Label heading = new Label("Made with");
    heading.getStyleClass().add("card-title");
    Sheet sheet =
        new Sheet(
            "Share Explorer " + version,
            Sheet.words(
                "Tables, rows and charts from Delta Sharing, on your own computer. Licensed under Apache 2.0."),
            new CheckNow("Check for a newer version", overlay, ui, remembered),
            heading,
            parts);
    Button close = sheet.button("Close", overlay::close);
    overlay.show(sheet, Pos.CENTER, close);
  }
}
