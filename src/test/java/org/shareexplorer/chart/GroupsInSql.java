package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.TimeSeries;

/** Holds charts of groups and steps against plain SQL. */
final class GroupsInSql {

  /** All groups are kept. */
  static final int ALL = Integer.MAX_VALUE - 1;

  private GroupsInSql() {}

  /**
   * What groups are made by: SQL of it, what they are ranked by before it, and how many there are.
   */
  record By(String key, String rank, int most) {}

  static void bars(BarSpec spec, Grouped answer, AwkwardRows rows) throws SQLException {
    String figure = FiguresInSql.figure(spec.quantity());
    String order =
        switch (spec.order()) {
          case KEY -> "";
          case ROWS -> "count(*) DESC, ";
          case GREATEST -> figure + " DESC NULLS LAST, ";
          case LEAST -> figure + " ASC NULLS LAST, ";
        };
    String split = spec.split() == null ? "NULL" : spec.split();
    List<List<@Nullable Object>> expected =
        rows.sql(
            """
            WITH ranked AS (SELECT %1$s AS k, row_number() OVER (ORDER BY %2$s %1$s ASC NULLS LAST) AS place FROM t GROUP BY %1$s),
              kept AS (SELECT t.*, least(place, %3$d + 1) AS place FROM t JOIN ranked ON t.%1$s IS NOT DISTINCT FROM ranked.k)
            SELECT place, CASE WHEN place <= %3$d THEN any_value(%1$s) END, %4$s AS part, count(*), %5$s
            FROM kept GROUP BY place, part ORDER BY place, part NULLS LAST
            """
                .formatted(spec.category(), order, spec.most(), split, figure));
    assertThat(answer.groups()).as("groups").hasSameSizeAs(expected);
    for (List<@Nullable Object> row : expected) {
      boolean others = ((Long) row.get(0)) > spec.most();
      List<Grouped.Group> found =
          answer.groups().stream()
              .filter(group ->
                  (group.keys().getFirst() instanceof Grouped.Key.Of(var key)
                          ? !others && FiguresInSql.key(key).equals(FiguresInSql.key(row.get(1)))
                          : others)
                      && (spec.split() == null
                          || (group.keys().getLast() instanceof Grouped.Key.Of(var part)
                              && FiguresInSql.key(part).equals(FiguresInSql.key(row.get(2))))))
              .toList();
      assertThat(found).as("of " + FiguresInSql.key(row.get(1)) + ", " + row.get(2)).hasSize(1);
      assertThat(found.getFirst().rows()).isEqualTo(row.get(3));
      FiguresInSql.same(
          found.getFirst().totals().getFirst(), row.get(4), FiguresInSql.key(row.get(1)));
    }
    if (spec.split() == null) {
      assertThat(
              answer.groups().stream()
                  .map(group ->
                      group.keys().getFirst() instanceof Grouped.Key.Of(var key)
                          ? FiguresInSql.key(key)
                          : "others")
                  .toList())
          .as("order")
          .isEqualTo(
              expected.stream()
                  .map(row ->
                      ((Long) row.get(0)) > spec.most() ? "others" : FiguresInSql.key(row.get(1)))
                  .toList());
    }
  }

  static void cells(List<By> by, Quantity quantity, Grouped answer, AwkwardRows rows)
      throws SQLException {
    By one = by.getFirst();
    By other = by.getLast();
    List<String> expected =
        rows
            .sql(
                """
                WITH k AS (SELECT *, %1$s AS k1, %4$s AS k2 FROM t),
                  a AS (SELECT k1 AS k, row_number() OVER (ORDER BY %2$s k1 NULLS LAST) AS place FROM k GROUP BY k1),
                  b AS (SELECT k2 AS k, row_number() OVER (ORDER BY %5$s k2 NULLS LAST) AS place FROM k GROUP BY k2)
                SELECT a.place > %3$d, b.place > %6$d, CASE WHEN a.place <= %3$d THEN k1 END AS x, CASE WHEN b.place <= %6$d THEN k2 END AS y,
                  count(*), %7$s
                FROM k JOIN a ON k1 IS NOT DISTINCT FROM a.k JOIN b ON k2 IS NOT DISTINCT FROM b.k
                GROUP BY 1, 2, 3, 4
                """
                    .formatted(
                        one.key,
                        one.rank,
                        one.most,
                        other.key,
                        other.rank,
                        other.most,
                        FiguresInSql.figure(quantity)))
            .stream()
            .map(row ->
                (row.get(0).equals(true) ? "others" : FiguresInSql.key(row.get(2)))
                    + " | "
                    + (row.get(1).equals(true) ? "others" : FiguresInSql.key(row.get(3)))
                    + " | "
                    + row.get(4)
                    + " | "
                    + rounded(row.get(5)))
            .sorted()
            .toList();
    assertThat(
            answer.groups().stream()
                .map(group ->
                    told(group.keys().getFirst())
                        + " | "
                        + told(group.keys().getLast())
                        + " | "
                        + group.rows()
                        + " | "
                        + rounded(group.totals().getFirst()))
                .sorted()
                .toList())
        .isEqualTo(expected);
  }

  private static String told(Grouped.Key key) {
    return key instanceof Grouped.Key.Of(var value) ? FiguresInSql.key(value) : "others";
  }

  /** Figures by floating point numbers end in digits that depend on the order of rows. */
  private static String rounded(@Nullable Object figure) {
    return figure instanceof Number number && Double.isFinite(number.doubleValue())
        ? new BigDecimal(number.doubleValue())
            .round(new MathContext(9))
            .stripTrailingZeros()
            .toString()
        : String.valueOf(figure);
  }

  private static String local(String time, ZoneId zone) {
    return time.equals("moment") ? "moment AT TIME ZONE '" + zone.getId() + "'" : time;
  }

  static String step(String time, Bucket bucket, ZoneId zone) {
    return "CAST(date_trunc('%s', %s) AS DATE)"
        .formatted(bucket.name().toLowerCase(Locale.ROOT), local(time, zone));
  }

  static void steps(TimeSeriesSpec spec, TimeSeries answer, ZoneId zone, AwkwardRows rows)
      throws SQLException {
    String local =
        spec.time().equals("moment") ? "moment AT TIME ZONE '" + zone.getId() + "'" : spec.time();
    List<List<@Nullable Object>> expected =
        rows.sql(
            """
            SELECT %s AS step, %s, count(*), CAST(max(%s) AS DATE) FROM t WHERE %s IS NOT NULL
            GROUP BY step ORDER BY step
            """
                .formatted(
                    step(spec.time(), spec.bucket(), zone),
                    FiguresInSql.figure(spec.quantity()),
                    local,
                    spec.time()));
    assertThat(answer.steps())
        .extracting(TimeSeries.Step::start)
        .isEqualTo(FiguresInSql.column(expected, 0));
    assertThat(answer.steps())
        .extracting(TimeSeries.Step::rows)
        .isEqualTo(FiguresInSql.column(expected, 2));
    assertThat(answer.lastDays()).isEqualTo(FiguresInSql.column(expected, 3));
    for (int i = 0; i < expected.size(); i++) {
      FiguresInSql.same(answer.steps().get(i).value(), expected.get(i).get(1), "step " + i);
    }
    assertThat(answer.rowsWithoutTime())
        .isEqualTo(
            rows.sql("SELECT count(*) FROM t WHERE %s IS NULL".formatted(spec.time()))
                .getFirst()
                .getFirst());
  }
}
