package org.shareexplorer.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.statistics.HistogramDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.CorrelationSpec;
import org.shareexplorer.chart.DensitySpec;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.MultiplesSpec;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.job.Job;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;

/**
 * Charts of very many rows whose bytes are on this computer: figures and picture, beside JFreeChart
 * drawing all rows by itself.
 */
final class Drawing {

  static final long MANY = 20_000_000;
  private static final long MILLION = 1_000_000;
  static final long FEW = 1_000;
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 700;
  private static final int SEVERAL = 3;

  private static final List<Field> FIELDS =
      List.of(
          new Field("amount", Simple.DOUBLE, true),
          new Field("price", new DataType.Decimal(10, 2), true),
          new Field("quantity", Simple.INTEGER, true),
          new Field("region", Simple.STRING, true),
          new Field("day", Simple.DATE, true),
          new Field("customer", Simple.STRING, true),
          new Field("number", Simple.LONG, true),
          new Field("moment", Simple.TIMESTAMP, true));

  private static final ChartSpec NAMES =
      new BarSpec("customer", new Quantity(Aggregate.SUM, "amount"));

  private static final Quantity MANY_NAMES = new Quantity(Aggregate.DISTINCT, "customer");

  private Drawing() {}

  /** Rows without a pattern to the eye, the same in every run. */
  private static String rows(long rows) {
    return """
    SELECT -1000 * ln((h %% 1000003 + 1) / 1000004) AS amount,
      CASE WHEN h %% 50 = 0 THEN NULL ELSE (sqrt(h %% 999983) * 9)::DECIMAL(10, 2) END AS price,
      (1 + h %% 37)::INTEGER AS quantity,
      'Region ' || (h %% 7 + h %% 5) AS region,
      DATE '2020-01-01' + (i * 1800 // %1$d)::INTEGER AS day,
      'Customer ' || (h %% 1000000) AS customer,
      h AS number,
      TIMESTAMPTZ '2020-01-01 00:00:00+00' + INTERVAL (h %% 157680000000) MILLISECONDS AS moment
    FROM (SELECT i, (hash(i) // 4)::BIGINT AS h FROM range(%1$d) t(i))\
    """
        .formatted(rows);
  }

  /** {@return the charts that people wait for the longest} */
  static Map<String, ChartSpec> slowest() {
    Map<String, ChartSpec> slowest = new LinkedHashMap<>(kinds());
    slowest
        .keySet()
        .retainAll(
            List.of(
                "boxes by group",
                "violins by group",
                "scatter",
                "correlation",
                "heat map of a million names",
                "bars of how many of a million names",
                "time series of how many of a million names",
                "six panels of histograms"));
    slowest.put("bars of a million names", NAMES);
    return slowest;
  }

  private static Map<String, ChartSpec> kinds() {
    Quantity sum = new Quantity(Aggregate.SUM, "amount");
    Map<String, ChartSpec> kinds = new LinkedHashMap<>();
    kinds.put("histogram and curve", new HistogramSpec("amount"));
    kinds.put("histogram of decimals", new HistogramSpec("price"));
    kinds.put("density", new DensitySpec("amount", null));
    kinds.put("box", new BoxPlotSpec("amount", null));
    kinds.put("boxes by group", new BoxPlotSpec("amount", "region"));
    kinds.put("violins by group", new BoxPlotSpec("amount", "region").asViolin());
    kinds.put("bars of sums", new BarSpec("region", sum));
    kinds.put("bars of counts", new BarSpec("region", Quantity.ROWS));
    kinds.put("time series", new TimeSeriesSpec("day", Bucket.MONTH, Aggregate.SUM, "amount"));
    kinds.put("scatter", new ScatterSpec("amount", "price"));
    kinds.put("pie", new PieSpec("region", sum));
    kinds.put("heat map", new HeatMapSpec("day", Bucket.MONTH, "region", Quantity.ROWS));
    kinds.put("histogram of numbers that all differ", new HistogramSpec("number"));
    kinds.put("box of numbers that all differ", new BoxPlotSpec("number", null));
    kinds.put(
        "time series of instants",
        new TimeSeriesSpec("moment", Bucket.DAY, Aggregate.SUM, "amount"));
    kinds.put("correlation", new CorrelationSpec(List.of("amount", "price")));
    kinds.put("bars of medians", new BarSpec("region", new Quantity(Aggregate.MEDIAN, "amount")));
    kinds.put(
        "bars of deviations", new BarSpec("region", new Quantity(Aggregate.DEVIATION, "amount")));
    kinds.put(
        "time series of medians",
        new TimeSeriesSpec("day", Bucket.MONTH, Aggregate.MEDIAN, "amount"));
    kinds.put(
        "heat map of a million names", new HeatMapSpec("region", null, "customer", Quantity.ROWS));
    kinds.put("bars of how many of a million names", new BarSpec("region", MANY_NAMES));
    kinds.put(
        "time series of how many of a million names",
        new TimeSeriesSpec("day", Bucket.MONTH, Aggregate.DISTINCT, "customer"));
    kinds.put(
        "six panels of histograms", new MultiplesSpec(new HistogramSpec("amount"), "region", 6));
    return kinds;
  }

