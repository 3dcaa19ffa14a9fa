package org.shareexplorer.chart;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** What colours stand for, above the figures; in small pictures, most of the room is theirs. */
final class Legend {

  private static final Shape SWATCH = new Rectangle2D.Double(-4, -4, 8, 8);

  /** How much of a picture's height names of colours may take. */
  private static final double HEIGHT = 0.25;

  private static final double LINE = 17;

  /** What an item takes besides its name. */
  private static final double BESIDE = 26;

  private static final double[] NAMES = {160, 110, 70, 40};
  private static final Color NONE = new Color(0, 0, 0, 0);

  private Legend() {}

  static LegendTitle of(List<Plotted.Series> told, ChartTheme theme, double width, double height) {
    LegendItemCollection items = new LegendItemCollection();
    for (Plotted.Series series : fitted(told, width, (int) Math.max(1, height * HEIGHT / LINE))) {
      LegendItem item = new LegendItem(series.name(), series.colour());
      item.setShape(SWATCH);
      items.add(item);
    }
    LegendTitle legend = new LegendTitle(() -> items);
    legend.setItemFont(ChartFonts.LABEL);
    legend.setItemPaint(theme.softText());
    legend.setBackgroundPaint(null);
    legend.setFrame(BlockBorder.NONE);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setItemLabelPadding(new RectangleInsets(1, 2, 1, 8));
    legend.setPadding(0, 0, 4, 0);
    return legend;
  }

  /** {@return what is told in so many lines: names as long as there is room, or the first ones} */
  static List<Plotted.Series> fitted(List<Plotted.Series> told, double width, int lines) {
    List<Plotted.Series> fitted = told;
    for (double longest : NAMES) {
      fitted =
          told.stream()
              .map(series ->
                  new Plotted.Series(GroupName.shortened(series.name(), longest), series.colour()))
              .toList();
      if (lines(fitted, width) <= lines) {
        return fitted;
      }
    }
    for (int named = told.size() - 1; named > 0; named--) {
      List<Plotted.Series> some = new ArrayList<>(fitted.subList(0, named));
      some.add(new Plotted.Series("and %d more".formatted(told.size() - named), NONE));
      if (lines(some, width) <= lines) {
        return some;
      }
    }
    return fitted.subList(0, Math.min(1, fitted.size()));
  }

  private static int lines(List<Plotted.Series> told, double width) {
    int lines = 1;
    double used = 0;
    for (Plotted.Series series : told) {
      double wide = GroupName.width(series.name()) + BESIDE;
      if (used > 0 && used + wide > width) {
        lines++;
        used = 0;
      }
      used += wide;
    }
    return lines;
  }
}
