package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PiePlot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.statistics.BoxAndWhiskerCategoryDataset;
import org.jfree.data.xy.IntervalXYDataset;
import org.jfree.data.xy.XYDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlot.Box;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.Grouped.Group;
import org.shareexplorer.engine.Histogram.Point;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.TimeSeries;
import org.shareexplorer.engine.TimeSeries.Step;

class ChartPictureTest {

  static Stream<String> names() {
    return SampleCharts.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyChartIsDrawnInBothThemesAndManySizes(String name) {
    Chart chart = SampleCharts.named(name);
    for (ChartTheme theme : new ChartTheme[] {ChartTheme.LIGHT, ChartTheme.DARK}) {
      for (int width : new int[] {60, 320, 1200}) {
        ChartPicture picture = new ChartPicture(chart, theme).withCaption();
        BufferedImage image = new BufferedImage(width, 240, BufferedImage.TYPE_INT_ARGB_PRE);
        Drawn drawn = picture.draw(image.createGraphics(), width, 240);
        assertThat(image.getRGB(1, 1)).isEqualTo(theme.background().getRGB());
        assertThat(drawn.shown()).isEqualTo(drawn.whole());
        assertThat(drawn.marks().stream().map(Mark::text))
            .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("NaN"));
        if (width > 60) {
          assertThat(drawn.marks().isEmpty()).isEqualTo(chart.emptiness().isPresent());
        }
      }
    }
  }

  @Test
  void barsAreAsHighAsTheCounts() {
    HistogramChart chart = SampleCharts.histogram();
    XYPlot plot = (XYPlot) new ChartPicture(chart, ChartTheme.LIGHT).plotted(800).plot();
    IntervalXYDataset bars = (IntervalXYDataset) plot.getDataset(1);
    assertThat(bars.getItemCount(0)).isEqualTo(chart.answer().counts().size());
    for (int i = 0; i < bars.getItemCount(0); i++) {
      assertThat(bars.getYValue(0, i)).isEqualTo((double) chart.answer().counts().get(i));
      assertThat(bars.getStartXValue(0, i)).isEqualTo(chart.answer().edges().get(i));
      assertThat(bars.getEndXValue(0, i)).isEqualTo(chart.answer().edges().get(i + 1));
    }
    assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(7420);
    assertThat(plot.getRangeAxis().getLowerBound()).isZero();
  }

  @Test
  void theDensityCurveCoversTheAreaOfTheBars() {
    XYPlot plot =
        (XYPlot)
            new ChartPicture(SampleCharts.logHistogram(), ChartTheme.LIGHT).plotted(800).plot();
    // The sample's density is each bin's own, so the scaled curve must meet the bars' tops.
    for (int i = 0; i < plot.getDataset(0).getItemCount(0); i++) {
      assertThat(plot.getDataset(0).getYValue(0, i))
          .isCloseTo(plot.getDataset(1).getYValue(0, i), org.assertj.core.data.Offset.offset(1e-6));
    }
  }

  @Test
  void boxesHaveTheAnswersFigures() {
    BoxPlotChart chart = SampleCharts.boxPlot();
    CategoryPlot plot = (CategoryPlot) new ChartPicture(chart, ChartTheme.DARK).plotted(800).plot();
    BoxAndWhiskerCategoryDataset boxes = (BoxAndWhiskerCategoryDataset) plot.getDataset();
    assertThat(boxes.getColumnCount()).isEqualTo(5);
    for (int i = 0; i < 5; i++) {
      Box box = chart.answer().boxes().get(i);
      assertThat(boxes.getQ1Value(0, i)).isEqualTo(box.q1());
      assertThat(boxes.getMedianValue(0, i)).isEqualTo(box.median());
      assertThat(boxes.getQ3Value(0, i)).isEqualTo(box.q3());
      assertThat(boxes.getMinRegularValue(0, i)).isEqualTo(box.lowerWhisker());
      assertThat(boxes.getMaxRegularValue(0, i)).isEqualTo(box.upperWhisker());
      assertThat((Object) boxes.getOutliers(0, i)).isEqualTo(box.outliers());
    }
  }

