package org.shareexplorer.engine;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
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
 * @param first the first instant whose offset is part of the query, in microseconds since 1970; the
 *     database is asked about those before
 * @param last the last such instant
 */
record ClockTime(ZoneId zone, long first, long last) {

  /** Where rules go on for ever, they have to end somewhere. */
  private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

  private static final long MICROS = 1_000_000;

  /** Clock time of any instants. */
  static ClockTime of(ZoneId zone) {
    return new ClockTime(zone, Long.MIN_VALUE, end(zone));
  }

  /**
   * Clock time of instants of which the files tell, as a rule, how far they reach. The fewer
   * changes of the clocks there are, the faster is the query.
   *
   * @param rows SQL of rows
   * @param instant SQL of a {@code TIMESTAMP WITH TIME ZONE}
   */
  static ClockTime over(Session session, String rows, String instant, ZoneId zone)
      throws SQLException {
    if (zone.getRules().isFixedOffset()) {
      return of(zone);
    }
    return session.known(
        """
        SELECT CASE WHEN isfinite(least) THEN epoch_us(least) END,
          CASE WHEN isfinite(greatest) THEN epoch_us(greatest) END
        FROM (SELECT min(%1$s) AS least, max(%1$s) AS greatest FROM %2$s)\
        """
            .formatted(instant, rows),
        row -> {
          long first = row.getLong(1);
          boolean open = row.wasNull();
          long last = row.getLong(2);
          return open || row.wasNull()
              ? of(zone)
              : new ClockTime(zone, first, Math.min(last, end(zone)));
        });
  }

  private static long end(ZoneId zone) {
    return zone.getRules().nextTransition(FAR) == null ? Long.MAX_VALUE : micros(FAR);
  }

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
    return zone.normalized() instanceof ZoneOffset fixed
        ? micros(fixed)
        : "CASE WHEN %1$s BETWEEN %2$d AND %3$d THEN %4$s ELSE epoch_us(timezone(%5$s, %6$s)) - %1$s END"
            .formatted(since, first, last, offset(since), SqlText.text(zone.getId()), instant);
  }

  /** The offset of an instant from the first to the last one. */
  private String offset(String since) {
    ZoneRules rules = zone.getRules();
    Instant from = Instant.EPOCH.plus(first, ChronoUnit.MICROS);
    List<Long> ends = new ArrayList<>();
    List<String> offsets = new ArrayList<>();
    offsets.add(micros(rules.getOffset(from)));
    ZoneOffsetTransition next = rules.nextTransition(from);
    while (next != null && micros(next.getInstant()) <= last) {
      ends.add(micros(next.getInstant()));
      offsets.add(micros(next.getOffsetAfter()));
      next = rules.nextTransition(next.getInstant());
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

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static String micros(ZoneOffset offset) {
    return Long.toString(offset.getTotalSeconds() * MICROS);
  }
}
