package org.shareexplorer.ui.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A stretch of days that is often wanted.
 *
 * @param from its first day
 * @param to its last day
 */
record DatePreset(String words, LocalDate from, LocalDate to) {

  /** {@return the stretches, seen from a day} */
  static List<DatePreset> of(LocalDate today) {
    LocalDate month = today.withDayOfMonth(1);
    LocalDate year = today.withDayOfYear(1);
    return List.of(
        new DatePreset("Today", today, today),
        new DatePreset("Last 7 days", today.minusDays(6), today),
        new DatePreset("Last 30 days", today.minusDays(29), today),
        new DatePreset("This month", month, today.with(TemporalAdjusters.lastDayOfMonth())),
        new DatePreset("Last month", month.minusMonths(1), month.minusDays(1)),
        new DatePreset("This year", year, today.with(TemporalAdjusters.lastDayOfYear())),
        new DatePreset("Last year", year.minusYears(1), year.minusDays(1)));
  }

  /** {@return a day by ISO 8601; today if it is none} */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return today();
    }
  }

  static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }
}
