package org.shareexplorer.cli;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.export.ChartImage;
import org.shareexplorer.job.Job;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws a chart over all rows of a table. */
@Command(
    name = "chart",
    description = {
      "Draws a chart over all rows of a table, reading no more than the columns that it is about.",
      "The picture goes to --out; --json prints the figures."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer chart external_retail retail sales_transactions --kind histogram --column total_amount --out amounts.png --demo",
      "  share-explorer chart external_retail retail sales_transactions --kind box --column total_amount --group region --out regions.svg --demo",
      "  share-explorer chart external_retail retail sales_transactions --kind time --time transaction_date --bucket month --aggregate sum --column total_amount --json --demo"
    })
final class ChartCommand implements Callable<Integer> {

  private final Session session;

  @Spec private @Nullable CommandSpec command;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  /** The kinds of chart. */
  private enum Kind {
    HISTOGRAM,
    BOX,
    TIME
  }

  @Option(
      names = "--kind",
      required = true,
      paramLabel = "KIND",
      description = "histogram, box or time.")
  private Kind kind = Kind.HISTOGRAM;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "The numeric column; may be left out to count rows over time.")
  private @Nullable String column;

  @Option(names = "--group", paramLabel = "NAME", description = "box: one box per value of it.")
  private @Nullable String group;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "10",
      description =
          "box: how many groups at most, those with the most rows (default: ${DEFAULT-VALUE}).")
  private int mostGroups;

  @Option(
      names = "--time",
      paramLabel = "NAME",
      description = "time: a column of dates or timestamps.")
  private @Nullable String time;

  @Option(
      names = "--bucket",
      paramLabel = "STEP",
      defaultValue = "month",
      description = "time: day, week, month, quarter or year (default: ${DEFAULT-VALUE}).")
  private Bucket bucket = Bucket.MONTH;

  @Option(
      names = "--aggregate",
      paramLabel = "WHAT",
      description =
          "time: sum, mean, count, min or max (default: sum of the column, or count of rows).")
  private @Nullable Aggregate aggregate;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "time: where days of timestamps begin, such as UTC (default: this computer's zone).")
  private @Nullable ZoneId zone;

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

  @Option(names = "--log", description = "histogram, box: a logarithmic axis.")
  private boolean logarithmic;

  @Option(names = "--density", description = "histogram: draw a density curve as well.")
  private boolean density;

  @Option(names = "--dark", description = "Draw on dark ground.")
  private boolean dark;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "The picture: a name that ends in .png or .svg.")
  private @Nullable Path out;

  @Option(names = "--json", description = "Print the figures as JSON.")
  private boolean json;

  ChartCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (out == null && !json) {
      throw misused("Say where the picture goes with --out FILE, or ask for figures with --json.");
    }
    if (out != null && !out.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|svg)")) {
      throw misused("The picture " + out + " must have a name that ends in .png or .svg.");
    }
    ChartSpec spec = spec();
    return session.ask(access, reporting, (provider, job) -> draw(spec, provider, job));
  }

  private ChartSpec spec() {
    Scale scale = logarithmic ? Scale.LOG : Scale.LINEAR;
    return switch (kind) {
      case HISTOGRAM -> {
        if (bins < 1 || (binWidth != null && !(binWidth > 0))) {
          throw misused("Bins need a count of at least 1, or a width above 0.");
        }
        yield new HistogramSpec(needed(column, "--column"), bins, binWidth, scale, density);
      }
      case BOX -> {
        if (mostGroups < 1) {
          throw misused("There must be at least one group.");
        }
        yield new BoxPlotSpec(needed(column, "--column"), group, mostGroups, scale);
      }
      case TIME -> {
        Aggregate what =
            aggregate != null ? aggregate : column == null ? Aggregate.COUNT : Aggregate.SUM;
        if (what != Aggregate.COUNT) {
          var _ = needed(column, "--column");
        }
        yield new TimeSeriesSpec(needed(time, "--time"), bucket, what, column);
      }
    };
  }

  private void draw(ChartSpec spec, Provider provider, Job job) {
    ZoneId where = zone != null ? zone : session.terminal().zone();
    Chart chart = spec.ask(provider.open(table.name(), job), where, job);
    if (out != null) {
      new ChartImage(new ChartPicture(chart, ChartTheme.of(dark))).save(out);
      session.terminal().say(out + ": " + chart.exactness());
    }
    if (json) {
      Json.print(session.terminal(), generator -> ChartFigures.json(chart, generator));
    }
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
