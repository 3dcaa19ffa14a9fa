package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.BoxAndWhiskerRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;
import org.jfree.data.statistics.BoxAndWhiskerCategoryDataset;

/** Draws lying boxes with their outliers, which JFreeChart's own renderer leaves out. */
final class BoxRenderer extends BoxAndWhiskerRenderer {

  private static final long serialVersionUID = 1L;
  private static final double TALLEST = 40;
  private static final double DOT = 4;

  private final transient ChartTheme theme;

  BoxRenderer(ChartTheme theme) {
    this.theme = theme;
  }

  @Override
  public void drawHorizontalItem(
      Graphics2D g2,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis domainAxis,
      ValueAxis rangeAxis,
      CategoryDataset dataset,
      int row,
      int column) {
    BoxAndWhiskerCategoryDataset boxes = (BoxAndWhiskerCategoryDataset) dataset;
    double band = area.getHeight() / dataset.getColumnCount();
    double middle = area.getY() + (column + 0.5) * band;
    double height = Math.min(TALLEST, band * 0.5);

    double low = x(boxes.getMinRegularValue(row, column), rangeAxis, area);
    double high = x(boxes.getMaxRegularValue(row, column), rangeAxis, area);
    double q1 = x(boxes.getQ1Value(row, column), rangeAxis, area);
    double q3 = x(boxes.getQ3Value(row, column), rangeAxis, area);
    double median = x(boxes.getMedianValue(row, column), rangeAxis, area);

    g2.setStroke(new BasicStroke(1.2f));
    g2.setPaint(theme.softText());
    g2.draw(new Line2D.Double(low, middle, q1, middle));
    g2.draw(new Line2D.Double(q3, middle, high, middle));
    double cap = height / 4;
    g2.draw(new Line2D.Double(low, middle - cap, low, middle + cap));
    g2.draw(new Line2D.Double(high, middle - cap, high, middle + cap));

    Rectangle2D box = new Rectangle2D.Double(q1, middle - height / 2, Math.max(0, q3 - q1), height);
    g2.setPaint(theme.area());
    g2.fill(box);
    g2.setPaint(theme.stroke());
    g2.setStroke(new BasicStroke(1));
    g2.draw(box);
    g2.setStroke(new BasicStroke(2.2f));
    g2.draw(new Line2D.Double(median, middle - height / 2, median, middle + height / 2));

    g2.setPaint(theme.softText());
    g2.setStroke(new BasicStroke(1));
    List<?> outliers = boxes.getOutliers(row, column);
    for (Object outlier : outliers) {
      double x = x((Number) outlier, rangeAxis, area);
      g2.draw(new Ellipse2D.Double(x - DOT / 2, middle - DOT / 2, DOT, DOT));
    }
  }

  private static double x(Number value, ValueAxis axis, Rectangle2D area) {
    return axis.valueToJava2D(value.doubleValue(), area, RectangleEdge.BOTTOM);
  }
}
