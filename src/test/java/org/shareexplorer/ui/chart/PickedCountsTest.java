package org.shareexplorer.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shareexplorer.chart.BarSpec;
import org.shareexplorer.chart.BarSpec.Arrangement;
import org.shareexplorer.chart.BoxPlotSpec;
import org.shareexplorer.chart.Chart;
import org.shareexplorer.chart.ChartColumns;
import org.shareexplorer.chart.ChartPicture;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.chart.ChartTheme;
import org.shareexplorer.chart.Drawn;
import org.shareexplorer.chart.HeatMapSpec;
import org.shareexplorer.chart.HistogramChart;
import org.shareexplorer.chart.HistogramSpec;
import org.shareexplorer.chart.Mark;
import org.shareexplorer.chart.MultiplesSpec;
import org.shareexplorer.chart.Picked;
import org.shareexplorer.chart.PieSpec;
import org.shareexplorer.chart.Quantity;
import org.shareexplorer.chart.ScatterSpec;
import org.shareexplorer.chart.ShownRange;
import org.shareexplorer.chart.Span;
import org.shareexplorer.chart.TimeSeriesSpec;
import org.shareexplorer.engine.Aggregate;
import org.shareexplorer.engine.Bucket;
import org.shareexplorer.engine.GroupKey.Rank;
import org.shareexplorer.engine.HistogramQuestion.Scale;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.DataType.Decimal;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Predicate;

