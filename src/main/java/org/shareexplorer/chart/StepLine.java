package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.util.function.IntPredicate;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws lines over time: dashed to a hollow dot where the last step is not over yet. */
final class StepLine extends XYLineAndShapeRenderer {

  private static final long serialVersionUID = 1L;
  private static final double DOT = 5;

  private final transient ChartTheme theme;
  private final transient IntPredicate dotted;
  private final int unfinished;

  /**
   * @param dotted which items have a dot in any case
   * @param unfinished the item that is not over yet; below zero if there is none
   */
  StepLine(ChartTheme theme, IntPredicate dotted, int unfinished) {
    super(true, false);
    this.theme = theme;
    this.dotted = dotted;
    this.unfinished = unfinished;
    setUseFillPaint(true);
  }

  /** Says how a line looks. */
  void look(int series, Paint colour, BasicStroke stroke) {
    setSeriesPaint(series, colour);
    setSeriesStroke(series, stroke);
    setSeriesShape(series, new Ellipse2D.Double(-DOT / 2, -DOT / 2, DOT, DOT));
  }

  @Override
  public Stroke getItemStroke(int series, int item) {
    return item == unfinished && super.getItemStroke(series, item) instanceof BasicStroke stroke
        ? new BasicStroke(
            stroke.getLineWidth(),
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            new float[] {4, 3},
            0)
        : super.getItemStroke(series, item);
  }

  @Override
  public boolean getItemShapeVisible(int series, int item) {
    return item == unfinished || dotted.test(item);
  }

  @Override
  public Paint getItemFillPaint(int series, int item) {
    return item == unfinished ? theme.background() : getItemPaint(series, item);
  }

  @Override
  public Stroke getItemOutlineStroke(int series, int item) {
    return Plotted.LINE;
  }
}
