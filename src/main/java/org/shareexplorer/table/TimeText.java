package org.shareexplorer.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Times that people type, by ISO 8601: with an offset or {@code Z}, or without, as in their own
 * zone; or a day alone.
 */
public final class TimeText {

  /** For people: day and time to the second, in words that need no explanation. */
  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

  private TimeText() {}

  /** Which moment of a day is meant where only a day is given. */
  public enum Day {
    /** Its first moment. */
    BEGIN,
    /** Its last millisecond. */
    END
  }

  /**
   * {@return the moment that a text means; empty if it is no time}
   *
   * @param zone for a text without an offset
   */
  public static Optional<Instant> parse(String text, ZoneId zone, Day day) {
    String time = text.strip().replace(' ', 'T');
    return with(() -> OffsetDateTime.parse(time).toInstant())
        .or(() -> with(() -> ZonedDateTime.parse(time).toInstant()))
        .or(() -> with(() -> LocalDateTime.parse(time).atZone(zone).toInstant()))
        .or(() -> with(() -> ofDay(LocalDate.parse(time), zone, day)));
  }

  private static Instant ofDay(LocalDate date, ZoneId zone, Day day) {
    return day == Day.BEGIN
        ? date.atStartOfDay(zone).toInstant()
        : date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MILLIS);
  }

  /** {@return a moment in a zone, such as {@code 3 May 2026 10:15:00}} */
  public static String shown(Instant instant, ZoneId zone) {
    return SHOWN.format(instant.atZone(zone));
  }

  private interface Reading {
    Instant read();
  }

  private static Optional<Instant> with(Reading reading) {
    try {
      return Optional.of(reading.read());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
