package org.shareexplorer.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * What clocks in a zone show at an instant, as SQL. The database's own way asks its calendar about
 * each row, which takes ten times as long as all the rest of a question; here the zone's offsets
 * are part of the query, and its rules are those by which cells are shown.
 *
 * @param zone where the clocks are
 */
record ClockTime(ZoneId zone) {

  /** From there on, the database is asked: rules that go on for ever have to end somewhere. */
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private static final long MICROS = 1_000_000;

  /**
   * {@return SQL of a {@code TIMESTAMP}}
   *
   * @param instant SQL of a {@code TIMESTAMP WITH TIME ZONE} that is finite or null
   */
  String of(String instant) {
    String since = "epoch_us(" + instant + ")";
    String offset = offset(instant, since);
    return "make_timestamp(" + since + (offset.equals("0") ? "" : " + " + offset) + ")";
  }

  private String offset(String instant, String since) {
    if (zone.normalized() instanceof ZoneOffset fixed) {
      return micros(fixed);
    }
    ZoneRules rules = zone.getRules();
    List<Long> ends = new ArrayList<>();
    List<String> offsets = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
    offsets.add(micros(rules.getOffset(Instant.MIN)));
    while (next != null && next.getInstant().isBefore(FAR)) {
      ends.add(next.getInstant().getEpochSecond() * MICROS);
      offsets.add(micros(next.getOffsetAfter()));
      next = rules.nextTransition(next.getInstant());
    }
    if (next != null) {
      ends.add(FAR.getEpochSecond() * MICROS);
      offsets.add(
          "epoch_us(timezone(%s, %s)) - %s".formatted(SqlText.text(zone.getId()), instant, since));
    }
    return halved(since, ends, offsets);
  }

  /** Asks for the middle first, so that a row passes by few of the many ends. */
  private static String halved(String since, List<Long> ends, List<String> offsets) {
    if (ends.isEmpty()) {
      return offsets.getFirst();
    }
    int middle = ends.size() / 2;
    return "CASE WHEN %s < %d THEN %s ELSE %s END"
        .formatted(
            since,
            ends.get(middle),
            halved(since, ends.subList(0, middle), offsets.subList(0, middle + 1)),
            halved(
                since,
                ends.subList(middle + 1, ends.size()),
                offsets.subList(middle + 1, offsets.size())));
  }

  private static String micros(ZoneOffset offset) {
    return Long.toString(offset.getTotalSeconds() * MICROS);
  }
}