  @Test
  void aGapInASumFallsToZeroAndAGapInAMeanBreaksTheLine() {
    XYPlot sum =
        (XYPlot)
            new ChartPicture(SampleCharts.named("time-negative"), ChartTheme.LIGHT)
                .plotted(800)
                .plot();
    assertThat(sum.getDataset(0).getItemCount(0)).isEqualTo(5);
    assertThat(sum.getDataset(0).getYValue(0, 2)).isZero();
    assertThat(sum.getDataset(0).getYValue(0, 3)).isZero();
    XYPlot mean =
        (XYPlot)
            new ChartPicture(SampleCharts.named("time-gaps"), ChartTheme.LIGHT).plotted(800).plot();
    assertThat(mean.getDataset(0).getYValue(0, 2)).isNaN();
  }

  @Test
  void aStepThatIsNotOverIsDashedAndTold() {
    List<Step> steps =
        List.of(SampleCharts.step("2024-01-01", "5"), SampleCharts.step("2024-02-01", "7"));
    TimeSeriesSpec spec = SampleCharts.spec(Bucket.MONTH, Aggregate.SUM);
    for (String lastDay : List.of("2024-02-28", "2024-02-29")) {
      TimeSeriesChart chart =
          new TimeSeriesChart(
              spec,
              new TimeSeries(
                  steps, 0, List.of(LocalDate.of(2024, 1, 31), LocalDate.parse(lastDay))));
      boolean over = lastDay.equals("2024-02-29");
      XYPlot plot = (XYPlot) new ChartPicture(chart, ChartTheme.LIGHT).plotted(800).plot();
      StepLine line = (StepLine) plot.getRenderer(0);
      assertThat(((BasicStroke) line.getItemStroke(0, 1)).getDashArray() == null).isEqualTo(over);
      assertThat(((BasicStroke) line.getItemStroke(0, 0)).getDashArray()).isNull();
      assertThat(line.getItemShapeVisible(0, 1)).isEqualTo(!over);
      assertThat(chart.exactness())
          .isEqualTo("all 8 rows, exact" + (over ? "" : "; Feb 2024 until 2024-02-28 only"));
      assertThat(marks(chart).getLast().text().contains("until 2024-02-28 only")).isEqualTo(!over);
      assertThat(marks(chart).getFirst().text()).doesNotContain("until");
    }
  }

  @Test
  void cellsOfAStepThatIsNotOverSaySo() {
    List<Group> groups =
        Stream.of("2024-02-01", "2024-01-01")
            .map(start ->
                new Group(
                    List.of(new Grouped.Key.Of("Europe"), new Grouped.Key.Of(day(start))),
                    4,
                    List.of(7L)))
            .toList();
    HeatMapChart chart =
        new HeatMapChart(
            new HeatMapSpec("at", Bucket.MONTH, "region", Quantity.ROWS),
            new Grouped(groups, List.of(0L, 0L)),
            List.of(day("2024-01-31"), day("2024-02-28")));
    assertThat(chart.exactness()).isEqualTo("all 8 rows, exact; Feb 2024 until 2024-02-28 only");
    assertThat(marks(chart)).hasSize(2);
    assertThat(marks(chart).getFirst().text()).doesNotContain("until");
    assertThat(marks(chart).getLast().text()).endsWith("\nuntil 2024-02-28 only");
  }

  @Test
  void aStepIsNotOverIfItsRowsEndEarlierThanThoseOfOthers() {
    List<LocalDate> months = List.of(day("2024-01-01"), day("2024-02-01"), day("2024-03-01"));
    assertThat(unfinished(months, "2024-01-31", "2024-02-29", "2024-03-30"))
        .contains(new UnfinishedStep(day("2024-03-01"), Bucket.MONTH, day("2024-03-30")));
    assertThat(unfinished(months, "2024-01-31", "2024-02-29", "2024-03-31")).isEmpty();
    // March 31st is a Sunday, and no rows are of Sundays.
    assertThat(unfinished(months, "2024-01-30", "2024-02-29", "2024-03-30")).isEmpty();
    assertThat(unfinished(months, "2024-01-01", "2024-02-01", "2024-03-01")).isEmpty();
    assertThat(unfinished(months.subList(0, 1), "2024-01-17")).isPresent();
    assertThat(unfinished(months)).isEmpty();
  }

