package org.shareexplorer.chart;

import java.time.LocalDate;
import java.util.List;
import org.shareexplorer.engine.HistogramQuestion.Scale;

/** Which rows a part of a chart's horizontal axis stands for. */
public final class ShownRange {

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
      case TimeSeriesChart series -> days(series.spec(), span);
      case LinesChart lines -> days(lines.spec(), span);
      default -> List.of();
    };
  }

  private static List<Picked> values(String column, Span span, Scale scale) {
    return List.of(
        scale == Scale.LOG
            ? new Picked.Between(column, Math.pow(10, span.from()), Math.pow(10, span.to()), true)
            : new Picked.Between(column, span.from(), span.to(), true));
  }

  private static List<Picked> days(TimeSeriesSpec spec, Span span) {
    LocalDate first = LocalDate.ofEpochDay((long) Math.ceil(span.from()));
    LocalDate last = LocalDate.ofEpochDay((long) Math.floor(span.to()));
    return last.isBefore(first)
        ? List.of()
        : List.of(new Picked.Days(spec.time(), first, last.plusDays(1)));
  }
}
