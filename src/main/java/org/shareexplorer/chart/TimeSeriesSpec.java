package org.shareexplorer.chart;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.TimeSeriesQuestion;
import org.shareexplorer.job.Job;

/**
 * How something goes over time.
 *
 * @param time a column of dates or timestamps
 * @param bucket the length of a step
 * @param aggregate what is computed per step
 * @param value the numeric column it is computed of; null to count rows
 */
public record TimeSeriesSpec(
    String time, Bucket bucket, Aggregate aggregate, @Nullable String value) implements ChartSpec {

  /** Checks that what is computed has a column. */
  public TimeSeriesSpec {
    if (value == null && aggregate != Aggregate.COUNT) {
      throw new IllegalArgumentException(aggregate + " of no column");
    }
  }

  @Override
  public String kind() {
    return "Time series";
  }

  @Override
  public String title() {
    String what = value == null ? "Rows" : words(aggregate) + " of " + value;
    return what + " per " + bucket.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public TimeSeriesQuestion question(ZoneId zone) {
    return new TimeSeriesQuestion(time, bucket, aggregate, Optional.ofNullable(value), zone);
  }

  @Override
  public Chart ask(OpenTable table, ZoneId zone, Job job) {
    return new TimeSeriesChart(this, table.ask(question(zone), job));
  }

  @Override
  public String definitions() {
    return "Rows are put together by "
        + time
        + (bucket == Bucket.WEEK ? "; weeks begin on Monday, as in ISO 8601" : "")
        + ". Days of timestamps begin at midnight in the time zone that the window shows."
        + " Null and NaN are left out. "
        + (additive()
            ? "A step without rows counts as 0."
            : "The line is broken where a step has no value.");
  }

  /** {@return whether steps add up, so that a step without rows is a zero} */
  boolean additive() {
    return aggregate == Aggregate.SUM || aggregate == Aggregate.COUNT;
  }

  /** {@return what people call an aggregate} */
  public static String words(Aggregate aggregate) {
    return switch (aggregate) {
      case SUM -> "Sum";
      case MEAN -> "Mean";
      case COUNT -> "Count";
      case MIN -> "Least";
      case MAX -> "Greatest";
      case DISTINCT -> "Different values";
      case MEDIAN -> "Median";
      case DEVIATION -> "Standard deviation";
    };
  }
}
