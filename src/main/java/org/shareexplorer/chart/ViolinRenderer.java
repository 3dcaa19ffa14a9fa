package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
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
import org.shareexplorer.engine.Histogram.Point;

/** Draws lying violins: a density curve on both sides of a slim box. All are equally high. */
final class ViolinRenderer extends BoxAndWhiskerRenderer {

  private static final long serialVersionUID = 1L;

  private final transient ChartTheme theme;
  private final transient List<List<Point>> curves;

  /**
   * @param curves a curve for each box, empty where the values do not differ
   */
  ViolinRenderer(ChartTheme theme, List<List<Point>> curves) {
    this.theme = theme;
    this.curves = curves;
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
    double half = band * 0.42;
    Path2D violin = violin(curves.get(column), rangeAxis, area, middle, half);
    g2.setPaint(theme.area());
    g2.fill(violin);
    g2.setPaint(theme.stroke());
    g2.setStroke(new BasicStroke(1));
    g2.draw(violin);
    double q1 = x(boxes.getQ1Value(row, column), rangeAxis, area);
    double q3 = x(boxes.getQ3Value(row, column), rangeAxis, area);
    double median = x(boxes.getMedianValue(row, column), rangeAxis, area);
    double slim = Math.min(4, half / 3);
    g2.fill(new Rectangle2D.Double(q1, middle - slim, Math.max(1, q3 - q1), 2 * slim));
    g2.setPaint(theme.background());
    g2.setStroke(new BasicStroke(2));
    g2.draw(new Line2D.Double(median, middle - slim, median, middle + slim));
  }

  private static Path2D violin(
      List<Point> curve, ValueAxis axis, Rectangle2D area, double middle, double half) {
    Path2D path = new Path2D.Double();
    double highest = curve.stream().mapToDouble(Point::y).max().orElse(1);
    for (int i = 0; i < curve.size(); i++) {
      double x = x(curve.get(i).x(), axis, area);
      double y = middle - curve.get(i).y() / highest * half;
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    for (Point point : curve.reversed()) {
      path.lineTo(x(point.x(), axis, area), middle + point.y() / highest * half);
    }
    if (!curve.isEmpty()) {
      path.closePath();
    }
    return path;
  }

  private static double x(Number value, ValueAxis axis, Rectangle2D area) {
    return axis.valueToJava2D(value.doubleValue(), area, RectangleEdge.BOTTOM);
  }
}
