package org.shareexplorer.chart;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StackedXYAreaRenderer2;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultTableXYDataset;
import org.jfree.data.xy.XYSeries;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;

/** Lays lines over time out, one per group, beside or upon each other. */
final class LinesPlot {

  private final LinesChart chart;
  private final Optional<UnfinishedStep> unfinished;
  private final KeyTable table;
  private final List<LocalDate> steps;
  private final boolean stacked;
  private final FigureFormat format;

  /** By group, then by step. */
  private final double[][] values;

  private LinesPlot(LinesChart chart, FigureFormat format) {
    this.format = format;
    this.chart = chart;
    this.unfinished = chart.unfinished();
    table = chart.table();
    stacked = chart.spec().stacked() && chart.spec().additive();
    steps = steps(chart, table);
    values = new double[table.columns().size()][steps.size()];
    for (int group = 0; group < values.length; group++) {
      for (int step = 0; step < steps.size(); step++) {
        double place = table.place(new Grouped.Key.Of(steps.get(step)), table.columns().get(group));
        values[group][step] = Double.isNaN(place) && chart.spec().additive() ? 0 : place;
      }
    }
  }

  static Plotted of(LinesChart chart, FigureFormat format, ChartTheme theme, Optional<Span> zoom) {
    return new LinesPlot(chart, format).plotted(theme, zoom);
  }

  /** The steps with rows; where zeros are to be seen, those on both sides of a gap as well. */
  private static List<LocalDate> steps(LinesChart chart, KeyTable table) {
    Bucket bucket = chart.spec().bucket();
    List<LocalDate> steps = new ArrayList<>();
    for (Grouped.Key key : table.rows()) {
      if (!(key instanceof Grouped.Key.Of(LocalDate start))) {
        continue;
      }
      if (!steps.isEmpty()) {
        LocalDate expected = TimeSeriesChart.next(steps.getLast(), bucket, 1);
        LocalDate last = TimeSeriesChart.next(start, bucket, -1);
        if (expected.isBefore(start)) {
          steps.add(expected);
        }
        if (expected.isBefore(last)) {
          steps.add(last);
        }
      }
      steps.add(start);
    }
    return Collections.unmodifiableList(steps);
  }

  private Plotted plotted(ChartTheme theme, Optional<Span> zoom) {
    Span whole = steps.isEmpty() ? new Span(0, 365) : whole();
    TickAxis across = new TickAxis(theme, Ticks.DAYS, zoom.orElse(whole));
    TickAxis up =
        new TickAxis(
                theme, chart.spec().quantity().counted() ? Ticks.COUNTS : format.ticks(), height())
            .titled(chart.spec().quantity().title());
    XYPlot plot = Plotted.xyPlot(theme, across, up);
    plot.setDataset(dataset());
    plot.setRenderer(renderer(theme));
    if (stacked && unfinished.isPresent() && steps.size() > 1) {
      fade(plot, theme);
    }
    List<Plotted.Series> legend = new ArrayList<>();
    for (int group = 0; group < values.length; group++) {
      Grouped.Key key = table.columns().get(group);
      legend.add(new Plotted.Series(chart.label(key), theme.series(group, key)));
    }
    return new Plotted(plot, across, whole, area -> marks(area, across, up), legend);
  }

  /** Areas have no dashes: those on the way to a step that is not over are paler. */
  private void fade(XYPlot plot, ChartTheme theme) {
    Color pale = theme.background();
    IntervalMarker marker =
        new IntervalMarker(
            steps.get(steps.size() - 2).toEpochDay(),
            steps.getLast().toEpochDay(),
            new Color(pale.getRed(), pale.getGreen(), pale.getBlue()));
    marker.setAlpha(0.5f);
    plot.addDomainMarker(marker, Layer.FOREGROUND);
  }

  private DefaultTableXYDataset dataset() {
    DefaultTableXYDataset dataset = new DefaultTableXYDataset();
    for (int group = 0; group < values.length; group++) {
      XYSeries series =
          new XYSeries(new GroupName(group, chart.label(table.columns().get(group))), false, false);
      for (int step = 0; step < steps.size(); step++) {
        double value = values[group][step];
        series.add(
            (Number) (double) steps.get(step).toEpochDay(),
            Double.isNaN(value) ? null : (Double) value,
            false);
      }
      dataset.addSeries(series);
    }
    return dataset;
  }

  private Span whole() {
    Span days = Plotted.days(steps.getFirst(), steps.getLast());
    // A dot at the end is seen in whole.
    double air = !stacked && unfinished.isPresent() ? 0.012 * days.length() : 0;
    return new Span(days.from() - air, days.to() + air);
  }

  private XYItemRenderer renderer(ChartTheme theme) {
    if (stacked) {
      StackedXYAreaRenderer2 areas = new StackedXYAreaRenderer2();
      for (int group = 0; group < values.length; group++) {
        areas.setSeriesPaint(group, theme.series(group, table.columns().get(group)));
      }
      return areas;
    }
    StepLine lines =
        new StepLine(theme, _ -> steps.size() < 2, unfinished.isPresent() ? steps.size() - 1 : -1);
    for (int group = 0; group < values.length; group++) {
      lines.look(group, theme.series(group, table.columns().get(group)), Plotted.LINE);
    }
    return lines;
  }

  private Span height() {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int step = 0; step < steps.size(); step++) {
      double below = 0;
      double above = 0;
      for (double[] line : values) {
        double value = line[step];
        if (stacked) {
          below += Math.min(0, value);
          above += Math.max(0, value);
        } else if (!Double.isNaN(value)) {
          least = Math.min(least, value);
          greatest = Math.max(greatest, value);
        }
      }
      if (stacked) {
        least = Math.min(least, below);
        greatest = Math.max(greatest, above);
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

  private List<Mark> marks(Rectangle2D area, TickAxis across, TickAxis up) {
    double[] places =
        steps.stream()
            .mapToDouble(step ->
                across.valueToJava2D((double) step.toEpochDay(), area, RectangleEdge.BOTTOM))
            .toArray();
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (places[i] < area.getX() - 0.5 || places[i] > area.getMaxX() + 0.5) {
        continue;
      }
      double left = i == 0 ? area.getX() : (places[i - 1] + places[i]) / 2;
      double right = i + 1 == places.length ? area.getMaxX() : (places[i + 1] + places[i]) / 2;
      Rectangle2D band =
          new Rectangle2D.Double(left, area.getY(), right - left, area.getHeight())
              .createIntersection(area);
      int step = i;
      double top =
          Arrays.stream(values)
              .mapToDouble(line -> line[step])
              .filter(value -> !Double.isNaN(value))
              .max()
              .orElse(up.getLowerBound());
      double y = up.valueToJava2D(top, area, RectangleEdge.LEFT);
      marks.add(
          new Mark(
              band,
              new Point2D.Double(places[i], Math.clamp(y, area.getY(), area.getMaxY())),
              text(steps.get(i)),
              List.of(TimeSeriesChart.days(chart.spec(), steps.get(i)))));
    }
    return marks;
  }

  private String text(LocalDate step) {
    StringBuilder text = new StringBuilder(KeyText.step(step, chart.spec().bucket()));
    for (Grouped.Key group : table.columns()) {
      Optional<Group> figures = table.at(new Grouped.Key.Of(step), group);
      text.append('\n').append(chart.label(group)).append(": ");
      text.append(
          figures
              .map(found -> format.text(found.totals().getFirst()))
              .orElse(chart.spec().additive() ? "0" : "no value"));
    }
    return text + UnfinishedStep.told(unfinished, step);
  }
}
