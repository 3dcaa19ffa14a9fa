package org.shareexplorer.chart;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYAreaRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.TimeSeries.Step;

/** Lays a time series out: a line, and for what adds up, the area under it. */
final class TimeSeriesPlot {

  /** The line of more steps goes up and down so often that it would be an area. */
  private static final int MANY = 300;

  private final TimeSeriesChart chart;
  private final Optional<UnfinishedStep> unfinished;
  private final List<Step> steps;
  private final FigureFormat format;
  private final XYSeries series = new XYSeries("value", false, true);

  private TimeSeriesPlot(TimeSeriesChart chart, FigureFormat format) {
    this.format = format;
    this.chart = chart;
    this.unfinished = chart.unfinished();
    steps = chart.answer().steps();
    boolean additive = chart.spec().additive();
    Bucket bucket = chart.spec().bucket();
    LocalDate expected = null;
    for (Step step : steps) {
      if (expected != null && expected.isBefore(step.start())) {
        // Only a gap's ends are needed: between two zeros the line is straight.
        series.add((double) expected.toEpochDay(), additive ? 0.0 : Double.NaN);
        LocalDate last = TimeSeriesChart.next(step.start(), bucket, -1);
        if (additive && expected.isBefore(last)) {
          series.add((double) last.toEpochDay(), 0.0);
        }
      }
      series.add((double) step.start().toEpochDay(), value(step));
      expected = TimeSeriesChart.next(step.start(), bucket, 1);
    }
  }

  static Plotted of(
      TimeSeriesChart chart, FigureFormat format, ChartTheme theme, Optional<Span> zoom) {
    return new TimeSeriesPlot(chart, format).plotted(theme, zoom);
  }

  private double value(Step step) {
    BigDecimal value = step.value();
    return value != null ? value.doubleValue() : chart.spec().additive() ? 0 : Double.NaN;
  }

  private Plotted plotted(ChartTheme theme, Optional<Span> zoom) {
    Span whole = whole();
    Span shown = zoom.orElse(whole);
    TickAxis across = new TickAxis(theme, Ticks.DAYS, shown);
    TickAxis up =
        new TickAxis(
                theme,
                chart.spec().quantity().counted() ? Ticks.COUNTS : format.ticks(),
                height(shown))
            .titled(chart.spec().quantity().title());
    XYPlot plot = Plotted.xyPlot(theme, across, up);
    XYSeriesCollection dataset = new XYSeriesCollection(series);
    // What has a lower number is drawn over what has a higher one.
    MovingAverage average = new MovingAverage(chart, unfinished);
    int number = average.drawn() ? 1 : 0;
    plot.setDataset(number, dataset);
    plot.setRenderer(number, line(theme));
    if (chart.spec().additive()) {
      XYAreaRenderer area = new XYAreaRenderer(XYAreaRenderer.AREA);
      area.setSeriesPaint(0, theme.area());
      plot.setDataset(2, dataset);
      plot.setRenderer(2, area);
    }
    if (average.drawn()) {
      StepLine smooth = new StepLine(theme, _ -> false, -1);
      smooth.look(0, theme.palette().of(1), Plotted.LINE);
      plot.setDataset(0, new XYSeriesCollection(average.line()));
      plot.setRenderer(0, smooth);
    }
    return new Plotted(
        plot, across, whole, where -> marks(where, across, up), average.legend(theme));
  }

  private Span whole() {
    if (steps.isEmpty()) {
      return new Span(0, 365);
    }
    Span days = Plotted.days(steps.getFirst().start(), steps.getLast().start());
    // A dot at an end is seen in whole.
    double air = unfinished.isPresent() || alone(0) || alone(series.getItemCount() - 1) ? 0.012 : 0;
    return new Span(days.from() - air * days.length(), days.to() + air * days.length());
  }

  private Span height(Span shown) {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < series.getItemCount(); i++) {
      double x = series.getX(i).doubleValue();
      // A line's neighbours outside are seen as well.
      boolean seen =
          (i + 1 >= series.getItemCount() || series.getX(i + 1).doubleValue() >= shown.from())
              && (i == 0 || series.getX(i - 1).doubleValue() <= shown.to());
      double y = series.getY(i).doubleValue();
      if (seen && !Double.isNaN(y) && !Double.isNaN(x)) {
        least = Math.min(least, y);
        greatest = Math.max(greatest, y);
      }
    }
    if (least > greatest) {
      return new Span(0, 1);
    }
    if (chart.spec().additive()) {
      return Plotted.fromZero(least, greatest);
    }
    Span span = Plotted.axisSpan(least, greatest);
    return new Span(span.from() - span.length() * 0.05, span.to() + span.length() * 0.05);
  }

  private StepLine line(ChartTheme theme) {
    int last = unfinished.isPresent() ? series.getItemCount() - 1 : -1;
    StepLine line = new StepLine(theme, this::alone, last);
    line.look(0, theme.stroke(), steps.size() > MANY ? Plotted.THIN : Plotted.LINE);
    return line;
  }

  /** A value between two gaps has no line to show it: it is drawn as a dot. */
  private boolean alone(int item) {
    return gap(item - 1) && gap(item + 1);
  }

  private boolean gap(int item) {
    return item < 0
        || item >= series.getItemCount()
        || Double.isNaN(series.getY(item).doubleValue());
  }

  private List<Mark> marks(Rectangle2D area, TickAxis across, TickAxis up) {
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      double x = x(step, across, area);
      double left = i == 0 ? area.getX() : (x(steps.get(i - 1), across, area) + x) / 2;
      double right =
          i + 1 == steps.size() ? area.getMaxX() : (x(steps.get(i + 1), across, area) + x) / 2;
      double value = value(step);
      if (x < area.getX() - 0.5 || x > area.getMaxX() + 0.5) {
        continue;
      }
      Rectangle2D band =
          new Rectangle2D.Double(left, area.getY(), right - left, area.getHeight())
              .createIntersection(area);
      double y =
          Double.isNaN(value) ? area.getMaxY() : up.valueToJava2D(value, area, RectangleEdge.LEFT);
      marks.add(
          new Mark(
              band,
              new Point2D.Double(x, y),
              text(step),
              List.of(TimeSeriesChart.days(chart.spec(), step.start()))));
    }
    return marks;
  }

  private static double x(Step step, TickAxis across, Rectangle2D area) {
    return across.valueToJava2D((double) step.start().toEpochDay(), area, RectangleEdge.BOTTOM);
  }

  private String text(Step step) {
    BigDecimal value = step.value();
    String figure = value == null ? "no value" : format.text(value);
    return chart.label(step.start())
        + "\n"
        + (chart.spec().value() == null
            ? figure + (figure.equals("1") ? " row" : " rows")
            : Quantity.words(chart.spec().aggregate()).toLowerCase(java.util.Locale.ROOT)
                + " "
                + figure
                + "\n"
                + Figures.counted(step.rows(), "row"))
        + UnfinishedStep.told(unfinished, step.start());
  }
}
