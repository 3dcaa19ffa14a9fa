package org.shareexplorer.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Histogram.Point;

/** Lays density curves out over each other. */
final class DensityPlot {

  private DensityPlot() {}

  static Plotted of(
      DensityChart chart, FigureFormat format, ChartTheme theme, Optional<Span> zoom) {
    int[] drawn = chart.drawn();
    DefaultXYDataset dataset = new DefaultXYDataset();
    XYLineAndShapeRenderer lines = new XYLineAndShapeRenderer(true, false);
    lines.setDrawSeriesLineAsPath(true);
    List<Plotted.Series> legend = new ArrayList<>();
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double highest = 0;
    for (int i = 0; i < drawn.length; i++) {
      List<Point> curve = chart.curve(drawn[i]);
      Box box = chart.answer().boxes().get(drawn[i]);
      dataset.addSeries(
          new GroupName(i, chart.label(box)),
          new double[][] {
            curve.stream().mapToDouble(Point::x).toArray(),
            curve.stream().mapToDouble(Point::y).toArray()
          });
      lines.setSeriesPaint(i, theme.palette().of(i));
      lines.setSeriesStroke(i, Plotted.LINE);
      legend.add(new Plotted.Series(chart.label(box), theme.palette().of(i)));
      least = Math.min(least, curve.getFirst().x());
      greatest = Math.max(greatest, curve.getLast().x());
      highest = curve.stream().mapToDouble(Point::y).reduce(highest, Math::max);
    }
    Span whole = least > greatest ? new Span(0, 1) : Plotted.axisSpan(least, greatest);
    TickAxis across =
        new TickAxis(theme, format.ticks(), zoom.orElse(whole)).titled(chart.spec().column());
    TickAxis up =
        new TickAxis(theme, Ticks.NUMBERS, Plotted.fromZero(0, highest)).titled("density");
    XYPlot plot = Plotted.xyPlot(theme, across, up);
    plot.setDataset(dataset);
    plot.setRenderer(lines);
    return new Plotted(
        plot,
        across,
        whole,
        area -> marks(chart, format, drawn, area, across, up),
        chart.spec().group() == null ? List.of() : legend);
  }

  /** The top of each curve. */
  private static List<Mark> marks(
      DensityChart chart,
      FigureFormat format,
      int[] drawn,
      Rectangle2D area,
      TickAxis across,
      TickAxis up) {
    List<Mark> marks = new ArrayList<>();
    for (int number : drawn) {
      Box box = chart.answer().boxes().get(number);
      List<Point> curve = chart.curve(number);
      Point top = curve.getFirst();
      for (Point point : curve) {
        top = point.y() > top.y() ? point : top;
      }
      double x = across.valueToJava2D(top.x(), area, RectangleEdge.BOTTOM);
      double y = up.valueToJava2D(top.y(), area, RectangleEdge.LEFT);
      if (area.contains(x, y)) {
        marks.add(
            new Mark(
                new Rectangle2D.Double(x - 10, y - 10, 20, 20),
                new Point2D.Double(x, y),
                "%s\nmost about %s\nmedian %s\n%s"
                    .formatted(
                        chart.label(box),
                        format.text(top.x()),
                        format.text(box.median()),
                        Figures.counted(box.count(), "value"))));
      }
    }
    return marks;
  }
}
