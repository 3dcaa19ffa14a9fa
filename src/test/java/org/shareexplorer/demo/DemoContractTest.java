package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.BoxPlot;
import org.shareexplorer.engine.BoxPlotQuestion;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.Histogram;
import org.shareexplorer.engine.HistogramQuestion;
import org.shareexplorer.engine.HistogramQuestion.Bins;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.RowPage;
import org.shareexplorer.engine.Summary;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.engine.SummaryQuestion;
import org.shareexplorer.engine.TimeSeries;
import org.shareexplorer.engine.TimeSeriesQuestion;
import org.shareexplorer.job.Job;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;

/** Server, client, engine and workspace together give what DuckDB reads in the files on disk. */
class DemoContractTest extends DemoBesideItsFiles {

  @ParameterizedTest
  @CsvSource({
    "external_retail, retail, customers",
    "external_retail, retail, sales_transactions",
    "city_mobility, taxi, zones",
    "city_mobility, taxi, trips"
  })
  void everyCellIsWhatDuckDbReads(String share, String schema, String table) throws Exception {
    OpenTable open = open(new TableName(share, schema, table));
    List<Field> fields = open.snapshot().fields();

    List<List<@Nullable Object>> rows = new ArrayList<>();
    RowPage page;
    do {
      page = open.rows(rows.size(), 7_000, names(fields), Job.unattended());
      assertThat(page.first()).isEqualTo(rows.size());
      rows.addAll(page.rows());
    } while (!page.end());

    List<List<@Nullable Object>> expected = files().rows(table, fields);
    assertThat(open.rowCount()).hasValue(expected.size());
    rows.sort(Comparator.comparing(row -> new BigDecimal(String.valueOf(row.getFirst()))));
    assertThat(rows).hasSameSizeAs(expected);
    for (int r = 0; r < rows.size(); r++) {
      assertThat(rows.get(r)).as("row %d", r).isEqualTo(expected.get(r));
    }
  }

  @Test
  void aPreviewOfTripsReadsASmallPartOfItsFiles() {
    DemoWorld served = world();
    Job job = Job.unattended();
    OpenTable trips =
        served
            .engine("empty-cache")
            .open(workspace().client(ConnectionId.DEMO, job), TRIPS, AsOf.LATEST, job);

    RowPage page = trips.rows(60_000, 50, names(trips.snapshot().fields()), job);

    assertThat(page.rows()).hasSize(50);
    assertThat(job.cost().bytes()).isBetween(1L, trips.snapshot().sizeInBytes() / 8);
  }

  @Test
  void aHistogramPlacesEveryRow() throws Exception {
    Histogram histogram =
        open(TRIPS)
            .ask(
                new HistogramQuestion("fare_amount", new Bins.Count(17), Scale.LINEAR, false),
                Job.unattended());

    List<@Nullable Object> range =
        files()
            .row(
                "SELECT min(fare_amount), max(fare_amount), count(*), count(*) - count(fare_amount) FROM trips");
    assertThat(histogram.edges().getFirst()).isEqualTo(number(range.get(0)));
    assertThat(histogram.edges().getLast()).isEqualTo(number(range.get(1)));
    assertThat(histogram.rows()).isEqualTo(range.get(2));
    assertThat(histogram.nulls()).isEqualTo(range.get(3));
    double width = (number(range.get(1)) - number(range.get(0))) / 17;
    for (int i = 0; i < 17; i++) {
      double from = histogram.edges().get(i);
      double to = histogram.edges().get(i + 1);
      assertThat(to - from).isCloseTo(width, within(1e-9));
      assertThat(histogram.counts().get(i))
          .as("bin %d", i)
          .isEqualTo(
              files()
                  .row(
                      "SELECT count(*) FROM trips WHERE fare_amount::DOUBLE >= %s AND fare_amount::DOUBLE %s %s"
                          .formatted(from, i == 16 ? "<=" : "<", to))
                  .getFirst());
    }
  }

