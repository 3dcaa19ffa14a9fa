package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Content;
import org.shareexplorer.dashboard.DashboardRun;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.RowsContent;
import org.shareexplorer.dashboard.SampleDashboards;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.SummaryContent;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.dashboard.UsedTable;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.workspace.DashboardConnections;
import org.shareexplorer.workspace.OpenWorkspace;

/** Tiles over the demo share show what DuckDB finds in its raw files. */
class DashboardDemoTest {

  private static final Source SALES = new Source.OfTable("sales");

  @TempDir private static Path folder = Path.of("");
  private static @Nullable DemoWorld world;
  private static @Nullable OpenWorkspace workspace;
  private static @Nullable SqlQueries queries;
  private static @Nullable DeltaFiles files;

  private final List<String> opened = Collections.synchronizedList(new ArrayList<>());
  private DashboardRun run = run(Map.of());

  @BeforeAll
  static void serve() throws Exception {
    world = new DemoWorld(folder, Clock.systemUTC());
    workspace = world.workspace();
    queries = SqlQueries.alone(world.jobs());
    files = new DeltaFiles();
    files.view("sales", world.data().resolve("external_retail/retail/sales_transactions"));
    files.view("customers", world.data().resolve("external_retail/retail/customers"));
  }

  @AfterAll
  static void end() throws Exception {
    all().close();
    Objects.requireNonNull(workspace).close();
    Objects.requireNonNull(world).close();
    Objects.requireNonNull(files).close();
  }

  @BeforeEach
  void begin() {
    run =
        run(
            Map.of(
                "sales", reference("sales_transactions"),
                "customers", reference("customers"),
                "gone", reference("no_such_table")));
  }

  private DashboardRun run(Map<String, TableReference> tables) {
    return new DashboardRun(tables, this::open, all(), ZoneOffset.UTC);
  }

  private static SqlQueries all() {
    return Objects.requireNonNull(queries);
  }

  private static TableReference reference(String table) {
    return new TableReference(new TableName("external_retail", "retail", table));
  }

  private OpenTable open(TableReference table, Job job) {
    opened.add(table.name().table());
    return Objects.requireNonNull(workspace)
        .open(ConnectionId.DEMO, table.name(), table.asOf(), job);
  }

  private TileAnswer answer(Content content) {
    return run.answer(content, Job.unattended());
  }

  private Problem refused(Content content) {
    return catchThrowableOfType(ProblemException.class, () -> answer(content)).problem();
  }

  private static List<@Nullable Object> expected(String sql) throws Exception {
    return Objects.requireNonNull(files).answer(sql).getFirst();
  }

  @Test
  void aFilteredChartIsOfTheRowsThatMatch() throws Exception {
    TileAnswer answer =
        answer(
            new ChartContent(
                new Source.OfTable("sales", "total_amount > 100"),
                new HistogramSpec("total_amount")));
    HistogramChart chart = (HistogramChart) ((Shown.Drawing) answer.shown()).chart();
    List<@Nullable Object> row =
        expected("SELECT count(*), max(total_amount)::DOUBLE FROM sales WHERE total_amount > 100");
    assertThat(chart.answer().rows()).isEqualTo(row.get(0));
    assertThat(chart.answer().edges().getLast()).isEqualTo(row.get(1));
    assertThat(answer.standing())
        .startsWith("all ")
        .contains("exact")
        .endsWith(" · where total_amount > 100 · sales v" + version() + ", latest");
  }

  private long version() {
    return open(reference("sales_transactions"), Job.unattended()).snapshot().version();
  }

  @Test
  void figuresAreThoseOfTheQuerysRowOverBothTables() throws Exception {
    String sql =
        "SELECT count(*) AS n, sum(s.total_amount) AS revenue, count(DISTINCT c.customer_segment)"
            + " AS segments FROM %s s JOIN %s c USING (customer_id)";
    TileAnswer answer =
        answer(
            new FiguresContent(
                new Source.OfQuery(sql.formatted("external_retail.retail.SALES", "customers"))));
    assertThat(((Shown.Numbers) answer.shown()).values())
        .isEqualTo(expected(sql.formatted("sales", "customers")));
    assertThat(answer.tables())
        .extracting(UsedTable::alias)
        .containsExactlyInAnyOrder("sales", "customers");
    assertThat(answer.standing()).contains("of a query");
  }

