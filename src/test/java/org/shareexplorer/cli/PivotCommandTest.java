package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.demo.DemoWorld;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.demo.Oracle;
import org.shareexplorer.workspace.ProfileVariable;

/** The command's figures are those that DuckDB finds in the raw files by other words. */
class PivotCommandTest {

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DemoWorld world;

  @BeforeAll
  static void serve() {
    world = new DemoWorld(folder, Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    Objects.requireNonNull(world).close();
  }

  private static CliRun run(String... arguments) {
    DemoWorld there = Objects.requireNonNull(world);
    return CliRun.of(
        there,
        Map.of(ProfileVariable.NAME, there.share().profileJson()),
        0,
        Stream.concat(
                Stream.of("pivot", "external_retail", "retail", "sales_transactions"),
                Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static JsonNode json(String text) throws Exception {
    return JsonMapper.builder()
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build()
        .readTree(text);
  }

  private static List<List<String>> oracle(String sql) throws Exception {
    try (Oracle oracle = new Oracle();
        Stream<Path> folders = Files.walk(Objects.requireNonNull(world).data(), 6)) {
      Path place =
          folders
              .filter(path -> path.endsWith("retail/sales_transactions"))
              .findFirst()
              .orElseThrow();
      oracle.view("sales", place, new DeltaTable(place).latestVersion());
      return oracle.rows(sql);
    }
  }

  private static void same(JsonNode cell, String expected) {
    assertThat(new BigDecimal(cell.asText())).isEqualByComparingTo(new BigDecimal(expected));
  }

  @Test
  void sumsOfGroupsByYearAreThoseOfTheRawFiles() throws Exception {
    CliRun run =
        run(
            "--rows",
            "region",
            "--columns",
            "transaction_date:year",
            "--values",
            "total_amount",
            "--where",
            "quantity > 2",
            "--zone",
            "UTC",
            "--json",
            "--stats");
    assertThat(run.err()).contains("\"requests\"");
    JsonNode answer = json(run.out());
    List<List<String>> expected =
        oracle(
            "SELECT region, sum(total_amount) FILTER (year(transaction_date) = 2024),"
                + " sum(total_amount) FILTER (year(transaction_date) = 2025), sum(total_amount)"
                + " FROM sales WHERE quantity > 2 GROUP BY region ORDER BY region");
    assertThat(answer.path("rows")).hasSameSizeAs(expected).hasSizeGreaterThan(2);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode row = answer.path("rows").get(i);
      assertThat(row.path("region").asText()).isEqualTo(String.valueOf(expected.get(i).getFirst()));
      same(row.path("2024"), expected.get(i).get(1));
      same(row.path("2025"), expected.get(i).get(2));
      same(row.path("all"), expected.get(i).get(3));
    }
    same(
        answer.path("totals").path("all"),
        oracle("SELECT sum(total_amount) FROM sales WHERE quantity > 2").getFirst().getFirst());
  }

  @Test
  void severalFiguresOfSeveralColumnsAreAColumnEach() throws Exception {
    JsonNode answer =
        json(
            run(
                    "--rows",
                    "transaction_date:quarter",
                    "--values",
                    "quantity,total_amount",
                    "--aggregate",
                    "min,median",
                    "--json")
                .out());
    List<List<String>> expected =
        oracle(
            "SELECT min(quantity), median(quantity), min(total_amount),"
                + " median(total_amount::DOUBLE) FROM sales"
                + " GROUP BY date_trunc('quarter', transaction_date) ORDER BY"
                + " date_trunc('quarter', transaction_date)");
    assertThat(answer.path("rows")).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      JsonNode row = answer.path("rows").get(i);
      same(row.path("min of quantity"), expected.get(i).get(0));
      same(row.path("median of quantity"), expected.get(i).get(1));
      same(row.path("min of total_amount"), expected.get(i).get(2));
      same(row.path("median of total_amount"), expected.get(i).get(3));
    }
  }

  @Test
  void peopleSeeATableWithTheFiguresOfAllBelow() throws Exception {
    long rows = Long.parseLong(oracle("SELECT count(*) FROM sales").getFirst().getFirst());
    long regions =
        Long.parseLong(
            oracle("SELECT count(*) FROM (SELECT DISTINCT region FROM sales)")
                .getFirst()
                .getFirst());
    List<String> lines = run("--rows", "region").out().lines().map(String::strip).toList();
    assertThat(lines.getFirst()).matches("region +rows");
    assertThat(lines).anyMatch(line -> line.matches("all +" + rows));
    assertThat(lines.getLast()).isEqualTo(regions + " rows, exact");
    assertThat(run("--rows", "product_name", "--limit", "2").out())
        .contains("The first 2 of")
        .doesNotContain("all ");
  }

  @Test
  void allRowsCanBeWrittenIntoAFile() throws Exception {
    Path file = folder.resolve("pivot.csv");
    assertThat(
            run("--rows", "region", "--columns", "quantity", "--out", file.toString()).exitCode())
        .isZero();
    assertThat(Files.readAllLines(file).getFirst()).startsWith("region,1,2,").endsWith(",all");
  }

  @Test
  void whatDoesNotFitIsSaid() {
    assertThat(run("--rows", "Region").err()).contains("Did you mean region?");
    assertThat(run("--rows", "region:month").err()).contains("has no steps in time");
    assertThat(run("--rows", "transaction_date:fortnight").err()).contains("day, week, month");
    assertThat(run("--values", "region").err()).contains("The sum of the column region");
    assertThat(run("--aggregate", "mean").err()).contains("Name columns with --values");
    assertThat(run("--rows", "region", "--most", "0").exitCode()).isNotZero();
  }
}
