package org.shareexplorer.dashboard;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Annotation;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.CorrelationSpec;
import org.shareexplorer.chart.DensitySpec;
import org.shareexplorer.chart.FigureFormat;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.MultiplesSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.protocol.TableName;

/** Dashboards on the demo's tables. */
public final class SampleDashboards {

  private static final Quantity REVENUE = new Quantity(Aggregate.SUM, "total_amount");
  private static final Source SALES = new Source.OfTable("sales");

  /** A chart of each kind, on the demo's sales. */
  public static final List<ChartSpec> CHARTS =
      List.of(
          new HistogramSpec("total_amount"),
          new HistogramSpec("total_amount", 30, 0.25, Scale.LOG, false),
          new DensitySpec("total_amount", "region"),
          new BoxPlotSpec("total_amount", "region"),
          new BoxPlotSpec("total_amount", null).asViolin(),
          new BarSpec("product_name", REVENUE),
          new BarSpec("product_name", REVENUE, "region", Arrangement.SHARES, Rank.ROWS, 7, true),
          new TimeSeriesSpec("transaction_date", Bucket.MONTH, Aggregate.SUM, "total_amount"),
          new TimeSeriesSpec(
              "transaction_date", Bucket.WEEK, Aggregate.COUNT, null, 4, "region", true),
          new ScatterSpec("quantity", "total_amount"),
          new PieSpec("region", REVENUE),
          new HeatMapSpec("transaction_date", Bucket.MONTH, "region", REVENUE),
          new CorrelationSpec(List.of("quantity", "total_amount")),
          new MultiplesSpec(new HistogramSpec("total_amount"), "region", 4),
          new AnnotatedSpec(
              new HistogramSpec("total_amount"),
              "Amounts",
              "",
              List.of(new Annotation.Line(Annotation.Axis.ACROSS, "1000", "a thousand"))),
          new AnnotatedSpec(
              new BarSpec("region", REVENUE), "", "", List.of(), FigureFormat.DOLLARS));

  private SampleDashboards() {}

  /** {@return a page with a tile of each kind} */
  public static Dashboard whole() {
    return new Dashboard(
        "Sales at a glance",
        Map.of(
            "sales",
            new TableReference(new TableName("external_retail", "retail", "sales_transactions"))),
        List.of(
            new Tile(
                new FiguresContent(
                    new Source.OfQuery(
                        "SELECT count(*) AS transactions, sum(total_amount) AS revenue FROM sales"))),
            new Tile(
                "Amounts",
                "of all sales above 100",
                6,
                4,
                new ChartContent(
                    new Source.OfTable("sales", "total_amount > 100"),
                    new HistogramSpec("total_amount"))),
            new Tile(new ChartContent(SALES, new BarSpec("product_name", REVENUE))),
            new Tile(new SummaryContent(SALES, List.of("quantity", "total_amount", "region"))),
            new Tile(
                "Largest",
                new RowsContent(
                    new Source.OfQuery("SELECT * FROM sales ORDER BY total_amount DESC, 1 LIMIT 5"),
                    5)),
            new Tile(
                new TextContent("Amounts are in dollars.\n\n<b>Not</b> \"net\" & not gross."))));
  }

  /** {@return a page with a chart of each kind, and tables told by all that can be told} */
  static Dashboard ofAllCharts() {
    Dashboard dashboard = new Dashboard("Alles über Umsätze", Map.of("sales", pinned()), List.of());
    for (ChartSpec chart : CHARTS) {
      dashboard = dashboard.with(new Tile(new ChartContent(SALES, chart)));
    }
    return dashboard;
  }

  private static TableReference pinned() {
    return new TableReference(
        Optional.of("Demo share"),
        new TableName("external_retail", "retail", "sales_transactions"),
        OptionalLong.of(0));
  }
}
