package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jfree.data.xy.XYDataset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.chart.BarChart;
import org.shareexplorer.chart.BoxPlotChart;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.DrawnLines;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.PieChart;
import org.shareexplorer.chart.TimeSeriesChart;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardJson;
import org.shareexplorer.dashboard.DashboardRun;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.TextContent;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.dashboard.retail.Candidate;
import org.shareexplorer.dashboard.retail.RetailDashboard;
import org.shareexplorer.dashboard.retail.RetailSearch;
import org.shareexplorer.dashboard.retail.Shape;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.engine.TimeSeries;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.table.DataType;
import org.shareexplorer.workspace.OpenWorkspace;

/** Every figure of the ready dashboard is what DuckDB by itself finds in the demo's files. */
class RetailDemoTest {

  private static final String JOINED =
      "(SELECT s.*, c.customer_segment AS segment FROM sales s, customers c"
          + " WHERE s.customer_id = c.customer_id)";

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DemoWorld world;
  private static @Nullable OpenWorkspace workspace;
  private static @Nullable DeltaFiles files;
  private static @Nullable SqlQueries queries;
  private static @Nullable DashboardRun run;
  private static Map<String, Tile> tiles = Map.of();

  @BeforeAll
  static void serve() throws Exception {
    world = new DemoWorld(folder, Clock.systemUTC());
    OpenWorkspace open = world.workspace();
    workspace = open;
    open.addDemo(Job.unattended());
    queries = SqlQueries.alone(world.jobs());
    files = new DeltaFiles();
    files.view("customers", world.data().resolve("external_retail/retail/customers"));
    files.view("sales", world.data().resolve("external_retail/retail/sales_transactions"));

    List<Candidate> tables =
        RetailSearch.candidates(
            open.client(ConnectionId.DEMO, Job.unattended()), Optional.empty(), Job.unattended());
    // As it comes back from its file.
    Dashboard made = RetailDashboard.of(Shape.of(tables).orElseThrow());
    Dashboard dashboard = DashboardJson.read(DashboardJson.write(made));
    assertThat(dashboard).isEqualTo(made);
    tiles = dashboard.tiles().stream().collect(Collectors.toMap(Tile::heading, tile -> tile));
    run =
        new DashboardRun(
            dashboard.tables(),
            (table, job) -> open.open(ConnectionId.DEMO, table.name(), job),
            queries,
            ZoneOffset.UTC);
  }

  @AfterAll
  static void end() throws Exception {
    if (run != null && workspace != null && world != null && files != null && queries != null) {
      run.close();
      queries.close();
      workspace.close();
      world.close();
      files.close();
    }
  }

  private static Shown shown(String title) {
    Tile tile = Objects.requireNonNull(tiles.get(title), title);
    return Objects.requireNonNull(run).answer(tile.content(), Job.unattended()).shown();
  }

  private static Chart chart(String title) {
    return ((Shown.Drawing) shown(title)).chart();
  }

  private static List<List<@Nullable Object>> answer(String sql) throws Exception {
    return Objects.requireNonNull(files).answer(sql);
  }

  /** The same numbers, whatever their types; doubles up to their last digits. */
  private static void same(@Nullable Object found, @Nullable Object expected, String what) {
    if (found instanceof Number && expected instanceof Number) {
      BigDecimal left = new BigDecimal(found.toString());
      BigDecimal right = new BigDecimal(expected.toString());
      if (found instanceof Double || expected instanceof Double) {
        double most = 1e-12 * Math.max(1, right.abs().doubleValue());
        assertThat(left.doubleValue()).as(what).isCloseTo(right.doubleValue(), within(most));
      } else {
        assertThat(left).as(what).isEqualByComparingTo(right);
      }
    } else {
      assertThat(found).as(what).isEqualTo(expected);
    }
  }

