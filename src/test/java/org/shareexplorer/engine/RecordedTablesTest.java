package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.recorded.RecordedServer;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.ColumnStatistics;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.FileStatistics.Precision;
import org.shareexplorer.table.ProviderStatistics;

/** Tables that Spark wrote and real servers shared, compared with what Spark says is in them. */
class RecordedTablesTest {

  private static final Comparator<List<@Nullable Object>> BY_KEY =
      Comparator.comparingLong(
          row -> ((Number) Objects.requireNonNull(row.getFirst())).longValue());

  private static final Pattern FORM =
      Pattern.compile(
          "(official|whitefox)/([^/]+)/query-(none|delta|delta-feat|both|both-feat|end|"
              + "delta-feat-end-refresh|max1|maxfiles1)(-p0)?");

  private final Job job = Job.unattended();
  private final Jobs jobs = new Jobs();
  private final Http http = new Http();

  @TempDir Path folder;
  private TableEngine engine;

  @BeforeEach
  void open() {
    engine =
        new TableEngine(
            jobs, new HttpRanges(http), folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  @AfterEach
  void close() {
    engine.close();
    http.close();
    jobs.close();
  }

  private OpenTable opened(RecordedServer server, String table) {
    String[] name = table.split("\\.", -1);
    return engine.open(
        new SharingClients(http, Clock.systemUTC())
            .of(ProfileReader.parse(server.profileJson(), "recorded")),
        new TableName(name[0], name[1], name[2]),
        AsOf.LATEST,
        job);
  }

  /** Every table in every form in which it was sent. */
  static Stream<Arguments> forms() {
    return Stream.of("official", "whitefox")
        .flatMap(from -> RecordedServer.names(from).stream())
        .map(FORM::matcher)
        .filter(Matcher::matches)
        .filter(form -> RecordedServer.answer(form.group()).getStatus().contains(" 200 "))
        .map(form -> arguments(form.group(1), form.group(2), form.group(3)));
  }

  static Stream<Arguments> formsOfTablesWithKnownRows() {
    return forms().filter(form -> Files.exists(rows((String) form.get()[1])));
  }

  private static Path rows(String table) {
    return RecordedServer.truth(table.substring(table.lastIndexOf('.') + 1) + ".rows.jsonl");
  }

  @Test
  void allFormsAreAmongThoseCompared() {
    assertThat(forms().count()).isGreaterThanOrEqualTo(45);
    assertThat(forms().map(form -> form.get()[1]).distinct()).hasSize(11);
    assertThat(formsOfTablesWithKnownRows().map(form -> form.get()[1]).distinct()).hasSize(6);
  }

  @ParameterizedTest
  @MethodSource("formsOfTablesWithKnownRows")
  void everyCellIsWhatSparkSays(String from, String table, String exchange) throws Exception {
    try (RecordedServer server = server(from, exchange)) {
      OpenTable open = opened(server, table);
      List<Field> fields = open.snapshot().fields();
      List<List<@Nullable Object>> expected = TrueRows.of(rows(table), fields);
      List<String> columns = fields.stream().map(Field::name).toList();
      List<List<@Nullable Object>> rows = new ArrayList<>();
      for (long first = 0; ; first += 50) {
        RowPage page = open.rows(first, 50, columns, job);
        for (List<@Nullable Object> row : page.rows()) {
          List<@Nullable Object> cells = new ArrayList<>();
          row.forEach(cell -> cells.add(TrueRows.carried(cell)));
          rows.add(cells);
        }
        if (page.end()) {
          break;
        }
      }
      // The first column of all these tables is a key.
      rows.sort(BY_KEY);
      expected.sort(BY_KEY);
      assertThat(rows).hasSameSizeAs(expected);
      for (int i = 0; i < rows.size(); i++) {
        assertThat(trimmed(rows.get(i), columns)).isEqualTo(trimmed(expected.get(i), columns));
      }
      assertThat(open.rowCount()).hasValue(expected.size());
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void everyColumnIsSummarizedAsBySpark(String from, String table, String exchange)
      throws Exception {
    try (RecordedServer server = server(from, exchange)) {
      OpenTable open = opened(server, table);
      JsonNode truth =
          new JsonMapper()
              .readTree(
                  Files.readString(
                      RecordedServer.truth(
                          table.substring(table.lastIndexOf('.') + 1) + ".truth.json")));
      List<String> columns = open.snapshot().fields().stream().map(Field::name).toList();
      Summary summary = open.ask(new SummaryQuestion(columns), job);
      assertThat(summary.rows()).isEqualTo(truth.path("rows").asLong());
      for (ColumnSummary column : summary.columns()) {
        JsonNode said = truth.path("columns").path(column.field().name());
        assertThat(column.nulls()).as(column.field().name()).isEqualTo(said.path("nulls").asLong());
        if (column.notNumbers() == 0) {
          compare(column, said);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void whatTheProviderSaysAgreesWithSpark(String from, String table, String exchange)
      throws Exception {
    try (RecordedServer server = server(from, exchange)) {
      OpenTable open = opened(server, table);
      JsonNode truth =
          new JsonMapper()
              .readTree(
                  Files.readString(
                      RecordedServer.truth(
                          table.substring(table.lastIndexOf('.') + 1) + ".truth.json")));
      ProviderStatistics statistics = ProviderStatistics.of(open.snapshot(), job);
      if (statistics.rows().isPresent()) {
        assertThat(statistics.rows()).hasValue(truth.path("rows").asLong());
      }
      for (ColumnStatistics column : statistics.columns()) {
        JsonNode said = truth.path("columns").path(column.field().name());
        assertThat(said.path("nulls").asLong())
            .as(column.field().name())
            .isBetween(column.nulls().least(), column.nulls().most());
        DataType type = column.field().type();
        for (var extreme :
            List.of(
                Map.entry("min", Optional.ofNullable(column.min())),
                Map.entry("max", Optional.ofNullable(column.max())))) {
          if (extreme.getValue().isPresent()
              && extreme.getValue().get().precision() == Precision.EXACT
              && said.has(extreme.getKey())
              && !padded(column.field().name())) {
            String expected = said.path(extreme.getKey()).asText();
            Object value = extreme.getValue().get().value();
            if (value instanceof BigDecimal number) {
              assertThat(number).as(column.field().name()).isEqualByComparingTo(expected);
            } else {
              assertThat(text(value, type)).as(column.field().name()).isEqualTo(expected);
            }
          }
        }
      }
    }
  }

  @Test
  void noRowsCostNoFileAFewCostTheFirstOnesAndMoreThanThereAreCostAll() {
    try (RecordedServer server = RecordedServer.official()) {
      OpenTable open = opened(server, "engine.layout.part_date_string");
      List<String> columns = List.of("id");
      assertThat(open.rows(0, 0, columns, job).rows()).isEmpty();
      assertThat(server.fileRequests()).isEmpty();
      assertThat(open.rows(0, 1, columns, job).rows()).hasSize(1);
      assertThat(server.fileRequests().stream().map(RecordedRequest::getTarget).distinct())
          .hasSize(1);
      assertThat(open.rows(0, 1_000_000, columns, job).rows())
          .hasSize((int) open.rowCount().orElseThrow());
      assertThat(server.fileRequests().stream().map(RecordedRequest::getTarget).distinct())
          .hasSize(100);
    }
  }

  @ParameterizedTest
  @CsvSource({"delta-feat", "both-feat", "''"})
  void deletedRowsAreInNoPage(String exchange) throws Exception {
    try (RecordedServer server = server("official", exchange)) {
      OpenTable open = opened(server, "engine.dv.dv");
      assertThat(open.rowCount()).hasValue(8585);
      long sum = 0;
      double values = 0;
      int rows = 0;
      for (long first = 0; first < 8585; first += 1000) {
        for (List<@Nullable Object> row : open.rows(first, 1000, List.of("id", "v"), job).rows()) {
          sum += (Long) Objects.requireNonNull(row.getFirst());
          values += (Double) Objects.requireNonNull(row.getLast());
          rows++;
        }
      }
      assertThat(rows).isEqualTo(8585);
      assertThat(sum).isEqualTo(43844965);
      assertThat(values).isEqualTo(1.094973E7);
    }
  }

  private static List<@Nullable Object> trimmed(List<@Nullable Object> row, List<String> columns) {
    List<@Nullable Object> cells = new ArrayList<>(row);
    for (int i = 0; i < cells.size(); i++) {
      if (padded(columns.get(i)) && cells.get(i) instanceof String text) {
        cells.set(i, text.stripTrailing());
      }
    }
    return cells;
  }

  private static void compare(ColumnSummary column, JsonNode said) {
    DataType type = column.field().type();
    String name = column.field().name();
    if (said.has("distinct") && column.distinct() != null) {
      assertThat(column.distinct()).as(name).isEqualTo(said.path("distinct").asLong());
    }
    if (type instanceof Simple && type != Simple.BINARY && said.has("min") && !padded(name)) {
      assertThat(text(column.min(), type)).as(name).isEqualTo(said.path("min").asText());
      assertThat(text(column.max(), type)).as(name).isEqualTo(said.path("max").asText());
    }
    if (type instanceof DataType.Decimal) {
      assertThat((BigDecimal) column.min())
          .as(name)
          .isEqualByComparingTo(said.path("min").asText());
      assertThat((BigDecimal) column.max())
          .as(name)
          .isEqualByComparingTo(said.path("max").asText());
    }
    if (said.path("avg").isTextual()) {
      near(Objects.requireNonNull(column.mean()), said.path("avg").asDouble());
      near(Objects.requireNonNull(column.median()), said.path("p0.5").asDouble());
    }
  }

  /** Spark pads char(n) with blanks when it reads; files hold what was written. */
  private static boolean padded(String column) {
    return column.equals("c_char");
  }

  private static void near(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, Offset.offset(Math.abs(expected) * 1e-9 + 1e-12));
  }

  /** As Spark prints a value. */
  private static String text(@Nullable Object value, DataType type) {
    return type == Simple.TIMESTAMP
        ? CellText.plain(value).replace('T', ' ').replace("Z", "")
        : type == Simple.FLOAT || type == Simple.DOUBLE
            ? String.valueOf(value)
            : CellText.plain(value);
  }

  private static RecordedServer server(String from, String exchange) {
    return (from.equals("official") ? RecordedServer.official() : RecordedServer.whitefox())
        .answering(exchange);
  }
}
