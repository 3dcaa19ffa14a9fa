package org.shareexplorer.dashboard;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.ChartFonts;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.Figures;

/**
 * How a table is drawn where there is room for so much of it. What has no room is counted.
 *
 * @param table what is drawn
 * @param theme in which colours
 */
record TablePicture(TileTable table, ChartTheme theme) {

  private static final Font HEAD = ChartFonts.TITLE.deriveFont(11f);
  private static final Font CELL = ChartFonts.LABEL.deriveFont(11.5f);
  private static final double LINE = 20;
  private static final double BETWEEN = 14;
  private static final double WIDEST = 190;

  void draw(Graphics2D g2, Rectangle2D area) {
    Lettering words = new Lettering(g2);
    double[] widths = widths(words, area.getWidth());
    int columns = widths.length;
    double y = area.getY();
    row(
        words,
        table.columns().stream().map(TileTable.Column::name).toList(),
        HEAD,
        widths,
        area,
        y);
    y += LINE;
    g2.setPaint(theme.line());
    g2.draw(new Line2D.Double(area.getX(), y - 3, area.getMaxX(), y - 3));
    int room = (int) Math.max(0, (area.getMaxY() - y) / LINE);
    int left = table.rows().size() > room ? table.rows().size() - Math.max(0, room - 1) : 0;
    int drawn = table.rows().size() - left;
    for (int i = 0; i < drawn; i++, y += LINE) {
      row(words, table.rows().get(i), CELL, widths, area, y);
    }
    String rest =
        (left > 0 ? Figures.counted(left, "more row") : "")
            + (left > 0 && columns < table.columns().size() ? ", " : "")
            + (columns < table.columns().size()
                ? Figures.counted(table.columns().size() - columns, "more column")
                : "");
    if (!rest.isEmpty()) {
      words.line(
          "… " + rest,
          CELL,
          theme.softText(),
          area.getX(),
          Math.min(y, area.getMaxY() - LINE + 4),
          area.getWidth());
    }
  }

  /** {@return whether all columns have room in a width} */
  boolean wholeIn(double width, Graphics2D g2) {
    return widths(new Lettering(g2), width).length == table.columns().size();
  }

  private void row(
      Lettering words,
      List<@Nullable String> cells,
      Font font,
      double[] widths,
      Rectangle2D area,
      double y) {
    double x = area.getX();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      var colour = cell == null || font.equals(HEAD) ? theme.softText() : theme.text();
      String text = cell == null ? "null" : cell;
      if (table.columns().get(i).number()) {
        words.lineTo(text, font, colour, x + widths[i], y, widths[i]);
      } else {
        words.line(text, font, colour, x, y, widths[i]);
      }
      x += widths[i] + BETWEEN;
    }
  }

  /** As many columns as have room, and the rest of the width among them. */
  private double[] widths(Lettering words, double width) {
    double[] widths = new double[table.columns().size()];
    double taken = -BETWEEN;
    int fitting = 0;
    while (fitting < widths.length) {
      int column = fitting;
      double wanted = words.width(table.columns().get(column).name(), HEAD) + 2;
      for (List<@Nullable String> row :
          table.rows().subList(0, Math.min(60, table.rows().size()))) {
        String cell = row.get(column);
        wanted = Math.max(wanted, cell == null ? 24 : words.width(cell, CELL) + 2);
      }
      widths[column] = Math.min(wanted, WIDEST);
      if (fitting > 0 && taken + BETWEEN + widths[column] > width) {
        break;
      }
      taken += BETWEEN + widths[column];
      fitting++;
    }
    double[] kept = java.util.Arrays.copyOf(widths, fitting);
    double more = Math.min((width - taken) / Math.max(1, fitting), 60);
    for (int i = 0; more > 0 && i < fitting; i++) {
      kept[i] += more;
    }
    return kept;
  }
}
