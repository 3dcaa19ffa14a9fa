package org.shareexplorer.dashboard;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Words drawn within a width. */
record Lettering(Graphics2D g2) {

  /** Draws a line, cut short where it is too long; its top is at a place. */
  void line(String text, Font font, Color colour, double x, double top, double width) {
    g2.setFont(font);
    g2.setPaint(colour);
    g2.drawString(
        shortened(text, font, width), (float) x, (float) (top + g2.getFontMetrics().getAscent()));
  }

  /** Draws a line that ends at a place. */
  void lineTo(String text, Font font, Color colour, double right, double top, double width) {
    String shown = shortened(text, font, width);
    line(shown, font, colour, right - width(shown, font), top, width + 1);
  }

  double width(String text, Font font) {
    return font.getStringBounds(text, g2.getFontRenderContext()).getWidth();
  }

  double height(Font font) {
    FontMetrics metrics = g2.getFontMetrics(font);
    return metrics.getAscent() + metrics.getDescent() + 2.0;
  }

  String shortened(String text, Font font, double width) {
    String line = text.replace('\n', ' ');
    if (width(line, font) <= width) {
      return line;
    }
    int fits = 0;
    int toMany = line.length();
    while (toMany - fits > 1) {
      int middle = (fits + toMany) / 2;
      if (width(line.substring(0, middle) + "…", font) <= width) {
        fits = middle;
      } else {
        toMany = middle;
      }
    }
    return line.substring(0, fits).stripTrailing() + "…";
  }

  /** Draws words over as many lines as fit, and says where the last one ended. */
  double wrapped(
      String text, Font font, Color colour, double x, double top, double width, double bottom) {
    double y = top;
    double line = height(font);
    List<String> lines = lines(text, font, width);
    for (int i = 0; i < lines.size() && y + line <= bottom + 1; i++, y += line) {
      boolean cut = i + 1 < lines.size() && y + 2 * line > bottom + 1;
      line(cut ? lines.get(i) + " …" : lines.get(i), font, colour, x, y, width);
    }
    return y;
  }

  private List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      String line = "";
      for (String word : paragraph.split(" ", -1)) {
        String longer = line.isEmpty() ? word : line + " " + word;
        if (!line.isEmpty() && width(longer, font) > width) {
          lines.add(line);
          line = word;
        } else {
          line = longer;
        }
      }
      lines.add(line);
    }
    return lines;
  }
}
