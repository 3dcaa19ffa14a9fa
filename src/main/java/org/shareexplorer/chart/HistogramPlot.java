package org.shareexplorer.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/** Lays a histogram out: bars, the density curve scaled to them, axes. */
final class HistogramPlot {

  private final Histogram answer;
  private final String column;
  private final boolean log;
  private final FigureFormat format;
  private final boolean single;
  private final double[] edges;

  private HistogramPlot(HistogramChart chart, FigureFormat format) {
    this.format = format;
    answer = chart.answer();
    column = chart.spec().column();
    log = chart.spec().scale() == Scale.LOG;
    single = chart.whole();
    // The bar of a whole number stands above it.
    double shift = single ? -0.5 : 0;
    edges =
        answer.edges().stream()
            .mapToDouble(edge -> log ? Math.log10(edge) : edge + shift)
            .toArray();
    if (edges.length > 1 && edges[0] == edges[edges.length - 1]) {
      // A single value: its bin has no width, so it is given one to be seen.
      Span seen = new Span(edges[0] - 0.5, edges[0] + 0.5);
      for (int i = 0; i < edges.length; i++) {
        edges[i] = seen.from() + seen.length() * i / (edges.length - 1);
      }
    }
  }

  static Plotted of(
      HistogramChart chart, FigureFormat format, ChartTheme theme, Optional<Span> zoom) {
    return new HistogramPlot(chart, format).plotted(theme, zoom);
  }

  private Plotted plotted(ChartTheme theme, Optional<Span> zoom) {
    Span whole =
        edges.length == 0 ? new Span(0, 1) : Plotted.axisSpan(edges[0], edges[edges.length - 1]);
    Span shown = zoom.orElse(whole);
    TickAxis across =
        new TickAxis(theme, log ? format.decades() : format.ticks(), shown).titled(column);
    double[][] curve = curve(whole);
    TickAxis up =
        new TickAxis(theme, Ticks.COUNTS, Plotted.fromZero(0, highest(shown, curve)))
            .titled("rows");
    XYPlot plot = Plotted.xyPlot(theme, across, up);

    DefaultIntervalXYDataset bars = new DefaultIntervalXYDataset();
    bars.addSeries("rows", bars());
    plot.setDataset(1, bars);
    plot.setRenderer(1, barRenderer(theme));
    DefaultXYDataset density = new DefaultXYDataset();
    if (curve[0].length > 0) {
      density.addSeries("density", curve);
    }
    XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
    line.setDrawSeriesLineAsPath(true);
    line.setSeriesPaint(0, theme.stroke());
    line.setSeriesStroke(0, Plotted.LINE);
    plot.setDataset(0, density);
    plot.setRenderer(0, line);
    return new Plotted(plot, across, whole, area -> marks(area, across, up));
  }

  private static XYBarRenderer barRenderer(ChartTheme theme) {
    XYBarRenderer renderer = new XYBarRenderer(0.06);
    renderer.setBarPainter(new StandardXYBarPainter());
    renderer.setShadowVisible(false);
    renderer.setDrawBarOutline(false);
    renderer.setSeriesPaint(0, theme.bar());
    return renderer;
  }

  private double[][] bars() {
    int n = answer.counts().size();
    double[][] data = new double[6][n];
    for (int i = 0; i < n; i++) {
      data[0][i] = (edges[i] + edges[i + 1]) / 2;
      data[1][i] = edges[i];
      data[2][i] = edges[i + 1];
      data[3][i] = answer.counts().get(i);
      data[4][i] = 0;
      data[5][i] = answer.counts().get(i);
    }
    return data;
  }

  /** An area of 1 becomes the bars' area: rows times the width of a bin, in the axis' units. */
  private double[][] curve(Span whole) {
    if (answer.density().isEmpty() || edges.length < 2) {
      return new double[2][0];
    }
    double rows = answer.counts().stream().mapToLong(Long::longValue).sum();
    double scale = rows * (edges[1] - edges[0]);
    List<double[]> points = new ArrayList<>();
    for (Histogram.Point point : answer.density()) {
      double x = log ? Math.log10(point.x()) : point.x();
      if (x >= whole.from() && x <= whole.to()) {
        points.add(new double[] {x, point.y() * scale});
      }
    }
    double[][] data = new double[2][points.size()];
    for (int i = 0; i < points.size(); i++) {
      data[0][i] = points.get(i)[0];
      data[1][i] = points.get(i)[1];
    }
    return data;
  }

  private double highest(Span shown, double[][] curve) {
    double highest = 0;
    for (int i = 0; i < answer.counts().size(); i++) {
      if (edges[i + 1] > shown.from() && edges[i] < shown.to()) {
        highest = Math.max(highest, answer.counts().get(i));
      }
    }
    for (int i = 0; i < curve[0].length; i++) {
      if (curve[0][i] >= shown.from() && curve[0][i] <= shown.to()) {
        highest = Math.max(highest, curve[1][i]);
      }
    }
    return highest;
  }

  private List<Mark> marks(Rectangle2D area, TickAxis across, TickAxis up) {
    double rows = answer.counts().stream().mapToLong(Long::longValue).sum();
    List<String> cuts = format.texts(answer.cuts());
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < answer.counts().size(); i++) {
      double from = across.valueToJava2D(edges[i], area, RectangleEdge.BOTTOM);
      double to = across.valueToJava2D(edges[i + 1], area, RectangleEdge.BOTTOM);
      Rectangle2D band =
          new Rectangle2D.Double(from, area.getY(), to - from, area.getHeight())
              .createIntersection(area);
      if (band.isEmpty()) {
        continue;
      }
      long count = answer.counts().get(i);
      double top = up.valueToJava2D((double) count, area, RectangleEdge.LEFT);
      String text =
          "%s\n%s\n%s %% of the values"
              .formatted(
                  Figures.counted(count, "row"),
                  single ? cuts.get(i) : cuts.get(i) + " – " + cuts.get(i + 1),
                  Figures.format("0.##").format(100 * count / rows));
      marks.add(
          new Mark(band, new Point2D.Double(band.getCenterX(), top), text, List.of(picked(i))));
    }
    return marks;
  }

  private Picked picked(int bin) {
    List<BigDecimal> cuts = answer.cuts();
    return single
        ? new Picked.Between(column, cuts.get(bin), cuts.get(bin), true)
        : new Picked.Between(
            column, cuts.get(bin), cuts.get(bin + 1), bin == answer.counts().size() - 1);
  }
}
