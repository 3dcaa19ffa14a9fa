package org.shareexplorer.chart;

import java.util.Optional;

/** A chart's specification together with the engine's answer: all that drawing needs. Immutable. */
public sealed interface Chart
    permits HistogramChart,
        DensityChart,
        BoxPlotChart,
        BarChart,
        TimeSeriesChart,
        LinesChart,
        ScatterChart,
        PieChart,
        HeatMapChart,
        CorrelationChart,
        MultiplesChart,
        SampledChart,
        AnnotatedChart {

  /** {@return what it shows} */
  ChartSpec spec();

  /** {@return the chart of figures itself, without what is said of it} */
  default Chart figures() {
    return switch (this) {
      case SampledChart some -> some.chart().figures();
      case AnnotatedChart annotated -> annotated.chart().figures();
      default -> this;
    };
  }

  /** {@return on how many rows it stands and what was left out, for a person} */
  String exactness();

  /** {@return the figures in a sentence or two, for those who hear the chart} */
  String description();

  /** {@return the same on a logarithmic scale, where a linear one shows hardly any of it} */
  default Optional<ChartSpec> logarithmic() {
    return Optional.empty();
  }

  /** {@return why there is nothing to draw, or empty if there is something} */
  Optional<String> emptiness();
}
