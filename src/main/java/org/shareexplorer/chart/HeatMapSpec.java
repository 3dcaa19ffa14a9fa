package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.GroupKey.Source;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.GroupedQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Total;
import org.shareexplorer.job.Job;

/**
 * A quantity of groups by two columns, a coloured cell each.
 *
 * @param across the column from left to right
 * @param bucket the length of a step if that is a column of times to be put together, or null
 * @param up the column from top to bottom
 * @param quantity what a cell's colour stands for
 */
public record HeatMapSpec(String across, @Nullable Bucket bucket, String up, Quantity quantity)
    implements ChartSpec {

  /** More rows or columns cannot be read. */
  private static final int MOST = 30;

  /** More steps in time than this are drawn without gaps anyway. */
  private static final int MOST_STEPS = 400;

  @Override
  public ChartKind kind() {
    return ChartKind.HEAT_MAP;
  }

  @Override
  public String title() {
    return quantity.title() + " by " + up + " and " + across;
  }

  /** {@return what goes from left to right} */
  String acrossTitle() {
    return bucket == null
        ? across
        : across + " by " + bucket.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String mainColumn() {
    return Objects.requireNonNullElse(quantity.column(), up);
  }

  @Override
  public boolean timed() {
    return bucket != null;
  }

  @Override
  public boolean measured() {
    return !quantity.counted();
  }

  @Override
  public boolean glimpsed() {
    return bucket == null;
  }

  @Override
  public boolean spread() {
    return quantity.aggregate() == Aggregate.DISTINCT;
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    GroupKey columns =
        bucket == null
            ? new GroupKey(new Source.Value(across), Rank.ROWS, MOST)
            : new GroupKey(new Source.Step(across, bucket, zone), Rank.KEY, MOST_STEPS);
    List<Total> totals =
        bucket == null
            ? List.of(quantity.total())
            : UnfinishedStep.totals(quantity.total(), across, bucket);
    Grouped answer =
        table.ask(
            new GroupedQuestion(
                List.of(new GroupKey(new Source.Value(up), Rank.ROWS, MOST), columns), totals),
            job);
    return new HeatMapChart(this, answer, UnfinishedStep.lastDays(answer, 1, zone));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        new Setting.OneOf(
            "across",
            Stream.concat(columns.times().stream(), columns.groups().stream()).distinct().toList(),
            across,
            name -> new HeatMapSpec(name, bucketOf(columns, name), up, quantity)));
    if (bucket != null) {
      settings.add(
          Setting.of(
              "per",
              List.of(Bucket.values()),
              bucket,
              chosen -> new HeatMapSpec(across, chosen, up, quantity)));
    }
    settings.add(
        new Setting.OneOf(
            "up", columns.groups(), up, name -> new HeatMapSpec(across, bucket, name, quantity)));
    settings.addAll(
        quantity.settings(columns, chosen -> new HeatMapSpec(across, bucket, up, chosen)));
    return settings;
  }

  private @Nullable Bucket bucketOf(ChartColumns columns, String name) {
    if (!columns.times().contains(name)) {
      return null;
    }
    return bucket == null ? Bucket.MONTH : bucket;
  }

  @Override
  public String definitions() {
    return "Rows are put together by "
        + up
        + " and "
        + across
        + ". "
        + Quantities.definition(quantity)
        + " A cell without rows stays empty."
        + (bucket == null || bucket == Bucket.DAY
            ? ""
            : " Where the last step is not over, the note says so.")
        + " Groups beyond the "
        + MOST
        + " with the most rows are one together.";
  }
}
