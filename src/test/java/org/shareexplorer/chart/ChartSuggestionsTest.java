package org.shareexplorer.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
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
            new HistogramSpec("unit_price"));
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
            new TimeSeriesSpec("t", Bucket.WEEK, Aggregate.MEAN, "a"))) {
      String text = json.writerFor(ChartSpec.class).writeValueAsString(spec);
      assertThat(json.readValue(text, ChartSpec.class)).isEqualTo(spec);
    }
  }
}
