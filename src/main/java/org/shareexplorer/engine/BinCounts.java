package org.shareexplorer.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;

/**
 * Counts values into bins. Every value is compared with the edges themselves, in the column's own
 * exact type, never with an index computed from it.
 *
 * @param value SQL of the value; null if it has no place
 * @param type the value's type, a numeric one
 */
record BinCounts(String value, DataType type) {

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
    // The database's bins exclude their lower and include their upper boundary: of negated values
    // and edges, they are ours. The first one takes all that lies below it, as our last bin does.
    Map<String, Integer> bins = new LinkedHashMap<>();
    for (int bin = counts.length - 1; bin > 0; bin--) {
      bins.putIfAbsent(boundary(edges.get(bin)), bin);
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

  /** A negated edge in the column's type: the least value that is not below the edge. */
  private String boundary(BigDecimal edge) {
    if (SqlText.floating(type)) {
      return Double.toString(-edge.doubleValue());
    }
    int scale = type instanceof Decimal decimal ? decimal.scale() : 0;
    return edge.setScale(scale, RoundingMode.CEILING).negate().toPlainString();
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