  @Test
  void aSummaryHasTheTotalsOfItsNumbers() throws Exception {
    Shown.Described shown =
        (Shown.Described)
            answer(new SummaryContent(SALES, List.of("region", "total_amount"))).shown();
    assertThat(shown.totals())
        .containsExactly(null, expected("SELECT sum(total_amount) FROM sales").getFirst());
    assertThat(shown.summary().columns().getLast().mean())
        .isCloseTo(
            ((Number)
                    Objects.requireNonNull(
                        expected("SELECT avg(total_amount) FROM sales").getFirst()))
                .doubleValue(),
            within(1e-6));
  }

  @Test
  void rowsAreTheFirstOnesAndSayOfHowMany() {
    TileAnswer answer = answer(new RowsContent(new Source.OfTable("customers"), 3));
    assertThat(((Shown.Listed) answer.shown()).rows()).hasSize(3);
    assertThat(answer.standing()).startsWith("the first 3 rows of 300 · customers v");
  }

  @Test
  void tilesThatAskTheSameAskOnce() {
    Content histogram = new ChartContent(SALES, new HistogramSpec("total_amount"));
    Content bars = new ChartContent(SALES, new BarSpec("region", Quantity.ROWS));
    List<Running<TileAnswer>> asked = new ArrayList<>();
    for (Content content : List.of(histogram, bars, histogram, new SummaryContent(SALES))) {
      asked.add(Objects.requireNonNull(world).jobs().start(job -> run.answer(content, job)));
    }
    List<TileAnswer> answers = asked.stream().map(Running::join).toList();
    assertThat(opened).containsExactly("sales_transactions");
    assertThat(answers.get(0)).isSameAs(answers.get(2));
  }

  @Test
  void aMissingTableOrColumnIsOneTilesProblemAlone() {
    assertThat(refused(new SummaryContent(new Source.OfTable("gone"))).sentence())
        .contains("no_such_table");
    assertThat(refused(new ChartContent(SALES, new HistogramSpec("amount_gone"))).sentence())
        .contains("amount_gone");
    assertThat(refused(new RowsContent(new Source.OfTable("sales", "gone = 1"), 3)).sentence())
        .contains("gone");
    assertThat(refused(new RowsContent(new Source.OfQuery("SELECT gone FROM sales"), 3)).sentence())
        .contains("gone");
    assertThat(refused(new FiguresContent(SALES)).sentence()).contains("one row");
    assertThat(refused(new SummaryContent(new Source.OfTable("never"))).sentence())
        .contains("no table of that name");
    assertThat(answer(new ChartContent(SALES, new HistogramSpec("quantity"))).standing())
        .contains("exact");
  }

  @Test
  void everyKindOfChartDraws() {
    for (ChartSpec chart : SampleDashboards.CHARTS) {
      assertThat(answer(new ChartContent(SALES, chart)).shown()).isInstanceOf(Shown.Drawing.class);
    }
    assertThat(opened).hasSize(1);
  }

  @Test
  void aPinnedVersionIsShownAsSuch() {
    TableName sales = new TableName("external_retail", "retail", "sales_transactions");
    run = run(Map.of("sales", new TableReference(Optional.empty(), sales, OptionalLong.of(0))));
    assertThat(answer(new RowsContent(SALES, 1)).tables())
        .containsExactly(new UsedTable("sales", 0, true));
  }

  @Test
  void tablesAreFoundWhateverTheConnectionIsCalledHere() {
    OpenWorkspace connections = Objects.requireNonNull(workspace);
    connections.addDemo(Job.unattended());
    DashboardConnections tables = new DashboardConnections(connections);
    for (Optional<String> name :
        List.of(Optional.<String>empty(), Optional.of("Demo share"), Optional.of("Another's"))) {
      TableReference sales =
          new TableReference(name, reference("sales_transactions").name(), OptionalLong.empty());
      assertThat(tables.open(sales, Job.unattended()).snapshot().name()).isEqualTo(sales.name());
    }
    assertThatThrownBy(() -> tables.open(reference("no_such_table"), Job.unattended()))
        .hasMessageContaining("None of your connections has the table");
  }

  @Test
  void theResultsOfQueriesEndWithTheRun() {
    RowsContent rows = new RowsContent(new Source.OfQuery("SELECT 1 AS one"), 1);
    answer(rows);
    run.close();
    assertThatThrownBy(() -> answer(new RowsContent(new Source.OfQuery("SELECT 2 AS two"), 1)))
        .isInstanceOf(CancellationException.class);
  }
}
