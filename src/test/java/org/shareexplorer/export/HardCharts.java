package org.shareexplorer.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shareexplorer.chart.AnnotatedSpec;
import org.shareexplorer.chart.Annotation;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

/**
 * Pictures of charts of awkward rows, light and dark, for the docs; asked of the engine as any
 * other chart is: {@code mvn test-compile exec:exec@pictures}.
 */
final class HardCharts {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final List<Field> FIELDS =
      List.of(
          new Field("category", Simple.STRING, true),
          new Field("other", Simple.STRING, true),
          new Field("amount", Simple.DOUBLE, true),
          new Field("day", Simple.DATE, true));

  /** Of each: what rows there are, in SQL, and the chart of them. */
  private record Hard(String rows, ChartSpec chart) {}

  private static final String LONG =
      "(['A customer segment whose name nobody thought would be printed, number ' || i % 9,"
          + " 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen ' || i % 3,"
          + " repeat('x', 400), '東京都渋谷区の小売業者', 'قطاع التجزئة', '', NULL])[1 + i % 7]";

  private HardCharts() {}

  private static Map<String, Hard> all() {
    Map<String, Hard> all = new LinkedHashMap<>();
    Quantity sum = new Quantity(Aggregate.SUM, "amount");
    all.put("long-labels", new Hard(rows(5_000, LONG, "i % 100"), new BarSpec("category", sum)));
    all.put(
        "long-labels-pie",
        new Hard(rows(5_000, LONG, "i % 100"), new PieSpec("category", Quantity.ROWS)));
    all.put(
        "long-labels-heatmap",
        new Hard(rows(5_000, LONG, "i % 100"), new HeatMapSpec("category", null, "other", sum)));
    all.put(
        "million-categories",
        new Hard(
            rows(3_000_000, "'customer ' || (i % 1000000)", "1 + 4e6 / (1 + i % 1000000)"),
            new BarSpec("category", sum, null, Arrangement.GROUPED, Rank.GREATEST, 10, true)));
    all.put(
        "nulls",
        new Hard(
            rows(
                20_000,
                "CASE WHEN i % 3 > 0 THEN 'r' || i % 5 END",
                "CASE WHEN i % 2 = 0 THEN NULL WHEN i % 31 = 0 THEN 'NaN'::DOUBLE"
                    + " ELSE 50 + 20 * sin(i) * cos(i * 7) END"),
            new HistogramSpec("amount")));
    all.put("one-value", new Hard(rows(1_000, "'a'", "42.5"), new HistogramSpec("amount")));
    all.put("no-rows", new Hard(rows(0, "'a'", "1"), new BoxPlotSpec("amount", "category")));
    all.put(
        "negative",
        new Hard(
            rows(9_000, "'region ' || i % 9", "(i % 9 - 4.5) * 7 + sin(i)"),
            new BarSpec("category", sum)));
    all.put(
        "huge",
        new Hard(
            rows(9_000, "'group ' || i % 4", "((hash(i) % 1000)::BIGINT - 300)::DOUBLE ** 5 * 1e6"),
            new BoxPlotSpec("amount", "category", 10, Scale.LINEAR)));
    all.put(
        "annotations",
        new Hard(
            rows(20_000, "'a'", "100 + 60 * sin(i % 730 / 58) + i % 730 / 4"),
            new AnnotatedSpec(
                new TimeSeriesSpec("day", Bucket.WEEK, Aggregate.SUM, "amount"),
                "Sales have doubled since the second shop opened",
                "both shops together, without returns",
                List.of(
                    new Annotation.Line(Annotation.Axis.ACROSS, "2024-06-01", "second shop"),
                    new Annotation.Line(Annotation.Axis.UP, "50000", "plan"),
                    new Annotation.Band(
                        Annotation.Axis.ACROSS, "2025-02-01", "2025-04-15", "rebuilding")))));
    return all;
  }

  private static String rows(int count, String category, String amount) {
    return "SELECT (%s)::VARCHAR AS category, 'kind ' || (i %% 4) AS other, (%s)::DOUBLE AS amount, DATE '2024-01-01' + (i %% 730)::INTEGER AS day FROM range(%d) t(i)"
        .formatted(category, amount, count);
  }

  /** Writes into the folder that is named first. */
  public static void main(String[] args) throws Exception {
    Path pictures = Files.createDirectories(Path.of(args[0]));
    Path folder = Files.createTempDirectory("charts");
    try (Jobs jobs = new Jobs();
        Questions questions = new Questions(jobs);
        Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
      for (Map.Entry<String, Hard> each : all().entrySet()) {
        OpenTable table = table(duck, each.getValue(), folder, each.getKey(), jobs, questions);
        var chart = each.getValue().chart().ask(table, ZoneOffset.UTC, Job.unattended());
        for (boolean dark : new boolean[] {false, true}) {
          new ChartImage(new ChartPicture(chart, ChartTheme.of(dark)), WIDTH, HEIGHT)
              .save(
                  pictures.resolve("hard-" + each.getKey() + (dark ? "-dark.png" : "-light.png")),
                  Job.unattended());
        }
      }
    }
  }

  private static OpenTable table(
      Connection duck, Hard hard, Path folder, String name, Jobs jobs, Questions questions)
      throws SQLException {
    Path file = folder.resolve(name + ".parquet");
    try (Statement statement = duck.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(hard.rows(), file));
      try (var counted = statement.executeQuery("SELECT count(*) FROM '%s'".formatted(file))) {
        counted.next();
        return new ResultTables(jobs, questions)
            .open(new TableName("a", "b", name), FIELDS, file, folder, counted.getLong(1));
      }
    }
  }
}
