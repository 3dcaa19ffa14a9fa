package org.shareexplorer.chart;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
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
import org.shareexplorer.engine.TimeSeriesQuestion;
import org.shareexplorer.job.Job;

/**
 * How something goes over time.
 *
 * @param time a column of dates or timestamps
 * @param bucket the length of a step
 * @param aggregate what is computed per step
 * @param value the column it is computed of; null to count rows
 * @param average over how many steps a moving average is drawn; 0 for none
 * @param split the column whose groups have a line each, or null for one line
 * @param stacked whether the lines of groups stand on each other, where they add up
 */
public record TimeSeriesSpec(
    String time,
    Bucket bucket,
    Aggregate aggregate,
    @Nullable String value,
    int average,
    @Nullable String split,
    boolean stacked)
    implements ChartSpec {

  private static final int LONGEST_AVERAGE = 365;

  /** Checks that what is computed has a column. */
  public TimeSeriesSpec {
    if (value == null && aggregate != Aggregate.COUNT) {
      throw new IllegalArgumentException(aggregate + " of no column");
    }
  }

  /** One line alone. */
  public TimeSeriesSpec(String time, Bucket bucket, Aggregate aggregate, @Nullable String value) {
    this(time, bucket, aggregate, value, 0, null, false);
  }

  @Override
  public ChartKind kind() {
    return ChartKind.TIME_SERIES;
  }

  /** {@return what is measured in each step} */
  @JsonIgnore
  public Quantity quantity() {
    return new Quantity(aggregate, value);
  }

  @Override
  public String title() {
    return quantity().title()
        + " per "
        + bucket.name().toLowerCase(Locale.ROOT)
        + (split == null ? "" : " by " + split);
  }

  @Override
  public String mainColumn() {
    return Objects.requireNonNullElse(value, time);
  }

  @Override
  public boolean timed() {
    return true;
  }

  @Override
  public boolean measured() {
    return !quantity().counted();
  }

  @Override
  public boolean glimpsed() {
    return false;
  }

  @Override
  public boolean spread() {
    return aggregate == Aggregate.DISTINCT;
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    if (split == null) {
      return new TimeSeriesChart(
          this,
          table.ask(
              new TimeSeriesQuestion(time, bucket, aggregate, Optional.ofNullable(value), zone),
              job));
    }
    List<GroupKey> by =
        List.of(
            GroupKey.steps(time, bucket, zone),
            new GroupKey(new Source.Value(split), Rank.ROWS, Palette.SIZE - 1));
    Grouped answer =
        table.ask(
            new GroupedQuestion(by, UnfinishedStep.totals(quantity().total(), time, bucket)), job);
    return new LinesChart(this, answer, UnfinishedStep.lastDays(answer, 0, zone));
  }

  @Override
  public List<Setting> settings(ChartColumns columns) {
    List<Setting> settings = new ArrayList<>();
    settings.addAll(
        quantity()
            .settings(
                columns,
                chosen ->
                    new TimeSeriesSpec(
                        time,
                        bucket,
                        chosen.aggregate(),
                        chosen.column(),
                        average,
                        split,
                        stacked)));
    settings.add(
        new Setting.OneOf(
            "time",
            columns.times(),
            time,
            name -> new TimeSeriesSpec(name, bucket, aggregate, value, average, split, stacked)));
    settings.add(
        Setting.of(
            "per",
            List.of(Bucket.values()),
            bucket,
            chosen -> new TimeSeriesSpec(time, chosen, aggregate, value, average, split, stacked)));
    settings.add(
        new Setting.OneOf(
            "split",
            Stream.concat(Stream.of(BarSpec.NONE), columns.groups().stream()).toList(),
            Objects.requireNonNullElse(split, BarSpec.NONE),
            name ->
                new TimeSeriesSpec(
                    time,
                    bucket,
                    aggregate,
                    value,
                    average,
                    name.equals(BarSpec.NONE) ? null : name,
                    stacked)));
    if (split == null) {
      settings.add(
          new Setting.Amount(
              "average over",
              average,
              0,
              LONGEST_AVERAGE,
              true,
              steps ->
                  new TimeSeriesSpec(time, bucket, aggregate, value, (int) steps, null, stacked)));
    } else if (additive()) {
      settings.add(
          new Setting.Flag(
              "stacked",
              stacked,
              chosen ->
                  new TimeSeriesSpec(time, bucket, aggregate, value, average, split, chosen)));
    }
    return settings;
  }

  @Override
  public String definitions() {
    return "Rows are put together by "
        + time
        + (bucket == Bucket.WEEK ? "; weeks begin on Monday, as in ISO 8601" : "")
        + ". Days of timestamps begin at midnight in the time zone that the window shows. "
        + Quantities.definition(quantity())
        + (additive()
            ? " A step without rows counts as 0."
            : " The line is broken where a step has no value.")
        + (bucket == Bucket.DAY
            ? ""
            : " The last step is dashed if no row is of its last days, and steps before it reach"
                + " nearer to their ends: it is not over, or no more is known of it.")
        + (average > 1 && split == null
            ? " The moving average is that of a step and the "
                + (average - 1)
                + " before it; it begins where there are so many, and ends before a last step that"
                + " is not over."
            : "")
        + (split == null ? "" : " The groups with the most rows have a line each.");
  }

  /** {@return whether steps add up, so that a step without rows is a zero} */
  boolean additive() {
    return quantity().additive();
  }
}