  private static void same(
      List<? extends List<? extends @Nullable Object>> found,
      List<? extends List<? extends @Nullable Object>> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int r = 0; r < found.size(); r++) {
      assertThat(found.get(r)).hasSameSizeAs(expected.get(r));
      for (int c = 0; c < found.get(r).size(); c++) {
        same(found.get(r).get(c), expected.get(r).get(c), "row " + r + " column " + c);
      }
    }
  }

  @Test
  void theDashboardIsComplete() {
    assertThat(tiles.keySet())
        .containsExactlyInAnyOrder(
            "Sales at a glance",
            "From the first to the last sale",
            "Revenue per month",
            "Sales per month",
            "Revenue per day",
            "Sales per day",
            "Top 10 customers by revenue",
            "Top 10 customers by number of sales",
            "Revenue by segment",
            "Mean sale by segment",
            "Sales by segment",
            "Customers by segment",
            "Revenue per customer by segment",
            "Segments in figures",
            "Revenue by region",
            "Sales by region",
            "Top 10 products by revenue",
            "Top 10 products by pieces sold",
            "Distribution of amounts",
            "Spread of amounts",
            "Spread of amounts by segment",
            "Segments of customers",
            "Countries of customers",
            "Sign-ups per quarter",
            "Sales and their customers",
            "Customers and their sales",
            "Summary of sales",
            "Summary of customers",
            "What this is made of");
    assertThat(tiles.get("What this is made of"))
        .extracting(Tile::content)
        .isInstanceOfSatisfying(
            TextContent.class, text -> assertThat(text.text()).contains("total_amount"));
  }

  @ParameterizedTest
  @CsvSource({
    "Revenue per month, month, sum(total_amount), sales, transaction_date",
    "Sales per month, month, count(*), sales, transaction_date",
    "Revenue per day, day, sum(total_amount), sales, transaction_date",
    "Sales per day, day, count(*), sales, transaction_date",
    "Sign-ups per quarter, quarter, count(*), customers, signup_date",
  })
  void stepsAreThoseOfTheCalendar(
      String title, String step, String figure, String table, String time) throws Exception {
    TimeSeries series = ((TimeSeriesChart) chart(title)).answer();
    List<List<@Nullable Object>> expected =
        answer(
            "SELECT date_trunc('%s', %s)::DATE, %s, count(*) FROM %s GROUP BY 1 ORDER BY 1"
                .formatted(step, time, figure, table));
    same(
        series.steps().stream()
            .map(each -> Stream.of(each.start(), each.value(), each.rows()).toList())
            .toList(),
        expected);
    assertThat(series.rowsWithoutTime()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "Revenue per month, month, sum(total_amount), 3",
    "Sales per month, month, count(*), 3",
    "Revenue per day, day, sum(total_amount), 7",
    "Sales per day, day, count(*), 7",
  })
  void movingAveragesAreOfAllStepsOfTheCalendarAndBeginWhereThereAreEnough(
      String title, String step, String figure, int steps) throws Exception {
    List<List<@Nullable Object>> expected =
        answer(
            """
            WITH s AS (SELECT date_trunc('%1$s', transaction_date)::DATE AS t, %2$s AS v FROM sales GROUP BY 1),
              c AS (SELECT unnest(generate_series(min(t), max(t), INTERVAL 1 %1$s))::DATE AS t FROM s),
              m AS (SELECT t, avg(coalesce(v, 0)) OVER w AS mean, count(*) OVER w AS n FROM c LEFT JOIN s USING (t)
                WINDOW w AS (ORDER BY t ROWS BETWEEN %3$d PRECEDING AND CURRENT ROW))
            SELECT t - DATE '1970-01-01', mean FROM m WHERE n = %4$d ORDER BY t\
            """
                .formatted(step, figure, steps - 1, steps));
    XYDataset drawn = DrawnLines.average(chart(title));
    assertThat(drawn.getItemCount(0)).isEqualTo(expected.size()).isGreaterThan(20);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(drawn.getXValue(0, i))
          .isEqualTo(((Number) Objects.requireNonNull(expected.get(i).get(0))).doubleValue());
      same(drawn.getYValue(0, i), expected.get(i).get(1), "mean " + i);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Top 10 customers by revenue|SELECT any_value(customer_name), sum(total_amount) FROM sales JOIN customers USING (customer_id) GROUP BY customer_id ORDER BY 2 DESC, 1 LIMIT 10",
        "Top 10 customers by number of sales|SELECT any_value(customer_name), count(*) FROM sales JOIN customers USING (customer_id) GROUP BY customer_id ORDER BY 2 DESC, 1 LIMIT 10",
        "Revenue by segment|SELECT segment, sum(total_amount) FROM %s GROUP BY 1 ORDER BY 2 DESC",
        "Mean sale by segment|SELECT segment, avg(total_amount) FROM %s GROUP BY 1 ORDER BY 2 DESC",
        "Sales by segment|SELECT segment, count(*) FROM %s GROUP BY 1 ORDER BY 2 DESC",
        "Customers by segment|SELECT segment, count(DISTINCT customer_id) FROM %s GROUP BY 1 ORDER BY 2 DESC",
        "Revenue per customer by segment|SELECT segment, sum(total_amount)::DOUBLE / count(DISTINCT customer_id) FROM %s GROUP BY 1 ORDER BY 2 DESC",
        "Revenue by region|SELECT region, sum(total_amount) FROM sales GROUP BY 1 ORDER BY 2 DESC",
        "Sales by region|SELECT region, count(*) FROM sales GROUP BY 1 ORDER BY 2 DESC",
        "Top 10 products by revenue|SELECT product_name, sum(total_amount) FROM sales GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10",
        "Top 10 products by pieces sold|SELECT product_name, sum(quantity) FROM sales GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10",
        "Segments of customers|SELECT customer_segment, count(*) FROM customers GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10",
      })
  void barsStandInTheirRank(String title, String sql) throws Exception {
    same(bars(((BarChart) chart(title)).answer()), answer(sql.formatted(JOINED)));
  }

  private static List<List<@Nullable Object>> bars(Grouped groups) {
    List<List<@Nullable Object>> bars = new ArrayList<>();
    for (Group group : groups.groups()) {
      if (group.keys().getFirst() instanceof Grouped.Key.Of(Object value)) {
        List<@Nullable Object> bar = new ArrayList<>();
        bar.add(value);
        bar.add(group.totals().getFirst());
        bars.add(bar);
      }
    }
    return bars;
  }

  @Test
  void aCountrysPartIsItsCustomersAndTheOthersAreAllTheRest() throws Exception {
    Grouped answer = ((PieChart) chart("Countries of customers")).answer();
    List<List<@Nullable Object>> expected =
        answer("SELECT country, count(*) FROM customers GROUP BY 1 ORDER BY 2 DESC, 1");
    same(bars(answer), expected.subList(0, bars(answer).size()));
    assertThat(answer.leftOut().getFirst()).isEqualTo(expected.size() - bars(answer).size());
    assertThat(answer.rows())
        .isEqualTo(answer("SELECT count(*) FROM customers").getFirst().getFirst());
  }

  @Test
  void segmentsStandWithAllTheirFigures() throws Exception {
    same(
        ((Shown.Listed) shown("Segments in figures")).rows(),
        answer(
            "SELECT segment, sum(total_amount), round(avg(total_amount), 2), count(*),"
                + " count(DISTINCT customer_id),"
                + " round(sum(total_amount)::DOUBLE / count(DISTINCT customer_id), 2) FROM "
                + JOINED
                + " GROUP BY 1 ORDER BY 2 DESC"));
  }

  @Test
  void binsHaveTheirEdgesCountsAndCurve() throws Exception {
    Histogram histogram = ((HistogramChart) chart("Distribution of amounts")).answer();
    assertThat(histogram.counts()).hasSize(30);
    List<@Nullable Object> ends =
        answer("SELECT min(total_amount)::DOUBLE, max(total_amount)::DOUBLE FROM sales").getFirst();
    double least = (Double) Objects.requireNonNull(ends.getFirst());
    double width = ((Double) Objects.requireNonNull(ends.getLast()) - least) / 30;
    for (int i = 0; i < 30; i++) {
      assertThat(histogram.edges().get(i)).isCloseTo(least + i * width, within(1e-9));
      same(
          histogram.counts().get(i),
          answer(
                  "SELECT count(*) FROM sales WHERE total_amount::DOUBLE >= %s::DOUBLE AND total_amount::DOUBLE %s %s::DOUBLE"
                      .formatted(
                          histogram.edges().get(i),
                          i == 29 ? "<=" : "<",
                          histogram.edges().get(i + 1)))
              .getFirst()
              .getFirst(),
          "bin " + i);
    }
    // Scott's rule and a Gaussian at every value, by the book and not by a grid.
    List<Histogram.Point> curve = histogram.density();
    double highest = curve.stream().mapToDouble(Histogram.Point::y).max().orElse(0);
    List<List<@Nullable Object>> expected =
        answer(
            """
            WITH v AS (SELECT total_amount::DOUBLE AS x FROM sales),
              h AS (SELECT stddev_samp(x) * power(count(*), -0.2) AS h, count(*) AS n FROM v),
              p AS (SELECT unnest(%s::DOUBLE[]) AS p)
            SELECT sum(exp(-power((p - x) / h, 2) / 2)) / any_value(n * h * sqrt(2 * pi()))
            FROM p, v, h GROUP BY p ORDER BY p\
            """
                .formatted(curve.stream().map(Histogram.Point::x).toList()));
    assertThat(curve).hasSameSizeAs(expected).hasSizeGreaterThan(100);
    for (int i = 0; i < curve.size(); i++) {
      assertThat(curve.get(i).y())
          .as("density %d", i)
          .isCloseTo(
              (Double) Objects.requireNonNull(expected.get(i).getFirst()), within(1e-3 * highest));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Spread of amounts", "Spread of amounts by segment"})
  void boxesAreTukeys(String title) throws Exception {
    boolean whole = title.equals("Spread of amounts");
    String rows =
        whole
            ? "(SELECT NULL AS segment, total_amount::DOUBLE AS x FROM sales)"
            : "(SELECT segment, total_amount::DOUBLE AS x FROM " + JOINED + ")";
    List<List<@Nullable Object>> expected =
        answer(
            """
            WITH v AS (SELECT * FROM %s),
              q AS (SELECT segment, quantile_cont(x, 0.25) AS q1, quantile_cont(x, 0.75) AS q3 FROM v GROUP BY 1)
            SELECT v.segment, count(*), min(x), min(x) FILTER (x >= q1 - 1.5 * (q3 - q1)), any_value(q1),
              median(x), avg(x), any_value(q3), max(x) FILTER (x <= q3 + 1.5 * (q3 - q1)), max(x),
              count(*) FILTER (x < q1 - 1.5 * (q3 - q1) OR x > q3 + 1.5 * (q3 - q1))
            FROM v JOIN q ON v.segment IS NOT DISTINCT FROM q.segment GROUP BY 1 ORDER BY 2 DESC\
            """
                .formatted(rows));
    List<List<@Nullable Object>> found = new ArrayList<>();
    for (Box box : ((BoxPlotChart) chart(title)).answer().boxes()) {
      List<@Nullable Object> figures = new ArrayList<>();
      figures.add(box.group());
      figures.addAll(
          List.of(
              box.count(),
              box.min(),
              box.lowerWhisker(),
              box.q1(),
              box.median(),
              box.mean(),
              box.q3(),
              box.upperWhisker(),
              box.max(),
              box.outlierCount()));
      found.add(figures);
    }
    same(found, expected);
    assertThat(expected).hasSize(whole ? 1 : 4);
  }

  @Test
  void theFiguresAtAGlanceAreThoseOfAllSales() throws Exception {
    same(
        List.of(((Shown.Numbers) shown("Sales at a glance")).values()),
        answer(
            "SELECT sum(total_amount), count(*), avg(total_amount), median(total_amount::DOUBLE),"
                + " count(DISTINCT customer_id), sum(quantity) FROM sales"));
    same(
        List.of(((Shown.Numbers) shown("From the first to the last sale")).values()),
        answer(
            "SELECT min(transaction_date), max(transaction_date), count(DISTINCT product_name)"
                + " FROM sales"));
  }

  @Test
  void everySaleAndEveryCustomerIsAccountedForInTheJoin() throws Exception {
    List<@Nullable Object> sales = ((Shown.Numbers) shown("Sales and their customers")).values();
    same(
        List.of(sales),
        answer(
            """
            SELECT count(*), count(*) FILTER (c.customer_id IS NOT NULL),
              count(*) FILTER (c.customer_id IS NULL AND s.customer_id IS NOT NULL),
              count(*) FILTER (s.customer_id IS NULL),
              floor(10000.0 * count(c.customer_id) / count(*)) / 100,
              sum(total_amount) FILTER (c.customer_id IS NULL),
              count(transaction_id) - count(DISTINCT transaction_id)
            FROM sales s LEFT JOIN customers c ON s.customer_id = c.customer_id\
            """));
    assertThat(((Number) Objects.requireNonNull(sales.get(2))).longValue()).isPositive();
    same(
        List.of(((Shown.Numbers) shown("Customers and their sales")).values()),
        answer(
            """
            SELECT count(*), count(*) FILTER (customer_id IN (SELECT customer_id FROM sales)),
              count(*) FILTER (customer_id NOT IN (SELECT customer_id FROM sales)),
              count(customer_id) - count(DISTINCT customer_id), count(*) - count(customer_id)
            FROM customers\
            """));
  }

  private static String duckDbs(DataType type) {
    return switch (type.text()) {
      case "string" -> "VARCHAR";
      case "int" -> "INTEGER";
      default -> type.text().toUpperCase(Locale.ROOT);
    };
  }

  @ParameterizedTest
  @CsvSource({"Summary of sales, sales", "Summary of customers, customers"})
  void theSummaryIsDuckDbs(String title, String table) throws Exception {
    Shown.Described described = (Shown.Described) shown(title);
    for (int i = 0; i < described.summary().columns().size(); i++) {
      ColumnSummary column = described.summary().columns().get(i);
      String name = column.field().name();
      boolean numeric = column.field().type().numeric();
      List<@Nullable Object> found = new ArrayList<>();
      found.add(described.summary().rows());
      found.add(column.nulls());
      found.add(column.distinct());
      found.add(column.min());
      found.add(column.max());
      found.add(column.mean());
      found.add(column.deviation());
      found.add(column.q1());
      found.add(column.median());
      found.add(column.q3());
      found.add(described.totals().get(i));
      String numbers =
          numeric
              ? "avg(%1$s), stddev_samp(%1$s), quantile_cont(%1$s::DOUBLE, 0.25), quantile_cont(%1$s::DOUBLE, 0.5), quantile_cont(%1$s::DOUBLE, 0.75), sum(%1$s)"
              : "NULL, NULL, NULL, NULL, NULL, NULL";
      same(
          List.of(found),
          answer(
              ("SELECT count(*), count(*) - count(%1$s), count(DISTINCT %1$s), min(%1$s), max(%1$s), "
                      + numbers
                      + " FROM "
                      + table)
                  .formatted(name)));
    }
    assertThat(described.summary().columns())
        .extracting(column -> column.field().name(), column -> duckDbs(column.field().type()))
        .containsExactlyElementsOf(
            answer("SELECT column_name, column_type FROM (DESCRIBE " + table + ")").stream()
                .map(row -> tuple(row.toArray()))
                .toList());
  }
}
