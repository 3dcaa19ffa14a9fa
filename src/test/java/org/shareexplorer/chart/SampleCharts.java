package org.shareexplorer.chart;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.TimeSeries;
import org.shareexplorer.engine.TimeSeries.Step;

/** Charts of every kind with usual and unusual figures. */
public final class SampleCharts {

  private SampleCharts() {}

  /** {@return the charts by a name for what is special about them} */
  public static Map<String, Chart> all() {
    Map<String, Chart> charts = new LinkedHashMap<>();
    charts.put("histogram", histogram());
    charts.put("histogram-log", logHistogram());
    charts.put("histogram-none", histogramOf(List.of(), List.of(), 0, 0));
    charts.put("histogram-all-null", histogramOf(List.of(), List.of(), 50_000, 50_000));
    charts.put("histogram-one-value", histogramOf(List.of(42.5, 42.5), List.of(7L), 7, 0));
    charts.put(
        "histogram-negative",
        histogramOf(List.of(-300.0, -200.0, -100.0, 0.0, 100.0), List.of(3L, 0L, 9L, 4L), 16, 0));
    charts.put(
        "histogram-huge",
        histogramOf(
            List.of(1e17, 2e17, 3e17),
            List.of(3_000_000_000L, 9_000_000_000L),
            12_000_000_000L,
            0));
    charts.put("histogram-tiny", histogramOf(List.of(1e-9, 2e-9, 3e-9), List.of(1L, 2L), 3, 0));
    charts.put("box", boxPlot());
    charts.put(
        "box-log",
        new BoxPlotChart(
            new BoxPlotSpec("total_amount", "region", 10, Scale.LOG), boxPlot().answer()));
    charts.put("box-single", boxes(null, box(null, 1_000)));
    charts.put("box-none", boxes("region"));
    charts.put(
        "box-all-null",
        boxes("region", new Box("EMEA", 0, 9, 0, 0, 0, 0, 0, 0, 0, 0, 0, List.of())));
    charts.put(
        "box-one-value", boxes(null, new Box(null, 1, 0, 5, 5, 5, 5, 5, 5, 5, 5, 0, List.of())));
    charts.put(
        "box-long-names",
        boxes(
            "segment",
            box("The quite exceptionally long name of a customer segment in the north " + 1, 900),
            box("The quite exceptionally long name of a customer segment in the north " + 2, 700),
            box("x".repeat(500), 400),
            box(null, 10),
            box("", 5)));
    charts.put(
        "box-huge",
        boxes(
            null,
            new Box(
                null, 9, 0, -9e18, -8e18, -1e18, 0, 1, 1e18, 8e18, 9e18, 2, List.of(-9e18, 9e18))));
    charts.put("time", timeSeries());
    charts.put("time-none", series(Bucket.MONTH, Aggregate.SUM));
    charts.put(
        "time-all-null",
        new TimeSeriesChart(
            spec(Bucket.MONTH, Aggregate.SUM), new TimeSeries(List.of(), 12, List.of())));
    charts.put("time-one-step", series(Bucket.DAY, Aggregate.SUM, step("2024-02-29", "12.50")));
    charts.put(
        "time-gaps",
        series(
            Bucket.WEEK,
            Aggregate.MEAN,
            step("2024-01-01", "5"),
            step("2024-01-08", "7"),
            step("2024-02-05", "6.5"),
            step("2024-03-04", null),
            step("2024-03-18", "4"),
            step("2024-03-25", "9")));
    charts.put(
        "time-negative",
        series(
            Bucket.QUARTER,
            Aggregate.SUM,
            step("2023-01-01", "-5000000"),
            step("2023-04-01", "7000000"),
            step("2024-01-01", "-1000000")));
    charts.put(
        "time-far-apart",
        series(Bucket.DAY, Aggregate.COUNT, step("0001-01-01", "3"), step("9999-12-31", "5")));
    charts.put("time-daily", daily());
    charts.put(
        "time-average",
        new TimeSeriesChart(
            new TimeSeriesSpec(
                "transaction_date", Bucket.DAY, Aggregate.COUNT, null, 7, null, false),
            daily().answer()));
    charts.putAll(SampleGroups.all());
    return charts;
  }

  static Chart named(String name) {
    return Objects.requireNonNull(all().get(name));
  }

  /** {@return a right-skewed histogram with a density curve} */
  public static HistogramChart histogram() {
    long[] counts = {
      3100, 7420, 6150, 4460, 3710, 2660, 2230, 1620, 1480, 790, 720, 380, 300, 420, 260, 190, 120,
      90, 70, 40, 31, 22, 9, 4, 2, 1, 0, 1, 0, 1
    };
    List<Double> edges = new ArrayList<>();
    List<Long> bins = new ArrayList<>();
    List<Histogram.Point> density = new ArrayList<>();
    long rows = 0;
    for (int i = 0; i <= counts.length; i++) {
      edges.add(12.5 + i * 520.25);
      if (i < counts.length) {
        bins.add(counts[i]);
        rows += counts[i];
      }
    }
    for (int i = 0; i < counts.length; i++) {
      density.add(
          new Histogram.Point((edges.get(i) + edges.get(i + 1)) / 2, counts[i] / (rows * 520.25)));
    }
    return new HistogramChart(
        new HistogramSpec("total_amount"), new Histogram(edges, bins, density, rows + 12, 12, 0));
  }

