package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.BoxPlotQuestion;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * Where the middle of a numeric column lies, per group.
 *
 * @param column the column
 * @param group the column to group by, or null for all rows together
 * @param mostGroups how many groups at most, those with the most rows; at least 1
 * @param scale linear or logarithmic
 */
public record BoxPlotSpec(String column, @Nullable String group, int mostGroups, Scale scale)
    implements ChartSpec {

  /** At most ten groups on a linear scale. */
  public BoxPlotSpec(String column, @Nullable String group) {
    this(column, group, 10, Scale.LINEAR);
  }

  @Override
  public String kind() {
    return "Box plot";
  }

  @Override
  public String title() {
    return group == null ? "Spread of " + column : column + " by " + group;
  }

  @Override
  public BoxPlotQuestion question(ZoneId zone) {
    return new BoxPlotQuestion(column, Optional.ofNullable(group), mostGroups);
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new BoxPlotChart(this, table.ask(question(zone), job));
  }

  @Override
  public String definitions() {
    return "Boxes after Tukey: from the first to the third quartile, a line at the median."
        + " Quartiles interpolate linearly between neighbours, as pandas and numpy do."
        + " Whiskers end at the outermost values within 1.5 times the box's width;"
        + " values beyond are outliers, of which at most 200 per box are drawn.";
  }
}
