package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;

/**
 * Counts values into bins. Every value is compared with the edges themselves, in the column's own
 * exact type: where bins are of equal width, arithmetic says which edge to compare with, and no
 * more.
 *
 * @param value SQL of the value; null if it has no place
 * @param type the value's type, a numeric one
 */
record BinCounts(String value, DataType type) {

  /** Decimals of so many digits are in the order of the numbers that they are converted to. */
  private static final int DOUBLE_DIGITS = 15;

  /** What part of a bin rounding errors may take up, and be a bin too high at most. */
  private static final double SLACK = 1e-4;

  /** The number of a bin, or the one after, fits a byte. */
  private static final int MOST_SMALL = 250;

  /**
   * {@return rows per bin}
   *
   * @param edges in ascending order, one more than there are bins
   * @param min the least value
   * @param max the greatest value
   * @param placed how many rows have a value
   */
  List<Long> of(
      Session session,
      String relation,
      List<BigDecimal> edges,
      BigDecimal min,
      BigDecimal max,
      long placed)
      throws SQLException {
    Long[] counts = new Long[edges.size() - 1];
    Arrays.fill(counts, 0L);
    if (min.compareTo(max) == 0) {
      counts[lastNotAbove(edges, min)] = placed;
      return List.of(counts);
    }
    Optional<String> guess = guess(edges, 1);
    if (guess.isPresent()) {
      String below = computed(edges, 1).orElseGet(() -> listed(edges, min, max));
      long[] compared = compared(session, relation, guess.get(), below, counts.length);
      return Arrays.stream(compared).boxed().toList();
    }
    // The database's bins exclude their lower and include their upper boundary: of negated values
    // and edges, they are ours. The first one takes all that lies below it, as our last bin does.
    Map<String, Integer> bins = new LinkedHashMap<>();
    for (int bin = counts.length - 1; bin > 0; bin--) {
      // Edges may lie where the column's type has no values.
      if (edges.get(bin).compareTo(max) <= 0) {
        bins.putIfAbsent(boundary(edges.get(bin).max(min)), bin);
      }
    }
    bins.putIfAbsent(boundary(min), 0);
    String sql =
        "SELECT unnest(map_values(histogram(-CAST(x AS %s), CAST(%s AS %s[])))) FROM (SELECT %s AS x FROM %s)"
            .formatted(negatable(), SqlText.list(bins.keySet()), negatable(), value, relation);
    List<Long> counted = session.rows(sql, row -> row.getLong(1));
    int i = 0;
    for (int bin : bins.values()) {
      counts[bin] = counted.get(i++);
    }
    return List.of(counts);
  }

  /**
   * {@return rows per part of a bin, the bins themselves exactly; empty if the edges do not allow
   * that}
   *
   * @param parts in how many parts of equal width each bin is cut; a power of two
   */
  Optional<long[]> inParts(Session session, String relation, List<BigDecimal> edges, int parts)
      throws SQLException {
    Optional<String> guess = guess(edges, parts);
    Optional<String> below = computed(edges, parts);
    return guess.isPresent() && below.isPresent()
        ? Optional.of(
            compared(session, relation, guess.get(), below.get(), (edges.size() - 1) * parts))
        : Optional.empty();
  }

  /**
   * SQL of the part of a bin that a value is in, or the one after; empty if the edges do not allow
   * that. It grows with the value, and at each edge it is the edge's part: so it cannot be farther
   * off.
   */
  private Optional<String> guess(List<BigDecimal> edges, int parts) {
    boolean doubles = !(type instanceof Decimal decimal) || decimal.precision() <= DOUBLE_DIGITS;
    int bins = edges.size() - 1;
    double first = edges.getFirst().doubleValue();
    double perPart = (double) bins * parts / (edges.getLast().doubleValue() - first);
    for (int bin = 0; bin <= bins && doubles; bin++) {
      double guessed = (edges.get(bin).doubleValue() - first) * perPart;
      doubles = Math.abs(guessed - (double) bin * parts) < SLACK / 2;
    }
    return doubles && Double.isFinite(perPart)
        ? Optional.of(
            "CAST((CAST(x AS DOUBLE) - %s) * %s + %s AS %s)"
                .formatted(
                    SqlText.number(first),
                    SqlText.number(perPart),
                    SqlText.number(SLACK - 0.5),
                    // Groups of few numbers are counted in an array.
                    bins * parts <= MOST_SMALL ? "UTINYINT" : "USMALLINT"))
        : Optional.empty();
  }

