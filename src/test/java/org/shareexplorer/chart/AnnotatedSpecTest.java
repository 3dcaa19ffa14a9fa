package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.chart.Annotation.Axis;
import org.shareexplorer.chart.Annotation.Band;
import org.shareexplorer.chart.Annotation.Line;
import org.shareexplorer.chart.Annotation.Words;
import org.shareexplorer.engine.Grouped;
import org.shareexplorer.engine.SampledTable;
import org.shareexplorer.export.ChartImage;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class AnnotatedSpecTest {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 400;

  private static AnnotatedSpec noted(ChartSpec of, Annotation... annotations) {
    return new AnnotatedSpec(of, "", "", List.of(annotations));
  }

  private static Chart noted(Chart chart, Annotation... annotations) {
    return AnnotatedSpec.redrawn(chart, noted(chart.spec(), annotations));
  }

  private record Painted(BufferedImage image, Drawn drawn) {

    static Painted of(Chart chart, Optional<Span> zoom) {
      BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
      return new Painted(
          image,
          new ChartPicture(chart, ChartTheme.LIGHT, true, zoom)
              .draw(image.createGraphics(), WIDTH, HEIGHT));
    }

    static Painted of(Chart chart) {
      return of(chart, Optional.empty());
    }

    /** Columns in which most pixels of the plot differ from another picture. */
    int[] changedColumns(Painted other, double part) {
      int from = (int) drawn.plot().getY() + 20;
      int to = (int) drawn.plot().getMaxY();
      return IntStream.range((int) drawn.plot().getX(), (int) drawn.plot().getMaxX())
          .filter(x ->
              IntStream.range(from, to)
                      .filter(y -> image.getRGB(x, y) != other.image.getRGB(x, y))
                      .count()
                  > (to - from) * part)
          .toArray();
    }

    double x(double value) {
      return drawn.plot().getX()
          + (value - drawn.shown().from()) / drawn.shown().length() * drawn.plot().getWidth();
    }
  }

  @Test
  void titleNoteAndMarksAreReadableJson() throws Exception {
    ObjectMapper json = new ObjectMapper();
    ChartSpec spec =
        new AnnotatedSpec(
            new HistogramSpec("amount"),
            "Amounts",
            "",
            List.of(
                new Line(Axis.ACROSS, "1000", "Limit"),
                new Band(Axis.UP, "5", "10", ""),
                new Words("Europe", "growing")));
    String text = json.writerFor(ChartSpec.class).writeValueAsString(spec);
    assertThat(text)
        .contains("\"chart\":\"annotated\"", "\"heading\":\"Amounts\"", "\"mark\":\"line\"")
        .doesNotContain("remark");
    assertThat(json.readValue(text, ChartSpec.class)).isEqualTo(spec);
    assertThat(json.readTree(text).get("annotations").get(0).properties())
        .extracting(property -> property.getKey())
        .containsExactly("mark", "axis", "at", "label");
  }

  @Test
  void aLineStandsAtItsValueOnEveryKindOfAxis() {
    Chart plain = SampleCharts.histogram();
    Painted with = Painted.of(noted(plain, new Line(Axis.ACROSS, "5,000", "")));
    int[] changed = with.changedColumns(Painted.of(plain), 0.3);
    assertThat(changed).isNotEmpty();
    assertThat((double) changed[changed.length / 2]).isCloseTo(with.x(5_000), within(2.0));

    Chart log = SampleCharts.logHistogram();
    Painted decades = Painted.of(noted(log, new Line(Axis.ACROSS, "100", "")));
    int[] inDecades = decades.changedColumns(Painted.of(log), 0.3);
    assertThat((double) inDecades[inDecades.length / 2]).isCloseTo(decades.x(2), within(2.0));

    Chart time = SampleCharts.timeSeries();
    Span days = Painted.of(time).drawn().whole();
    java.time.LocalDate day = java.time.LocalDate.ofEpochDay((long) (days.from() + 40));
    Painted dated = Painted.of(noted(time, new Line(Axis.ACROSS, day.toString(), "")));
    int[] onDay = dated.changedColumns(Painted.of(time), 0.3);
    assertThat((double) onDay[onDay.length / 2])
        .isCloseTo(dated.x((double) day.toEpochDay()), within(2.0));
  }

  @Test
  void aBandCoversItsRangeAndNoMore() {
    Chart plain = SampleCharts.histogram();
    Painted with = Painted.of(noted(plain, new Band(Axis.ACROSS, "4000", "2000", "")));
    int[] changed = with.changedColumns(Painted.of(plain), 0.9);
    assertThat((double) changed[0]).isCloseTo(with.x(2_000), within(2.0));
    assertThat((double) changed[changed.length - 1]).isCloseTo(with.x(4_000), within(2.0));
  }

  @Test
  void anAxisReachesATargetButNotOneFarAway() {
    Chart bars = SampleCharts.named("bar");
    Span whole = Painted.of(bars).drawn().whole();
    String target = String.valueOf(whole.to() * 1.5);
    Span reached = Painted.of(noted(bars, new Line(Axis.ACROSS, target, "Target"))).drawn().whole();
    assertThat(reached.to()).isGreaterThan(whole.to() * 1.5);
    String far = String.valueOf(whole.to() * 1_000);
    assertThat(Painted.of(noted(bars, new Line(Axis.ACROSS, far, "Far"))).drawn().whole())
        .isEqualTo(whole);
    Span zoom = new Span(0, whole.to() / 2);
    assertThat(
            Painted.of(noted(bars, new Line(Axis.ACROSS, target, "")), Optional.of(zoom))
                .drawn()
                .shown())
        .isEqualTo(zoom);
  }

  @Test
  void whatHasNoPlaceIsNotDrawn() {
    for (String name : SampleCharts.all().keySet()) {
      Chart plain = SampleCharts.named(name);
      Painted with =
          Painted.of(
              noted(
                  plain,
                  new Line(Axis.ACROSS, "soon", "a"),
                  new Line(Axis.UP, "-1e300", "b"),
                  new Band(Axis.ACROSS, "", "x", "c"),
                  new Words("no such group", "d")));
      assertThat(with.changedColumns(Painted.of(plain), 0)).as(name).isEmpty();
    }
    Chart log = SampleCharts.logHistogram();
    assertThat(
            Painted.of(noted(log, new Line(Axis.ACROSS, "-5", "below nought")))
                .changedColumns(Painted.of(log), 0))
        .isEmpty();
  }

  @Test
  void wordsStandBesideTheirGroup() {
    Chart bars = SampleCharts.named("bar");
    Painted plain = Painted.of(bars);
    Mark second = plain.drawn().marks().get(1);
    String name = second.text().lines().findFirst().orElseThrow();
    Painted with = Painted.of(noted(bars, new Words(name, "worth a look")));
    int top = (int) second.area().getBounds2D().getY();
    int bottom = (int) second.area().getBounds2D().getMaxY();
    int[] rows =
        IntStream.range(0, HEIGHT)
            .filter(y ->
                IntStream.range(0, WIDTH)
                    .anyMatch(x -> plain.image().getRGB(x, y) != with.image().getRGB(x, y)))
            .toArray();
    assertThat(rows).isNotEmpty();
    assertThat(IntStream.of(rows)).allMatch(y -> y >= top - 9 && y <= bottom + 9);
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindKeepsItsWordsWhateverIsChosen(ChartKind kind) {
    ChartColumns columns =
        new ChartColumns(
            List.of(
                new Field("region", Simple.STRING, true),
                new Field("segment", Simple.STRING, true),
                new Field("price", Simple.DOUBLE, true),
                new Field("cost", Simple.DOUBLE, true),
                new Field("day", Simple.DATE, true)));
    AnnotatedSpec spec = new AnnotatedSpec(kind.on(columns, "price"), "Mine", "Why", List.of());
    for (Setting setting : ChartSpec.choices(spec, columns)) {
      ChartSpec other =
          switch (setting) {
            case Setting.OneOf choice -> choice.with().apply(choice.options().getLast());
            case Setting.Amount number -> number.with().apply(number.value() + 1);
            case Setting.Flag flag -> flag.with().apply(!flag.value());
          };
      assertThat(other.title()).as(setting.name()).isEqualTo("Mine");
      assertThat(other.note()).isEqualTo("Why");
    }
    assertThat(spec.on(new HistogramSpec("cost")))
        .isEqualTo(new AnnotatedSpec(new HistogramSpec("cost"), "Mine", "Why", List.of()));
  }

  @Test
  void wordsChangeNoFigures() {
    Chart some = new SampledChart(SampleCharts.histogram(), new SampledTable.Share.Spread(1, 7));
    ChartSpec wanted = new AnnotatedSpec(some.spec(), "Mine", "", List.of());
    Chart redrawn = AnnotatedSpec.redrawn(some, wanted);
    assertThat(redrawn.spec()).isEqualTo(wanted);
    assertThat(redrawn.exactness()).isEqualTo(some.exactness());
    assertThat(redrawn.figures()).isEqualTo(some.figures());
    assertThat(AnnotatedSpec.redrawn(redrawn, some.spec())).isEqualTo(some);
  }

  @Test
  void panelsAreMarkedEach() {
    Chart panels = SampleCharts.named("panels-bars");
    Painted plain = Painted.of(panels);
    Painted with = Painted.of(noted(panels, new Line(Axis.ACROSS, "1", "")));
    for (int half = 0; half < 2; half++) {
      int from = WIDTH / 2 * half;
      assertThat(
              IntStream.range(from, from + WIDTH / 2)
                  .anyMatch(x ->
                      IntStream.range(0, HEIGHT)
                          .anyMatch(y -> plain.image().getRGB(x, y) != with.image().getRGB(x, y))))
          .isTrue();
    }
  }

  @Test
  void picturesTellTitleNoteAndMarks() {
    Chart chart =
        AnnotatedSpec.redrawn(
            SampleCharts.histogram(),
            new AnnotatedSpec(
                SampleCharts.histogram().spec(),
                "Größe & Wert",
                "Only a note.",
                List.of(new Line(Axis.ACROSS, "5000", "Limit"))));
    assertThat(chart.description())
        .startsWith("Größe & Wert. Only a note. Histogram of")
        .endsWith("Noted: line at 5000: Limit.");
    for (ChartTheme theme : List.of(ChartTheme.LIGHT, ChartTheme.DARK)) {
      ChartImage image = new ChartImage(new ChartPicture(chart, theme));
      assertThat(image.svg()).contains("Größe &amp; Wert", "Only a note.", "Limit");
      assertThat(new Color(image.pixels().getRGB(1, 1))).isEqualTo(theme.background());
    }
  }

  @Test
  void nothingIsAnnotatedTwiceNorByPanel() {
    ChartSpec spec = noted(new HistogramSpec("a"), new Words("b", "c"));
    assertThatThrownBy(() -> new AnnotatedSpec(spec, "", "", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MultiplesSpec(spec, "g", 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new AnnotatedSpec(new HistogramSpec("a"), " ", "", List.of()).simplest())
        .isEqualTo(new HistogramSpec("a"));
  }

  @Test
  void aDayStandsInItsColumnOfAHeatMap() {
    Chart chart = Objects.requireNonNull(SampleCharts.all().get("heat-map-months"));
    List<Grouped.Key> columns = ((HeatMapChart) chart).columns();
    LocalDate start = columns.get(1) instanceof Grouped.Key.Of(LocalDate day) ? day : LocalDate.MIN;
    Painted plain = Painted.of(chart);
    Painted noted =
        Painted.of(noted(chart, new Line(Axis.ACROSS, start.plusDays(9).toString(), "")));
    int[] changed = noted.changedColumns(plain, 0.3);
    assertThat(changed).isNotEmpty();
    assertThat((double) changed[0]).isCloseTo(plain.x(1), within(2.0));
    Painted nowhere = Painted.of(noted(chart, new Line(Axis.ACROSS, "1970-01-01", "")));
    assertThat(nowhere.changedColumns(plain, 0.1)).isEmpty();
  }
}
