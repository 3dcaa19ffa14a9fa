package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Exact quantiles, linearly interpolated, in bounded memory. Few values are simply sorted. Of many,
 * an estimate first tells between which values a quantile lies; only those are then sorted.
 */
final class Quantiles {

  /** So many numbers fit into memory several times over. */
  private static final long SORTED_AT_ONCE = 10_000_000;

  private static final double MARGIN = 0.005;

  private final Session session;
  private final String relation;
  private final long atOnce;

  /**
   * Quantiles of a column.
   *
   * @param relation SQL of rows with a column {@code x} of finite doubles and nulls
   */
  Quantiles(Session session, String relation) {
    this(session, relation, SORTED_AT_ONCE);
  }

  /**
   * @param atOnce how many numbers to sort at once
   */
  Quantiles(Session session, String relation, long atOnce) {
    this.session = session;
    this.relation = relation;
    this.atOnce = atOnce;
  }

  /**
   * {@return the values below which these shares of all values lie}
   *
   * @param count how many values there are, at least one
   * @param shares from 0 to 1
   */
  List<Double> of(long count, List<Double> shares) throws SQLException {
    if (count <= atOnce) {
      return session.row(
          "SELECT quantile_cont(x, %s) FROM %s".formatted(shares, relation),
          row -> {
            List<Double> values = new ArrayList<>();
            for (Object value : (Object[]) row.getArray(1).getArray()) {
              values.add((Double) value);
            }
            return values;
          });
    }
    List<Double> values = new ArrayList<>();
    for (double share : shares) {
      session.check();
      values.add(selected(count, share));
    }
    return values;
  }

  private double selected(long count, double share) throws SQLException {
    double place = (count - 1) * share;
    long rank = (long) Math.floor(place);
    long next = (long) Math.ceil(place);
    for (double margin = MARGIN; ; margin *= 4) {
      double low = share - margin;
      double high = share + margin;
      String bounds =
          session.row(
              "SELECT concat_ws(' ', %s, %s) FROM %s"
                  .formatted(
                      low <= 0 ? "min(x)" : "approx_quantile(x, " + low + ")",
                      high >= 1 ? "max(x)" : "approx_quantile(x, " + high + ")",
                      relation),
              row -> row.getString(1));
      double from = Double.parseDouble(bounds.substring(0, bounds.indexOf(' ')));
      double to = Double.parseDouble(bounds.substring(bounds.indexOf(' ') + 1));
      long[] counts =
          session.row(
              "SELECT count(*) FILTER (x < %s), count(*) FILTER (x <= %s) FROM %s"
                  .formatted(SqlText.number(from), SqlText.number(to), relation),
              row -> new long[] {row.getLong(1), row.getLong(2)});
      if (counts[0] <= rank && next < counts[1]) {
        return between(from, to, rank - counts[0], next - counts[0], place - rank);
      }
    }
  }

  /** Counts equal values first: there may be many of few. */
  private double between(double from, double to, long rank, long next, double fraction)
      throws SQLException {
    List<Double> values =
        session
            .rows(
                """
                SELECT min(x) FILTER (upto > %d), min(x) FILTER (upto > %d)
                FROM (
                  SELECT x, sum(n) OVER (ORDER BY x) AS upto
                  FROM (SELECT x, count(*) AS n FROM %s WHERE x BETWEEN %s AND %s GROUP BY x))\
                """
                    .formatted(rank, next, relation, SqlText.number(from), SqlText.number(to)),
                row -> List.of(row.getDouble(1), row.getDouble(2)))
            .getFirst();
    return values.get(0) + (values.get(1) - values.get(0)) * fraction;
  }
}
