package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
 * @param scale linear or logarithmic; a violin's is linear
 * @param violin whether density curves are drawn instead of whiskers
 */
public record BoxPlotSpec(
    String column, @Nullable String group, int mostGroups, Scale scale, boolean violin)
    implements ChartSpec {

  private static final int MOST_GROUPS = 40;

  /** Boxes with whiskers. */
  public BoxPlotSpec(String column, @Nullable String group, int mostGroups, Scale scale) {
    this(column, group, mostGroups, scale, false);
  }

  /** At most ten groups on a linear scale. */
  public BoxPlotSpec(String column, @Nullable String group) {
    this(column, group, 10, Scale.LINEAR);
  }

  /** {@return the same as violins} */
  public BoxPlotSpec asViolin() {
    return new BoxPlotSpec(column, group, Math.min(mostGroups, 8), Scale.LINEAR, true);
  }

  @Override
  public ChartKind kind() {
    return violin ? ChartKind.VIOLIN : ChartKind.BOX_PLOT;
  }

  @Override
  public String mainColumn() {
    return column;
  }

  @Override
  public String title() {
    return group == null ? "Spread of " + column : column + " by " + group;
  }

  @Override
  public boolean measured() {
    return true;
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new BoxPlotChart(
        this,
        table.ask(
            new BoxPlotQuestion(column, Optional.ofNullable(group), mostGroups, violin), job));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting.OneOf(
            "value",
            columns.values(),
            column,
            name -> new BoxPlotSpec(name, group, mostGroups, scale, violin)));
    settings.add(
        new Setting.OneOf(
            "group",
            Stream.concat(Stream.of(BarSpec.NONE), columns.groups().stream()).toList(),
            Objects.requireNonNullElse(group, BarSpec.NONE),
            name ->
                new BoxPlotSpec(
                    column, name.equals(BarSpec.NONE) ? null : name, mostGroups, scale, violin)));
    if (group != null) {
      settings.add(
          new Setting.Amount(
              "groups",
              mostGroups,
              1,
              MOST_GROUPS,
              true,
              chosen -> new BoxPlotSpec(column, group, (int) chosen, scale, violin)));
    }
    if (!violin) {
      settings.add(
          Setting.of(
              "scale",
              List.of(Scale.values()),
              scale,
              chosen -> new BoxPlotSpec(column, group, mostGroups, chosen, false)));
    }
    return settings;
  }

  @Override
  public String definitions() {
    if (violin) {
      return "Both sides of a violin are the Gaussian kernel density of its group's values, with"
          + " Scott's bandwidth, from the least to the greatest of them; all are equally high. The box goes from the first to the third"
          + " quartile, linearly interpolated, with a gap at the median.";
    }
    return "Boxes after Tukey: from the first to the third quartile, a line at the median."
        + " Quartiles interpolate linearly between neighbours, as pandas and numpy do."
        + " Whiskers end at the outermost values within 1.5 times the box's width;"
        + " values beyond are outliers, of which at most 200 per box are drawn.";
  }
}
