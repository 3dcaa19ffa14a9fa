package org.shareexplorer.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/**
 * How a chart is drawn. Immutable; drawing needs no display and may happen on any thread.
 *
 * @param chart what is drawn
 * @param theme in which colours
 * @param captioned whether with a background, a title above and a note on exactness below
 * @param zoom the part of the horizontal axis to show, or all of it
 */
public record ChartPicture(Chart chart, ChartTheme theme, boolean captioned, Optional<Span> zoom) {

  static {
    // Pictures are made in memory only; without this, drawing would look for a display.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  /** The whole of a chart, by itself. */
  public ChartPicture(Chart chart, ChartTheme theme) {
    this(chart, theme, false, Optional.empty());
  }

  /** {@return the same with background, title and note, to stand alone} */
  public ChartPicture withCaption() {
    return new ChartPicture(chart, theme, true, zoom);
  }

  /**
   * Draws the chart.
   *
   * @param width in the graphics' units
   * @param height in the graphics' units
   * @return where what was drawn
   */
  public Drawn draw(Graphics2D g2, double width, double height) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    Plotted plotted = plotted(width);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    framed(plotted).draw(g2, new Rectangle2D.Double(0, 0, width, height), null, info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    boolean drawn = area != null && !area.isEmpty() && chart.emptiness().isEmpty();
    return new Drawn(
        area == null ? new Rectangle2D.Double() : area,
        plotted.across().span(),
        plotted.whole(),
        drawn ? List.copyOf(plotted.marks().apply(area)) : List.of());
  }

  /** {@return the chart laid out for a picture of some width} */
  Plotted plotted(double width) {
    return switch (chart) {
      case HistogramChart histogram -> HistogramPlot.of(histogram, theme, zoom);
      case BoxPlotChart boxPlot -> BoxPlotPlot.of(boxPlot, theme, zoom, width);
      case TimeSeriesChart series -> TimeSeriesPlot.of(series, theme, zoom);
    };
  }

  private JFreeChart framed(Plotted plotted) {
    chart
        .emptiness()
        .ifPresent(reason -> {
          // Labels beside nothing would be made-up numbers.
          plotted.across().setTickLabelsVisible(false);
          if (plotted.plot() instanceof XYPlot plot) {
            plot.getRangeAxis().setTickLabelsVisible(false);
            plot.setRangeGridlinesVisible(false);
          } else if (plotted.plot() instanceof CategoryPlot plot) {
            plot.setRangeGridlinesVisible(false);
          }
          plotted.plot().setNoDataMessage(reason);
          plotted.plot().setNoDataMessageFont(ChartFonts.LABEL.deriveFont(12f));
          plotted.plot().setNoDataMessagePaint(theme.softText());
        });
    JFreeChart drawing = new JFreeChart(null, null, plotted.plot(), false);
    drawing.setBorderVisible(false);
    drawing.setBackgroundPaint(captioned ? theme.background() : null);
    drawing.setPadding(
        captioned ? new RectangleInsets(18, 20, 14, 12) : RectangleInsets.ZERO_INSETS);
    if (captioned) {
      TextTitle title = new TextTitle(chart.spec().title(), ChartFonts.TITLE);
      title.setPaint(theme.text());
      title.setHorizontalAlignment(HorizontalAlignment.LEFT);
      title.setPadding(0, 2, 10, 2);
      drawing.setTitle(title);
      TextTitle note = new TextTitle(chart.exactness(), ChartFonts.LABEL);
      note.setPaint(theme.softText());
      note.setPosition(RectangleEdge.BOTTOM);
      note.setHorizontalAlignment(HorizontalAlignment.LEFT);
      note.setPadding(10, 2, 0, 2);
      drawing.addSubtitle(note);
    }
    return drawing;
  }
}
