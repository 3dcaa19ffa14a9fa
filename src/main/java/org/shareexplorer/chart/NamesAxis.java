package org.shareexplorer.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.ui.RectangleEdge;

/** Names of groups beside their rows; where rows are too low for all names, some stand for all. */
final class NamesAxis extends CategoryAxis {

  private static final long serialVersionUID = 1L;

  /** How much of the picture's width names may take. */
  static final double WIDTH = 0.3;

  static final double LINE = 14;

  NamesAxis(ChartTheme theme) {
    setTickLabelFont(ChartFonts.LABEL);
    setTickLabelPaint(theme.softText());
    setAxisLineVisible(false);
    setTickMarksVisible(false);
    setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
    setMaximumCategoryLabelWidthRatio((float) WIDTH + 0.1f);
    setLowerMargin(0);
    setUpperMargin(0);
    setCategoryMargin(0);
  }

  /**
   * Leaves room between rows.
   *
   * @param rows how many there are
   * @param filled the part of each that is not left free
   */
  void spaced(int rows, double filled) {
    double free = (1 - filled) / Math.max(1, rows);
    setLowerMargin(free / 2);
    setUpperMargin(free / 2);
    setCategoryMargin(free * Math.max(0, rows - 1));
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // as inherited
  public List refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
    List<Object> all = super.refreshTicks(g2, state, dataArea, edge);
    double row = dataArea.getHeight() / Math.max(1, all.size());
    int every = (int) Math.max(1, Math.ceil(LINE / Math.max(1, row)));
    List<Object> some = new ArrayList<>();
    for (int i = 0; i < all.size(); i += every) {
      some.add(all.get(i));
    }
    return some;
  }
}
