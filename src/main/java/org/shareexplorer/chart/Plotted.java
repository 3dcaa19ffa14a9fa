package org.shareexplorer.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A chart as JFreeChart draws it.
 *
 * @param plot axes, data and renderers
 * @param across the horizontal axis of values
 * @param whole all of that axis
 * @param marks what can be told of where, for the area that the figures were drawn in
 * @param legend what the colours stand for; empty if that needs no telling
 */
record Plotted(
    Plot plot,
    TickAxis across,
    Span whole,
    Function<Rectangle2D, List<Mark>> marks,
    List<Series> legend) {

  /** What a colour stands for. */
  record Series(String name, Color colour) {}

  Plotted(Plot plot, TickAxis across, Span whole, Function<Rectangle2D, List<Mark>> marks) {
    this(plot, across, whole, marks, List.of());
  }

  static final BasicStroke GRID = new BasicStroke(1);
  static final BasicStroke THIN =
      new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  static final BasicStroke LINE =
      new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

  /** {@return an empty plot in the house's look: a faint grid, no borders} */
  static XYPlot xyPlot(ChartTheme theme, TickAxis across, TickAxis up) {
    XYPlot plot = new XYPlot(null, across, up, new XYLineAndShapeRenderer(true, false));
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlineStroke(GRID);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(theme.line());
    plot.setRangeZeroBaselineStroke(GRID);
    plain(plot);
    plot.setAxisOffset(new RectangleInsets(0, 4, 4, 0));
    return plot;
  }

  /** Takes the names of what is measured off the axes. */
  void untitle() {
    across.setLabel(null);
    if (plot instanceof XYPlot xy) {
      xy.getRangeAxis().setLabel(null);
    }
  }

  /** Takes a plot's background and borders away and leaves room for the last label. */
  static void plain(Plot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(6, 2, 0, TickAxis.MARGIN + 2));
  }

  /** {@return a span with length, for an axis: around a single value if there is no other} */
  static Span axisSpan(double least, double greatest) {
    if (greatest > least) {
      return new Span(least, greatest);
    }
    double half = least == 0 ? 1 : Math.abs(least) / 2;
    return new Span(least - half, least + half);
  }

  /** {@return a span of days: a month around a single one} */
  static Span days(LocalDate first, LocalDate last) {
    double from = first.toEpochDay();
    double to = last.toEpochDay();
    return from < to ? new Span(from, to) : new Span(from - 15, to + 15);
  }

  /** {@return from zero, or below, to the values' end with some air; with length in any case} */
  static Span fromZero(double least, double greatest) {
    double top = Math.max(0, greatest);
    double bottom = Math.min(0, least);
    double air = (top - bottom) * 0.05;
    return top == bottom
        ? new Span(0, 1)
        : new Span(bottom == 0 ? 0 : bottom - air, top == 0 ? 0 : top + air);
  }
}
