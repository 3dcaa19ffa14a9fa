package org.shareexplorer.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** A group's name on an axis: two groups may look alike when shortened, and stay two. */
record GroupName(int place, String text) implements Comparable<GroupName> {

  /** No picture has room for more letters of a name. */
  private static final int LONGEST = 200;

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /**
   * {@return a text that takes no more than a width, some of it given up for an ellipsis: not its
   * end, by which many names differ}
   */
  static String shortened(String text, double width) {
    int letters = text.codePointCount(0, text.length());
    String shown = letters > LONGEST ? without(text, LONGEST) : text;
    for (int kept = Math.min(letters, LONGEST) - 1; kept > 0 && width(shown) > width; kept--) {
      shown = without(text, kept);
    }
    return shown;
  }

  private static String without(String text, int kept) {
    int end = kept / 3;
    return text.substring(0, text.offsetByCodePoints(0, kept - end)).strip()
        + "…"
        + text.substring(text.offsetByCodePoints(text.length(), -end)).strip();
  }

  /** {@return a text in lines of no more than a width} */
  static List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && font.getStringBounds(longer, CONTEXT).getWidth() > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** {@return how much room a text takes} */
  static double width(String text) {
    return ChartFonts.LABEL.getStringBounds(text, CONTEXT).getWidth();
  }

  @Override
  public int compareTo(GroupName other) {
    return Integer.compare(place, other.place);
  }

  @Override
  public String toString() {
    return text;
  }
}