  static final List<Case> CASES =
      List.of(
          new Case(
              "charts",
              "Charts of one or two columns of 20M rows, the bytes of each on disk: a local file of"
                  + " both, figures and picture",
              "≤ 1 s",
              List.of(),
              charts()),
          new Case(
              "names",
              "Bars of the ten of a million names, over 20M rows, that have the most",
              "as the engine alone",
              List.of(),
              List.of(
                  new Case.Way(
                      "chart of sums", SEVERAL, box -> drawn(box, MANY, NAMES, ZoneOffset.UTC)),
                  new Case.Way("DuckDB, rounded sums", SEVERAL, Drawing::sumsAlone))),
          new Case(
              "scatter",
              "Scatter of 1M points, their bytes on disk: figures and picture",
              "≤ 1 s",
              List.of(),
              List.of(
                  new Case.Way(
                      "hexagons",
                      SEVERAL,
                      box ->
                          drawn(box, MILLION, new ScatterSpec("amount", "price"), ZoneOffset.UTC)),
                  new Case.Way("JFreeChart, all points", SEVERAL, Drawing::allPoints))));

  private static List<Case.Way> charts() {
    List<Case.Way> ways = new ArrayList<>();
    kinds()
        .forEach((name, spec) ->
            ways.add(new Case.Way(name, SEVERAL, box -> drawn(box, MANY, spec, ZoneOffset.UTC))));
    ways.add(
        new Case.Way(
            "time series of instants, by Berlin's clocks",
            SEVERAL,
            box ->
                drawn(
                    box,
                    MANY,
                    new TimeSeriesSpec("moment", Bucket.DAY, Aggregate.SUM, "amount"),
                    ZoneId.of("Europe/Berlin"))));
    ways.add(Case.Way.slow("JFreeChart, histogram of all values", Drawing::allValues));
    return List.copyOf(ways);
  }

  /** The charts' own table, made once, where the build keeps what it makes. */
  private static Path file(long rows) throws IOException, SQLException {
    Path folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath());
    Path file = folder.resolve("drawn-" + rows + ".parquet");
    if (!Files.exists(file)) {
      Path part = folder.resolve("drawn-" + rows + ".part");
      try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = db.createStatement()) {
        statement.execute("SET preserve_insertion_order = true");
        statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(rows(rows), part));
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  static OpenTable open(Box box, long rows) throws IOException, SQLException {
    Path folder = Files.createDirectories(box.folder().resolve("columns-" + rows));
    return new ResultTables(box.jobs(), box.questions())
        .open(new TableName("bench", "bench", "drawing"), FIELDS, file(rows), folder, rows);
  }

  /** The window has drawn before, and each column is there, by itself: what counts follows. */
  private static Box.Run drawn(Box box, long rows, ChartSpec spec, ZoneId zone) throws Exception {
    var _ = picture(open(box, FEW), spec, zone);
    OpenTable table = open(box, rows);
    for (String column : columns(spec)) {
      var _ = table.fetched(List.of(column), Predicate.all(), List::size, Job.unattended());
    }
    return box.measured(() -> picture(table, spec, zone));
  }

  /** The columns that a chart of ours is about, and no others: parts of it are called alike. */
  static List<String> columns(ChartSpec spec) {
    List<String> words = List.of(spec.toString().split("[^a-z=]+", -1));
    return FIELDS.stream()
        .map(Field::name)
        .filter(name -> words.stream().anyMatch(word -> word.replaceAll(".*=", "").equals(name)))
        .toList();
  }

  private static String picture(OpenTable table, ChartSpec spec, ZoneId zone) {
    Chart chart = spec.ask(table, zone, Job.unattended());
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = image.createGraphics();
    Drawn drawn = new ChartPicture(chart, ChartTheme.LIGHT).draw(g2, WIDTH, HEIGHT);
    g2.dispose();
    return drawn.marks().size() + " marks, " + chart.exactness();
  }

  /** With the memory and the threads that our questions have. */
  private static Box.Run sumsAlone(Box box) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement()) {
      statement.execute("SET preserve_insertion_order = false");
      return box.measured(() -> {
        try (ResultSet row =
            statement.executeQuery(
                "SELECT customer, sum(amount) AS s FROM '%s' GROUP BY 1 ORDER BY 2 DESC LIMIT 10"
                    .formatted(file(MANY)))) {
          row.next();
          return row.getString(1) + ": " + row.getString(2);
        }
      });
    }
  }

  private static Box.Run allPoints(Box box) throws Exception {
    double[][] points = values(MILLION, "amount", "price");
    return box.measured(() -> {
      DefaultXYDataset data = new DefaultXYDataset();
      data.addSeries("points", points);
      XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
      dots.setSeriesShape(0, new Ellipse2D.Double(-1.5, -1.5, 3, 3));
      return painted(
          new XYPlot(data, new NumberAxis("amount"), new NumberAxis("price"), dots),
          points[0].length + " points");
    });
  }

  private static Box.Run allValues(Box box) throws Exception {
    double[] values = values(MANY, "amount")[0];
    return box.measured(() -> {
      HistogramDataset data = new HistogramDataset();
      data.addSeries("amount", values, 30);
      XYBarRenderer bars = new XYBarRenderer();
      bars.setBarPainter(new StandardXYBarPainter());
      return painted(
          new XYPlot(data, new NumberAxis("amount"), new NumberAxis("rows"), bars),
          values.length + " values");
    });
  }

  private static String painted(XYPlot plot, String said) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g2 = image.createGraphics();
    g2.setPaint(Color.WHITE);
    new JFreeChart(plot).draw(g2, new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    g2.dispose();
    return said;
  }

  /**
   * All values of columns in memory, which JFreeChart by itself needs; reading them is not counted.
   */
  private static double[][] values(long rows, String... columns) throws IOException, SQLException {
    double[][] values = new double[columns.length][(int) rows];
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = db.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT %s FROM '%s'".formatted(String.join(", ", columns), file(rows)))) {
      for (int i = 0; row.next(); i++) {
        for (int c = 0; c < columns.length; c++) {
          values[c][i] = row.getDouble(c + 1);
        }
      }
    }
    return values;
  }
}