  @Test
  void boxesAreTukeys() throws Exception {
    BoxPlot answer =
        open(SALES)
            .ask(new BoxPlotQuestion("total_amount", Optional.of("region"), 20), Job.unattended());

    List<List<@Nullable Object>> expected =
        files()
            .answer(
                """
                WITH quarters AS (
                  SELECT region, count(total_amount) AS n, quantile_cont(total_amount::DOUBLE, 0.25) AS q1,
                    quantile_cont(total_amount::DOUBLE, 0.5) AS q2,
                    quantile_cont(total_amount::DOUBLE, 0.75) AS q3, avg(total_amount::DOUBLE) AS mean
                  FROM sales_transactions GROUP BY region)
                SELECT q.region, any_value(n), any_value(q1), any_value(q2), any_value(q3), any_value(mean),
                  min(total_amount::DOUBLE) FILTER (total_amount::DOUBLE >= q1 - 1.5 * (q3 - q1)),
                  max(total_amount::DOUBLE) FILTER (total_amount::DOUBLE <= q3 + 1.5 * (q3 - q1)),
                  count(*) FILTER (total_amount::DOUBLE < q1 - 1.5 * (q3 - q1)
                    OR total_amount::DOUBLE > q3 + 1.5 * (q3 - q1))
                FROM quarters q JOIN sales_transactions s ON q.region IS NOT DISTINCT FROM s.region
                GROUP BY q.region ORDER BY 2 DESC\
                """);
    assertThat(answer.groupsLeftOut()).isZero();
    assertThat(answer.boxes()).hasSameSizeAs(expected);
    for (List<@Nullable Object> row : expected) {
      BoxPlot.Box box =
          answer.boxes().stream()
              .filter(each -> Objects.equals(each.group(), row.get(0)))
              .findFirst()
              .orElseThrow();
      assertThat(box.count()).isEqualTo(row.get(1));
      assertThat(box.q1()).isCloseTo(number(row.get(2)), within(1e-9));
      assertThat(box.median()).isCloseTo(number(row.get(3)), within(1e-9));
      assertThat(box.q3()).isCloseTo(number(row.get(4)), within(1e-9));
      assertThat(box.mean()).isCloseTo(number(row.get(5)), within(1e-6));
      assertThat(box.lowerWhisker()).isEqualTo(number(row.get(6)));
      assertThat(box.upperWhisker()).isEqualTo(number(row.get(7)));
      assertThat(box.outlierCount()).isEqualTo(row.get(8));
    }
  }

  @Test
  void stepsOverTimeAreExactSums() throws Exception {
    TimeSeries series =
        open(SALES)
            .ask(
                new TimeSeriesQuestion(
                    "transaction_date",
                    Bucket.MONTH,
                    Aggregate.SUM,
                    Optional.of("total_amount"),
                    ZoneOffset.UTC),
                Job.unattended());

    List<List<@Nullable Object>> expected =
        files()
            .answer(
                "SELECT date_trunc('month', transaction_date)::DATE, sum(total_amount), count(*)"
                    + " FROM sales_transactions GROUP BY 1 ORDER BY 1");
    assertThat(expected).hasSize(24);
    assertThat(series.steps().stream().map(TimeSeries.Step::start))
        .isEqualTo(expected.stream().map(row -> (LocalDate) row.get(0)).toList());
    assertThat(series.steps().stream().map(TimeSeries.Step::rows))
        .isEqualTo(expected.stream().map(row -> row.get(2)).toList());
    for (int i = 0; i < expected.size(); i++) {
      assertThat(series.steps().get(i).value())
          .isEqualByComparingTo(new BigDecimal(String.valueOf(expected.get(i).get(1))));
    }
  }

  @Test
  void theSummaryIsDuckDbs() throws Exception {
    OpenTable sales = open(SALES);
    Summary summary =
        sales.ask(new SummaryQuestion(names(sales.snapshot().fields())), Job.unattended());

    assertThat(summary.columns()).hasSameSizeAs(sales.snapshot().fields());
    for (ColumnSummary column : summary.columns()) {
      String name = column.field().name();
      List<@Nullable Object> counts =
          files()
              .row(
                  "SELECT count(*), count(*) - count(%1$s), count(DISTINCT %1$s), min(%1$s), max(%1$s) FROM sales_transactions"
                      .formatted(name));
      assertThat(summary.rows()).isEqualTo(counts.get(0));
      assertThat(column.nulls()).as(name).isEqualTo(counts.get(1));
      assertThat(column.distinct()).as(name).isEqualTo(counts.get(2));
      assertThat(column.min()).as(name).isEqualTo(counts.get(3));
      assertThat(column.max()).as(name).isEqualTo(counts.get(4));
      if (column.field().type().numeric()) {
        List<@Nullable Object> figures =
            files()
                .row(
                    "SELECT avg(v), stddev_samp(v), quantile_cont(v, 0.25), quantile_cont(v, 0.5), quantile_cont(v, 0.75) FROM (SELECT %s::DOUBLE AS v FROM sales_transactions)"
                        .formatted(name));
        List<@Nullable Double> ours = new ArrayList<>();
        ours.add(column.mean());
        ours.add(column.deviation());
        ours.add(column.q1());
        ours.add(column.median());
        ours.add(column.q3());
        IntStream.range(0, ours.size())
            .forEach(i -> {
              double expected = number(figures.get(i));
              assertThat(ours.get(i))
                  .as("%s %d", name, i)
                  .isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
            });
      } else {
        assertThat(column.mean()).as(name).isNull();
      }
    }
  }

  private static List<String> names(List<Field> fields) {
    return fields.stream().map(Field::name).toList();
  }

  private static double number(@Nullable Object value) {
    return Double.parseDouble(String.valueOf(value));
  }
}
