package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.table.TimeText.Day;

class TimeTextTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-05-03T10:00:00Z, 2026-05-03T10:00:00Z",
    "2026-05-03T10:00:00.123Z, 2026-05-03T10:00:00.123Z",
    "2026-05-03T10:00+02:00, 2026-05-03T08:00:00Z",
    "2026-05-03 10:00:00-0000, ''",
    "2026-05-03T10:00, 2026-05-03T08:00:00Z",
    "2026-01-03 10:00:00, 2026-01-03T09:00:00Z",
    "'  2026-05-03T10:00:00[Europe/London] ', ''",
    "2026-05-03T10:00:00+01:00[Europe/London], 2026-05-03T09:00:00Z"
  })
  void timesAreReadByIsoWithOrWithoutTheirZone(String text, String instant) {
    assertThat(TimeText.parse(text, BERLIN, Day.BEGIN).map(Instant::toString).orElse(""))
        .isEqualTo(instant);
  }

  @Test
  void aDayAloneStandsForItsBeginningOrItsEndInTheZone() {
    // In this zone, the day on which clocks go forward has 23 hours.
    assertThat(TimeText.parse("2026-03-29", BERLIN, Day.BEGIN))
        .hasValue(Instant.parse("2026-03-28T23:00:00Z"));
    assertThat(TimeText.parse("2026-03-29", BERLIN, Day.END))
        .hasValue(Instant.parse("2026-03-29T21:59:59.999Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "2026", "2026-13-01", "12", "2026-02-30", "10:00"})
  void whatIsNoTimeIsNone(String text) {
    assertThat(TimeText.parse(text, BERLIN, Day.BEGIN)).isEmpty();
  }

  @Test
  void aMomentIsShownInTheZone() {
    assertThat(TimeText.shown(Instant.parse("2026-05-03T08:00:00Z"), BERLIN))
        .isEqualTo("3 May 2026 10:00:00");
  }
}
