package org.shareexplorer.engine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.shareexplorer.engine.Figure.Certainty;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.ValueCount;
import org.shareexplorer.table.ValueOrder;

/**
 * Counts different values, and finds the most frequent ones. What does not fit into memory at once
 * is counted part by part: equal values always fall into the same part.
 */
final class DistinctValues {

  private static final int TOP = 10;

  /** Bytes that the counting of one part may take. */
  private static final long BYTES_AT_ONCE = 200L << 20;

  private static final int BYTES_PER_VALUE = 48;

  /** So many looks at a column are worth their time; beyond, the number is estimated. */
  private static final int MOST_PARTS = 64;

  private final Session session;
  private final String relation;
  private final DataType type;
  private final long bytesAtOnce;

  /**
   * Values of a column.
   *
   * @param relation SQL of rows with a column {@code x}, whose nulls are not counted
   * @param type of a comparable column
   */
  DistinctValues(Session session, String relation, DataType type) {
    this(session, relation, type, BYTES_AT_ONCE);
  }

  /**
   * @param bytesAtOnce what one part may take
   */
  DistinctValues(Session session, String relation, DataType type, long bytesAtOnce) {
    this.session = session;
    this.relation = relation;
    this.type = type;
    this.bytesAtOnce = bytesAtOnce;
  }

  /**
   * What was found.
   *
   * @param count how many different values there are
   * @param top the most frequent ones; empty if all stand once, and if they were not looked for
   */
  record Found(Figure count, List<ValueCount> top) {}

  private record Part(long count, List<ValueCount> top) {}

  Found found() throws SQLException {
    // The estimate may be too small by some hundredths.
    long[] estimate =
        session.row(
            "SELECT approx_count_distinct(x), coalesce(CAST(avg(%s) AS BIGINT), 0) FROM %s"
                .formatted(
                    type == DataType.Simple.STRING
                        ? "strlen(x)"
                        : type == DataType.Simple.BINARY ? "octet_length(x)" : "0",
                    relation),
            row -> new long[] {row.getLong(1), row.getLong(2)});
    long parts = 1 + estimate[0] * (BYTES_PER_VALUE + estimate[1]) / bytesAtOnce;
    if (parts > MOST_PARTS) {
      return new Found(new Figure(estimate[0], Certainty.ESTIMATE), List.of());
    }
    long count = 0;
    List<ValueCount> top = new ArrayList<>();
    for (int part = 0; part < parts; part++) {
      if (parts > 1) {
        session.progress("Counting different values", part, parts);
      }
      Part counted = part(parts == 1 ? "" : " AND hash(x) %% %d = %d".formatted(parts, part));
      count += counted.count();
      top.addAll(counted.top());
    }
    top.sort(
        Comparator.comparingLong(ValueCount::rows)
            .reversed()
            .thenComparing(ValueCount::value, ValueOrder.of(type)));
    boolean allOnce = top.isEmpty() || top.getFirst().rows() == 1;
    return new Found(
        Figure.exact(count),
        allOnce && count > TOP
            ? List.of()
            : List.copyOf(top.subList(0, Math.min(TOP, top.size()))));
  }

  private Part part(String condition) throws SQLException {
    String counted =
        "SELECT x, count(*) AS n FROM %s WHERE x IS NOT NULL%s GROUP BY x"
            .formatted(relation, condition);
    long[] count = new long[1];
    List<ValueCount> top = new ArrayList<>();
    session.rows(
        """
        SELECT different, n, %s
        FROM (
          SELECT count(*) AS different, min({'less': -n, 'value': x}, %d) AS first
          FROM (%s))
        LEFT JOIN LATERAL (
          SELECT -t.less AS n, t.value AS v FROM (SELECT unnest(first) AS t)) ON true\
        """
            .formatted(Cell.fetched("v", type), TOP, counted),
        row -> {
          count[0] = row.getLong(1);
          Object value = Cell.read(row, 3, type);
          if (value != null) {
            top.add(new ValueCount(value, row.getLong(2)));
          }
          return top;
        });
    return new Part(count[0], top);
  }
}
