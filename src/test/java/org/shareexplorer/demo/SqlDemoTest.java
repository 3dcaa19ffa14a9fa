package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.View;
import org.shareexplorer.engine.sql.SqlCheck;
import org.shareexplorer.engine.sql.SqlQuery;
import org.shareexplorer.engine.sql.SqlResult;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

/** The same SQL over the shared tables and, by another DuckDB, over their files on disk. */
class SqlDemoTest extends DemoBesideItsFiles {

  private final Job job = Job.unattended();

  private static List<String> names(OpenTable table) {
    return table.snapshot().fields().stream().map(Field::name).toList();
  }

  private static List<List<@Nullable Object>> rows(OpenTable table, Job job) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (boolean end = false; !end; ) {
      RowPage page = table.rows(rows.size(), 1_000, names(table), job);
      rows.addAll(page.rows());
      end = page.end();
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM customers ORDER BY customer_id",
        "SELECT count(*) AS n FROM trips",
        "SELECT customer_segment, count(*) AS n, sum(total_amount) AS total,"
            + " avg(total_amount) AS mean, count(DISTINCT s.customer_id) AS customers"
            + " FROM sales_transactions s JOIN customers c USING (customer_id)"
            + " GROUP BY ALL ORDER BY ALL",
        "SELECT region, sum(quantity) AS pieces, min(transaction_date) AS first,"
            + " max(unit_price) AS dearest FROM sales_transactions WHERE total_amount > 500"
            + " AND transaction_date >= '2025-01-01' GROUP BY region ORDER BY region NULLS FIRST",
        "SELECT * FROM sales_transactions WHERE transaction_id IN (3, 77, 4000) ORDER BY 1",
        "SELECT month, payment_type, count(*) AS n, sum(fare_amount) AS fare FROM trips"
            + " WHERE month BETWEEN '2025-02-01' AND '2025-04-30' GROUP BY ALL ORDER BY ALL",
        "SELECT count(*) AS n FROM trips WHERE trip_distance_km > 20",
        "SELECT trip_id, pickup_at, pickup_point, stops, extras, driver_key, temperature_c"
            + " FROM trips WHERE trip_id % 5000 = 7 ORDER BY trip_id",
        "SELECT pickup_point.lat AS lat, len(stops) AS n FROM trips WHERE trip_id < 50"
            + " ORDER BY trip_id",
        "SELECT z.borough, count(*) AS n FROM trips t LEFT JOIN zones z"
            + " ON z.zone_id = t.pickup_zone_id GROUP BY ALL ORDER BY ALL",
        "WITH customers AS (SELECT * FROM customers WHERE country = 'Germany')"
            + " SELECT count(*) AS n FROM customers",
        "SELECT c.customer_id FROM customers c ANTI JOIN sales_transactions s"
            + " ON s.customer_id = c.customer_id ORDER BY 1",
        "SELECT transaction_date, sum(total_amount) AS day, sum(sum(total_amount)) OVER"
            + " (ORDER BY transaction_date) AS so_far FROM sales_transactions GROUP BY 1 ORDER BY 1",
        "SELECT (SELECT max(total_amount) FROM sales_transactions s"
            + " WHERE s.customer_id = c.customer_id) AS best, customer_id FROM customers c"
            + " ORDER BY customer_id LIMIT 40",
        "SELECT DISTINCT region FROM sales_transactions WHERE region IS NOT NULL"
            + " UNION SELECT country FROM customers ORDER BY 1",
        "SELECT a.customer_id, b.customer_id FROM customers a, customers b"
            + " WHERE a.customer_id = b.customer_id + 1 AND a.country = b.country ORDER BY 1",
        "SELECT count(*) AS n FROM (SELECT DISTINCT * FROM customers)",
        "SELECT 1 AS one, NULL AS nothing, 'x' AS text, DATE '2024-02-29' AS day FROM customers"
            + " LIMIT 3",
        "SELECT * FROM customers WHERE false",
      })
  void anAnswerIsWhatAnotherEngineGives(String sql) throws Exception {
    try (SqlResult result = run(sql, job)) {
      List<List<@Nullable Object>> expected =
          files().values(sql, result.table().snapshot().fields());
      assertThat(rows(result.table(), job)).isEqualTo(expected);
      assertThat(result.rows()).isEqualTo(expected.size());
      assertThat(result.table().rowCount()).hasValue(expected.size());
      List<String> all = result.table().snapshot().fields().stream().map(Field::name).toList();
      assertThat(result.table().bytesToFetch(all, job)).as("a result is here already").isZero();
    }
  }

  /** Conditions of every kind, so that none leaves out a file or a row group that it must not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "month = '2025-02-01' OR tip_amount > 30",
        "NOT (month >= '2025-03-01')",
        "month IN ('2025-01-01', '2025-06-01') AND vendor_id <> 2",
        "pickup_at >= TIMESTAMPTZ '2025-02-10 12:00:00+02' AND pickup_at < '2025-02-11'",
        "fare_amount > 20.005 AND fare_amount <= 20.3",
        "trip_distance_km > 1000",
        "trip_distance_km < 0.5",
        "trip_distance_km = 'NaN'::DOUBLE",
        "isnan(trip_distance_km) OR average_speed_kmh >= 90",
        "rate_code LIKE 'Ni%' AND payment_type IN ('Card', 'App')",
        "shared_ride AND rider_rating IS NOT NULL",
        "shared_ride IS NULL",
        "dropoff_at IS NULL OR dropoff_zone_id BETWEEN 3 AND 5",
        "trip_id IN (SELECT max(trip_id) FROM trips GROUP BY month)",
        "month > (SELECT min(pickup_date) FROM trips) AND passenger_count > 4",
        "month::VARCHAR = '2025-04-01'",
        "year(month) = 2025 AND extract('month' FROM month) = 5",
        "CASE WHEN month = '2025-01-01' THEN tip_amount ELSE tolls_amount END > 3",
        "month = '2025-01-01' AND month = '2025-02-01'",
        "trip_id = 5 OR trip_id = 20000 OR trip_id < 3",
      })
  void aConditionLeavesOutNothingThatMatches(String condition) throws Exception {
    String sql =
        "SELECT count(*) AS n, sum(trip_id) AS ids, max(fare_amount) AS most FROM trips WHERE "
            + condition;
    try (SqlResult result = run(sql, job)) {
      assertThat(rows(result.table(), job))
          .isEqualTo(files().values(sql, result.table().snapshot().fields()));
    }
  }

  @Test
  void onlyTheColumnsOfThePlanAreFetched() {
    SqlQuery query =
        ready("SELECT payment_type, count(*) AS n FROM trips t GROUP BY payment_type", job);
    assertThat(query.inputs().getFirst().columns())
        .extracting(Field::name)
        .containsExactly("payment_type");
    assertThat(query.bytesToFetch(job))
        .isBetween(1L, query.inputs().getFirst().open().snapshot().sizeInBytes() / 10);
    try (SqlResult result = queries().run(query, job)) {
      assertThat(result.rows()).isPositive();
    }
    assertThat(query.bytesToFetch(job)).isZero();
  }

  @Test
  void filesThatTheConditionRulesOutAreNotFetched() {
    SqlQuery query =
        ready(
            "SELECT sum(tolls_amount) AS t FROM city_mobility.taxi.trips WHERE month = '2025-03-01'",
            job);
    assertThat(query.inputs().getFirst().where().columns())
        .extracting(Field::name)
        .containsExactly("month");
    long all = query.inputs().getFirst().open().bytesToFetch(List.of("tolls_amount"), job);
    assertThat(query.bytesToFetch(job)).isBetween(1L, all / 3);
  }

  @Test
  void aConditionOnOneOfTwoReadingsRulesOutNothing() {
    SqlQuery query =
        ready(
            "SELECT (SELECT count(*) FROM trips WHERE month = '2025-03-01') AS some,"
                + " (SELECT count(*) FROM trips WHERE rate_code = 'Night' OR tip_amount > 5) AS other,"
                + " (SELECT max(tip_amount) FROM trips) AS most",
            job);
    assertThat(query.inputs()).hasSize(1);
    assertThat(query.inputs().getFirst().where().matchesAll()).isTrue();
  }

  @Test
  void aResultIsATableLikeAnyOther() {
    try (SqlResult result =
        run(
            "SELECT customer_id, sum(total_amount) AS revenue FROM sales_transactions"
                + " GROUP BY customer_id",
            job)) {
      OpenTable table = result.table();
      OpenTable view =
          table.viewed(
              new View(
                  FilterParser.parse("revenue > 1000", table.snapshot().fields()),
                  List.of(new Order("revenue", true))),
              job);
      List<List<@Nullable Object>> rows = rows(view, job);
      assertThat(rows).isNotEmpty();
      assertThat(rows.stream().map(row -> (BigDecimal) row.get(1)).toList())
          .isSortedAccordingTo(Comparator.reverseOrder())
          .allMatch(revenue -> revenue.compareTo(new BigDecimal(1000)) > 0);
      assertThat(
              table
                  .ask(
                      new HistogramQuestion(
                          "revenue",
                          new HistogramQuestion.Bins.Count(10),
                          HistogramQuestion.Scale.LINEAR,
                          false),
                      job)
                  .counts())
          .hasSize(10);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT n▸ope◂ FROM customers",
        "SELECT 'größe 😀' AS a, ▸nope◂ FROM customers",
        "SELECT * FROM ▸customerz◂",
        "SELECT * FROM city_mobility.taxi.zones JOIN\n ▸retail . \"custs\"◂ USING (x)",
        "SELECT customer_id\nFROM customers WHERE ▸)◂",
        "SELECT customers.customer_id, external_retail.retail.customers.▸nix◂ FROM customers",
      })
  void aFaultIsPointedAt(String marked) {
    String sql = marked.replaceAll("[▸◂]", "");
    SqlCheck check = check(sql, job);
    assertThat(check).isInstanceOf(SqlCheck.Faulty.class);
    SqlCheck.Faulty fault = (SqlCheck.Faulty) check;
    assertThat(fault.problem().what()).contains("at line");
    String found = sql.substring(fault.from(), fault.to());
    String wanted = marked.substring(marked.indexOf('▸') + 1, marked.indexOf('◂'));
    assertThat(found).endsWith(wanted);
  }
}