  private static Optional<UnfinishedStep> unfinished(List<LocalDate> steps, String... lastDays) {
    return UnfinishedStep.of(
        steps, Stream.of(lastDays).map(LocalDate::parse).toList(), Bucket.MONTH);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static List<Mark> marks(Chart chart) {
    BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_ARGB_PRE);
    return new ChartPicture(chart, ChartTheme.LIGHT).draw(image.createGraphics(), 800, 400).marks();
  }

  @Test
  void namesOfColoursLeaveMostOfAPictureToTheFigures() {
    List<Plotted.Series> told =
        Stream.of("one", "another with a very long name", "a third of the same length", "four")
            .map(name -> new Plotted.Series(name, Color.RED))
            .toList();
    assertThat(Legend.fitted(told, 1_000, 1)).isEqualTo(told);
    assertThat(Legend.fitted(told, 330, 1))
        .hasSize(4)
        .allMatch(series -> GroupName.width(series.name()) <= 70);
    List<Plotted.Series> some = Legend.fitted(told, 160, 1);
    assertThat(some).hasSize(2).startsWith(told.getFirst());
    assertThat(some.getLast().name()).isEqualTo("and 3 more");
    for (String name : List.of("bar-split", "lines")) {
      BufferedImage image = new BufferedImage(200, 160, BufferedImage.TYPE_INT_ARGB_PRE);
      Drawn drawn =
          new ChartPicture(SampleCharts.named(name), ChartTheme.LIGHT)
              .draw(image.createGraphics(), 200, 160);
      assertThat(drawn.plot().getHeight()).as(name).isGreaterThan(60);
    }
  }

  @Test
  void sharesStandBelowTheirNamesWhereAPieIsNarrow() {
    assertThat(pieLabel(300)).contains("\n");
    assertThat(pieLabel(800)).doesNotContain("\n");
  }

  @SuppressWarnings("unchecked") // a ring's keys are of no type
  private static String pieLabel(double width) {
    PiePlot<GroupName> plot =
        (PiePlot<GroupName>)
            new ChartPicture(SampleCharts.named("pie"), ChartTheme.LIGHT).plotted(width).plot();
    return plot.getLabelGenerator()
        .generateSectionLabel(plot.getDataset(), plot.getDataset().getKey(0));
  }

  @Test
  void whatStandsInOnePlaceIsPartedByALogarithmicScale() {
    HistogramChart crowded =
        SampleCharts.histogramOf(
            List.of(1.0, 201.0, 401.0, 601.0, 801.0, 1001.0), List.of(97L, 1L, 0L, 1L, 1L), 100, 0);
    assertThat(crowded.logarithmic())
        .contains(new HistogramSpec("amount", 30, null, Scale.LOG, true));
    assertThat(SampleCharts.histogram().logarithmic()).isEmpty();
    assertThat(SampleCharts.logHistogram().logarithmic()).isEmpty();
    assertThat(
            SampleCharts.boxes(
                    "g", new Box("a", 9, 0, 1, 1, 5, 6, 7, 8, 12, 900, 1, List.of(900.0)))
                .logarithmic())
        .contains(new BoxPlotSpec("amount", "g", 10, Scale.LOG));
    assertThat(SampleCharts.boxPlot().logarithmic()).isEmpty();
  }

  @Test
  void curvesEndWithTheirValues() {
    List<Point> curve =
        List.of(new Point(-2, 0), new Point(0, 4), new Point(4, 8), new Point(6, 0));
    assertThat(Curves.within(curve, -1, 5))
        .containsExactly(new Point(-1, 2), new Point(0, 4), new Point(4, 8), new Point(5, 4));
    assertThat(Curves.within(curve, 0, 6)).isEqualTo(curve.subList(1, 4));
    assertThat(Curves.within(curve, 1, 2)).containsExactly(new Point(1, 5), new Point(2, 6));
    assertThat(Curves.within(List.of(), 1, 2)).isEmpty();
    for (String name : List.of("density", "violin")) {
      Span shown = new ChartPicture(SampleCharts.named(name), ChartTheme.DARK).plotted(800).whole();
      assertThat(shown.from()).as(name).isGreaterThan(-500);
    }
  }

