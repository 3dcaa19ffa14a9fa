package org.shareexplorer.chart;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** A group's name on an axis: two groups may look alike when shortened, and stay two. */
record GroupName(int place, String text) implements Comparable<GroupName> {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  /** {@return a text that takes no more than a width, its end given up for an ellipsis} */
  static String shortened(String text, double width) {
    String rest = text.length() > 200 ? text.substring(0, 200) : text;
    String shown = rest.equals(text) ? text : rest + "…";
    while (rest.length() > 1 && width(shown) > width) {
      rest = rest.substring(0, rest.length() - 1);
      shown = rest.strip() + "…";
    }
    return shown;
  }

  /** {@return a text in lines of no more than a width} */
  static List<String> lines(String text, Font font, double width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
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
