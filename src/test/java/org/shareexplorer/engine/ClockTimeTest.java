package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTimeTest {

  private static final int INSTANTS = 3_000;

  /** Anywhere between the years 1 and 2400, and on both sides of where clocks were changed. */
  private static List<Instant> instants(ZoneId zone) {
    Random random = new Random(zone.getId().hashCode());
    List<Instant> instants = new ArrayList<>();
    ZoneRules rules = zone.getRules();
    for (int i = 0; i < INSTANTS; i++) {
      Instant any =
          Instant.ofEpochSecond(
              random.nextLong(-62_135_596_800L, 13_569_465_600L),
              random.nextInt(1_000_000) * 1_000L);
      ZoneOffsetTransition change = rules.previousTransition(any);
      instants.add(
          change == null || i % 3 == 0
              ? any
              : change.getInstant().plus(random.nextInt(-1, 2), ChronoUnit.MICROS));
    }
    return instants;
  }

  private static List<LocalDateTime> shown(String clock, List<Instant> instants) throws Exception {
    String rows =
        IntStream.range(0, instants.size())
            .mapToObj(i ->
                "(%d, %d)".formatted(i, ChronoUnit.MICROS.between(Instant.EPOCH, instants.get(i))))
            .collect(Collectors.joining(", "));
    List<LocalDateTime> shown = new ArrayList<>();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM (SELECT i, timezone('UTC', make_timestamp(us)) AS t FROM (VALUES %s) v(i, us)) ORDER BY i"
                    .formatted(clock, rows))) {
      while (row.next()) {
        shown.add(row.getObject(1, LocalDateTime.class));
      }
    }
    return shown;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Z",
        "+05:30",
        "-09:30",
        "Europe/Berlin",
        "Europe/Amsterdam",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Asia/Tokyo",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Africa/Monrovia",
        "Pacific/Apia"
      })
  void showsWhatClocksOfTheZoneShow(String id) throws Exception {
    ZoneId zone = ZoneId.of(id);
    List<Instant> instants = instants(zone);
    List<LocalDateTime> shown = shown(ClockTime.of(zone).of("t"), instants);
    assertThat(shown).hasSameSizeAs(instants);
    for (int i = 0; i < shown.size(); i++) {
      LocalDateTime expected = LocalDateTime.ofInstant(instants.get(i), zone);
      assertThat(shown.get(i)).as("%s in %s", instants.get(i), id).isEqualTo(expected);
    }
  }

  /** Both know the clocks of the last decades alike. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Asia/Kathmandu"})
  void agreesWithTheDatabasesOwnCalendar(String id) throws Exception {
    ZoneId zone = ZoneId.of(id);
    Instant from = LocalDateTime.of(1990, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    Instant to = LocalDateTime.of(2037, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    List<Instant> instants =
        instants(zone).stream().filter(i -> i.isAfter(from) && i.isBefore(to)).toList();
    assertThat(instants).isNotEmpty();
    assertThat(shown(ClockTime.of(zone).of("t"), instants))
        .isEqualTo(shown("timezone('%s', t)".formatted(id), instants));
  }

  /** What files say of how far instants reach decides how fast it is, not what is told. */
  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"})
  void instantsBeyondThoseThatFilesTellOfAreToldRightToo(String id) throws Exception {
    ZoneId zone = ZoneId.of(id);
    Instant from = Instant.parse("1990-01-01T00:00:00Z");
    Instant to = Instant.parse("2037-01-01T00:00:00Z");
    List<Instant> instants =
        instants(zone).stream().filter(i -> i.isAfter(from) && i.isBefore(to)).toList();
    assertThat(instants).isNotEmpty();
    Instant change =
        zone.getRules().nextTransition(Instant.parse("2003-01-01T00:00:00Z")).getInstant();
    for (Instant first : List.of(change.minusMillis(1), change, change.plusMillis(1))) {
      for (Instant last : List.of(change, Instant.parse("2009-05-05T12:00:00Z"))) {
        ClockTime clock =
            new ClockTime(
                zone,
                ChronoUnit.MICROS.between(Instant.EPOCH, first),
                ChronoUnit.MICROS.between(Instant.EPOCH, last));
        assertThat(shown(clock.of("t"), instants))
            .isEqualTo(instants.stream().map(i -> LocalDateTime.ofInstant(i, zone)).toList());
      }
    }
  }
}
