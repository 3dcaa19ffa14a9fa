package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.shareexplorer.engine.ClockTime.Change;

/**
 * Spans of time of equal length, of which none has parts of two days as clocks in a zone show them.
 * A division tells the span of an instant, which takes a third of the time that its day takes; so
 * rows are added up by spans first, and then those of a day.
 *
 * @param clock the clocks, from a day before the first instant on
 * @param base where the span with the number 0 begins, in microseconds since 1970; before the first
 *     instant, as a division of what is negative is another one
 * @param length in microseconds
 * @param first the first span that has instants
 * @param last the last such span
 */
record DaySpans(ClockTime clock, long base, long length, long first, long last) {

  private static final long DAY = TimeUnit.DAYS.toMicros(1);

  /** More are not added up much faster than rows are: hours of fifteen years. */
  private static final long MOST = 1 << 17;

  /** Instants so far from 1970 that what is computed of them may be too large. */
  private static final long FAR = 1L << 60;

  /** {@return the spans of a reach; empty if there are none, or too many} */
  static Optional<DaySpans> of(ClockTime reach) {
    if (reach.first() < -FAR || reach.last() > FAR || reach.first() > reach.last()) {
      return Optional.empty();
    }
    ClockTime clock = new ClockTime(reach.zone(), reach.first() - DAY, reach.last());
    long offset = clock.firstOffset();
    long midnight = Math.floorDiv(clock.first() + offset, DAY) * DAY - offset;
    long length = DAY;
    for (Change change : clock.changes()) {
      length = common(length, change.offset() - offset);
      length = common(length, change.at() - midnight);
    }
    long base = midnight - length;
    DaySpans spans =
        new DaySpans(
            clock, base, length, (reach.first() - base) / length, (reach.last() - base) / length);
    return spans.last - spans.first < MOST ? Optional.of(spans) : Optional.empty();
  }

  private static long common(long a, long b) {
    return b == 0 ? Math.abs(a) : common(b, a % b);
  }

  /**
   * {@return SQL of the number of an instant's span; null for what stands for infinity}
   *
   * @param instant SQL of a {@code TIMESTAMP WITH TIME ZONE}
   */
  String number(String instant) {
    return "(epoch_us(%s) - %d) // %d".formatted(instant, base, length);
  }

  /**
   * {@return SQL of the day that a span is in}
   *
   * @param number SQL of its number
   */
  String day(String number) {
    return "CAST(" + clock.shown("(%s * %d + %d)".formatted(number, length, base)) + " AS DATE)";
  }

  /**
   * {@return whether all spans are where files say that instants are; of others it cannot be told
   * in which day they are}
   *
   * @param table a table
   * @param number its column with the spans' numbers
   */
  boolean hold(Session session, String table, String number) throws SQLException {
    return session.row(
        "SELECT coalesce(min(%1$s) >= %2$d AND max(%1$s) <= %3$d, true) FROM %4$s"
            .formatted(number, first, last, table),
        row -> row.getBoolean(1));
  }
}
