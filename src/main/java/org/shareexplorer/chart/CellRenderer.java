package org.shareexplorer.chart;

import java.awt.Color;
import java.awt.Graphics2D;
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

/** Draws cells, and their figures where there is room. */
final class CellRenderer extends AbstractXYItemRenderer {

  private static final long serialVersionUID = 1L;
  private static final double GAP = 1;

  /** What is free beside a figure. */
  static final double AIR = 6;

  private final transient List<CellsPlot.Cell> cells;
  private final double[][] places;
  private final double widest;

  CellRenderer(List<CellsPlot.Cell> cells, double[][] places) {
    this.cells = cells;
    this.places = places;
    widest = cells.stream().mapToDouble(cell -> GroupName.width(cell.figure())).max().orElse(0);
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
    double x = places[0][item];
    double y = places[1][item];
    double left = across.valueToJava2D(x - 0.5, area, RectangleEdge.BOTTOM);
    double right = across.valueToJava2D(x + 0.5, area, RectangleEdge.BOTTOM);
    double top = up.valueToJava2D(y + 0.5, area, RectangleEdge.LEFT);
    double bottom = up.valueToJava2D(y - 0.5, area, RectangleEdge.LEFT);
    double gap = right - left > 6 ? GAP : 0;
    CellsPlot.Cell cell = cells.get(item);
    g2.setPaint(cell.colour());
    g2.fill(new Rectangle2D.Double(left, top, right - left - gap, bottom - top - gap));
    g2.setFont(ChartFonts.LABEL);
    Rectangle2D text = ChartFonts.LABEL.getStringBounds(cell.figure(), g2.getFontRenderContext());
    // Figures in some cells only would look as if the others had none.
    if (widest < right - left - AIR && text.getHeight() < bottom - top) {
      g2.setPaint(readable(cell.colour()));
      g2.drawString(
          cell.figure(),
          (float) ((left + right - text.getWidth()) / 2),
          (float) ((top + bottom) / 2 + text.getHeight() / 3));
    }
  }

  /** Black on what is light, white on what is dark. */
  private static Color readable(Color ground) {
    double light = 0.299 * ground.getRed() + 0.587 * ground.getGreen() + 0.114 * ground.getBlue();
    return light > 140 ? new Color(0x1f2328) : Color.WHITE;
  }
}
