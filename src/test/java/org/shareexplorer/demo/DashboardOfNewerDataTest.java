package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.dashboard.ChartContent;
import org.shareexplorer.dashboard.Dashboard;
import org.shareexplorer.dashboard.DashboardJson;
import org.shareexplorer.dashboard.DashboardRun;
import org.shareexplorer.dashboard.FiguresContent;
import org.shareexplorer.dashboard.Shown;
import org.shareexplorer.dashboard.Source;
import org.shareexplorer.dashboard.TableReference;
import org.shareexplorer.dashboard.Tile;
import org.shareexplorer.dashboard.TileAnswer;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.workspace.OpenWorkspace;

class DashboardOfNewerDataTest {

  private static final TableName SALES =
      new TableName("external_retail", "retail", "sales_transactions");

  private static final Dashboard DASHBOARD =
      new Dashboard("Sales")
          .knowing(new TableReference(SALES))
          .dashboard()
          .with(
              new Tile(
                  new FiguresContent(
                      new Source.OfQuery(
                          "SELECT count(*) AS n, sum(total_amount) AS revenue"
                              + " FROM sales_transactions"))))
          .with(
              new Tile(
                  new ChartContent(
                      new Source.OfTable("sales_transactions"), new HistogramSpec("quantity"))));

  @TempDir private Path folder = Path.of("");

  /** What the dashboard's tiles show of a version, beside DuckDB over the files that it has. */
  private static void shows(
      DemoWorld world, OpenWorkspace workspace, Dashboard dashboard, long version)
      throws Exception {
    try (SqlQueries queries = SqlQueries.alone(world.jobs());
        DeltaFiles files = new DeltaFiles();
        DashboardRun run =
            new DashboardRun(
                dashboard.tables(),
                (table, job) -> workspace.open(ConnectionId.DEMO, table.name(), table.asOf(), job),
                queries,
                ZoneOffset.UTC)) {
      files.view("sales", place(world));
      List<@Nullable Object> expected =
          files.answer("SELECT count(*), sum(total_amount) FROM sales").getFirst();
      TileAnswer figures = run.answer(dashboard.tiles().getFirst().content(), Job.unattended());
      assertThat(((Shown.Numbers) figures.shown()).values()).isEqualTo(expected);
      TileAnswer drawing = run.answer(dashboard.tiles().getLast().content(), Job.unattended());
      HistogramChart chart = (HistogramChart) ((Shown.Drawing) drawing.shown()).chart();
      assertThat(chart.answer().rows()).isEqualTo(expected.getFirst());
      assertThat(List.of(figures, drawing))
          .allSatisfy(answer -> assertThat(answer.standing()).contains("v" + version + ", latest"));
    }
  }

  private static Path place(DemoWorld world) throws Exception {
    return world.data().resolve("external_retail/retail/sales_transactions");
  }

  @Test
  void aDashboardThatIsReopenedHasTheFiguresOfTheNewestVersion() throws Exception {
    try (DemoWorld world = DemoWorld.changing(folder);
        OpenWorkspace workspace = world.workspace()) {
      shows(world, workspace, DASHBOARD, 2);
      Path kept = Files.writeString(folder.resolve("sales.json"), DashboardJson.write(DASHBOARD));
      Files.writeString(
          place(world).resolve("_delta_log/00000000000000000003.json"),
          """
          {"commitInfo":{"timestamp":1767400000000,"operation":"DELETE","operationParameters":{}}}
          {"remove":{"path":"part-00001.zstd.parquet","deletionTimestamp":1767400000000,"dataChange":true}}
          """);
      shows(world, workspace, DashboardJson.read(Files.readString(kept)), 3);
    }
  }
}
