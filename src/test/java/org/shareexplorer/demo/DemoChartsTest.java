package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shareexplorer.chart.BarChart;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.CorrelationChart;
import org.shareexplorer.chart.CorrelationSpec;
import org.shareexplorer.chart.HeatMapChart;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.LinesChart;
import org.shareexplorer.chart.MultiplesChart;
import org.shareexplorer.chart.MultiplesSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.ScatterChart;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

/** Charts of the demo share have the figures that DuckDB finds in its raw files. */
class DemoChartsTest extends DemoBesideItsFiles {

  private static final ZoneId UTC = ZoneOffset.UTC;

  private static Chart draw(TableName name, ChartSpec spec) {
    return spec.ask(open(name), UTC, Job.unattended());
  }

  private static List<List<@Nullable Object>> answer(String sql) throws Exception {
    return files().answer(sql);
  }

  private static @Nullable Object value(Group group, int key) {
    return group.keys().get(key) instanceof Grouped.Key.Of(Object value) ? value : null;
  }

  private static BigDecimal sum(Group group) {
    return (BigDecimal) Objects.requireNonNull(group.totals().getFirst());
  }

  private static BigDecimal exact(@Nullable Object value) {
    return new BigDecimal(String.valueOf(value));
  }

  @Test
  void topProductsByRevenueStandInTheirRank() throws Exception {
    BarChart chart =
        (BarChart)
            draw(SALES, new BarSpec("product_name", new Quantity(Aggregate.SUM, "total_amount")));
    List<List<@Nullable Object>> expected =
        answer(
            "SELECT product_name, sum(total_amount), count(*) FROM sales_transactions GROUP BY 1"
                + " ORDER BY 2 DESC NULLS LAST, 1 NULLS LAST LIMIT 10");
    List<Group> groups =
        chart.answer().groups().stream()
            .filter(group -> group.keys().getFirst() instanceof Grouped.Key.Of)
            .toList();
    assertThat(groups).hasSameSizeAs(expected);
    for (int i = 0; i < groups.size(); i++) {
      assertThat(value(groups.get(i), 0)).isEqualTo(expected.get(i).get(0));
      assertThat(sum(groups.get(i))).isEqualByComparingTo(exact(expected.get(i).get(1)));
      assertThat(groups.get(i).rows()).isEqualTo(expected.get(i).get(2));
    }
    assertThat(chart.answer().rows())
        .isEqualTo(answer("SELECT count(*) FROM sales_transactions").getFirst().getFirst());
  }

  @Test
  void differentCustomersOfARegionAreCountedOnce() throws Exception {
    BarChart chart =
        (BarChart)
            draw(SALES, new BarSpec("region", new Quantity(Aggregate.DISTINCT, "customer_id")));
    List<List<@Nullable Object>> expected =
        answer(
            "SELECT region, count(DISTINCT customer_id) FROM sales_transactions GROUP BY 1"
                + " ORDER BY 2 DESC, 1 NULLS LAST");
    assertThat(chart.answer().groups().stream().map(group -> value(group, 0)).toList())
        .isEqualTo(expected.stream().map(List::getFirst).toList());
    assertThat(chart.answer().groups().stream().map(group -> group.totals().getFirst()).toList())
        .isEqualTo(expected.stream().map(List::getLast).toList());
  }

  @Test
  void linesAndCellsOfMonthsAndRegionsAreThoseGroupsSums() throws Exception {
    LinesChart lines =
        (LinesChart)
            draw(
                SALES,
                new TimeSeriesSpec(
                    "transaction_date",
                    Bucket.MONTH,
                    Aggregate.SUM,
                    "total_amount",
                    0,
                    "region",
                    false));
    HeatMapChart cells =
        (HeatMapChart)
            draw(
                SALES,
                new HeatMapSpec(
                    "transaction_date",
                    Bucket.MONTH,
                    "region",
                    new Quantity(Aggregate.SUM, "total_amount")));
    for (List<@Nullable Object> row :
        answer(
            "SELECT date_trunc('month', transaction_date)::DATE, region, sum(total_amount)"
                + " FROM sales_transactions GROUP BY 1, 2")) {
      assertThat(found(lines.answer().groups(), row.get(0), row.get(1)))
          .isEqualByComparingTo(exact(row.get(2)));
      assertThat(found(cells.answer().groups(), row.get(1), row.get(0)))
          .isEqualByComparingTo(exact(row.get(2)));
    }
    List<@Nullable Object> lastDays =
        answer(
                "SELECT max(transaction_date) FROM sales_transactions"
                    + " GROUP BY date_trunc('month', transaction_date) ORDER BY 1")
            .stream()
            .<@Nullable Object>map(List::getFirst)
            .toList();
    assertThat(List.<@Nullable Object>copyOf(lines.lastDays())).isEqualTo(lastDays);
    assertThat(List.<@Nullable Object>copyOf(cells.lastDays())).isEqualTo(lastDays);
  }

