package org.shareexplorer.chart;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * The spread of a numeric column.
 *
 * @param column the column
 * @param bins how many bins; at least 1
 * @param binWidth the bins' width (in decades on a logarithmic scale), which then decides; or null
 * @param scale linear or logarithmic
 * @param density whether a density curve is drawn as well
 */
public record HistogramSpec(
    String column, int bins, @Nullable Double binWidth, Scale scale, boolean density)
    implements ChartSpec {

  /** Thirty bins on a linear scale, with a density curve. */
  public HistogramSpec(String column) {
    this(column, 30, null, Scale.LINEAR, true);
  }

  @Override
  public String kind() {
    return "Histogram";
  }

  @Override
  public String title() {
    return "Distribution of " + column;
  }

  @Override
  public HistogramQuestion question(ZoneId zone) {
    Bins cut = binWidth == null ? new Bins.Count(bins) : new Bins.Width(binWidth);
    return new HistogramQuestion(column, cut, scale, density);
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new HistogramChart(this, table.ask(question(zone), job));
  }

  @Override
  public String definitions() {
    return "Bins are of equal width"
        + (scale == Scale.LOG ? " on a logarithmic axis" : "")
        + (binWidth == null
            ? ", from the least to the greatest value"
            : ", their edges at multiples of the width")
        + ". A bin includes its lower edge; the last one includes both."
        + (density
            ? " The curve is a Gaussian kernel density with Scott's bandwidth, scaled to the bars."
            : "");
  }
}
