package org.shareexplorer.provider.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/** The sales as DuckDB sees them: what their charts are to show is in them. */
class SalesTest {

  private static Oracle oracle;

  @BeforeAll
  static void make(@TempDir Path folder) throws Exception {
    try (Jobs jobs = new Jobs()) {
      Scale scale = new Scale(1_000, 50_000, 2_400);
      Path retail =
          DemoData.in(folder, scale, jobs, Job.unattended()).resolve("external_retail/retail");
      oracle = new Oracle();
      oracle.view("customers", retail.resolve("customers"), 3);
      oracle.view("sales", retail.resolve("sales_transactions"), 2);
    }
  }

  @AfterAll
  static void close() throws Exception {
    oracle.close();
  }

  @Test
  void salesAddUp() throws Exception {
    assertThat(
            oracle.number(
                "SELECT count(*) FROM sales WHERE total_amount <> quantity * unit_price OR quantity < 1 OR unit_price <= 0"))
        .isZero();
    assertThat(
            oracle.number(
                "SELECT count(*) FROM (SELECT transaction_date < lag(transaction_date) OVER (ORDER BY transaction_id) AS back FROM sales) WHERE back"))
        .isZero();
    assertThat(
            oracle.number(
                "SELECT count(*) FROM sales JOIN customers USING (customer_id) WHERE transaction_date < signup_date"))
        .isZero();
  }

  @Test
  void salesGrowAndHaveSeasons() throws Exception {
    double growth =
        oracle.number(
            "SELECT count(*) FILTER (year(transaction_date) = 2025) / count(*) FILTER (year(transaction_date) = 2024) FROM sales");
    assertThat(growth).isBetween(1.1, 1.4);
    double christmas =
        oracle.number(
            "SELECT count(*) FILTER (month(transaction_date) IN (11, 12)) / count(*) FILTER (month(transaction_date) IN (1, 2)) FROM sales");
    assertThat(christmas).isBetween(1.4, 2.4);
    double weekend =
        oracle.number(
            "SELECT count(*) FILTER (isodow(transaction_date) >= 6) / count(*) FROM sales");
    assertThat(weekend).isBetween(0.08, 0.18);
    assertThat(
            oracle.row(
                "SELECT transaction_date FROM sales GROUP BY 1 ORDER BY count(*) DESC LIMIT 1"))
        .isSubsetOf("2024-11-29", "2025-11-28");
  }

  @Test
  void salesAreUnevenAndHaveNullsAndStrangers() throws Exception {
    assertThat(oracle.number("SELECT avg((region IS NULL)::INT) FROM sales")).isBetween(0.02, 0.03);
    assertThat(
            oracle.number(
                "SELECT avg((customer_id NOT IN (SELECT customer_id FROM customers))::INT) FROM sales"))
        .isBetween(0.003, 0.007);
    // A fifth of the customers brings half of the revenue, but no single one a tenth.
    List<String> shares = new ArrayList<>();
    oracle
        .row(
            "WITH t AS (SELECT sum(total_amount) AS s FROM sales GROUP BY customer_id) SELECT sum(s) FILTER (s >= (SELECT quantile_cont(s, 0.8) FROM t)) / sum(s), max(s) / sum(s) FROM t")
        .forEach(share -> shares.add(String.valueOf(share)));
    assertThat(Double.parseDouble(shares.get(0))).isBetween(0.5, 0.9);
    assertThat(Double.parseDouble(shares.get(1))).isLessThan(0.1);
  }

