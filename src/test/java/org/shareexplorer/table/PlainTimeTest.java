package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlainTimeTest {

  @Test
  void readsWhatTheFormattersWrite() {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(
              random.nextLong(-62_135_596_800L, 253_402_300_800L),
              random.nextInt(1_000_000) * (int) Math.pow(10, random.nextInt(4)),
              ZoneOffset.UTC);
      String text =
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn", Locale.ROOT).format(time);
      assertThat(PlainTime.time(text)).isEqualTo(time);
      assertThat(PlainTime.time(text.replace('T', ' ') + "Z")).isEqualTo(time);
      assertThat(PlainTime.time(text.substring(0, 23)))
          .isEqualTo(LocalDateTime.parse(text.substring(0, 23)));
      assertThat(PlainTime.date(text.substring(0, 10))).isEqualTo(LocalDate.from(time));
    }
  }

  @Test
  void leavesOtherFormsToOthers() {
    for (String text :
        new String[] {
          "",
          "2026",
          "2026-1-2",
          "2026-13-01",
          "2026-02-30",
          "12026-01-01",
          "-026-01-01",
          "2026/01/01"
        }) {
      assertThat(PlainTime.date(text)).as(text).isNull();
    }
    for (String text :
        new String[] {
          "2026-11-21",
          "2026-11-21T10:15",
          "2026-11-21T10:15:00.",
          "2026-11-21T10:15:00.1234567890",
          "2026-11-21T10:15:00+01:00",
          "2026-11-21T10:15:60",
          "2026-11-21T24:00:00",
          "2026-02-30T10:15:00",
          "2026-11-21T10:15:0x",
          "2026-11-21T10:15:00z"
        }) {
      assertThat(PlainTime.time(text)).as(text).isNull();
    }
  }
}
