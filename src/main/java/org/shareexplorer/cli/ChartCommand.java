package org.shareexplorer.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.SampledChart;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.SampledTable;
import org.shareexplorer.export.ChartImage;
import org.shareexplorer.export.PictureFormat;
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
      "Draws a chart over all rows of a table, or over those that match, reading no more than the columns that it is about.",
      "The picture goes to --out and replaces what is there; --json prints the figures."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  share-explorer chart external_retail retail sales_transactions --kind histogram --column total_amount --out amounts.png --demo",
      "  share-explorer chart external_retail retail sales_transactions --kind box --column total_amount --group region --out regions.svg --demo",
      "  share-explorer chart external_retail retail sales_transactions --kind time --time transaction_date --bucket month --aggregate sum --column total_amount --json --demo",
      "  share-explorer chart external_retail retail sales_transactions --kind bar --group product_name --column total_amount --split region --parts stacked --out products.svg --demo",
      "  share-explorer chart external_retail retail sales_transactions --kind bar --group product_name --where \"region = 'Europe'\" --out europe.pdf --demo"
    })
final class ChartCommand implements Callable<Integer> {

  private final Session session;

  @Spec private @Nullable CommandSpec command;

  @Mixin private final TableArguments table = new TableArguments();
  @Mixin private final AsOfOptions asOf = new AsOfOptions();
  @Mixin private final Where where = new Where();
  @Mixin private final Access access = new Access();
  @Mixin private final Reporting reporting = new Reporting();

  @Mixin private final ChartOptions options = new ChartOptions();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "time, heatmap: where days of timestamps begin, such as UTC (default: this computer's zone).")
  private @Nullable ZoneId zone;

  @Option(
      names = "--sample",
      description = "From about a million rows of all, where all are too many.")
  private boolean sample;

  @Option(names = "--dark", description = "Draw on dark ground.")
  private boolean dark;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The picture: a name that ends in .png, .svg or .pdf, or - for standard output.")
  private @Nullable Path out;

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "What to draw: png, svg or pdf (default: what the file's name tells; svg for standard output).")
  private @Nullable PictureFormat format;

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
    Optional<Target> target = Optional.ofNullable(out).map(this::target);
    ChartSpec spec = options.spec();
    return session.ask(access, reporting, (provider, job) -> draw(spec, target, provider, job));
  }

  /** Where the picture goes, and what as. */
  private record Target(Path out, PictureFormat format) {}

  private Target target(Path file) {
    if (!file.equals(RowsDestination.STANDARD_OUTPUT)) {
      return new Target(
          file,
          Optional.ofNullable(format)
              .or(() -> PictureFormat.of(file))
              .orElseThrow(() ->
                  misused(
                      "The picture "
                          + file
                          + " must have a name that ends in .png, .svg or .pdf, or --as must"
                          + " say what it is.")));
    }
    if (json) {
      throw misused("Standard output cannot take both the picture and the figures.");
    }
    PictureFormat wanted = format == null ? PictureFormat.SVG : format;
    if (wanted != PictureFormat.SVG && session.terminal().interactive()) {
      throw misused("A terminal cannot show " + wanted + ": name a file, or pipe it on.");
    }
    return new Target(file, wanted);
  }

  private void draw(ChartSpec spec, Optional<Target> target, Provider provider, Job job)
      throws IOException {
    ZoneId days = zone != null ? zone : session.terminal().zone();
    OpenTable open =
        where.open(provider, table.name(), asOf.asOf(session.terminal().zone()), List.of(), job);
    Chart chart = sample ? sampled(spec, open, days, job) : spec.ask(open, days, job);
    if (target.isPresent()) {
      save(new ChartImage(new ChartPicture(chart, ChartTheme.of(dark))), target.get(), job);
      session.terminal().say(target.get().out() + ": " + chart.exactness() + where.words());
    }
    if (json) {
      Json.print(session.terminal(), generator -> ChartFigures.json(chart, generator));
    }
  }

  private void save(ChartImage image, Target target, Job job) throws IOException {
    if (target.out().equals(RowsDestination.STANDARD_OUTPUT)) {
      session.terminal().out().strict().write(image.drawn(target.format()));
    } else {
      image.save(target.format(), target.out(), job);
    }
  }

  private static Chart sampled(ChartSpec spec, OpenTable open, ZoneId days, Job job) {
    SampledTable some = SampledTable.of(open, job);
    return new SampledChart(spec.ask(some, days, job), some.share());
  }

  private ParameterException misused(String message) {
    return new ParameterException(Objects.requireNonNull(command).commandLine(), message);
  }
}