  private static BigDecimal found(
      List<Group> groups, @Nullable Object first, @Nullable Object second) {
    return groups.stream()
        .filter(group ->
            Objects.equals(value(group, 0), first) && Objects.equals(value(group, 1), second))
        .map(DemoChartsTest::sum)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPanelIsTheChartOfItsGroupsRowsAlone() throws Exception {
    MultiplesChart chart =
        (MultiplesChart)
            draw(SALES, new MultiplesSpec(new HistogramSpec("total_amount"), "region", 3));
    List<List<@Nullable Object>> expected =
        answer(
            "SELECT region, count(*), min(total_amount)::DOUBLE, max(total_amount)::DOUBLE"
                + " FROM sales_transactions GROUP BY 1 ORDER BY 2 DESC, 1 NULLS LAST LIMIT 3");
    assertThat(chart.panels()).hasSize(3);
    for (int i = 0; i < 3; i++) {
      HistogramChart panel = (HistogramChart) chart.panels().get(i).chart();
      assertThat(chart.panels().get(i).value()).isEqualTo(expected.get(i).get(0));
      assertThat(panel.answer().rows()).isEqualTo(expected.get(i).get(1));
      assertThat(panel.answer().edges().getFirst()).isEqualTo(expected.get(i).get(2));
      assertThat(panel.answer().edges().getLast()).isEqualTo(expected.get(i).get(3));
    }
  }

  @Test
  void panelsOfFilteredRowsAreOfThoseAlone() throws Exception {
    OpenTable all = open(SALES);
    List<Field> fields = all.snapshot().fields();
    for (List<Order> order : List.of(List.<Order>of(), List.of(new Order("quantity", true)))) {
      OpenTable some =
          all.viewed(
              new View(FilterParser.parse("quantity > 3 OR region IS NULL", fields), order),
              Job.unattended());
      MultiplesChart chart =
          (MultiplesChart)
              new MultiplesSpec(new HistogramSpec("total_amount"), "region", 9)
                  .ask(some, UTC, Job.unattended());
      List<List<@Nullable Object>> expected =
          answer(
              "SELECT region, count(*) FROM sales_transactions"
                  + " WHERE quantity > 3 OR region IS NULL GROUP BY 1"
                  + " ORDER BY 2 DESC, 1 NULLS LAST");
      List<List<@Nullable Object>> panels = new ArrayList<>();
      for (MultiplesChart.Panel panel : chart.panels()) {
        panels.add(Arrays.asList(panel.value(), ((HistogramChart) panel.chart()).answer().rows()));
      }
      assertThat(panels).isEqualTo(expected);
    }
  }

  @Test
  void manyPairsAreCountedAndColumnsCorrelatedAsDuckDbDoes() throws Exception {
    ScatterChart scatter =
        (ScatterChart) draw(TRIPS, new ScatterSpec("trip_distance_km", "fare_amount"));
    CorrelationChart matrix =
        (CorrelationChart)
            draw(TRIPS, new CorrelationSpec(List.of("trip_distance_km", "fare_amount")));
    List<@Nullable Object> expected =
        answer(
                "SELECT count(*), count(trip_distance_km::DOUBLE + fare_amount::DOUBLE),"
                    + " corr(trip_distance_km::DOUBLE, fare_amount::DOUBLE) FROM trips"
                    + " WHERE isfinite(trip_distance_km::DOUBLE) IS NOT FALSE")
            .getFirst();
    assertThat(scatter.answer().points()).isEmpty();
    assertThat(scatter.answer().hexagons().cells().stream().mapToLong(cell -> cell.count()).sum())
        .isEqualTo(scatter.answer().placed())
        .isEqualTo(expected.get(1));
    assertThat(matrix.answer().of(0, 1).rows()).isEqualTo(expected.get(1));
    assertThat(matrix.answer().of(0, 1).coefficient())
        .isCloseTo((Double) Objects.requireNonNull(expected.get(2)), within(1e-9));
  }
}