  @Test
  void aZoomShowsOnlyItsPartOfTheAxis() {
    ChartPicture picture =
        new ChartPicture(
            SampleCharts.histogram(), ChartTheme.LIGHT, false, Optional.of(new Span(5_000, 6_000)));
    BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_ARGB_PRE);
    Drawn drawn = picture.draw(image.createGraphics(), 800, 400);
    assertThat(drawn.shown()).isEqualTo(new Span(5_000, 6_000));
    assertThat(drawn.marks()).hasSizeBetween(2, 4);
    assertThat(drawn.position(drawn.plot().getMaxX())).isEqualTo(6_000);
  }

  @Test
  void aMovingAverageIsTheMeanOfAStepAndThoseBeforeIt() {
    XYPlot plot =
        (XYPlot)
            new ChartPicture(SampleCharts.named("time-average"), ChartTheme.LIGHT)
                .plotted(800)
                .plot();
    XYDataset average = plot.getDataset(0);
    XYDataset steps = plot.getDataset(1);
    assertThat(average.getItemCount(0)).isEqualTo(steps.getItemCount(0) - 6);
    for (int i = 0; i < average.getItemCount(0); i++) {
      double sum = 0;
      for (int j = 0; j < 7; j++) {
        sum += steps.getYValue(0, i + j);
      }
      assertThat(average.getXValue(0, i)).isEqualTo(steps.getXValue(0, i + 6));
      assertThat(average.getYValue(0, i))
          .isCloseTo(sum / 7, org.assertj.core.data.Offset.offset(1e-9));
    }
  }

  @Test
  void aMovingAverageEndsBeforeAStepThatIsNotOver() {
    TimeSeriesSpec spec =
        new TimeSeriesSpec("at", Bucket.MONTH, Aggregate.COUNT, null, 2, null, false);
    List<Step> steps =
        List.of(
            SampleCharts.step("2024-01-01", "6"),
            SampleCharts.step("2024-02-01", "8"),
            SampleCharts.step("2024-04-01", "1"));
    for (String lastDay : List.of("2024-04-03", "2024-04-30")) {
      TimeSeriesChart chart =
          new TimeSeriesChart(
              spec,
              new TimeSeries(
                  steps, 0, List.of(day("2024-01-31"), day("2024-02-29"), day(lastDay))));
      XYDataset average =
          ((XYPlot) new ChartPicture(chart, ChartTheme.LIGHT).plotted(800).plot()).getDataset(0);
      // March is over, and has no rows.
      assertThat(
              IntStream.range(0, average.getItemCount(0))
                  .mapToObj(i -> average.getYValue(0, i))
                  .toList())
          .isEqualTo(lastDay.equals("2024-04-03") ? List.of(7.0, 4.0) : List.of(7.0, 4.0, 0.5));
    }
  }

  @Test
  void aMarkTellsWhichRowsItStandsFor() {
    BufferedImage image = new BufferedImage(800, 400, BufferedImage.TYPE_INT_ARGB_PRE);
    Drawn drawn =
        new ChartPicture(SampleCharts.named("bar-split"), ChartTheme.LIGHT)
            .draw(image.createGraphics(), 800, 400);
    assertThat(drawn.marks().getFirst().picked())
        .containsExactly(
            new Picked.Value("region", "Europe"), new Picked.Value("product", "Laptop"));
    assertThat(drawn.marks().stream().filter(mark -> mark.text().contains("others")))
        .isNotEmpty()
        .allMatch(mark -> mark.picked().isEmpty());
  }

  @Test
  void panelsShareTheirAxes() {
    BufferedImage image = new BufferedImage(900, 500, BufferedImage.TYPE_INT_ARGB_PRE);
    Drawn drawn =
        new ChartPicture(SampleCharts.named("panels"), ChartTheme.LIGHT)
            .draw(image.createGraphics(), 900, 500);
    Mark first =
        drawn.marks().stream()
            .filter(mark -> mark.text().startsWith("panel 0"))
            .findFirst()
            .orElseThrow();
    Mark last =
        drawn.marks().stream()
            .filter(mark -> mark.text().startsWith("panel 2"))
            .findFirst()
            .orElseThrow();
    // The first panel's values begin at 12.5, the last one's at −9,000, where the axis begins.
    assertThat(last.area().getBounds2D().getWidth())
        .isGreaterThan(10 * first.area().getBounds2D().getWidth());
    assertThat(first.picked()).contains(new Picked.Value("region", 0));
  }
}
