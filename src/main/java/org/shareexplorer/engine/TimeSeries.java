package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Steps over time, exact over all rows, in the order of time. Steps without rows are not listed.
 *
 * @param steps the steps
 * @param rowsWithoutTime rows whose time is null
 * @param lastDays for each step, the last day that one of its rows has
 */
public record TimeSeries(List<Step> steps, long rowsWithoutTime, List<LocalDate> lastDays) {

  /**
   * One step.
   *
   * @param start its first day
   * @param value what was computed; exact for sums, counts, least and greatest of exact columns;
   *     null if no row had a value
   * @param rows rows in the step
   */
  public record Step(LocalDate start, @Nullable BigDecimal value, long rows) {}
}
