package org.shareexplorer.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import javax.swing.text.StyleContext;

/**
 * The application's typeface, for drawing without JavaFX. Letters that it lacks, such as Chinese or
 * Arabic ones, are taken from the computer's own typefaces.
 */
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
        return withOthers(Font.createFont(Font.TRUETYPE_FONT, in));
      }
    } catch (IOException | FontFormatException e) {
      // A machine whose font system refuses the typeface still gets its charts, in another one.
      return new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    }
    return new Font(Font.SANS_SERIF, Font.PLAIN, 11);
  }

  /**
   * A typeface of a file has its own letters and boxes for all others. What Swing gives its texts
   * by a typeface's name falls back on those of the system, once the name is known.
   */
  private static Font withOthers(Font own) {
    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(own);
    String name = own.getFontName(Locale.ROOT);
    Font whole = new StyleContext().getFont(name, Font.PLAIN, 11);
    return whole.getFontName(Locale.ROOT).equals(name) ? whole : own;
  }
}
