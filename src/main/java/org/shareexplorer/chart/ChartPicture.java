package org.shareexplorer.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.text.TextUtils;
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

  private static final double ABOVE = 48;
  private static final double BELOW = 40;
  private static final double BESIDE = 20;
  private static final double RIGHT = 12;

  /** In smaller pictures figures have the room that axes' names would take. */
  private static final double LEAST_WIDTH_TITLED = 240;

  private static final double LEAST_HEIGHT_TITLED = 160;

  static {
    // Pictures are made in memory only; without this, drawing would look for a display.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
    // Axes' names that go upwards are letters in PDF and SVG, not shapes.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
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
    if (chart.figures() instanceof MultiplesChart panels && chart.emptiness().isEmpty()) {
      return drawn(g2, panels, width, height);
    }
    return draw(g2, width, height, _ -> {});
  }

  /** Draws what is one plot, after something was changed about it. */
  Drawn draw(Graphics2D g2, double width, double height, Consumer<Plotted> change) {
    List<Annotation> annotations =
        chart.spec() instanceof AnnotatedSpec spec ? spec.annotations() : List.of();
    Plotted plotted = plotted(inner(width));
    if (width < LEAST_WIDTH_TITLED || height < LEAST_HEIGHT_TITLED) {
      plotted.untitle();
    }
    if (zoom.isEmpty() && chart.emptiness().isEmpty()) {
      plotted = AnnotationLayer.reaching(plotted, annotations);
    }
    change.accept(plotted);
    ChartRenderingInfo info = new ChartRenderingInfo(null);
    framed(plotted, width, height)
        .draw(g2, new Rectangle2D.Double(0, 0, width, height), null, info);
    Rectangle2D area = info.getPlotInfo().getDataArea();
    boolean shown = area != null && !area.isEmpty() && chart.emptiness().isEmpty();
    Drawn drawn =
        new Drawn(
            area == null ? new Rectangle2D.Double() : area,
            plotted.across().span(),
            plotted.whole(),
            shown ? List.copyOf(plotted.marks().apply(area)) : List.of());
    if (shown && !annotations.isEmpty()) {
      new AnnotationLayer(g2, theme, plotted, drawn).draw(annotations);
    }
    return drawn;
  }

  /** What is left of a width beside what stands around a captioned picture. */
  private double inner(double width) {
    return captioned ? Math.max(1, width - BESIDE - RIGHT) : width;
  }

  private Drawn drawn(Graphics2D g2, MultiplesChart panels, double width, double height) {
    double beside = captioned ? BESIDE : 0;
    double above = 0;
    if (captioned) {
      g2.setPaint(theme.background());
      g2.fill(new Rectangle2D.Double(0, 0, width, height));
      double room = width - 2 * beside;
      above = written(g2, chart.spec().title(), ChartFonts.TITLE, theme.text(), 32, room);
      above = written(g2, chart.spec().note(), ChartFonts.LABEL, theme.softText(), above, room);
      above += ABOVE - 32 - ChartFonts.TITLE.getSize();
      g2.setPaint(theme.softText());
      g2.setFont(ChartFonts.LABEL);
      g2.drawString(chart.exactness(), (float) beside, (float) height - 18);
    }
    List<Mark> marks =
        new Panels(panels, chart.spec(), theme)
            .draw(
                g2,
                new Rectangle2D.Double(
                    beside, above, width - 2 * beside, height - above - (captioned ? BELOW : 0)));
    Span all = new Span(0, 1);
    return new Drawn(new Rectangle2D.Double(), all, all, List.copyOf(marks));
  }

  /** {@return where the next line goes below a text} */
  private static double written(
      Graphics2D g2, String text, Font font, Color colour, double y, double room) {
    g2.setFont(font);
    g2.setPaint(colour);
    double next = y;
    for (String line : GroupName.lines(text, font, room)) {
      g2.drawString(line, (float) BESIDE, (float) next);
      next += font.getSize() * 1.35;
    }
    return next;
  }

  /** {@return the chart laid out for a picture of some width} */
  Plotted plotted(double width) {
    return plotted(chart.figures(), AnnotatedSpec.format(chart.spec()), width);
  }

  private Plotted plotted(Chart figures, FigureFormat format, double width) {
    return switch (figures) {
      case HistogramChart histogram -> HistogramPlot.of(histogram, format, theme, zoom);
      case BoxPlotChart boxPlot -> BoxPlotPlot.of(boxPlot, format, theme, zoom, width);
      case TimeSeriesChart series -> TimeSeriesPlot.of(series, format, theme, zoom);
      case LinesChart lines -> LinesPlot.of(lines, format, theme, zoom);
      case BarChart bars -> BarPlot.of(bars, format, theme, zoom, width);
      case PieChart pie -> PiePlotting.of(pie, format, theme, width);
      case ScatterChart scatter -> ScatterPlot.of(scatter, format, theme, zoom);
      case HeatMapChart cells -> CellsPlot.of(cells, format, theme, zoom, width);
      case CorrelationChart cells -> CellsPlot.of(cells, theme, zoom, width);
      case DensityChart curves -> DensityPlot.of(curves, format, theme, zoom);
      case SampledChart _, AnnotatedChart _ ->
          throw new IllegalArgumentException("not a chart of figures");
      case MultiplesChart _ -> {
        // Panels are plots of their own; where there are none, there is but an empty one.
        Span all = new Span(0, 1);
        TickAxis axis = new TickAxis(theme, Ticks.NUMBERS, all);
        yield new Plotted(
            Plotted.xyPlot(theme, axis, new TickAxis(theme, Ticks.NUMBERS, all)),
            axis,
            all,
            _ -> List.of());
      }
    };
  }

  private JFreeChart framed(Plotted plotted, double width, double height) {
    chart
        .emptiness()
        .ifPresent(reason -> {
          // Labels beside nothing would be made-up numbers.
          plotted.across().setTickLabelsVisible(false);
          plotted.untitle();
          if (plotted.plot() instanceof XYPlot plot) {
            plot.getRangeAxis().setTickLabelsVisible(false);
            plot.setRangeGridlinesVisible(false);
            plot.setRangeZeroBaselineVisible(false);
            plot.setDomainGridlinesVisible(false);
            for (int i = 0; i < plot.getDatasetCount(); i++) {
              plot.setDataset(i, null);
            }
          } else if (plotted.plot() instanceof CategoryPlot plot) {
            plot.setRangeGridlinesVisible(false);
            plot.setDataset(null);
          }
          plotted.plot().setNoDataMessage(reason);
          plotted.plot().setNoDataMessageFont(ChartFonts.LABEL.deriveFont(12f));
          plotted.plot().setNoDataMessagePaint(theme.softText());
        });
    JFreeChart drawing = new JFreeChart(null, null, plotted.plot(), false);
    drawing.setBorderVisible(false);
    drawing.setBackgroundPaint(captioned ? theme.background() : null);
    drawing.setPadding(
        captioned ? new RectangleInsets(18, BESIDE, 14, RIGHT) : RectangleInsets.ZERO_INSETS);
    if (captioned) {
      String said = chart.spec().note();
      drawing.setTitle(text(chart.spec().title(), ChartFonts.TITLE, theme.text(), 2));
      drawing.getTitle().setPadding(0, 2, said.isEmpty() ? 10 : 3, 2);
      if (!said.isEmpty()) {
        drawing.addSubtitle(text(said, ChartFonts.LABEL, theme.softText(), 8));
      }
    }
    if (!plotted.legend().isEmpty() && chart.emptiness().isEmpty()) {
      drawing.addSubtitle(Legend.of(plotted.legend(), theme, inner(width), height));
    }
    if (captioned) {
      TextTitle note = new TextTitle(chart.exactness(), ChartFonts.LABEL);
      note.setPaint(theme.softText());
      note.setPosition(RectangleEdge.BOTTOM);
      note.setHorizontalAlignment(HorizontalAlignment.LEFT);
      note.setTextAlignment(HorizontalAlignment.LEFT);
      note.setPadding(10, 2, 0, 2);
      drawing.addSubtitle(note);
    }
    return drawing;
  }

  private static TextTitle text(String words, Font font, Color colour, double below) {
    TextTitle title = new TextTitle(words, font);
    title.setPaint(colour);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setPadding(0, 2, below, 2);
    return title;
  }
}
