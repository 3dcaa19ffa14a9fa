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
import java.util.Optional;
import java.util.stream.Stream;

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
    // Kept for all zones: it is known again by the query, in which no zone stands.
    Optional<Ends> ends =
        session.known(
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
              return open || row.wasNull() ? Optional.empty() : Optional.of(new Ends(first, last));
            });
    return ends.map(known -> new ClockTime(zone, known.first(), Math.min(known.last(), end(zone))))
        .orElseGet(() -> of(zone));
  }

  /** The first and the last instant of some, in microseconds since 1970. */
  private record Ends(long first, long last) {}

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
        ? Long.toString(micros(fixed))
        : "CASE WHEN %1$s BETWEEN %2$d AND %3$d THEN %4$s ELSE epoch_us(timezone(%5$s, %6$s)) - %1$s END"
            .formatted(since, first, last, offset(since), SqlText.text(zone.getId()), instant);
  }

  /**
   * {@return SQL of a {@code TIMESTAMP}, for instants from the first to the last one}
   *
   * @param since SQL of microseconds since 1970
   */
  String shown(String since) {
    return "make_timestamp(" + since + " + " + offset(since) + ")";
  }

  private String offset(String since) {
    List<Change> changes = changes();
    return halved(
        since,
        changes.stream().map(Change::at).toList(),
        Stream.concat(Stream.of(firstOffset()), changes.stream().map(Change::offset))
            .map(offset -> Long.toString(offset))
            .toList());
  }

  /**
   * A change of the clocks.
   *
   * @param at the first instant after it, in microseconds since 1970
   * @param offset what clocks show since then is so many microseconds after UTC
   */
  record Change(long at, long offset) {}

  /** {@return the changes after the first instant and up to the last one} */
  List<Change> changes() {
    ZoneRules rules = zone.getRules();
    List<Change> changes = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(instant(first));
    while (next != null && micros(next.getInstant()) <= last) {
      changes.add(new Change(micros(next.getInstant()), micros(next.getOffsetAfter())));
      next = rules.nextTransition(next.getInstant());
    }
    return changes;
  }

  /** {@return by how many microseconds clocks are ahead of UTC at the first instant} */
  long firstOffset() {
    return micros(zone.getRules().getOffset(instant(first)));
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

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  private static long micros(ZoneOffset offset) {
    return offset.getTotalSeconds() * MICROS;
  }
}
