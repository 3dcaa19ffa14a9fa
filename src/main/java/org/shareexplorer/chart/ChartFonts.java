package org.shareexplorer.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;

/** The application's typeface, for drawing without JavaFX. */
public final class ChartFonts {

  /** Of labels. */
  public static final Font LABEL = load("Inter-Regular.otf").deriveFont(11f);

  /** Of titles. */
  public static final Font TITLE = load("Inter-SemiBold.otf").deriveFont(15f);

  private ChartFonts() {}

  private static Font load(String file) {
    try (InputStream in =
        ChartFonts.class.getResourceAsStream("/org/shareexplorer/ui/fonts/" + file)) {
      if (in != null) {
        return Font.createFont(Font.TRUETYPE_FONT, in);
      }
    } catch (IOException | FontFormatException e) {
      // A machine whose font system refuses the typeface still gets its charts, in another one.
      return new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    }
    return new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  }
}
