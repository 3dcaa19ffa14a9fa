package org.shareexplorer.chart;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.Total;

/**
 * The last step in time, where the rows end before it does: what it has is not all that it will
 * have, as of a month that is not over.
 *
 * @param start its first day
 * @param until the last day that a row has
 */
record UnfinishedStep(LocalDate start, Bucket bucket, LocalDate until) {

  /**
   * {@return the last step, if its rows end before its last day, and longer before than those of
   * any step before it do before theirs} So nothing is marked where rows are of working days, or of
   * the first days of months alone.
   *
   * @param steps the first days of steps, in the order of time
   * @param lastDays the last day of a row in each; empty if that is not known
   */
  static Optional<UnfinishedStep> of(
      List<LocalDate> steps, List<LocalDate> lastDays, Bucket bucket) {
    if (steps.isEmpty() || lastDays.isEmpty()) {
      return Optional.empty();
    }
    int last = steps.size() - 1;
    long usual =
        IntStream.range(0, last)
            .mapToLong(i -> missing(steps.get(i), bucket, lastDays.get(i)))
            .max()
            .orElse(0);
    return missing(steps.get(last), bucket, lastDays.get(last)) > usual
        ? Optional.of(new UnfinishedStep(steps.get(last), bucket, lastDays.get(last)))
        : Optional.empty();
  }

  /**
   * {@return what to ask of steps: a total, and of those longer than a day the last time, too}
   *
   * @param time the column that steps are of
   */
  static List<Total> totals(Total total, String time, Bucket bucket) {
    return bucket == Bucket.DAY ? List.of(total) : List.of(total, Total.of(Aggregate.MAX, time));
  }

  /**
   * {@return the last day of each step, in the order of time; empty if that was not asked for}
   *
   * @param answer what came of {@link #totals}
   * @param key the number of the key that is a step
   * @param zone where a day begins
   */
  static List<LocalDate> lastDays(Grouped answer, int key, ZoneId zone) {
    SortedMap<LocalDate, LocalDate> last = new TreeMap<>();
    for (Group group : answer.groups()) {
      LocalDate day = group.totals().size() < 2 ? null : Bucket.day(group.totals().getLast(), zone);
      if (day != null && group.keys().get(key) instanceof Grouped.Key.Of(LocalDate start)) {
        last.merge(start, day, (one, other) -> one.isBefore(other) ? other : one);
      }
    }
    return List.copyOf(last.values());
  }

  /** How many days before a step's last day its rows end. */
  private static long missing(LocalDate start, Bucket bucket, LocalDate lastDay) {
    return ChronoUnit.DAYS.between(lastDay, TimeSeriesChart.next(start, bucket, 1)) - 1;
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
