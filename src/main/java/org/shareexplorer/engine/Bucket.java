package org.shareexplorer.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The length of a step in time. */
public enum Bucket {
  DAY,
  /** From Monday, as ISO 8601 has it. */
  WEEK,
  MONTH,
  QUARTER,
  YEAR;

  /**
   * {@return the day on which something was; null if it is none of a day or an instant}
   *
   * @param time a value of a column of dates or timestamps
   * @param zone where a day begins
   */
  public static @Nullable LocalDate day(@Nullable Object time, ZoneId zone) {
    return switch (time) {
      case LocalDate day -> day;
      case LocalDateTime shown -> shown.toLocalDate();
      case Instant instant -> instant.atZone(zone).toLocalDate();
      case null, default -> null;
    };
  }
}
