package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;

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

  private static final int MOST_BINS = 1_000;

  private static final Set<DataType> WHOLE =
      Set.of(Simple.BYTE, Simple.SHORT, Simple.INTEGER, Simple.LONG);

  /** Thirty bins on a linear scale, with a density curve. */
  public HistogramSpec(String column) {
    this(column, 30, null, Scale.LINEAR, true);
  }

  @Override
  public ChartKind kind() {
    return ChartKind.HISTOGRAM;
  }

  @Override
  public String title() {
    return "Distribution of " + column;
  }

  @Override
  public String mainColumn() {
    return column;
  }

  @Override
  public boolean measured() {
    return true;
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    boolean whole = binWidth == null && scale == Scale.LINEAR && whole(table);
    Bins cut =
        binWidth != null
            ? new Bins.Width(binWidth)
            : whole ? new Bins.Whole(bins) : new Bins.Count(bins);
    Histogram answer = table.ask(new HistogramQuestion(column, cut, scale, density), job);
    return new HistogramChart(this, answer, whole && single(answer));
  }

  /** Bins as wide as 1 are asked for where each is that of one number. */
  private static boolean single(Histogram answer) {
    List<BigDecimal> cuts = answer.cuts();
    return cuts.size() > 1
        && cuts.getLast().subtract(cuts.getFirst()).compareTo(BigDecimal.valueOf(cuts.size() - 1L))
            == 0;
  }

  private boolean whole(OpenTable table) {
    return new ChartColumns(table.snapshot().fields())
        .named(column)
        .filter(field -> WHOLE.contains(field.type()))
        .isPresent();
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    return List.of(
        new Setting.OneOf(
            "value",
            columns.values(),
            column,
            name -> new HistogramSpec(name, bins, binWidth, scale, density)),
        new Setting.OneOf(
            "bins by",
            List.of("count", "width"),
            binWidth == null ? "count" : "width",
            by ->
                new HistogramSpec(
                    column, 30, by.equals("count") ? null : Double.valueOf(1), scale, density)),
        binWidth == null
            ? new Setting.Amount(
                "bins",
                bins,
                1,
                MOST_BINS,
                true,
                count -> new HistogramSpec(column, (int) count, null, scale, density))
            : new Setting.Amount(
                "width",
                binWidth,
                0,
                Double.MAX_VALUE,
                false,
                width -> new HistogramSpec(column, bins, width, scale, density)),
        Setting.of(
            "scale",
            List.of(Scale.values()),
            scale,
            chosen -> new HistogramSpec(column, bins, binWidth, chosen, density)),
        new Setting.Flag(
            "density",
            density,
            chosen -> new HistogramSpec(column, bins, binWidth, scale, chosen)));
  }

  @Override
  public String definitions() {
    return "Bins are of equal width"
        + (scale == Scale.LOG ? " on a logarithmic axis" : "")
        + (binWidth == null
            ? ", from the least to the greatest value"
            : ", their edges at multiples of the width")
        + ". A bin includes its lower edge; the last one includes both."
        + (binWidth == null && scale == Scale.LINEAR
            ? " Integers that differ by no more than the number of bins have a bin each, and no curve."
            : "")
        + (density
            ? " The curve is a Gaussian kernel density with Scott's bandwidth, scaled to the"
                + " bars, from the least to the greatest value."
            : "");
  }
}