  static HistogramChart logHistogram() {
    List<Double> edges = new ArrayList<>();
    List<Long> bins = new ArrayList<>();
    List<Histogram.Point> density = new ArrayList<>();
    for (int i = 0; i <= 24; i++) {
      edges.add(Math.pow(10, i / 6.0));
      if (i < 24) {
        bins.add(Math.round(1000 * Math.exp(-(i - 12) * (i - 12) / 30.0)));
      }
    }
    double rows = bins.stream().mapToLong(Long::longValue).sum();
    for (int i = 0; i < 24; i++) {
      density.add(
          new Histogram.Point(
              Math.sqrt(edges.get(i) * edges.get(i + 1)), bins.get(i) / (rows / 6)));
    }
    return new HistogramChart(
        new HistogramSpec("fare", 24, null, Scale.LOG, true),
        new Histogram(edges, bins, density, (long) rows + 9, 4, 5));
  }

  static HistogramChart histogramOf(List<Double> edges, List<Long> counts, long rows, long nulls) {
    return new HistogramChart(
        new HistogramSpec("amount"), new Histogram(edges, counts, List.of(), rows, nulls, 0));
  }

  /** {@return boxes of four regions and of the rows without one} */
  public static BoxPlotChart boxPlot() {
    return new BoxPlotChart(
        new BoxPlotSpec("total_amount", "region"),
        new BoxPlot(
            List.of(
                new Box(
                    "North America",
                    21_000,
                    6,
                    12.5,
                    12.5,
                    1400,
                    3100,
                    3700,
                    5300,
                    11_100,
                    15_620,
                    640,
                    List.of(15620.0, 14200.0, 13100.0, 12010.0, 11_500.0)),
                new Box(
                    "EMEA",
                    15_000,
                    3,
                    20,
                    20,
                    1100,
                    2500,
                    3000,
                    4300,
                    9000,
                    12_000,
                    210,
                    List.of(12000.0, 10400.0, 9900.0)),
                new Box(
                    "APAC",
                    9_000,
                    2,
                    14,
                    14,
                    900,
                    1900,
                    2400,
                    3500,
                    7300,
                    10_200,
                    90,
                    List.of(10200.0, 8800.0)),
                new Box(
                    "LATAM",
                    4_500,
                    0,
                    15,
                    15,
                    600,
                    1200,
                    1700,
                    2400,
                    5000,
                    7_700,
                    20,
                    List.of(7700.0, 6100.0)),
                new Box(null, 489, 0, 13, 13, 900, 2000, 2500, 3600, 7600, 7_600, 0, List.of())),
            0));
  }

  static BoxPlotChart boxes(@Nullable String group, Box... boxes) {
    return new BoxPlotChart(new BoxPlotSpec("amount", group), new BoxPlot(List.of(boxes), 0));
  }

  static Box box(@Nullable Object group, long count) {
    return new Box(group, count, 0, -20, -10, 5, 9, 12, 30, 60, 99, 2, List.of(-20.0, 99.0));
  }

  /** {@return two years of monthly sums} */
  public static TimeSeriesChart timeSeries() {
    double[] shape = {
      4.1, 5.0, 4.4, 5.7, 6.3, 5.5, 7.2, 7.7, 8.5, 10.2, 11.0, 12.8, 9.1, 9.9, 10.4, 11.2, 12.1,
      11.4, 13.0, 13.9, 14.1, 15.2, 16.9, 18.3
    };
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      steps.add(
          new Step(
              LocalDate.of(2023, 1, 1).plusMonths(i),
              BigDecimal.valueOf(Math.round(shape[i] * 1_234_567_8L), 2),
              2_000 + 10 * i));
    }
    return new TimeSeriesChart(
        spec(Bucket.MONTH, Aggregate.SUM), new TimeSeries(steps, 5, List.of()));
  }

  static TimeSeriesChart daily() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 730; i++) {
      double y = 60 + i / 20.0 + 14 * Math.sin(i / 58.0) + (i * 7919 % 17) - 8;
      steps.add(
          new Step(LocalDate.of(2023, 1, 1).plusDays(i), BigDecimal.valueOf((long) y), (long) y));
    }
    return new TimeSeriesChart(
        new TimeSeriesSpec("transaction_date", Bucket.DAY, Aggregate.COUNT, null),
        new TimeSeries(steps, 0, List.of()));
  }

  static TimeSeriesChart series(Bucket bucket, Aggregate aggregate, Step... steps) {
    return new TimeSeriesChart(
        spec(bucket, aggregate), new TimeSeries(List.of(steps), 0, List.of()));
  }

  static TimeSeriesSpec spec(Bucket bucket, Aggregate aggregate) {
    return new TimeSeriesSpec("transaction_date", bucket, aggregate, "total_amount");
  }

  static Step step(String start, @Nullable String value) {
    return new Step(LocalDate.parse(start), value == null ? null : new BigDecimal(value), 4);
  }
}