  private long[] compared(Session session, String relation, String guess, String below, int bins)
      throws SQLException {
    long[] counts = new long[bins];
    session.each(
        "SELECT b, count(*), count_if(%s) FROM (SELECT x, %s AS b FROM (SELECT %s AS x FROM %s)) GROUP BY b"
            .formatted(below, guess, value, relation),
        row -> {
          int bin = row.getInt(1);
          if (!row.wasNull()) {
            long less = row.getLong(3);
            counts[Math.min(bin, bins - 1)] += row.getLong(2) - less;
            counts[Math.max(bin - 1, 0)] += less;
          }
        });
    return counts;
  }

  /** SQL of whether a value is below the lower edge of the bin that was guessed. */
  private String listed(List<BigDecimal> edges, BigDecimal min, BigDecimal max) {
    List<String> lower =
        edges.stream().map(edge -> least(edge.max(min).min(max)).toPlainString()).toList();
    return "x < (CAST(%s AS %s[]))[CAST(b AS INTEGER) + 1]"
        .formatted(SqlText.list(lower), negatable());
  }

  /**
   * The same by computing the edge, which is faster; empty where what comes out would not have the
   * same values on its two sides. A part of a step, which is a power of two, has a bin's edge at
   * the same number.
   */
  private Optional<String> computed(List<BigDecimal> edges, int parts) {
    int bins = edges.size() - 1;
    double first = edges.getFirst().doubleValue();
    double step = (edges.getLast().doubleValue() - first) / bins;
    boolean same = Double.isFinite(step) && step / parts * parts == step;
    for (int bin = 1; bin < bins && same; bin++) {
      double edge = bin * step + first;
      BigDecimal least = least(edges.get(bin));
      same = before(least) < edge && edge <= least.doubleValue();
    }
    return same
        ? Optional.of(
            "CAST(x AS DOUBLE) < CAST(b AS DOUBLE) * %s + %s"
                .formatted(SqlText.number(step / parts), SqlText.number(first)))
        : Optional.empty();
  }

  /** The greatest value in the column's type that is less. */
  private double before(BigDecimal value) {
    return SqlText.floating(type)
        ? Math.nextDown(value.doubleValue())
        : value.subtract(BigDecimal.ONE.movePointLeft(value.scale())).doubleValue();
  }

  /** The least value in the column's type that is not below the edge. */
  private BigDecimal least(BigDecimal edge) {
    if (SqlText.floating(type)) {
      return new BigDecimal(edge.doubleValue());
    }
    int scale = type instanceof Decimal decimal ? decimal.scale() : 0;
    return edge.setScale(scale, RoundingMode.CEILING);
  }

  private String boundary(BigDecimal edge) {
    return SqlText.floating(type)
        ? Double.toString(-edge.doubleValue())
        : least(edge).negate().toPlainString();
  }

  /** A type that holds the negated values as well. */
  private String negatable() {
    if (type instanceof Decimal) {
      return SqlText.type(type);
    }
    return SqlText.floating(type) ? "DOUBLE" : type == Simple.LONG ? "HUGEINT" : "BIGINT";
  }

  private static int lastNotAbove(List<BigDecimal> edges, BigDecimal value) {
    int bin = edges.size() - 2;
    while (bin > 0 && edges.get(bin).compareTo(value) > 0) {
      bin--;
    }
    return bin;
  }
}
