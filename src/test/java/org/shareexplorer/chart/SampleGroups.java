package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Correlations;
import org.shareexplorer.engine.Correlations.Pair;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.Pairs;
import org.shareexplorer.engine.Pairs.Hexagon;
import org.shareexplorer.engine.Pairs.Honeycomb;

/** Charts of groups and pairs with usual and unusual figures. */
public final class SampleGroups {

  private static final Quantity REVENUE = new Quantity(Aggregate.SUM, "total_amount");
  private static final Grouped.Key OTHERS = new Grouped.Key.Others();
  private static final String LONG =
      "The quite exceptionally long name of a customer segment in the north";

  private SampleGroups() {}

  static Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    bars(charts);
    lines(charts);
    pies(charts);
    scatters(charts);
    cells(charts);
    densities(charts);
    charts.put(
        "panels",
        panels(
            SampleCharts.histogram(),
            SampleCharts.histogram(),
            SampleCharts.histogramOf(
                List.of(-9_000.0, 0.0, 9_000.0), List.of(3L, 20_000L), 20_003, 0)));
    charts.put("panels-none", panels());
    charts.put("panels-bars", panels(regions(), regions()));
    return charts;
  }

  /** {@return revenue by region} */
  public static BarChart regions() {
    return bar(
        group(of("Europe"), 812_345.50),
        group(of("North America"), 640_210.25),
        group(of("Asia Pacific"), 402_118.00),
        group(of(null), 20_400.00),
        group(of("Latin America"), 9_100.75));
  }

  private static void bars(Map<String, Chart> charts) {
    charts.put("bar", regions());
    charts.put("bar-none", bar());
    charts.put("bar-all-null", bar(new Group(List.of(of("a")), 7, nothing())));
    charts.put("bar-one", bar(group(of("only"), 5)));
    charts.put(
        "bar-negative", bar(group(of("gain"), 500), group(of("none"), 0), group(of("loss"), -300)));
    charts.put("bar-huge", bar(group(of("a"), 9e18), group(of("b"), 3e17)));
    charts.put(
        "bar-long-names",
        bar(group(of(LONG + " 1"), 9), group(of(LONG + " 2"), 7), group(of("x".repeat(500)), 4)));
    List<Group> fifty = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      fifty.add(group(of("product " + i), 5_000 - 90 * i));
    }
    charts.put("bar-fifty", bar(fifty.toArray(Group[]::new)));
    charts.put(
        "bar-others",
        new BarChart(
            new BarSpec("customer", REVENUE, null, Arrangement.GROUPED, Rank.GREATEST, 2, true),
            new Grouped(
                List.of(group(of("Acme"), 900), group(of("Globex"), 700), group(OTHERS, 123_456)),
                List.of(999_998L))));
    for (Arrangement arrangement : Arrangement.values()) {
      charts.put(
          arrangement == Arrangement.GROUPED
              ? "bar-split"
              : "bar-" + arrangement.name().toLowerCase(java.util.Locale.ROOT),
          new BarChart(
              new BarSpec("region", REVENUE, "product", arrangement, Rank.GREATEST, 10, false),
              split()));
    }
  }

  private static Grouped split() {
    List<Group> groups = new ArrayList<>();
    for (String region : List.of("Europe", "North America", "Asia Pacific")) {
      double amount = 1_000.0 * region.length();
      groups.add(new Group(List.of(of(region), of("Laptop")), 90, amount(amount)));
      groups.add(new Group(List.of(of(region), of("Phone")), 60, amount(amount / 2)));
      groups.add(new Group(List.of(of(region), of(null)), 30, amount(amount / 5)));
      groups.add(new Group(List.of(of(region), OTHERS), 40, amount(amount / 3)));
    }
    return new Grouped(groups, List.of(0L, 12L));
  }

  private static void lines(Map<String, Chart> charts) {
    for (boolean stacked : new boolean[] {false, true}) {
      charts.put(stacked ? "lines-stacked" : "lines", lines(stacked, months()));
    }
    charts.put("lines-none", lines(false, List.of()));
    charts.put(
        "lines-one-step",
        lines(false, List.of(new Group(List.of(day("2024-02-01"), of("a")), 3, amount(4)))));
    charts.put(
        "lines-without-time",
        lines(false, List.of(new Group(List.of(of(null), of("a")), 3, amount(4)))));
  }

  private static LinesChart lines(boolean stacked, List<Group> groups) {
    return new LinesChart(
        new TimeSeriesSpec(
            "transaction_date", Bucket.MONTH, Aggregate.SUM, "total_amount", 0, "region", stacked),
        new Grouped(groups, List.of(0L, 3L)),
        List.of());
  }

  private static List<Group> months() {
    List<Group> groups = new ArrayList<>();
    for (int month = 0; month < 24; month++) {
      Grouped.Key step = new Grouped.Key.Of(LocalDate.of(2023, 1, 1).plusMonths(month));
      for (int line = 0; line < 4; line++) {
        Grouped.Key region = line == 3 ? OTHERS : of("region " + line);
        if (month != 7 || line != 1) {
          double y = 500 + 40 * month * (line + 1) + 200 * Math.sin(month + line);
          groups.add(new Group(List.of(step, region), 50 - line, amount(y)));
        }
      }
    }
    groups.add(new Group(List.of(of(null), of("region 0")), 5, amount(1)));
    return groups;
  }

  private static void pies(Map<String, Chart> charts) {
    charts.put("pie", pie(true, regions().answer()));
    charts.put("pie-whole", pie(false, regions().answer()));
    charts.put("pie-none", pie(true, new Grouped(List.of(), List.of(0L))));
    charts.put("pie-one", pie(true, new Grouped(List.of(group(of("only"), 5)), List.of(0L))));
    charts.put(
        "pie-negative",
        pie(true, new Grouped(List.of(group(of("a"), 5), group(of("b"), -1)), List.of(0L))));
    charts.put(
        "pie-long-names",
        pie(
            true,
            new Grouped(
                List.of(group(of(LONG + " 1"), 5), group(of(LONG + " 2"), 3), group(OTHERS, 2)),
                List.of(1_000_000L))));
  }

  private static PieChart pie(boolean ring, Grouped grouped) {
    return new PieChart(new PieSpec("region", REVENUE, 6, ring), grouped);
  }

  private static void scatters(Map<String, Chart> charts) {
    Random random = new Random(1);
    List<Pairs.Point> points = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      double x = 20 * Math.abs(random.nextGaussian());
      points.add(new Pairs.Point(x, 3 * x + 10 * random.nextGaussian()));
    }
    charts.put("scatter", scatter(points, new Honeycomb(List.of(), 0, 0), 812));
    charts.put("scatter-none", scatter(List.of(), new Honeycomb(List.of(), 0, 0), 0));
    charts.put("scatter-no-pair", scatter(List.of(), new Honeycomb(List.of(), 0, 0), 9));
    charts.put(
        "scatter-one",
        scatter(List.of(new Pairs.Point(-5, 1e12)), new Honeycomb(List.of(), 0, 0), 1));
    List<Hexagon> cells = new ArrayList<>();
    for (int i = 0; i <= 40; i++) {
      for (int j = 0; j <= 14; j++) {
        double distance = Math.hypot(i - 20, 2.5 * (j - 7)) / 20;
        if (distance < 1) {
          cells.add(new Hexagon(i, j, (long) (90_000 * Math.exp(-6 * distance)) + 1));
          cells.add(new Hexagon(i + 0.5, j + 0.5, (long) (80_000 * Math.exp(-6 * distance)) + 1));
        }
      }
    }
    charts.put("scatter-hexagons", scatter(List.of(), new Honeycomb(cells, 1, 1), 9_000_000));
  }

  private static ScatterChart scatter(List<Pairs.Point> points, Honeycomb honeycomb, long rows) {
    long placed = points.size() + honeycomb.cells().stream().mapToLong(Hexagon::count).sum();
    return new ScatterChart(
        new ScatterSpec("trip_distance", "fare_amount", Scale.LINEAR, Scale.LINEAR),
        new Pairs(points, honeycomb, rows, placed));
  }

  private static void cells(Map<String, Chart> charts) {
    charts.put("heat-map", heatMap(null, split().groups()));
    charts.put(
        "heat-map-months",
        heatMap(
            Bucket.MONTH,
            months().stream()
                .map(group -> new Group(group.keys().reversed(), group.rows(), group.totals()))
                .toList()));
    charts.put("heat-map-none", heatMap(null, List.of()));
    charts.put(
        "correlation",
        correlation(
            List.of("fare_amount", "trip_distance", "tip_amount", "passenger_count"),
            List.of(
                new Pair(0, 1, 0.93, 900L),
                new Pair(0, 2, 0.41, 900L),
                new Pair(0, 3, null, 0L),
                new Pair(1, 2, -0.75, 880L),
                new Pair(1, 3, 0.0, 700L),
                new Pair(2, 3, -0.02, 700L))));
    charts.put(
        "correlation-none", correlation(List.of("a", "b"), List.of(new Pair(0, 1, null, 0L))));
  }

  private static HeatMapChart heatMap(@Nullable Bucket bucket, List<Group> groups) {
    return new HeatMapChart(
        new HeatMapSpec("product", bucket, "region", REVENUE),
        new Grouped(groups, List.of(0L, 4L)),
        List.of());
  }

  private static CorrelationChart correlation(List<String> columns, List<Pair> pairs) {
    return new CorrelationChart(
        new CorrelationSpec(columns), new Correlations(columns, pairs, 1_000));
  }

  private static void densities(Map<String, Chart> charts) {
    List<List<Point>> curves = new ArrayList<>();
    BoxPlot boxes = SampleCharts.boxPlot().answer();
    for (BoxPlot.Box box : boxes.boxes()) {
      List<Point> curve = new ArrayList<>();
      double middle = box.median();
      double width = Math.max(1, (box.q3() - box.q1()) / 1.35);
      for (int i = -100; i <= 100; i++) {
        double x = middle + i * width / 25;
        double z = (x - middle) / width;
        curve.add(new Point(x, Math.exp(-z * z / 2) / width / 2.5066));
      }
      curves.add(curve);
    }
    BoxPlot answer = new BoxPlot(boxes.boxes(), 3, curves);
    charts.put("density", new DensityChart(new DensitySpec("total_amount", "region"), answer));
    charts.put(
        "density-same",
        new DensityChart(
            new DensitySpec("total_amount", null),
            new BoxPlot(
                List.of(new BoxPlot.Box(null, 9, 0, 5, 5, 5, 5, 5, 5, 5, 5, 0, List.of())),
                0,
                List.of(List.of()))));
    charts.put(
        "violin", new BoxPlotChart(new BoxPlotSpec("total_amount", "region").asViolin(), answer));
  }

  private static MultiplesChart panels(Chart... charts) {
    List<MultiplesChart.Panel> panels = new ArrayList<>();
    for (Chart chart : charts) {
      panels.add(new MultiplesChart.Panel("panel " + panels.size(), panels.size(), chart));
    }
    ChartSpec each = charts.length == 0 ? new HistogramSpec("total_amount") : charts[0].spec();
    return new MultiplesChart(new MultiplesSpec(each, "region", 6), panels, 2, 60_000);
  }

  private static BarChart bar(Group... groups) {
    return new BarChart(new BarSpec("region", REVENUE), new Grouped(List.of(groups), List.of(0L)));
  }

  private static Group group(Grouped.Key key, double amount) {
    return new Group(List.of(key), 40, amount(amount));
  }

  private static List<@Nullable Object> amount(double amount) {
    return List.of(BigDecimal.valueOf(amount));
  }

  private static List<@Nullable Object> nothing() {
    return Collections.singletonList(null);
  }

  private static Grouped.Key of(@Nullable Object value) {
    return new Grouped.Key.Of(value);
  }

  private static Grouped.Key day(String text) {
    return new Grouped.Key.Of(LocalDate.parse(text));
  }
}
