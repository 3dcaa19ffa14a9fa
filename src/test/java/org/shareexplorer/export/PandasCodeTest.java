package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.TimeSeriesChart;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.dashboard.SampleDashboards;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

/** The code for pandas, run where pandas is at hand, has what is on screen. */
class PandasCodeTest {

  private static final TableName SALES = new TableName("share", "schema", "sales");

  static final List<Field> COLUMNS =
      List.of(
          new Field("transaction_id", Simple.INTEGER, true),
          new Field("product_name", Simple.STRING, true),
          new Field("region", Simple.STRING, true),
          new Field("quantity", Simple.INTEGER, true),
          new Field("total_amount", new DataType.Decimal(10, 2), true),
          new Field("transaction_date", Simple.DATE, true),
          new Field("moment", Simple.TIMESTAMP, true),
          new Field("open", Simple.BOOLEAN, true));

  /** The same rows as the client of Python has them: days, decimals and moments are objects. */
  static final String SHARED =
      """
      import json, sys, types
      from datetime import date, timedelta
      from decimal import Decimal
      import pandas as pd

      def shared(url, version=None):
          return pd.DataFrame({
              "transaction_id": pd.Series(range(400), dtype="int32"),
              "product_name": [[None, "x", "y$", "50%", "", "Xa"][i % 6] for i in range(400)],
              "region": [["North", "South", None][i % 3] for i in range(400)],
              "quantity": [i % 7 + 1 for i in range(400)],
              "total_amount": [None if i % 11 == 0 else Decimal(i * i % 1009 + 1) / 4 for i in range(400)],
              "transaction_date": [None if i % 50 == 0 else date(2024, 1, 1) + timedelta(days=i // 3) for i in range(400)],
              "moment": [pd.Timestamp("2024-01-01", tz="UTC") + pd.Timedelta(hours=i) for i in range(400)],
              "open": [[None, True, False][i % 3] for i in range(400)],
          })

      sys.modules["delta_sharing"] = types.ModuleType("delta_sharing")
      sys.modules["delta_sharing"].load_as_pandas = shared
      """;

  static final String ROWS =
      """
      SELECT i::INTEGER, [NULL, 'x', 'y$', '50%', '', 'Xa'][i % 6 + 1], ['North', 'South', NULL][i % 3 + 1],
        (i % 7 + 1)::INTEGER, CASE WHEN i % 11 > 0 THEN (i * i % 1009 + 1)::DECIMAL(10,2) / 4 END::DECIMAL(10,2),
        CASE WHEN i % 50 > 0 THEN DATE '2024-01-01' + (i // 3)::INTEGER END,
        TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (i) HOUR, [NULL, true, false][i % 3 + 1]
      FROM range(400) t(i)
      """;

