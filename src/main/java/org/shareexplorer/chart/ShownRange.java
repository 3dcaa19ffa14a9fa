package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.TimeSeries.Step;

/** Which rows a part of a chart's horizontal axis stands for. */
public final class ShownRange {

  /** Ends of a range have so many digits: no picture is as many points wide. */
  private static final int DIGITS = 4;

  private ShownRange() {}

  /**
   * {@return the rows; none in particular if that axis is not one of a column's values}
   *
   * @param span a part of the axis
   */
  public static List<Picked> of(Chart chart, Span span) {
    return switch (chart.figures()) {
      case HistogramChart histogram ->
          values(histogram.spec().column(), span, histogram.spec().scale());
      case BoxPlotChart boxes -> values(boxes.spec().column(), span, boxes.spec().scale());
      case DensityChart curves -> values(curves.spec().column(), span, Scale.LINEAR);
      case ScatterChart points -> values(points.spec().across(), span, points.spec().acrossScale());
      case TimeSeriesChart series ->
          days(series.spec(), series.answer().steps().stream().map(Step::start).toList(), span);
      case LinesChart lines -> days(lines.spec(), lines.steps(), span);
      default -> List.of();
    };
  }

  private static List<Picked> values(String column, Span span, Scale scale) {
    double from = scale == Scale.LOG ? Math.pow(10, span.from()) : span.from();
    double to = scale == Scale.LOG ? Math.pow(10, span.to()) : span.to();
    if (!(from < to) || Double.isInfinite(to - from)) {
      return List.of();
    }
    // On a logarithmic scale each end has its own least digit that can be seen.
    BigDecimal length = BigDecimal.valueOf(to - from);
    BigDecimal least = scale == Scale.LOG ? BigDecimal.valueOf(from) : length;
    BigDecimal greatest = scale == Scale.LOG ? BigDecimal.valueOf(to) : length;
    return List.of(
        new Picked.Between(
            column,
            rounded(from, least.min(length), RoundingMode.FLOOR),
            rounded(to, greatest.min(length), RoundingMode.CEILING),
            true));
  }

  /** Away from the middle, so that nothing that is shown is left out. */
  private static BigDecimal rounded(double end, BigDecimal length, RoundingMode away) {
    int scale = DIGITS - (length.precision() - length.scale());
    return BigDecimal.valueOf(end).setScale(scale, away).stripTrailingZeros();
  }

  /** The days of all steps whose beginning, where they are drawn, is shown. */
  private static List<Picked> days(TimeSeriesSpec spec, List<LocalDate> steps, Span span) {
    List<LocalDate> shown =
        steps.stream()
            .filter(step -> step.toEpochDay() >= span.from() && step.toEpochDay() <= span.to())
            .toList();
    return shown.isEmpty()
        ? List.of()
        : List.of(
            new Picked.Days(
                spec.time(),
                shown.getFirst(),
                TimeSeriesChart.next(shown.getLast(), spec.bucket(), 1)));
  }
}
