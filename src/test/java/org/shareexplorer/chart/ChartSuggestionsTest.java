package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class ChartSuggestionsTest {

  private static Field field(String name, DataType type) {
    return new Field(name, type, true);
  }

  @Test
  void salesAreShownByAmountGroupAndMonth() {
    List<ChartSpec> charts =
        ChartSuggestions.of(
            List.of(
                field("transaction_id", Simple.INTEGER),
                field("customer_id", Simple.INTEGER),
                field("product_name", Simple.STRING),
                field("quantity", Simple.INTEGER),
                field("unit_price", new DataType.Decimal(10, 2)),
                field("total_amount", new DataType.Decimal(10, 2)),
                field("transaction_date", Simple.DATE),
                field("region", Simple.STRING)));
    assertThat(charts)
        .containsExactly(
            new HistogramSpec("total_amount"),
            new BoxPlotSpec("total_amount", "region"),
            new TimeSeriesSpec("transaction_date", Bucket.MONTH, Aggregate.SUM, "total_amount"),
            new BarSpec("product_name", new Quantity(Aggregate.SUM, "total_amount")));
    assertThat(charts.stream().map(ChartSpec::title))
        .startsWith(
            "Distribution of total_amount",
            "total_amount by region",
            "Sum of total_amount per month");
  }

  @Test
  void rowsAreCountedOverTimeWhereNothingIsMeasured() {
    List<ChartSpec> charts =
        ChartSuggestions.of(
            List.of(
                field("customer_id", Simple.INTEGER),
                field("email", Simple.STRING),
                field("signup_date", Simple.DATE)));
    assertThat(charts.getFirst())
        .isEqualTo(new TimeSeriesSpec("signup_date", Bucket.MONTH, Aggregate.COUNT, null));
    assertThat(charts).allMatch(chart -> chart instanceof TimeSeriesSpec);
  }

  @Test
  void namesAndTextsAndKeysSuggestNothing() {
    assertThat(
            ChartSuggestions.of(
                List.of(field("customerId", Simple.LONG), field("email", Simple.STRING))))
        .isEmpty();
  }

  @Test
  void specificationsSurviveJson() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (ChartSpec spec :
        List.of(
            new HistogramSpec("a", 12, 0.5, Scale.LOG, false),
            new BoxPlotSpec("a", null),
            new BoxPlotSpec("a", "g").asViolin(),
            new TimeSeriesSpec("t", Bucket.WEEK, Aggregate.MEAN, "a"),
            new TimeSeriesSpec("t", Bucket.DAY, Aggregate.COUNT, null, 7, "g", true),
            new DensitySpec("a", "g"),
            new BarSpec("g", Quantity.ROWS, "h", Arrangement.SHARES, Rank.KEY, 5, true),
            new PieSpec("g", new Quantity(Aggregate.SUM, "a")),
            new ScatterSpec("a", "b", Scale.LOG, Scale.LINEAR),
            new HeatMapSpec("t", Bucket.MONTH, "g", Quantity.ROWS),
            new CorrelationSpec(List.of("a", "b")),
            new MultiplesSpec(new HistogramSpec("a"), "g", 4))) {
      String text = json.writerFor(ChartSpec.class).writeValueAsString(spec);
      assertThat(json.readValue(text, ChartSpec.class)).isEqualTo(spec);
    }
  }

  @Test
  void everyKindThatColumnsAllowHasALikelyChartAndEverySettingMakesAnother() {
    ChartColumns columns =
        new ChartColumns(
            List.of(
                field("customer_id", Simple.INTEGER),
                field("region", Simple.STRING),
                field("segment", Simple.STRING),
                field("amount", new DataType.Decimal(10, 2)),
                field("price", Simple.DOUBLE),
                field("day", Simple.DATE)));
    assertThat(ChartKind.fitting(columns)).containsExactly(ChartKind.values());
    for (ChartKind kind : ChartKind.values()) {
      ChartSpec spec = kind.on(columns, "price");
      assertThat(spec.kind()).isEqualTo(kind);
      assertThat(spec.settings(columns)).extracting(Setting::name).doesNotHaveDuplicates();
      for (Setting setting : spec.settings(columns)) {
        ChartSpec other =
            switch (setting) {
              case Setting.OneOf choice -> {
                assertThat(choice.options()).contains(choice.value()).doesNotHaveDuplicates();
                assertThat(choice.with().apply(choice.value()).kind()).isEqualTo(kind);
                yield choice
                    .with()
                    .apply(
                        choice.options().stream()
                            .filter(option -> !option.equals(choice.value()))
                            .findFirst()
                            .orElse(choice.value()));
              }
              case Setting.Amount number -> {
                assertThat(number.fits(number.value())).isTrue();
                assertThat(number.fits(Double.NaN)).isFalse();
                assertThat(number.with().apply(number.value())).isEqualTo(spec);
                yield number.with().apply(number.value() + 1);
              }
              case Setting.Flag flag -> {
                assertThat(flag.with().apply(flag.value())).isEqualTo(spec);
                yield flag.with().apply(!flag.value());
              }
            };
        boolean only = setting instanceof Setting.OneOf choice && choice.options().size() == 1;
        boolean lastTwo = kind == ChartKind.CORRELATION;
        assertThat(other.equals(spec))
            .as("%s of %s", setting.name(), kind)
            .isEqualTo(only || (lastTwo && other.equals(spec)));
      }
    }
  }

  @Test
  void aChartBecomesPanelsAndPanelsBecomeAChart() {
    ChartColumns columns =
        new ChartColumns(List.of(field("region", Simple.STRING), field("amount", Simple.LONG)));
    ChartSpec plain = new HistogramSpec("amount");
    Setting.OneOf panels = (Setting.OneOf) ChartSpec.choices(plain, columns).getLast();
    ChartSpec multiples = panels.with().apply("region");
    assertThat(multiples).isEqualTo(new MultiplesSpec(plain, "region", 6));
    assertThat(multiples.settings(columns))
        .extracting(Setting::name)
        .containsAll(plain.settings(columns).stream().map(Setting::name).toList());
    Setting.OneOf back = (Setting.OneOf) ChartSpec.choices(multiples, columns).getLast();
    assertThat(back.with().apply("(none)")).isEqualTo(plain);
  }

  @Test
  void kindsThatNeedWhatATableLacksAreNotOffered() {
    assertThat(ChartKind.fitting(new ChartColumns(List.of(field("note", Simple.STRING)))))
        .containsExactly(ChartKind.BAR, ChartKind.PIE);
    assertThat(ChartKind.fitting(new ChartColumns(List.of(field("raw", Simple.BINARY))))).isEmpty();
  }

  @Test
  void textsAreCountedRatherThanAdded() {
    ChartColumns columns =
        new ChartColumns(List.of(field("name", Simple.STRING), field("amount", Simple.LONG)));
    BarSpec spec = new BarSpec("name", new Quantity(Aggregate.SUM, "amount"));
    Setting.OneOf value =
        (Setting.OneOf)
            spec.settings(columns).stream()
                .filter(setting -> setting.name().equals("value"))
                .findFirst()
                .orElseThrow();
    assertThat(value.with().apply("name"))
        .isEqualTo(new BarSpec("name", new Quantity(Aggregate.DISTINCT, "name")));
    assertThat(value.with().apply("(rows)")).isEqualTo(new BarSpec("name", Quantity.ROWS));
  }
}
