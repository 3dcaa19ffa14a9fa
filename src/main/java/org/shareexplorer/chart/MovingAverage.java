package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jfree.data.xy.XYSeries;
import org.shareexplorer.engine.TimeSeries.Step;

/**
 * The mean of a step and some before it, as pandas' {@code rolling(n).mean()} has it, up to the
 * last step that is over.
 */
final class MovingAverage {

  private final TimeSeriesChart chart;
  private final Optional<UnfinishedStep> unfinished;
  private final int steps;

  /**
   * @param unfinished the chart's last step, if it is not over yet
   */
  MovingAverage(TimeSeriesChart chart, Optional<UnfinishedStep> unfinished) {
    this.chart = chart;
    this.unfinished = unfinished;
    this.steps = chart.spec().average();
  }

  /** {@return whether there is a line to draw} */
  boolean drawn() {
    return steps > 1;
  }

  /** {@return what its colour stands for} */
  List<Plotted.Series> legend(ChartTheme theme) {
    String step = chart.spec().bucket().name().toLowerCase(java.util.Locale.ROOT);
    return drawn()
        ? List.of(
            new Plotted.Series(chart.spec().quantity().title(), theme.stroke()),
            new Plotted.Series("mean of " + Figures.counted(steps, step), theme.palette().of(1)))
        : List.of();
  }

  /**
   * {@return the line; it is broken where one of the steps has no value} A part of a step among
   * whole ones would have it turn at its end.
   */
  XYSeries line() {
    XYSeries line = new XYSeries("average", false, true);
    Deque<Double> window = new ArrayDeque<>();
    LocalDate expected = null;
    for (Step step : chart.answer().steps()) {
      // Within a gap that is longer than the window, all is as at its end.
      for (int i = 0; expected != null && expected.isBefore(step.start()) && i <= steps; i++) {
        put(line, window, expected, chart.spec().additive() ? 0 : Double.NaN);
        expected = TimeSeriesChart.next(expected, chart.spec().bucket(), 1);
      }
      if (unfinished.filter(last -> last.start().equals(step.start())).isPresent()) {
        break;
      }
      BigDecimal value = step.value();
      put(
          line,
          window,
          step.start(),
          value != null ? value.doubleValue() : chart.spec().additive() ? 0 : Double.NaN);
      expected = TimeSeriesChart.next(step.start(), chart.spec().bucket(), 1);
    }
    return line;
  }

  private void put(XYSeries line, Deque<Double> window, LocalDate at, double value) {
    window.addLast(value);
    if (window.size() > steps) {
      window.removeFirst();
    }
    if (window.size() == steps) {
      double mean = window.stream().mapToDouble(v -> v).sum() / steps;
      line.add((Number) (double) at.toEpochDay(), Double.isNaN(mean) ? null : (Double) mean);
    }
  }
}
