package org.shareexplorer.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYDotRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Pairs.Hexagon;
import org.shareexplorer.engine.Pairs.Point;

/** Lays a scatter chart out: points, or hexagons the darker the more points are in them. */
final class ScatterPlot {

  /** So many points can be told one by one. */
  private static final int TOLD = 3_000;

  private final ScatterChart chart;
  private final boolean acrossLog;
  private final boolean upLog;
  private final FigureFormat format;

  /** Places on the axes: of points, or of hexagons' centres. */
  private final double[][] places;

  private ScatterPlot(ScatterChart chart, FigureFormat format) {
    this.format = format;
    this.chart = chart;
    acrossLog = chart.spec().acrossScale() == Scale.LOG;
    upLog = chart.spec().upScale() == Scale.LOG;
    List<Point> points = chart.answer().points();
    List<Hexagon> cells = chart.answer().hexagons().cells();
    places = new double[2][points.size() + cells.size()];
    for (int i = 0; i < points.size(); i++) {
      places[0][i] = acrossLog ? Math.log10(points.get(i).x()) : points.get(i).x();
      places[1][i] = upLog ? Math.log10(points.get(i).y()) : points.get(i).y();
    }
    for (int i = 0; i < cells.size(); i++) {
      places[0][i] = cells.get(i).x();
      places[1][i] = cells.get(i).y();
    }
  }

  static Plotted of(
      ScatterChart chart, FigureFormat format, ChartTheme theme, Optional<Span> zoom) {
    return new ScatterPlot(chart, format).plotted(theme, zoom);
  }

  private Plotted plotted(ChartTheme theme, Optional<Span> zoom) {
    Span whole = whole(0, chart.answer().hexagons().width() / 2);
    Span height = whole(1, chart.answer().hexagons().height() / 3);
    TickAxis across =
        new TickAxis(theme, acrossLog ? Ticks.DECADES : Ticks.NUMBERS, zoom.orElse(whole))
            .titled(chart.spec().across());
    TickAxis up =
        new TickAxis(theme, upLog ? format.decades() : format.ticks(), height)
            .titled(chart.spec().up());
    XYPlot plot = Plotted.xyPlot(theme, across, up);
    plot.setDomainGridlinesVisible(true);
    plot.setDomainGridlineStroke(Plotted.GRID);
    plot.setDomainGridlinePaint(theme.grid());
    DefaultXYDataset dataset = new DefaultXYDataset();
    dataset.addSeries("rows", places);
    plot.setDataset(dataset);
    plot.setRenderer(chart.counted() ? new HexagonRenderer(chart, theme) : dots(theme));
    return new Plotted(plot, across, whole, area -> marks(area, across, up), key(theme));
  }

  /** What the hexagons' colours stand for; of points, nothing is to be told. */
  private List<Plotted.Series> key(ChartTheme theme) {
    double most = Math.log1p((double) chart.most());
    return LongStream.of(1, Math.round(Math.expm1(most / 2)), chart.most())
        .filter(count -> chart.counted() && count > 0)
        .distinct()
        .mapToObj(count ->
            new Plotted.Series(
                Figures.counted(count, "row"), theme.strength(Math.log1p((double) count) / most)))
        .toList();
  }

  private Span whole(int axis, double reach) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (double place : places[axis]) {
      least = Math.min(least, place);
      greatest = Math.max(greatest, place);
    }
    if (least > greatest) {
      return new Span(0, 1);
    }
    Span span = Plotted.axisSpan(least - reach, greatest + reach);
    double air = span.length() * 0.03;
    return new Span(span.from() - air, span.to() + air);
  }

  private XYDotRenderer dots(ChartTheme theme) {
    XYDotRenderer dots = new XYDotRenderer();
    int points = places[0].length;
    int size = points > 5_000 ? 2 : points > 500 ? 3 : 4;
    dots.setDotWidth(size);
    dots.setDotHeight(size);
    Color colour = theme.stroke();
    int seenThrough = points > 5_000 ? 110 : 180;
    dots.setSeriesPaint(
        0, new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), seenThrough));
    return dots;
  }

  private List<Mark> marks(Rectangle2D area, TickAxis across, TickAxis up) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < places[0].length; i++) {
      double x = across.valueToJava2D(places[0][i], area, RectangleEdge.BOTTOM);
      double y = up.valueToJava2D(places[1][i], area, RectangleEdge.LEFT);
      if (area.contains(x, y)) {
        if (marks.size() == TOLD) {
          return List.of();
        }
        marks.add(chart.counted() ? hexagon(i, x, y, across, area) : point(i, x, y));
      }
    }
    return marks;
  }

  private Mark point(int i, double x, double y) {
    Point point = chart.answer().points().get(i);
    return new Mark(
        new Rectangle2D.Double(x - 4, y - 4, 8, 8),
        new Point2D.Double(x, y),
        "%s %s\n%s %s"
            .formatted(
                chart.spec().across(),
                Figures.number(point.x()),
                chart.spec().up(),
                format.text(point.y())),
        List.of(
            Picked.Between.just(chart.spec().across(), point.x()),
            Picked.Between.just(chart.spec().up(), point.y())));
  }

  private Mark hexagon(int i, double x, double y, TickAxis across, Rectangle2D area) {
    Hexagon cell = chart.answer().hexagons().cells().get(i);
    double half =
        across.lengthToJava2D(chart.answer().hexagons().width(), area, RectangleEdge.BOTTOM) / 2;
    return new Mark(
        new Rectangle2D.Double(x - half, y - half, 2 * half, 2 * half),
        new Point2D.Double(x, y),
        "%s\nabout %s %s\nabout %s %s"
            .formatted(
                Figures.counted(cell.count(), "row"),
                chart.spec().across(),
                Figures.number(acrossLog ? Math.pow(10, cell.x()) : cell.x()),
                chart.spec().up(),
                format.text(upLog ? Math.pow(10, cell.y()) : cell.y())));
  }
}
