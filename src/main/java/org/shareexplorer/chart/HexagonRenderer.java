package org.shareexplorer.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;
import org.shareexplorer.engine.Pairs.Hexagon;
import org.shareexplorer.engine.Pairs.Honeycomb;

/** Draws hexagons in colours whose strength follows the logarithm of the count. */
final class HexagonRenderer extends AbstractXYItemRenderer {

  private static final long serialVersionUID = 1L;

  private final transient Honeycomb honeycomb;
  private final transient ChartTheme theme;
  private final double most;

  HexagonRenderer(ScatterChart chart, ChartTheme theme) {
    this.honeycomb = chart.answer().hexagons();
    this.theme = theme;
    most = Math.log1p((double) chart.most());
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      XYItemRendererState state,
      Rectangle2D area,
      PlotRenderingInfo info,
      XYPlot plot,
      ValueAxis across,
      ValueAxis up,
      XYDataset dataset,
      int series,
      int item,
      CrosshairState crosshair,
      int pass) {
    List<Hexagon> cells = honeycomb.cells();
    Hexagon cell = cells.get(item);
    double w = honeycomb.width() / 2;
    double h = honeycomb.height() / 6;
    double[] xs = {cell.x() - w, cell.x(), cell.x() + w};
    double[] ys = {cell.y() - 2 * h, cell.y() - h, cell.y() + h, cell.y() + 2 * h};
    for (int i = 0; i < xs.length; i++) {
      xs[i] = across.valueToJava2D(xs[i], area, RectangleEdge.BOTTOM);
    }
    for (int i = 0; i < ys.length; i++) {
      ys[i] = up.valueToJava2D(ys[i], area, RectangleEdge.LEFT);
    }
    Path2D hexagon = new Path2D.Double();
    hexagon.moveTo(xs[0], ys[1]);
    hexagon.lineTo(xs[0], ys[2]);
    hexagon.lineTo(xs[1], ys[3]);
    hexagon.lineTo(xs[2], ys[2]);
    hexagon.lineTo(xs[2], ys[1]);
    hexagon.lineTo(xs[1], ys[0]);
    hexagon.closePath();
    g2.setPaint(theme.strength(Math.log1p((double) cell.count()) / most));
    g2.fill(hexagon);
  }
}
