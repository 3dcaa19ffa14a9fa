package org.shareexplorer.chart;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;

/** The kinds of chart. */
public enum ChartKind {
  HISTOGRAM("Histogram") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new HistogramSpec(numeric(value));
    }
  },
  DENSITY("Density") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new DensitySpec(numeric(value), null);
    }
  },
  BOX_PLOT("Box plot") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new BoxPlotSpec(numeric(value), columns.likelyGroup().orElse(null));
    }
  },
  VIOLIN("Violin") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new BoxPlotSpec(numeric(value), columns.likelyGroup().orElse(null)).asViolin();
    }
  },
  BAR("Bar") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new BarSpec(columns.groups().getFirst(), quantity(value));
    }
  },
  TIME_SERIES("Time series") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      Quantity quantity = quantity(value);
      return new TimeSeriesSpec(
          columns.times().getFirst(), Bucket.MONTH, quantity.aggregate(), quantity.column());
    }
  },
  SCATTER("Scatter") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      String up = numeric(value);
      String across =
          columns.values().stream().filter(name -> !name.equals(up)).findFirst().orElseThrow();
      return new ScatterSpec(across, up);
    }
  },
  PIE("Pie") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new PieSpec(columns.groups().getFirst(), quantity(value));
    }
  },
  HEAT_MAP("Heat map") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      List<String> groups = columns.groups();
      return columns.times().isEmpty()
          ? new HeatMapSpec(groups.get(1), null, groups.getFirst(), quantity(value))
          : new HeatMapSpec(
              columns.times().getFirst(), Bucket.MONTH, groups.getFirst(), quantity(value));
    }
  },
  CORRELATION("Correlation matrix") {
    @Override
    ChartSpec likely(ChartColumns columns, @Nullable String value) {
      return new CorrelationSpec(columns.values().stream().limit(CorrelationSpec.FIRST).toList());
    }
  };

  private final String label;

  ChartKind(String label) {
    this.label = label;
  }

  /** {@return what people call it} */
  public String label() {
    return label;
  }

  /** {@return the kinds that a table's columns allow} */
  public static List<ChartKind> fitting(ChartColumns columns) {
    return Arrays.stream(values()).filter(kind -> kind.fits(columns)).toList();
  }

  private boolean fits(ChartColumns columns) {
    int values = columns.values().size();
    return switch (this) {
      case HISTOGRAM, DENSITY, BOX_PLOT, VIOLIN -> values > 0;
      case SCATTER, CORRELATION -> values > 1;
      case TIME_SERIES -> !columns.times().isEmpty();
      case BAR, PIE -> !columns.groups().isEmpty();
      case HEAT_MAP -> columns.groups().size() > 1;
    };
  }

  /**
   * {@return a chart of this kind on the likeliest columns}
   *
   * @param column a column that it should be about, if it is one of numbers
   */
  public ChartSpec on(ChartColumns columns, @Nullable String column) {
    List<String> values = columns.values();
    return likely(
        columns, values.isEmpty() || values.contains(column) ? column : values.getFirst());
  }

  abstract ChartSpec likely(ChartColumns columns, @Nullable String value);

  private static String numeric(@Nullable String value) {
    if (value == null) {
      throw new IllegalArgumentException("a chart of a column of numbers");
    }
    return value;
  }

  private static Quantity quantity(@Nullable String value) {
    return value == null ? Quantity.ROWS : new Quantity(Aggregate.SUM, value);
  }
}
