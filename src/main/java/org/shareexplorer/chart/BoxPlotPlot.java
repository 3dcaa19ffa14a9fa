package org.shareexplorer.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.statistics.BoxAndWhiskerItem;
import org.jfree.data.statistics.DefaultBoxAndWhiskerCategoryDataset;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/** Lays a box plot out: a row per group, values from left to right. */
final class BoxPlotPlot {

  private static final String SERIES = "box";

  private final BoxPlotChart chart;
  private final boolean log;
  private final FigureFormat format;
  private final List<Box> boxes;
  private final Span whole;

  private BoxPlotPlot(BoxPlotChart chart, FigureFormat format) {
    this.format = format;
    this.chart = chart;
    log = chart.spec().scale() == Scale.LOG;
    boxes = chart.drawn();
    double least = boxes.stream().mapToDouble(this::leastShown).min().orElse(log ? 1 : 0);
    double greatest = boxes.stream().mapToDouble(Box::max).max().orElse(log ? 10 : 1);
    Span span =
        log
            ? Plotted.axisSpan(Math.log10(least), Math.log10(greatest))
            : Plotted.axisSpan(least, greatest);
    double air = span.length() * 0.03;
    whole = new Span(span.from() - air, span.to() + air);
  }

  static Plotted of(
      BoxPlotChart chart,
      FigureFormat format,
      ChartTheme theme,
      Optional<Span> zoom,
      double width) {
    return new BoxPlotPlot(chart, format).plotted(theme, zoom, width);
  }

  /** On a logarithmic axis, the least of a box's own figures that has a place there. */
  private double leastShown(Box box) {
    if (!log || box.min() > 0) {
      return box.min();
    }
    for (double figure :
        new double[] {box.lowerWhisker(), box.q1(), box.median(), box.q3(), box.upperWhisker()}) {
      if (figure > 0) {
        return figure;
      }
    }
    return box.max();
  }

  private Plotted plotted(ChartTheme theme, Optional<Span> zoom, double width) {
    TickAxis across =
        new TickAxis(theme, log ? format.decades() : format.ticks(), zoom.orElse(whole))
            .titled(chart.spec().column());
    DefaultBoxAndWhiskerCategoryDataset dataset = new DefaultBoxAndWhiskerCategoryDataset();
    DoubleUnaryOperator place = this::place;
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      GroupName name =
          new GroupName(i, GroupName.shortened(chart.label(box), NamesAxis.WIDTH * width));
      dataset.add(
          new BoxAndWhiskerItem(
              place.applyAsDouble(box.mean()),
              place.applyAsDouble(box.median()),
              place.applyAsDouble(box.q1()),
              place.applyAsDouble(box.q3()),
              place.applyAsDouble(box.lowerWhisker()),
              place.applyAsDouble(box.upperWhisker()),
              place.applyAsDouble(box.min()),
              place.applyAsDouble(box.max()),
              box.outliers().stream()
                  .filter(value -> !log || value > 0)
                  .map(value -> place.applyAsDouble(value))
                  .toList()),
          SERIES,
          name);
    }
    CategoryPlot plot =
        new CategoryPlot(
            dataset,
            new NamesAxis(theme),
            across,
            chart.spec().violin()
                ? new ViolinRenderer(theme, chart.curves())
                : new BoxRenderer(theme));
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setRangeGridlinePaint(theme.grid());
    plot.setRangeGridlineStroke(Plotted.GRID);
    Plotted.plain(plot);
    plot.setAxisOffset(new RectangleInsets(0, 6, 4, 0));
    return new Plotted(plot, across, whole, area -> marks(area, across));
  }

  private double place(double value) {
    return !log ? value : value > 0 ? Math.log10(value) : whole.from() - whole.length();
  }

  private List<Mark> marks(Rectangle2D area, TickAxis across) {
    List<Mark> marks = new ArrayList<>();
    double row = area.getHeight() / Math.max(1, boxes.size());
    for (int i = 0; i < boxes.size(); i++) {
      Box box = boxes.get(i);
      double y = area.getY() + i * row;
      double x = across.valueToJava2D(place(box.median()), area, RectangleEdge.BOTTOM);
      marks.add(
          new Mark(
              new Rectangle2D.Double(area.getX(), y, area.getWidth(), row),
              new Point2D.Double(Math.clamp(x, area.getX(), area.getMaxX()), y + row / 2),
              text(box),
              picked(box)));
    }
    for (int i = 0; i < boxes.size() && !chart.spec().violin(); i++) {
      double middle = area.getY() + (i + 0.5) * row;
      for (double value : boxes.get(i).outliers()) {
        double x = across.valueToJava2D(place(value), area, RectangleEdge.BOTTOM);
        if (x >= area.getX() && x <= area.getMaxX()) {
          marks.add(
              new Mark(
                  new Rectangle2D.Double(x - 5, middle - 5, 10, 10),
                  new Point2D.Double(x, middle),
                  chart.label(boxes.get(i)) + "\noutlier " + format.text(value)));
        }
      }
    }
    return marks;
  }

  private List<Picked> picked(Box box) {
    String group = chart.spec().group();
    return group == null ? List.of() : List.of(new Picked.Value(group, box.group()));
  }

  private String text(Box box) {
    return "%s · %s\nmedian %s · mean %s\nquartiles %s – %s\nwhiskers %s – %s\nrange %s – %s\n%s"
        .formatted(
            chart.label(box),
            Figures.counted(box.count(), "value"),
            format.text(box.median()),
            format.text(box.mean()),
            format.text(box.q1()),
            format.text(box.q3()),
            format.text(box.lowerWhisker()),
            format.text(box.upperWhisker()),
            format.text(box.min()),
            format.text(box.max()),
            Figures.counted(box.outlierCount(), "outlier"));
  }
}
