package org.shareexplorer.chart;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Bucket;

/**
 * The last step in time, where the rows end before it does: what it has is not all that it will
 * have, as of a month that is not over.
 *
 * @param start its first day
 * @param until the last day that a row has
 */
record UnfinishedStep(LocalDate start, Bucket bucket, LocalDate until) {

  /**
   * {@return the last step, if no row is of its last day}
   *
   * @param steps the first days of steps, in the order of time
   * @param lastDay the last day that a row has; null if that is not known
   */
  static Optional<UnfinishedStep> of(
      List<LocalDate> steps, Bucket bucket, @Nullable LocalDate lastDay) {
    if (steps.isEmpty() || lastDay == null) {
      return Optional.empty();
    }
    LocalDate start = steps.getLast();
    LocalDate end = TimeSeriesChart.next(start, bucket, 1).minusDays(1);
    return lastDay.isBefore(end)
        ? Optional.of(new UnfinishedStep(start, bucket, lastDay))
        : Optional.empty();
  }

  /** {@return what is said of it after other things} */
  String remark() {
    return "; " + KeyText.step(start, bucket) + " until " + until + " only";
  }

  /** {@return what is added to the figures of a step, if this is the one} */
  static String told(Optional<UnfinishedStep> last, LocalDate step) {
    return last.filter(unfinished -> unfinished.start.equals(step))
        .map(unfinished -> "\nuntil " + unfinished.until + " only")
        .orElse("");
  }
}
