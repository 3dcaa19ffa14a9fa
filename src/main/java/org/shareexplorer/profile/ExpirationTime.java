package org.shareexplorer.profile;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * The field {@code expirationTime} of a profile: ISO 8601, UTC where no offset stands. It only
 * serves to warn, so what cannot be read counts as not given: the server has the last word.
 */
final class ExpirationTime {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern(
          "yyyy-MM-dd[['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]][XXX][XX][X]");

  private ExpirationTime() {}

  static Optional<Instant> parse(String text) {
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
