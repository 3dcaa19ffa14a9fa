package org.shareexplorer.cli;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.CorrelationSpec;
import org.shareexplorer.chart.DensitySpec;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.MultiplesSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a chart shows, in options. */
final class ChartOptions {

  private static final int MOST_PANELS = 6;

  @Spec(Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The kinds of chart. */
  private enum Kind {
    HISTOGRAM,
    DENSITY,
    BOX,
    VIOLIN,
    BAR,
    TIME,
    SCATTER,
    PIE,
    HEATMAP,
    CORRELATION
  }

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description =
          "histogram, density, box, violin, bar, time, scatter, pie, heatmap or correlation.")
  private Kind kind = Kind.HISTOGRAM;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description =
          "The column that is drawn; bar, time, pie, heatmap: may be left out to count rows;"
              + " scatter: the one from bottom to top.")
  private @Nullable String column;

  @Option(
      names = "--columns",
      paramLabel = "NAMES",
      split = ",",
      description = "correlation: columns of numbers, at least two.")
  private List<String> columns = List.of();

  @Option(
      names = "--group",
      paramLabel = "NAME",
      description = "box, violin, density, bar, pie, heatmap: the column to group by.")
  private @Nullable String group;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "bar, time: parts or lines for the groups of another column.")
  private @Nullable String split;

  @Option(
      names = "--parts",
      paramLabel = "HOW",
      defaultValue = "grouped",
      description =
          "bar, time with --split: grouped, stacked or shares (default: ${DEFAULT-VALUE}).")
  private Arrangement arrangement = Arrangement.GROUPED;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "10",
      description = "box, violin, bar, pie: how many groups at most (default: ${DEFAULT-VALUE}).")
  private int mostGroups;

  @Option(
      names = "--first",
      paramLabel = "ORDER",
      defaultValue = "greatest",
      description =
          "bar: which groups come first: greatest, least, rows or key (default: ${DEFAULT-VALUE}).")
  private Rank order = Rank.GREATEST;

  @Option(names = "--others", description = "bar: one bar more for all other groups together.")
  private boolean others;

  @Option(
      names = {"--across", "--time"},
      paramLabel = "NAME",
      description =
          "time: a column of dates or timestamps; scatter: the column from left to right; heatmap:"
              + " another column, of times with --bucket.")
  private @Nullable String across;

  @Option(
      names = "--bucket",
      paramLabel = "STEP",
      description =
          "time, heatmap: day, week, month, quarter or year (time has month if nothing is said).")
  private @Nullable Bucket bucket;

  @Option(
      names = "--average",
      paramLabel = "N",
      description = "time: a moving average over so many steps.")
  private int average;

  @Option(
      names = "--aggregate",
      paramLabel = "WHAT",
      description =
          "bar, time, pie, heatmap: sum, mean, count, min, max, distinct, median or deviation"
              + " (default: sum of the column, or count of rows).")
  private @Nullable Aggregate aggregate;

  @Option(
      names = "--bins",
      paramLabel = "N",
      defaultValue = "30",
      description = "histogram: how many bins (default: ${DEFAULT-VALUE}).")
  private int bins;

  @Option(
      names = "--bin-width",
      paramLabel = "W",
      description = "histogram: the bins' width instead; in decades with --log.")
  private @Nullable Double binWidth;

  @Option(names = "--log", description = "histogram, box, scatter: logarithmic axes.")
  private boolean logarithmic;

  @Option(names = "--density", description = "histogram: draw a density curve as well.")
  private boolean density;

  @Option(
      names = "--panels",
      paramLabel = "NAME",
      description = "Any kind: a panel for each group of a column, at most 6.")
  private @Nullable String panels;

  @Mixin private final AnnotationOptions annotations = new AnnotationOptions();

  /**
   * {@return what is to be drawn}
   *
   * @throws ParameterException if options are missing or make no sense
   */
  ChartSpec spec() {
    return annotations.on(
        panels == null ? one() : new MultiplesSpec(one(), panels, MOST_PANELS), this::misused);
  }

  private ChartSpec one() {
    Scale scale = logarithmic ? Scale.LOG : Scale.LINEAR;
    if (mostGroups < 1) {
      throw misused("There must be at least one group.");
    }
    return switch (kind) {
      case HISTOGRAM -> {
        if (bins < 1 || (binWidth != null && !(binWidth > 0))) {
          throw misused("Bins need a count of at least 1, or a width above 0.");
        }
        yield new HistogramSpec(needed(column, "--column"), bins, binWidth, scale, density);
      }
      case DENSITY -> new DensitySpec(needed(column, "--column"), group);
      case BOX -> new BoxPlotSpec(needed(column, "--column"), group, mostGroups, scale);
      case VIOLIN ->
          new BoxPlotSpec(needed(column, "--column"), group, mostGroups, Scale.LINEAR, true);
      case BAR ->
          new BarSpec(
              needed(group, "--group"), quantity(), split, arrangement, order, mostGroups, others);
      case TIME -> {
        Quantity quantity = quantity();
        yield new TimeSeriesSpec(
            needed(across, "--time"),
            bucket == null ? Bucket.MONTH : bucket,
            quantity.aggregate(),
            quantity.column(),
            average,
            split,
            arrangement != Arrangement.GROUPED);
      }
      case SCATTER ->
          new ScatterSpec(needed(across, "--across"), needed(column, "--column"), scale, scale);
      case PIE -> {
        if (!quantity().additive()) {
          throw misused("Parts of a pie must add up: count rows, or take the sum of a column.");
        }
        yield new PieSpec(needed(group, "--group"), quantity(), Math.min(mostGroups, 7), true);
      }
      case HEATMAP ->
          new HeatMapSpec(needed(across, "--across"), bucket, needed(group, "--group"), quantity());
      case CORRELATION -> {
        if (columns.size() < 2) {
          throw misused("A chart of this kind needs at least two --columns.");
        }
        yield new CorrelationSpec(columns);
      }
    };
  }

  private Quantity quantity() {
    Aggregate what =
        aggregate != null ? aggregate : column == null ? Aggregate.COUNT : Aggregate.SUM;
    return new Quantity(what, what == Aggregate.COUNT ? column : needed(column, "--column"));
  }

  private String needed(@Nullable String value, String option) {
    if (value == null) {
      throw misused("A chart of this kind needs " + option + ".");
    }
    return value;
  }

  private ParameterException misused(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
