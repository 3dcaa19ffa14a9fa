package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.BoxPlotQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;

/**
 * The density of a numeric column, a curve per group.
 *
 * @param column the column
 * @param group the column to group by, or null for one curve
 */
public record DensitySpec(String column, @Nullable String group) implements ChartSpec {

  @Override
  public ChartKind kind() {
    return ChartKind.DENSITY;
  }

  @Override
  public String title() {
    return "Density of " + column + (group == null ? "" : " by " + group);
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
    return new DensityChart(
        this,
        table.ask(
            new BoxPlotQuestion(column, Optional.ofNullable(group), Palette.SIZE - 1, true), job));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting.OneOf("value", columns.values(), column, name -> new DensitySpec(name, group)));
    settings.add(
        new Setting.OneOf(
            "group",
            Stream.concat(Stream.of(BarSpec.NONE), columns.groups().stream()).toList(),
            Objects.requireNonNullElse(group, BarSpec.NONE),
            name -> new DensitySpec(column, name.equals(BarSpec.NONE) ? null : name)));
    return settings;
  }

  @Override
  public String definitions() {
    return "Gaussian kernel density with Scott's bandwidth, computed on a grid of 1,024 cells or more,"
        + " of area 1; drawn from the least to the greatest value, without the tails that a kernel"
        + " has beyond them. Null, NaN and infinities are left out."
        + (group == null ? "" : " The groups with the most rows have a curve each.");
  }
}
