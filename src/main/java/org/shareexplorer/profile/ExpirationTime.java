package org.shareexplorer.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * The field {@code expirationTime} of a profile: ISO 8601, UTC where no offset stands, or
 * milliseconds since 1970, as Databricks' activation hands them out. It only serves to warn, so
 * what cannot be read counts as not given: the server has the last word.
 */
final class ExpirationTime {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd")
          .optionalStart()
          .appendPattern("['T'][' ']HH:mm[:ss]")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** Fewer milliseconds than these are seconds: as such they reach into the year 5138. */
  private static final long MOST_SECONDS = 100_000_000_000L;

  private ExpirationTime() {}

  static Optional<Instant> parse(String text) {
    if (text.matches("\\d{9,15}")) {
      long number = Long.parseLong(text);
      return Optional.of(
          number < MOST_SECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
    try {
      TemporalAccessor time =
          FORMAT.parseBest(
              text.replace('t', 'T').replace('z', 'Z'),
              OffsetDateTime::from,
              LocalDateTime::from,
              LocalDate::from);
      return Optional.of(
          switch (time) {
            case OffsetDateTime at -> at.toInstant();
            case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
            default -> LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
          });
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