/** What a click leaves are the rows that were drawn: DuckDB counts them in the raw file. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PickedCountsTest {

  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Pattern ROWS = Pattern.compile("(?m)([\\d,]+) rows?$");
  private static final List<Field> FIELDS =
      List.of(
          new Field("few", Simple.INTEGER, true),
          new Field("small", Simple.SHORT, true),
          new Field("huge", Simple.LONG, true),
          new Field("near", Simple.FLOAT, true),
          new Field("amount", Simple.DOUBLE, true),
          new Field("price", new Decimal(10, 2), true),
          new Field("wide", new Decimal(38, 10), true),
          new Field("day", Simple.DATE, true),
          new Field("at", Simple.TIMESTAMP, true),
          new Field("shown", Simple.TIMESTAMP_NTZ, true),
          new Field("name", Simple.STRING, true),
          new Field("yes", Simple.BOOLEAN, true));

  private static final String SQL =
      """
      SELECT CASE WHEN i % 17 > 0 THEN (i * i % 11 - 4)::INTEGER END AS few,
        (i % 400 - 150)::SMALLINT AS small,
        (CASE WHEN i = 0 THEN 9223372036854775807 WHEN i = 1 THEN -9223372036854775808
          ELSE 9007199254740993 + i * 3001 END)::BIGINT AS huge,
        CASE WHEN i % 13 > 0 THEN (i % 97) / 10.0 END::FLOAT AS near,
        CASE WHEN i % 29 = 0 THEN 'NaN'::DOUBLE WHEN i % 31 = 0 THEN NULL
          ELSE (0.1 * (i % 313) - 2.5)::DOUBLE END AS amount,
        (12.5 + (i * 7919 % 100000) / 100)::DECIMAL(10, 2) AS price,
        (i * 1234567890123.456789 + 0.0000000001)::DECIMAL(38, 10) AS wide,
        CASE WHEN i % 19 > 0 THEN DATE '2023-11-20' + (i % 240)::INTEGER END AS day,
        (TIMESTAMP '2024-03-01' + INTERVAL (i * 37) MINUTE) AT TIME ZONE 'UTC' AS at,
        TIMESTAMP '2024-03-01' + INTERVAL (i * 37) MINUTE AS shown,
        (['Europe', 'quote''s', '', 'أوروبا', '🍎 apple', 'a', 'b', NULL])[1 + (i * i // 7) % 8] AS name,
        (CASE i % 3 WHEN 0 THEN true WHEN 1 THEN false END) AS yes
      FROM range(4000) t(i)\
      """;

  @TempDir static Path folder;
  private final Jobs jobs = new Jobs();
  private Questions questions;
  private Connection duck;
  private OpenTable table;

  @BeforeAll
  void write() throws SQLException {
    duck = DriverManager.getConnection("jdbc:duckdb:");
    Path file = folder.resolve("rows.parquet");
    try (Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'America/New_York'");
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(SQL, file));
      statement.execute("CREATE VIEW rows AS FROM '%s'".formatted(file));
    }
    questions = new Questions(jobs);
    table =
        new ResultTables(jobs, questions)
            .open(new TableName("a", "b", "rows"), FIELDS, file, folder, 4_000);
  }

  @AfterAll
  void end() throws SQLException {
    duck.close();
    questions.close();
    jobs.close();
  }

  static Stream<ChartSpec> specs() {
    Quantity sum = new Quantity(Aggregate.SUM, "price");
    return Stream.of(
        new HistogramSpec("few"),
        new HistogramSpec("few", 3, null, Scale.LINEAR, true),
        new HistogramSpec("small"),
        new HistogramSpec("huge"),
        new HistogramSpec("near"),
        new HistogramSpec("amount"),
        new HistogramSpec("amount", 7, null, Scale.LOG, false),
        new HistogramSpec("price", 30, 0.25, Scale.LOG, false),
        new HistogramSpec("price", 30, 77.7, Scale.LINEAR, false),
        new HistogramSpec("price", 31, null, Scale.LOG, false),
        new HistogramSpec("wide"),
        new BarSpec("name", sum),
        new BarSpec("name", sum, "yes", Arrangement.STACKED, Rank.ROWS, 4, true),
        new BarSpec("few", Quantity.ROWS, null, Arrangement.GROUPED, Rank.KEY, 5, true),
        new BarSpec("near", Quantity.ROWS),
        new BarSpec("amount", Quantity.ROWS),
        new BarSpec("day", Quantity.ROWS),
        new PieSpec("name", Quantity.ROWS, 3, true),
        new PieSpec("yes", sum),
        new TimeSeriesSpec("day", Bucket.MONTH, Aggregate.SUM, "price"),
        new TimeSeriesSpec("at", Bucket.WEEK, Aggregate.COUNT, null),
        new TimeSeriesSpec("shown", Bucket.QUARTER, Aggregate.MEAN, "price"),
        new HeatMapSpec("at", Bucket.MONTH, "name", sum),
        new HeatMapSpec("day", Bucket.MONTH, "yes", Quantity.ROWS),
        new HeatMapSpec("yes", null, "name", Quantity.ROWS),
        new MultiplesSpec(new HistogramSpec("price", 4, null, Scale.LINEAR, false), "name", 3));
  }

  private static Drawn drawn(Chart chart) {
    Graphics2D g2 = new BufferedImage(1_600, 900, BufferedImage.TYPE_INT_ARGB_PRE).createGraphics();
    return new ChartPicture(chart, ChartTheme.LIGHT).draw(g2, 1_600, 900);
  }

  private Chart ask(ChartSpec spec) {
    return spec.ask(table, ZONE, Job.unattended());
  }

  @ParameterizedTest
  @MethodSource("specs")
  void aClickLeavesTheRowsThatTheMarkTells(ChartSpec spec) throws SQLException {
    List<Mark> marks =
        drawn(ask(spec)).marks().stream().filter(mark -> !mark.picked().isEmpty()).toList();
    assertThat(marks).hasSizeGreaterThan(1);
    // Of very many, some do.
    for (int i = 0; i < marks.size(); i += 1 + marks.size() / 12) {
      Mark mark = marks.get(i);
      Matcher told = ROWS.matcher(mark.text());
      assertThat(told.find()).as(mark.text()).isTrue();
      long rows = Long.parseLong(told.group(1).replace(",", ""));
      assertThat(left(mark.picked())).as("%s %s", spec, mark).isEqualTo(rows);
      assertThat(counted(mark.picked())).as("%s %s", spec, mark).isEqualTo(rows);
    }
  }

  @Test
  void fewIntegersHaveABarEach() throws SQLException {
    HistogramChart chart = (HistogramChart) ask(new HistogramSpec("few"));
    List<Double> numbers = chart.answer().edges();
    for (int bar = 0; bar < chart.answer().counts().size(); bar++) {
      assertThat(chart.answer().counts().get(bar)).isEqualTo(counted("few = " + numbers.get(bar)));
    }
    assertThat(chart.answer().counts().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(counted("few IS NOT NULL"));
    assertThat(chart.whole()).isTrue();
  }

  @Test
  void aClickOnABoxOrAPointLeavesTheirRows() throws SQLException {
    List<Mark> boxes =
        drawn(ask(new BoxPlotSpec("price", "name"))).marks().stream()
            .filter(mark -> !mark.picked().isEmpty())
            .toList();
    assertThat(boxes).hasSize(8);
    List<Mark> points = drawn(ask(new ScatterSpec("near", "price"))).marks();
    for (Mark mark : Stream.concat(boxes.stream(), points.stream().limit(8)).toList()) {
      assertThat(left(mark.picked())).isEqualTo(counted(mark.picked())).isPositive();
    }
  }

  @Test
  void aRangeOfTimeLeavesTheStepsThatAreShown() throws SQLException {
    for (String column : List.of("day", "at", "shown")) {
      Chart chart = ask(new TimeSeriesSpec(column, Bucket.MONTH, Aggregate.COUNT, null));
      Span span = span("2024-03-20", "2024-05-11");
      List<Picked> shown = ShownRange.of(chart, span);
      assertThat(left(shown))
          .isEqualTo(
              counted(
                  "\"%1$s\" >= DATE '2024-04-01' AND \"%1$s\" < DATE '2024-06-01'"
                      .formatted(column)))
          .isPositive();
      assertThat(ShownRange.of(chart, span("2024-04-02", "2024-04-30"))).isEmpty();
    }
    Chart lines =
        ask(new TimeSeriesSpec("day", Bucket.WEEK, Aggregate.COUNT, null, 0, "yes", false));
    assertThat(left(ShownRange.of(lines, span("2024-01-01", "2024-01-08"))))
        .isEqualTo(counted("day >= DATE '2024-01-01' AND day < DATE '2024-01-15'"))
        .isPositive();
  }

  private static Span span(String from, String to) {
    return new Span(LocalDate.parse(from).toEpochDay(), LocalDate.parse(to).toEpochDay());
  }

  @Test
  void aRangeOfALogarithmicScaleLeavesWhatIsShownAndNothingWithoutAPlace() throws SQLException {
    Chart histogram = ask(new HistogramSpec("amount", 7, null, Scale.LOG, false));
    Chart boxes = ask(new BoxPlotSpec("price", null, 1, Scale.LOG));
    Chart points = ask(new ScatterSpec("near", "price", Scale.LOG, Scale.LINEAR));
    assertThat(left(ShownRange.of(histogram, new Span(Math.log10(2), Math.log10(20)))))
        .isEqualTo(counted("amount >= 2 AND amount <= 20 AND NOT isnan(amount)"))
        .isPositive();
    assertThat(left(ShownRange.of(boxes, new Span(Math.log10(33.4), Math.log10(777.7)))))
        .isEqualTo(counted("price >= 33.4 AND price <= 777.7"))
        .isPositive();
    assertThat(left(ShownRange.of(points, new Span(Math.log10(1.5), Math.log10(7.25)))))
        .isEqualTo(counted("near >= 1.5 AND near <= 7.25"))
        .isPositive();
    // All of it, as far as an axis reaches: the ends are no less than the values there.
    Span whole = drawn(histogram).whole();
    assertThat(left(ShownRange.of(histogram, whole)))
        .isEqualTo(counted("amount > 0 AND NOT isnan(amount)"));
  }

  @Test
  void aRangeOfNumbersHasAsManyDigitsAsCanBeSeen() throws SQLException {
    Chart histogram = ask(new HistogramSpec("price"));
    assertThat(ShownRange.of(histogram, new Span(101.23456789, 345.6789)))
        .containsExactly(
            new Picked.Between("price", new BigDecimal("101.2"), new BigDecimal("345.7"), true));
    assertThat(left(ShownRange.of(histogram, new Span(101.23456789, 345.6789))))
        .isEqualTo(counted("price >= 101.2 AND price <= 345.7"))
        .isPositive();
    assertThat(left(ShownRange.of(histogram, drawn(histogram).whole())))
        .isEqualTo(counted("price IS NOT NULL"));
    Chart few = ask(new HistogramSpec("few"));
    assertThat(left(ShownRange.of(few, new Span(-1.5, 2.5))))
        .isEqualTo(counted("few IN (-1, 0, 1, 2)"))
        .isPositive();
  }

  /** The rows that the condition of a click leaves. */
  private long left(List<Picked> picked) {
    List<Predicate> conditions = PickedRows.of(picked, new ChartColumns(FIELDS), ZONE);
    assertThat(conditions).hasSameSizeAs(picked);
    Job job = Job.unattended();
    return table.viewed(new View(Predicate.and(conditions), List.of()), job).countRows(job);
  }

  private long counted(List<Picked> picked) throws SQLException {
    return counted(
        picked.stream().map(PickedCountsTest::condition).collect(Collectors.joining(" AND ")));
  }

  private long counted(String condition) throws SQLException {
    try (Statement statement = duck.createStatement();
        var rows = statement.executeQuery("SELECT count(*) FROM rows WHERE " + condition)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** In SQL of its own, by the value's own type. */
  private static String condition(Picked picked) {
    String column = picked.column();
    return switch (picked) {
      case Picked.Value(String _, Object value) ->
          "%s IS NOT DISTINCT FROM %s".formatted(column, literal(value));
      case Picked.Between(String _, BigDecimal from, BigDecimal to, boolean included) ->
          "%1$s >= %2$s AND %1$s %3$s %4$s AND NOT isnan(%1$s::DOUBLE)"
              .formatted(
                  exact(column, column),
                  end(column, from, RoundingMode.CEILING),
                  included ? "<=" : "<",
                  end(column, to, included ? RoundingMode.FLOOR : RoundingMode.CEILING));
      case Picked.Days(String _, LocalDate first, LocalDate next) ->
          "\"%1$s\" >= DATE '%2$s' AND \"%1$s\" < DATE '%3$s'".formatted(column, first, next);
    };
  }

  /** No column has more digits behind the point than ten. */
  private static String end(String column, BigDecimal end, RoundingMode rounding) {
    BigDecimal cut =
        column.equals("near") || column.equals("amount") ? end : end.setScale(10, rounding);
    return exact(column, "'" + cut.toPlainString() + "'");
  }

  private static String exact(String column, String sql) {
    return sql
        + (column.equals("near") || column.equals("amount") ? "::DOUBLE" : "::DECIMAL(38, 10)");
  }

  private static String literal(@Nullable Object value) {
    return switch (value) {
      case null -> "NULL";
      case String text -> "'" + text.replace("'", "''") + "'";
      case Float number -> "'" + number + "'::FLOAT";
      case LocalDate day -> "DATE '" + day + "'";
      default -> "'" + value + "'";
    };
  }
}