  @Test
  void amountsAreSkewedToTheRightWithATailThatCanBeDrawn() throws Exception {
    assertThat(oracle.number("SELECT median(total_amount) FROM sales")).isBetween(900.0, 1_500.0);
    assertThat(oracle.number("SELECT avg(total_amount) / median(total_amount) FROM sales"))
        .isBetween(1.15, 1.6);
    assertThat(oracle.number("SELECT max(total_amount) / median(total_amount) FROM sales"))
        .isBetween(10.0, 25.0);
    assertThat(outliers("1.5")).isBetween(0.02, 0.07);
    // Those that are far from the rest by anybody's rule.
    assertThat(
            oracle.number(
                "SELECT avg((total_amount > 7 * (SELECT median(total_amount) FROM sales))::INT) FROM sales"))
        .isBetween(0.001, 0.006);
    List<Double> bars = new ArrayList<>();
    for (var bar :
        oracle.rows(
            "WITH b AS (SELECT least(29, floor(30 * (total_amount - lo) / (hi - lo)))::INT AS bin FROM sales, (SELECT min(total_amount)::DOUBLE AS lo, max(total_amount)::DOUBLE AS hi FROM sales)) SELECT count(bin) / 50000 FROM range(30) AS r(i) LEFT JOIN b ON bin = i GROUP BY i ORDER BY i")) {
      bars.add(Double.parseDouble(String.valueOf(bar.getFirst())));
    }
    assertThat(bars).hasSize(30).allMatch(bar -> bar < 0.4);
    // A body of several bars that can be seen, the highest among the first of them.
    assertThat(bars).filteredOn(bar -> bar > 0.02).hasSizeBetween(5, 12);
    assertThat(bars.indexOf(Collections.max(bars))).isLessThanOrEqualTo(2);
  }

  /** The share of amounts above the third quartile by more than so many quartile distances. */
  private static double outliers(String reach) throws Exception {
    return oracle.number(
        "WITH q AS (SELECT quantile_cont(total_amount, 0.75) AS q3, quantile_cont(total_amount, 0.25) AS q1 FROM sales) SELECT avg((total_amount > q3 + "
            + reach
            + " * (q3 - q1))::INT) FROM sales, q");
  }

  @Test
  void amountsDifferBySegmentAndRegion() throws Exception {
    var segments =
        oracle.rows(
            "SELECT customer_segment, median(total_amount) FROM sales JOIN customers USING (customer_id) GROUP BY 1 ORDER BY 2 DESC");
    assertThat(segments)
        .extracting(List::getFirst)
        .containsExactly("Enterprise", "Mid-Market", "SMB", "Startup");
    var regions =
        oracle.rows(
            "SELECT region, median(total_amount) FROM sales WHERE region IS NOT NULL GROUP BY 1 ORDER BY 2 DESC");
    assertThat(regions).hasSize(5);
    assertThat(ratioOfEnds(segments)).isGreaterThan(2.5);
    assertThat(ratioOfEnds(regions)).isGreaterThan(1.8);
  }

  private static double ratioOfEnds(List<? extends List<String>> rows) {
    return Double.parseDouble(rows.getFirst().get(1)) / Double.parseDouble(rows.getLast().get(1));
  }

  @Test
  void pricesComeFromAListAndQuantitiesAreOrdinary() throws Exception {
    assertThat(
            oracle.row(
                "SELECT min(quantity), max(quantity), count(DISTINCT quantity), count(DISTINCT product_name) FROM sales"))
        .containsExactly("1", "20", "20", "22");
    assertThat(
            oracle.number(
                "SELECT max(n) FROM (SELECT count(DISTINCT unit_price) AS n FROM sales GROUP BY product_name, year(transaction_date))"))
        .isEqualTo(3);
    assertThat(
            oracle.number(
                "SELECT max(n) FROM (SELECT count(DISTINCT unit_price) AS n FROM sales JOIN customers USING (customer_id) GROUP BY product_name, year(transaction_date), customer_segment)"))
        .isEqualTo(1);
  }

  @Test
  void revenueGrowsAndHasSeasons() throws Exception {
    assertThat(
            oracle.number(
                "SELECT sum(total_amount) FILTER (year(transaction_date) = 2025) / sum(total_amount) FILTER (year(transaction_date) = 2024) FROM sales"))
        .isBetween(1.1, 1.4);
    assertThat(
            oracle.rows(
                "WITH m AS (SELECT date_trunc('month', transaction_date) AS m, sum(total_amount) AS s FROM sales GROUP BY 1), r AS (SELECT month(m) AS month, rank() OVER (PARTITION BY year(m) ORDER BY s DESC) AS place FROM m) SELECT DISTINCT month FROM r WHERE place <= 2 ORDER BY 1"))
        .extracting(List::getFirst)
        .containsExactly("11", "12");
  }
}
