package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;

class DaySpansTest {

  private static final int REACHES = 12;
  private static final int INSTANTS = 200;

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static ClockTime reach(String zone, String first, String last) {
    return new ClockTime(
        ZoneId.of(zone), micros(Instant.parse(first)), micros(Instant.parse(last)));
  }

  /** From the first to the last, where a day begins and where clocks are changed among them. */
  private static List<Instant> instants(Random random, ZoneId zone, Instant first, Instant last) {
    List<Instant> instants = new ArrayList<>(List.of(first, last));
    while (instants.size() < INSTANTS) {
      Instant any =
          first.plus(
              random.nextLong(ChronoUnit.MICROS.between(first, last) + 1), ChronoUnit.MICROS);
      Instant midnight = any.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
      ZoneOffsetTransition change = zone.getRules().previousTransition(any);
      Instant edge = change == null || random.nextBoolean() ? midnight : change.getInstant();
      for (Instant instant :
          List.of(
              any,
              edge.plus(random.nextInt(-1, 2), ChronoUnit.MICROS),
              edge.plus(random.nextInt(-90, 91), ChronoUnit.MINUTES))) {
        if (!instant.isBefore(first) && !instant.isAfter(last)) {
          instants.add(instant);
        }
      }
    }
    return instants;
  }

  private static List<LocalDate> days(DaySpans spans, List<Instant> instants) throws SQLException {
    String rows =
        instants.stream().map(each -> "(" + micros(each) + ")").collect(Collectors.joining(", "));
    List<LocalDate> days = new ArrayList<>();
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM (SELECT %s AS s0 FROM (SELECT timezone('UTC', make_timestamp(us)) AS t FROM (VALUES %s) v(us)))"
                    .formatted(spans.day("s0"), spans.number("t"), rows))) {
      while (row.next()) {
        days.add(row.getObject(1, LocalDate.class));
      }
    }
    return days;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "+05:30",
        "-09:30",
        "Europe/Berlin",
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Africa/Monrovia",
        "Pacific/Apia"
      })
  void daysOfSpansAreThoseOfTheirInstants(String id) throws Exception {
    ZoneId zone = ZoneId.of(id);
    Random random = new Random(id.hashCode());
    int told = 0;
    for (int i = 0; i < REACHES; i++) {
      Instant first =
          Instant.ofEpochSecond(
              random.nextLong(-2_000_000_000L, 3_000_000_000L), random.nextInt(1_000_000) * 1_000L);
      Instant last = first.plus(random.nextLong(5_000_000_000_000L << (i % 6)), ChronoUnit.MICROS);
      Optional<DaySpans> spans = DaySpans.of(new ClockTime(zone, micros(first), micros(last)));
      if (spans.isPresent()) {
        told++;
        List<Instant> instants = instants(random, zone, first, last);
        assertThat(days(spans.get(), instants))
            .as("%s from %s to %s", id, first, last)
            .isEqualTo(instants.stream().map(each -> each.atZone(zone).toLocalDate()).toList());
      }
    }
    assertThat(told).isGreaterThan(REACHES / 2);
  }

  @Test
  void spansAreAsLongAsClocksAllow() {
    assertThat(lengthOf("UTC", "2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z"))
        .isEqualTo(Duration.ofDays(1));
    assertThat(lengthOf("+05:30", "2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z"))
        .isEqualTo(Duration.ofDays(1));
    assertThat(lengthOf("Europe/Berlin", "2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"))
        .isEqualTo(Duration.ofDays(1));
    assertThat(lengthOf("Europe/Berlin", "2020-01-01T00:00:00Z", "2025-01-01T00:00:00Z"))
        .isEqualTo(Duration.ofHours(1));
    assertThat(lengthOf("Australia/Lord_Howe", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z"))
        .isEqualTo(Duration.ofMinutes(30));
  }

  private static Duration lengthOf(String zone, String first, String last) {
    return Duration.of(
        DaySpans.of(reach(zone, first, last)).orElseThrow().length(), ChronoUnit.MICROS);
  }

  @Test
  void thereAreNoneOfTooLongATime() {
    assertThat(DaySpans.of(reach("Europe/Berlin", "1900-01-01T00:00:00Z", "2025-01-01T00:00:00Z")))
        .isEmpty();
    assertThat(DaySpans.of(ClockTime.of(ZoneId.of("Europe/Berlin")))).isEmpty();
    assertThat(DaySpans.of(ClockTime.of(ZoneId.of("UTC")))).isEmpty();
  }

  @Test
  void instantsBeyondTheReachAreNoticed() throws Exception {
    ClockTime reach = reach("Europe/Berlin", "2020-01-01T10:00:00Z", "2025-01-01T10:00:00Z");
    DaySpans spans = DaySpans.of(reach).orElseThrow();
    assertThat(hold(spans, "2020-01-01T10:00:00Z", "2025-01-01T10:00:00Z")).isTrue();
    assertThat(hold(spans, "2020-01-01T08:59:59Z", "2025-01-01T10:00:00Z")).isFalse();
    assertThat(hold(spans, "2020-01-01T10:00:00Z", "2025-01-01T11:00:00Z")).isFalse();
    assertThat(hold(spans, "1969-12-31T23:30:00Z", "2025-01-01T10:00:00Z")).isFalse();
    assertThat(hold(spans)).isTrue();
  }

  private static boolean hold(DaySpans spans, String... instants) throws SQLException {
    try (Session session =
        new Session(
            DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class),
            Job.unattended())) {
      session.run("CREATE TEMP TABLE parts (s0 BIGINT)");
      for (String instant : instants) {
        session.run(
            "INSERT INTO parts SELECT %s".formatted(spans.number("TIMESTAMPTZ '" + instant + "'")));
      }
      session.run("INSERT INTO parts VALUES (NULL)");
      return spans.hold(session, "parts", "s0");
    }
  }
}
