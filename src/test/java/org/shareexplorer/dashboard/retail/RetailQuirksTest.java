package org.shareexplorer.dashboard.retail;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.BarChart;
import org.shareexplorer.chart.TimeSeriesChart;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardRun;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/** Tables as they are met outside of demos. */
class RetailQuirksTest {

  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);
  private final SqlQueries queries = new SqlQueries(jobs, questions);
  private final Job job = Job.unattended();
  private final Map<TableName, OpenTable> tables = new LinkedHashMap<>();

  @TempDir private Path folder = Path.of("");
  private @Nullable DashboardRun run;
  private Map<String, Tile> tiles = Map.of();

  @AfterEach
  void end() {
    if (run != null) {
      run.close();
    }
    queries.close();
    questions.close();
    jobs.close();
  }

  /** Makes a table of a query's rows. */
  private Candidate table(String name, String columns, String select) throws Exception {
    Path file = folder.resolve(tables.size() + ".parquet");
    List<Field> fields =
        Arrays.stream(columns.split(",", -1))
            .map(column -> {
              int space = column.lastIndexOf(' ');
              return new Field(
                  column.substring(0, space).strip(), type(column.substring(space + 1)), true);
            })
            .toList();
    String named =
        fields.stream()
            .map(field -> '"' + field.name().replace("\"", "\"\"") + '"')
            .collect(Collectors.joining(", ", "t(", ")"));
    long rows;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      rows =
          statement.executeLargeUpdate(
              "COPY (SELECT * FROM (%s) AS %s) TO '%s' (FORMAT parquet)"
                  .formatted(select, named, file));
    }
    TableName at = new TableName("a share", "Its Schema", name);
    tables.put(
        at, new ResultTables(jobs, questions).open(at, fields, file, folder.resolve(name), rows));
    return new Candidate(
        new TableReference(Optional.of("of " + name), at, OptionalLong.empty()), fields);
  }

  private static DataType type(String text) {
    return switch (text) {
      case "decimal" -> new DataType.Decimal(10, 2);
      case "int" -> Simple.INTEGER;
      case "long" -> Simple.LONG;
      case "timestamp" -> Simple.TIMESTAMP;
      case "double" -> Simple.DOUBLE;
      case "date" -> Simple.DATE;
      default -> Simple.STRING;
    };
  }

  private void run(Candidate... candidates) {
    Dashboard dashboard = RetailDashboard.of(Shape.of(List.of(candidates)).orElseThrow());
    tiles = dashboard.tiles().stream().collect(Collectors.toMap(Tile::heading, tile -> tile));
    run =
        new DashboardRun(
            dashboard.tables(),
            (table, opening) -> Objects.requireNonNull(tables.get(table.name())),
            queries,
            ZoneOffset.UTC);
  }

  private Shown shown(String title) {
    return Objects.requireNonNull(run)
        .answer(Objects.requireNonNull(tiles.get(title), title).content(), job)
        .shown();
  }

  /** Every tile has an answer. */
  private void allShown() {
    tiles.keySet().forEach(title -> assertThat(shown(title)).as(title).isNotNull());
  }

  private Map<String, @Nullable Object> figures(String title) {
    Shown.Numbers numbers = (Shown.Numbers) shown(title);
    Map<String, @Nullable Object> figures = new LinkedHashMap<>();
    for (int i = 0; i < numbers.values().size(); i++) {
      figures.put(numbers.columns().get(i).name(), numbers.values().get(i));
    }
    return figures;
  }

  private List<String> bars(String title) {
    return ((BarChart) ((Shown.Drawing) shown(title)).chart())
        .answer().groups().stream()
            .map(group -> {
              Object key =
                  group.keys().getFirst() instanceof Grouped.Key.Of(Object value) ? value : "…";
              Object total = group.totals().getFirst();
              return key
                  + "="
                  + (total == null
                      ? ""
                      : new BigDecimal(total.toString()).stripTrailingZeros().toPlainString());
            })
            .toList();
  }

  @Test
  void namesMayHaveBlanksQuotesAndReservedWords() throws Exception {
    run(
        table(
            "My \"best\" Customers",
            "customer-id int,Full \"Name\" string,Select Segment string,COUNTRY string",
            "VALUES (1, 'Ann', 'A', 'X'), (2, 'Bob', 'B', NULL), (3, NULL, NULL, 'Y')"),
        table(
            "order",
            "Order Id int,Customer ID int,Total; Amount decimal,Order \"Date\" date,select product string",
            "VALUES (1, 1, 10.10, DATE '2025-01-01', 'p'), (2, 2, 0.20, NULL, NULL), (3, 3, 5, DATE '2025-02-01', 'q')"));
    assertThat(bars("Revenue by segment")).containsExactly("A=10.1", "null=5", "B=0.2");
    assertThat(bars("Top 10 customers by revenue"))
        .containsExactly("Ann=10.1", "Customer 3=5", "Bob=0.2");
    assertThat(bars("Revenue by the customers' country"))
        .containsExactly("X=10.1", "Y=5", "null=0.2");
    allShown();
  }

  @Test
  void aSaleCountsOnceHoweverOftenItsCustomersKeyStandsThere() throws Exception {
    run(
        table(
            "customers",
            "customer_id int,customer_name string,segment string",
            "VALUES (1, 'Zed', 'B'), (1, 'Ann', 'A'), (2, 'Bob', 'B'), (NULL, 'Nobody', 'N')"),
        table(
            "sales",
            "sale_id int,customer_id int,amount decimal,sale_date date",
            "VALUES (1, 1, 7.00, DATE '2025-01-01'), (1, 1, 3.00, DATE '2025-01-02'),"
                + " (2, 2, 4.00, DATE '2025-01-03'), (3, 9, 1.00, DATE '2025-01-03'),"
                + " (4, NULL, 2.00, DATE '2025-01-03')"));
    assertThat(bars("Revenue by segment")).containsExactly("A=10", "B=4");
    assertThat(bars("Top 10 customers by revenue"))
        .containsExactly("Ann=10", "Bob=4", "Customer 9=1");
    Map<String, @Nullable Object> sales = figures("Sales and their customers");
    assertThat(sales)
        .containsEntry("Sales", 5L)
        .containsEntry("Matched", 3L)
        .containsEntry("Unmatched", 1L)
        .containsEntry("Without a key", 1L)
        .containsEntry("Complete, %", 60.0)
        .containsEntry("Sale keys repeated", 1L);
    assertThat(new BigDecimal(String.valueOf(sales.get("Revenue unmatched"))))
        .isEqualByComparingTo("3");
    assertThat(figures("Customers and their sales"))
        .containsEntry("Customers", 4L)
        .containsEntry("With sales", 2L)
        .containsEntry("Without sales", 0L)
        .containsEntry("Keys repeated", 1L)
        .containsEntry("Without a key", 1L);
  }

  @Test
  void equalRanksStandByNameAndNamesakesAreToldApart() throws Exception {
    run(
        table(
            "customers",
            "customer_id int,customer_name string",
            "SELECT i, CASE WHEN i < 3 THEN 'Ann' ELSE 'Customer of ' || chr((90 - i)::INT) END FROM range(1, 21) r(i)"),
        table(
            "sales",
            "customer_id int,amount decimal,sale_date date",
            "SELECT i, 5, DATE '2025-01-01' FROM range(1, 21) r(i)"));
    assertThat(bars("Top 10 customers by number of sales"))
        .containsExactly(
            "Ann (1)=1",
            "Ann (2)=1",
            "Customer of F=1",
            "Customer of G=1",
            "Customer of H=1",
            "Customer of I=1",
            "Customer of J=1",
            "Customer of K=1",
            "Customer of L=1",
            "Customer of M=1");
  }

  @Test
  void keysOfDifferentTypesAreComparedAsTexts() throws Exception {
    run(
        table("customers", "customer_id string,segment string", "VALUES ('1', 'A'), ('x', 'B')"),
        table(
            "sales",
            "customer_id int,amount double,sale_date date",
            "VALUES (1, 2.5::DOUBLE, DATE '2025-01-01'), (1, 'NaN'::DOUBLE, DATE '2025-01-02'),"
                + " (1, 'Infinity'::DOUBLE, DATE '2025-01-02'), (2, 1.5, DATE '2025-01-02')"));
    assertThat(bars("Revenue by segment")).containsExactly("A=2.5");
    assertThat(bars("Mean sale by segment")).containsExactly("A=2.5");
    assertThat(figures("Sales at a glance"))
        .containsEntry("Revenue", 4.0)
        .containsEntry("Sales", 4L);
    assertThat(figures("Sales and their customers"))
        .containsEntry("Matched", 3L)
        .containsEntry("Complete, %", 75.0);
    allShown();
  }

  /** Other names, types and kinds of numbers: hand-made, so that every figure can be checked. */
  @Test
  void refundsMomentsAndCustomersWithoutSalesHaveTheirFigures() throws Exception {
    run(
        table(
            "dim_client",
            "client_no string,client_name string,Industry string",
            "VALUES ('10', 'Ann', 'A'), ('11', 'Bob', 'A'), ('12', 'Cid', NULL), ('13', 'Dan', 'B')"),
        table(
            "fact_orders",
            "order_no string,client_no long,amt double,qty double,ordered_at timestamp,product string",
            "VALUES ('a', 10::BIGINT, 30.5::DOUBLE, 2.0::DOUBLE, TIMESTAMPTZ '2025-01-31 23:30:00+00', 'p'),"
                + " ('b', 10, -10.5, -1.0, TIMESTAMPTZ '2025-02-01 00:30:00+00', 'p'),"
                + " ('c', 11, -40.0, 'nan'::DOUBLE, TIMESTAMPTZ '2025-02-03 12:00:00+00', NULL),"
                + " ('d', 12, 5.0, 1.5, TIMESTAMPTZ '2025-02-03 12:00:00+00', 'q'),"
                + " ('d', NULL, 2.0, NULL, NULL, 'q')"));
    assertThat(bars("Revenue by segment")).containsExactly("null=5", "A=-20");
    assertThat(bars("Customers by segment")).containsExactly("A=2", "null=1");
    assertThat(bars("Revenue per customer by segment")).containsExactly("null=5", "A=-10");
    assertThat(bars("Top 10 customers by revenue")).containsExactly("Ann=20", "Cid=5", "Bob=-40");
    assertThat(bars("Top 10 products by pieces sold")).containsExactly("q=1.5", "p=1", "null=");
    assertThat(figures("Sales at a glance"))
        .containsEntry("Revenue", -13.0)
        .containsEntry("Mean sale", -2.6)
        .containsEntry("Median sale", 2.0)
        .containsEntry("Buyers", 3L)
        .containsEntry("Pieces sold", 2.5);
    assertThat(figures("Sales and their customers"))
        .containsEntry("Matched", 4L)
        .containsEntry("Unmatched", 0L)
        .containsEntry("Without a key", 1L)
        .containsEntry("Revenue unmatched", 2.0)
        .containsEntry("Sale keys repeated", 1L);
    assertThat(figures("Customers and their sales"))
        .containsEntry("With sales", 3L)
        .containsEntry("Without sales", 1L);
    assertThat(steps("Revenue per day", ZoneOffset.UTC))
        .containsExactly("2025-01-31=30.5", "2025-02-01=-10.5", "2025-02-03=-35");
    assertThat(steps("Revenue per month", ZoneOffset.ofHours(-1)))
        .containsExactly("2025-01-01=20", "2025-02-01=-35");
    allShown();
  }

  /** The steps of a series, days beginning where the zone has them begin. */
  private List<String> steps(String title, ZoneOffset zone) {
    ChartContent content = (ChartContent) Objects.requireNonNull(tiles.get(title)).content();
    OpenTable sales =
        tables.entrySet().stream()
            .filter(table -> table.getKey().table().equals("fact_orders"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    return ((TimeSeriesChart) content.chart().ask(sales, zone, job))
        .answer().steps().stream()
            .map(step ->
                step.start()
                    + "="
                    + Objects.requireNonNull(step.value()).stripTrailingZeros().toPlainString())
            .toList();
  }

  @Test
  void whereEverySaleHasItsCustomerNothingIsUnmatched() throws Exception {
    run(
        table("customers", "customer_id int,segment string", "VALUES (1, 'A')"),
        table(
            "sales",
            "customer_id int,amount decimal,sale_date date",
            "VALUES (1, 7.00, DATE '2025-01-01')"));
    Map<String, @Nullable Object> sales = figures("Sales and their customers");
    assertThat(sales).containsEntry("Complete, %", 100.0);
    assertThat(new BigDecimal(String.valueOf(sales.get("Revenue unmatched")))).isZero();
  }

  @Test
  void tablesWithoutRowsAndWithoutMatchesHaveTheirTilesAllTheSame() throws Exception {
    Candidate none =
        table(
            "customers",
            "customer_id int,customer_name string,segment string,country string,signup_date date",
            "SELECT 1, 'a', 'b', 'c', DATE '2025-01-01' WHERE false");
    Candidate sales =
        table(
            "sales",
            "sale_id int,customer_id int,product string,amount decimal,quantity int,sale_date date,region string",
            "VALUES (1, 1, 'p', 7.00, 1, DATE '2025-01-01', 'r')");
    run(none, sales);
    allShown();
    assertThat(bars("Top 10 customers by revenue")).containsExactly("Customer 1=7");
    assertThat(bars("Revenue by segment")).isEmpty();
    assertThat(figures("Sales and their customers"))
        .containsEntry("Matched", 0L)
        .containsEntry("Unmatched", 1L)
        .containsEntry("Complete, %", 0.0);
    Objects.requireNonNull(run).close();
    run(
        none,
        table(
            "orders",
            "order_id int,customer_id int,amount decimal,sale_date date",
            "SELECT 1, 1, 1.0, DATE '2025-01-01' WHERE false"));
    allShown();
    assertThat(figures("Sales and their customers"))
        .containsEntry("Sales", 0L)
        .containsEntry("Complete, %", null);
    assertThat(figures("Sales at a glance"))
        .containsEntry("Sales", 0L)
        .containsEntry("Revenue", null);
  }

  @Test
  void whatIsMissingIsSaidFirst() throws Exception {
    Candidate sales =
        table(
            "sales",
            "customer_id int,amount decimal,sale_date date",
            "VALUES (1, 7.00, DATE '2025-01-01')");
    Dashboard dashboard = RetailDashboard.of(Shape.of(List.of(sales)).orElseThrow());
    assertThat(dashboard.tiles().getFirst().heading()).isEqualTo("Some of it is missing");
    assertThat(dashboard.tiles().getFirst().content().toString())
        .contains("For want of a table of customers: no Revenue by segment,")
        .contains(
            "For want of a column for “Region of the sale”: no Revenue by region, no Sales by region.");
    assertThat(dashboard.tiles())
        .extracting(Tile::heading)
        .contains("Revenue per month", "Top 10 customers by revenue", "Summary of sales")
        .doesNotContain(
            "Revenue by region", "Summary of customers", "Spread of amounts by segment");
    run(sales);
    assertThat(bars("Top 10 customers by revenue")).containsExactly("Customer 1=7");
  }
}