  @TempDir Path folder;
  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);
  private final JsonMapper json = new JsonMapper();

  @BeforeEach
  void share() throws Exception {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      String names = String.join(", ", COLUMNS.stream().map(Field::name).toList());
      statement.execute(
          "COPY (SELECT * FROM (%s) AS t(%s)) TO '%s' (FORMAT parquet)"
              .formatted(ROWS, names, folder.resolve("sales.parquet")));
    }
  }

  @AfterEach
  void end() {
    questions.close();
    jobs.close();
  }

  private OpenTable sales() {
    return new ResultTables(jobs, questions)
        .open(SALES, COLUMNS, folder.resolve("sales.parquet"), folder.resolve("kept"), 400);
  }

  @Test
  void everyFilterAndOrderHasTheRowsThatAreOnScreen() throws Exception {
    List<String> programs = new ArrayList<>();
    List<List<String>> expected = new ArrayList<>();
    for (String filter :
        List.of(
            "",
            "NOT (product_name = 'x' AND total_amount >= 2)",
            "NOT (product_name = 'x' OR quantity > 3)",
            "quantity <> 3 AND quantity <= 5 AND total_amount < 100.25",
            "product_name NOT IN ('x', 'y$') OR total_amount IS NULL",
            "product_name IS DISTINCT FROM 'x' AND NOT (transaction_date IS DISTINCT FROM '2024-01-02')",
            "product_name LIKE '%\\%' OR product_name ILIKE 'X%' OR product_name LIKE '_$'",
            "total_amount BETWEEN 10 AND 20.5 OR transaction_date > '2024-05-01'",
            "moment >= '2024-01-02T00:00:00Z' AND open = true")) {
      Recipe recipe =
          new Recipe(
              SALES,
              OptionalLong.empty(),
              List.of("product_name", "transaction_id"),
              new View(
                  FilterParser.parse(filter, COLUMNS),
                  List.of(new Order("total_amount", true), new Order("product_name", false))));
      programs.add(CodeLanguage.PYTHON.code(recipe).replace("print(rows)", ""));
      expected.add(
          sales()
              .viewed(recipe.view(), Job.unattended())
              .rows(0, 400, recipe.columns(), Job.unattended())
              .rows()
              .stream()
              .map(row -> CellText.plain(row.get(0)) + "|" + row.get(1))
              .toList());
    }
    JsonNode found =
        json.readTree(
            Python.run(
                SHARED
                    + """
                    found = []
                    for program in %s:
                        names = {}
                        exec(program, names)
                        found.append([(a or "") + "|" + str(b) for a, b in names["rows"].values.tolist()])
                    print(json.dumps(found))
                    """
                        .formatted(json.writeValueAsString(programs)),
                "pandas"));
    for (int i = 0; i < programs.size(); i++) {
      assertThat(json.convertValue(found.get(i), String[].class))
          .as(programs.get(i))
          .containsExactlyElementsOf(expected.get(i));
      assertThat(expected.get(i)).isNotEmpty();
    }
  }

  @Test
  void everyChartIsDrawnAndHasTheFiguresThatAreOnScreen() throws Exception {
    HistogramSpec bins =
        new HistogramSpec(
            "total_amount",
            30,
            null,
            org.shareexplorer.engine.HistogramQuestion.Scale.LINEAR,
            false);
    TimeSeriesSpec weeks =
        new TimeSeriesSpec("moment", Bucket.WEEK, Aggregate.SUM, "total_amount", 2, null, false);
    TimeSeriesSpec days =
        new TimeSeriesSpec("moment", Bucket.DAY, Aggregate.MEAN, "quantity", 3, null, false);
    List<ChartSpec> charts = new ArrayList<>(List.of(bins, weeks, days));
    charts.addAll(SampleDashboards.CHARTS);
    Recipe recipe =
        new Recipe(SALES, OptionalLong.empty(), List.of(), View.ALL)
            .drawing(charts, ZoneOffset.ofHours(-5));
    String program = CodeLanguage.PYTHON.code(recipe);
    assertThat(program.split("plt\\.show", -1)).hasSize(charts.size() + 1);
    JsonNode drawn =
        json.readTree(
            Python.run(
                    SHARED
                        + """
                        import matplotlib.pyplot as plt
                        drawn = []
                        def show():
                            plt.gcf().savefig(%s + "/" + str(len(drawn)) + ".png")
                            axes = plt.gcf().axes[0]
                            drawn.append([
                                [patch.get_height() for patch in axes.patches if hasattr(patch, "get_height")],
                                ["; ".join("%%.4f" %% y for y in line.get_ydata()) for line in axes.lines],
                            ])
                            plt.close()
                        plt.show = show
                        exec(%s)
                        print()
                        print(json.dumps(drawn[:3], default=float))
                        """
                            .formatted(
                                json.writeValueAsString(folder.toString()),
                                json.writeValueAsString(program)),
                    "pandas",
                    "matplotlib",
                    "scipy")
                .lines()
                .reduce((_, last) -> last)
                .orElseThrow());
    assertThat(folder.resolve(charts.size() - 1 + ".png")).exists();
    var histogram = ((HistogramChart) bins.ask(sales(), recipe.zone(), Job.unattended())).answer();
    assertThat(json.convertValue(drawn.at("/0/0"), double[].class))
        .containsExactly(histogram.counts().stream().mapToDouble(Long::doubleValue).toArray());
    // The last week is not over: dashed, and in no mean.
    List<Double> sums = values(weeks, recipe);
    assertThat(sums).hasSize(4);
    assertThat(drawn.at("/1/1"))
        .extracting(JsonNode::asText)
        .containsExactly(
            text(sums.subList(0, 3)), text(sums.subList(2, 4)), text(means(sums.subList(0, 3), 2)));
    List<Double> means = values(days, recipe);
    assertThat(drawn.at("/2/1"))
        .extracting(JsonNode::asText)
        .containsExactly(text(means), text(means(means, 3)));
  }

  private static String text(List<Double> values) {
    return values.stream()
        .map(value -> value.isNaN() ? "nan" : String.format(Locale.ROOT, "%.4f", value))
        .collect(Collectors.joining("; "));
  }

  private List<Double> values(TimeSeriesSpec spec, Recipe recipe) {
    return ((TimeSeriesChart) spec.ask(sales(), recipe.zone(), Job.unattended()))
        .answer().steps().stream()
            .map(step -> Objects.requireNonNull(step.value()).doubleValue())
            .toList();
  }

  /** Means of a number and those before it, NaN where there are too few. */
  private static List<Double> means(List<Double> values, int window) {
    return IntStream.range(0, values.size())
        .mapToObj(i ->
            i + 1 < window
                ? Double.NaN
                : values.subList(i + 1 - window, i + 1).stream()
                    .mapToDouble(v -> v)
                    .average()
                    .orElseThrow())
        .toList();
  }
}
