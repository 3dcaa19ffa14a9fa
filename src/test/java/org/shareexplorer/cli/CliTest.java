package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.demo.DemoWorld;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.workspace.ProfileVariable;

class CliTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final String[] SALES = {"external_retail", "retail", "sales_transactions"};

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DemoWorld world;

  @BeforeAll
  static void serve() {
    world = new DemoWorld(folder, Clock.systemUTC());
  }

  @AfterAll
  static void end() {
    world().close();
  }

  @Test
  void namesAreListedOnePerLine() {
    assertThat(run("ls").out().lines()).containsExactly("city_mobility", "external_retail");
    assertThat(run("ls", "external_retail").out().lines()).containsExactly("retail");
    assertThat(run("ls", "city_mobility", "taxi").out().lines()).containsExactly("trips", "zones");
  }

  @Test
  void allTablesAreListedWithTheirFullNames() throws Exception {
    JsonNode tables = json(run("ls", "--all", "--json"));

    assertThat(tables).hasSize(5);
    assertThat(texts(tables, "share")).contains("city_mobility", "external_retail");
    assertThat(texts(tables, "table"))
        .containsExactlyInAnyOrder(
            "trips", "zones", "customers", "price_list", "sales_transactions");
    assertThat(run("ls", "--all").out()).contains("external_retail  retail  sales_transactions");
  }

  @Test
  void aPreviewAsJsonKeepsEveryDigitAndNull() throws Exception {
    JsonNode page =
        json(
            run(
                with(
                    "preview",
                    "--rows",
                    "400",
                    "--json",
                    "--columns",
                    "unit_price,region,quantity")));

    assertThat(texts(page.path("columns"), "type"))
        .containsExactly("decimal(10,2)", "string", "int");
    assertThat(page.path("rows")).hasSize(400);
    assertThat(page.path("end").booleanValue()).isFalse();
    assertThat(page.path("rows"))
        .allSatisfy(row -> {
          assertThat(row.path("unit_price").decimalValue().scale()).isEqualTo(2);
          assertThat(row.path("quantity").isInt()).isTrue();
        })
        .anySatisfy(row -> assertThat(row.path("region").isNull()).isTrue());
  }

  @Test
  void aPreviewGoesOnWhereItIsToldTo() throws Exception {
    JsonNode page = json(run(with("preview", "--offset", "5990", "--rows", "50", "--json")));

    assertThat(page.path("offset").longValue()).isEqualTo(5_990);
    assertThat(page.path("rows")).hasSize(10);
    assertThat(page.path("end").booleanValue()).isTrue();
  }

  @Test
  void olderVersionsAreShownByNumberAndByTime() throws Exception {
    String[] prices = {"external_retail", "retail", "price_list"};
    JsonNode byNumber = json(run(of("preview", prices, "--version", "0", "--rows", "1", "--json")));
    assertThat(byNumber.path("version").longValue()).isZero();
    JsonNode byTime =
        json(run(of("preview", prices, "--timestamp", "2025-11-03", "--rows", "1", "--json")));
    assertThat(byTime.path("version").longValue()).isEqualTo(2);
    JsonNode described =
        json(run(of("describe", prices, "--timestamp", "2025-10-06T08:30:00+02:00", "--json")));
    assertThat(described.path("version").longValue()).isEqualTo(1);
    CliRun late = run(of("preview", prices, "--version", "99"));
    assertThat(late.exitCode()).isEqualTo(1);
    assertThat(late.err()).contains("newest version is 6").contains("(no-version)");
    assertThat(run(of("preview", prices, "--timestamp", "soon")).err())
        .contains("The time soon is not understood");
    assertThat(run(of("preview", prices, "--timestamp", "now", "--version", "1")).exitCode())
        .isEqualTo(2);
  }

  @Test
  void changesAreCountedAndShownWithBothStates() throws Exception {
    String[] prices = {"external_retail", "retail", "price_list"};
    JsonNode all = json(run(of("changes", prices, "--json", "--rows", "0")));
    assertThat(all.path("versions")).hasSize(7);
    assertThat(all.has("changes")).isFalse();
    JsonNode sale =
        json(
            run(
                of(
                    "changes", prices, "--from", "3", "--to", "3", "--kind", "updated", "--rows",
                    "1000", "--key", "item_id", "--json")));
    assertThat(sale.path("rows").longValue())
        .isEqualTo(sale.path("versions").path(0).path("updated").longValue())
        .isPositive();
    assertThat(sale.path("changes"))
        .hasSize(sale.path("rows").intValue())
        .allSatisfy(change -> {
          assertThat(change.path("before").path("item_id"))
              .isEqualTo(change.path("after").path("item_id"));
          assertThat(change.path("after").path("note").asText()).isEqualTo("Black Friday");
          assertThat(change.path("after").path("price").decimalValue())
              .isLessThan(change.path("before").path("price").decimalValue());
        });
    CliRun text = run(of("changes", prices, "--from", "2025-11-28", "--to", "2025-11-28"));
    assertThat(text.out()).contains("updated").contains(" → ").contains("28 Nov 2025");
    assertThat(run(of("changes", prices, "--kind", "moved")).err()).contains("Choose among");
  }

  @Test
  void versionsOfATableWithoutAFeedAreCompared() throws Exception {
    String[] customers = {"external_retail", "retail", "customers"};
    CliRun refused = run(of("changes", customers));
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("(no-change-feed)").contains("--compare");
    JsonNode compared =
        json(run(of("changes", customers, "--compare", "--from", "1", "--to", "2", "--json")));
    assertThat(compared.path("key").path(0).asText()).isEqualTo("customer_id");
    assertThat(compared.path("versions").path(0).path("updated").longValue()).isPositive();
    assertThat(compared.path("versions").path(0).path("inserted").longValue()).isZero();
  }

  @Test
  void rowsAreFilteredSortedAndCounted() throws Exception {
    JsonNode all =
        json(run(with("preview", "--rows", "6000", "--columns", "quantity,region", "--json")));
    List<JsonNode> wanted =
        all.path("rows")
            .valueStream()
            .filter(row ->
                row.path("quantity").asInt() >= 3 && row.path("region").asText().equals("Europe"))
            .sorted(Comparator.comparingInt(row -> -row.path("quantity").asInt()))
            .toList();
    String where = "quantity >= 3 AND region = 'Europe'";
    JsonNode found =
        json(
            run(
                with(
                    "preview",
                    "--rows",
                    "6000",
                    "--columns",
                    "quantity,region",
                    "--where",
                    where,
                    "--order-by",
                    "quantity desc",
                    "--json")));

    assertThat(wanted).hasSizeBetween(1, 5_999);
    assertThat(found.path("rows").valueStream()).containsExactlyElementsOf(wanted);
    assertThat(found.path("end").asBoolean()).isTrue();
    assertThat(json(run(with("count", "--where", where, "--json"))).path("rows").asInt())
        .isEqualTo(wanted.size());
    assertThat(run(with("count")).out()).isEqualTo("6,000 rows\n");
    assertThat(run(with("preview", "--where", where, "--rows", "1")).out())
        .endsWith("Rows 1 to 1 of %,d\n".formatted(wanted.size()));
    assertThat(run(with("count", "--where", "quantity < 0")).out()).isEqualTo("0 rows\n");
  }

  @Test
  void aConditionIsToldToTheServerSoThatItListsFewerFiles() throws Exception {
    String[] trips = {"city_mobility", "taxi", "trips"};
    JsonNode months =
        json(run(of("preview", trips, "--columns", "month", "--rows", "120000", "--json")));
    String month = months.path("rows").path(0).path("month").asText();
    long rows =
        months
            .path("rows")
            .valueStream()
            .filter(r -> r.path("month").asText().equals(month))
            .count();
    JsonNode all = json(run(of("count", trips, "--json")));
    String where = "month = '%s' AND fare_amount IS NOT NULL".formatted(month);
    JsonNode one = json(run(of("count", trips, "--where", where, "--json")));
    JsonNode untold =
        json(
            run(
                of(
                    "count",
                    trips,
                    "--where",
                    where,
                    "--version",
                    all.path("version").asText(),
                    "--json")));

    assertThat(all.path("filesListed").asInt()).isGreaterThan(20);
    assertThat(one.path("filesListed").asInt()).isEqualTo(1);
    assertThat(untold.path("filesListed")).isEqualTo(all.path("filesListed"));
    assertThat(one.path("rows")).isEqualTo(untold.path("rows"));
    String monthOnly = "month = '" + month + "'";
    assertThat(run(of("count", trips, "--where", monthOnly)).out())
        .isEqualTo("%,d rows\n".formatted(rows));
    assertThat(json(run(of("count", trips, "--json"))).path("rows").asInt()).isEqualTo(120_000);
  }

  @Test
  void aConditionOrOrderThatDoesNotFitIsASentence() {
    for (String[] options :
        List.of(
            new String[] {"--where", "quantity >"},
            new String[] {"--where", "nope = 1"},
            new String[] {"--order-by", "nope"},
            new String[] {"--order-by", ","})) {
      CliRun refused = run(with("preview", options));
      assertThat(refused.exitCode()).as(options[1]).isEqualTo(1);
      assertThat(refused.err()).contains("(question)").doesNotContain("\tat ");
      assertThat(refused.out()).isEmpty();
    }
  }

  @Test
  void aPreviewForPeopleMarksNullsAndSaysWhichRows() {
    CliRun preview = run(with("preview", "--rows", "400", "--columns", "transaction_id,region"));

    assertThat(preview.out())
        .startsWith("transaction_id  region")
        .contains("(null)")
        .endsWith("Rows 1 to 400 of 6,000\n");
  }

  @Test
  void aScreenGetsTheColumnsThatFit() {
    CliRun preview = CliRun.of(world(), profile(), 60, with("preview", "--rows", "3"));

    assertThat(preview.out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(80));
    assertThat(preview.out()).contains("  …\n").contains("more columns (choose with --columns");
    assertThat(run(with("preview", "--rows", "3")).out()).contains("region").doesNotContain("…");
  }

  @Test
  void aProfileSaysOfEveryFigureWhatItIsWorth() throws Exception {
    JsonNode exact = json(run(with("profile", "--columns", "quantity,region", "--json")));
    JsonNode quantity = exact.path("columns").path(0);
    assertThat(quantity.path("basis").asText()).isEqualTo("all-rows");
    assertThat(quantity.path("figures").path("rows").path("value").asLong()).isEqualTo(6_000);
    assertThat(quantity.path("figures").path("mean").path("certainty").asText()).isEqualTo("exact");
    long binned = 0;
    for (JsonNode bin : quantity.path("bins")) {
      binned += bin.path("rows").asLong();
    }
    assertThat(binned + quantity.path("figures").path("nulls").path("value").asLong())
        .isEqualTo(6_000);
    assertThat(exact.path("columns").path(1).path("top")).isNotEmpty();

    CliRun said = run(with("profile", "--provider", "--stats"));
    assertThat(said.out()).contains("From the provider's statistics; no data was read.");
    JsonNode provider = json(run(with("profile", "--provider", "--columns", "quantity", "--json")));
    assertThat(provider.path("columns").path(0).path("basis").asText()).isEqualTo("provider");
    assertThat(provider.path("columns").path(0).path("figures").path("max"))
        .isEqualTo(quantity.path("figures").path("max"));
  }

  @Test
  void aDescriptionForProgramsHoldsSchemaCountsAndFigures() throws Exception {
    JsonNode table = json(run(with("describe", "--summary", "--json")));

    assertThat(table.path("rows").longValue()).isEqualTo(6_000);
    assertThat(table.path("files").intValue()).isPositive();
    assertThat(texts(table.path("columns"), "name")).startsWith("transaction_id", "customer_id");
    JsonNode id = table.path("summary").path("columns").path(0);
    assertThat(id.path("distinct").longValue()).isEqualTo(6_000);
    assertThat(id.path("min").longValue()).isEqualTo(1);
    assertThat(id.path("median").decimalValue()).isEqualByComparingTo(new BigDecimal("3000.5"));
  }

  @Test
  void aDescriptionForPeopleIsAligned() {
    assertThat(run(with("describe", "--summary")).out())
        .contains("Rows        6,000")
        .contains("unit_price        decimal(10,2)  yes")
        .contains("deviation");
    assertThat(run(with("describe", "--ddl")).out())
        .startsWith("CREATE TABLE `sales_transactions`");
  }

  @Test
  void chartsAreWrittenAsPictures() throws Exception {
    Path png = folder.resolve("a.png");
    Path svg = folder.resolve("b.svg");

    CliRun histogram =
        run(with("chart", "--kind", "histogram", "--column", "quantity", "--out", png.toString()));
    CliRun boxes =
        run(
            with(
                "chart",
                "--kind",
                "box",
                "--column",
                "total_amount",
                "--group",
                "region",
                "--out",
                svg.toString()));

    assertThat(histogram.err()).contains("all 6,000 rows");
    assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    assertThat(boxes.exitCode()).isZero();
    assertThat(Files.readString(svg)).contains("<svg").contains("total_amount by region");
  }

  @Test
  void chartsHaveTitlesNotesAndMarksOfOnesOwn() throws Exception {
    Path svg = folder.resolve("noted.svg");
    List<String> chart =
        List.of("--kind", "histogram", "--column", "quantity", "--out", svg.toString());

    CliRun drawn =
        run(
            with(
                "chart",
                of(chart, "--title", "Mine", "--note", "Why", "--line", "2=Two", "--json")));
    CliRun mistaken = run(with("chart", of(chart, "--band", "1..soon=x")));

    assertThat(Files.readString(svg)).contains(">Mine<", ">Why<", ">Two<");
    JsonNode figures = JSON.readTree(drawn.out());
    assertThat(figures.path("title").textValue()).isEqualTo("Mine");
    assertThat(figures.path("note").textValue()).isEqualTo("Why");
    assertThat(mistaken.exitCode()).isEqualTo(2);
    assertThat(mistaken.err()).contains("The place soon is neither a number nor a day");
  }

  private static String[] of(List<String> options, String... more) {
    return Stream.concat(options.stream(), Stream.of(more)).toArray(String[]::new);
  }

  private static JsonNode fiveBins(String... more) throws Exception {
    List<String> chart =
        List.of("--kind", "histogram", "--column", "quantity", "--bins", "5", "--json");
    return json(run(with("chart", of(chart, more))));
  }

  @Test
  void standardOutputTakesAPictureAndNothingElse() {
    List<String> chart = List.of("--kind", "histogram", "--column", "quantity", "--out", "-");

    String svg = run(with("chart", of(chart))).out();
    CliRun png = run(with("chart", of(chart, "--as", "PNG")));
    CliRun both = run(with("chart", of(chart, "--json")));
    CliRun onScreen = CliRun.of(world(), profile(), 80, with("chart", of(chart, "--as", "pdf")));

    assertThat(svg).startsWith("<").contains("<svg").endsWith("</svg>");
    assertThat(png.out().substring(1)).startsWith("PNG");
    assertThat(both.exitCode()).isEqualTo(2);
    assertThat(both.err()).contains("both the picture and the figures");
    assertThat(onScreen.exitCode()).isEqualTo(2);
    assertThat(onScreen.err()).contains("A terminal cannot show PDF");
    assertThat(Path.of("-")).doesNotExist();
  }

  @Test
  void chartsAreFiguresForPrograms() throws Exception {
    JsonNode histogram = fiveBins();
    JsonNode months =
        json(run(with("chart", "--kind", "time", "--time", "transaction_date", "--json")));
    JsonNode boxes = json(run(with("chart", "--kind", "BOX", "--column", "quantity", "--json")));
    JsonNode some = fiveBins("--where", "region = 'Europe'");
    String count = run(with("count", "--where", "region = 'Europe'")).out();
    assertThat(sum(some.path("bins"), "count"))
        .isEqualTo(Long.parseLong(count.replaceAll("\\D", "")))
        .isPositive();
    assertThat(histogram.path("bins")).hasSize(5);
    assertThat(sum(histogram.path("bins"), "count")).isEqualTo(6_000);
    assertThat(months.path("steps")).hasSize(24);
    assertThat(sum(months.path("steps"), "value")).isEqualTo(6_000);
    assertThat(boxes.path("boxes").path(0).path("count").longValue()).isEqualTo(6_000);
  }

  @Test
  void theCostIsOneLineOfJson() throws Exception {
    CliRun preview = run(with("preview", "--rows", "1", "--stats"));

    JsonNode stats = JSON.readTree(preview.err());
    assertThat(preview.err().lines()).hasSize(1);
    assertThat(stats.path("requests").longValue()).isPositive();
    assertThat(stats.path("bytes").longValue()).isPositive();
    assertThat(stats.path("seconds").decimalValue()).isPositive();
    assertThat(stats.path("peakHeapBytes").longValue()).isGreaterThan(1_000_000);
  }

  @Test
  void theEnvironmentMayHoldTheProfileOrItsPath() {
    for (String value : List.of(profileFile().toString(), world().share().profileJson())) {
      CliRun list = CliRun.of(world(), Map.of(ProfileVariable.NAME, value), 0, "ls");
      assertThat(list.out()).contains("city_mobility");
    }
  }

  @Test
  void aProfileThatCannotBeUsedIsASentenceAndNoTrace() throws Exception {
    Path noToken =
        Files.writeString(
            folder.resolve("no-token.share"),
            "{\"shareCredentialsVersion\":1,\"endpoint\":\"http://127.0.0.1:1/x\"}");

    CliRun bad = CliRun.of(world(), Map.of(), 0, "ls", "--profile", noToken.toString());
    CliRun missing = CliRun.of(world(), Map.of(), 0, "ls", "--profile", "/no/such.share");
    CliRun damaged = CliRun.of(world(), Map.of(ProfileVariable.NAME, "{\"a\":"), 0, "ls");

    assertThat(List.of(bad.exitCode(), missing.exitCode(), damaged.exitCode())).containsOnly(1);
    assertThat(bad.err())
        .contains("no-token.share")
        .contains("bearerToken")
        .doesNotContain("\tat ");
    assertThat(missing.err()).contains("There is no such file.");
    assertThat(damaged.err()).contains(ProfileVariable.NAME).contains("not JSON");
    assertThat(bad.out() + missing.out() + damaged.out()).isEmpty();
  }

  @Test
  void anExpiredCredentialIsTriedOnlyWhenAsked() throws Exception {
    Path expired =
        Files.writeString(
            folder.resolve("expired.share"),
            world()
                .share()
                .profileJson()
                .replaceFirst("\\{", "{\"expirationTime\":\"2020-01-02T00:00:00Z\","));

    CliRun refused = CliRun.of(world(), Map.of(), 0, "ls", "--profile", expired.toString());
    CliRun tried =
        CliRun.of(world(), Map.of(), 0, "ls", "--try-expired", "--profile", expired.toString());

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("ended on 2020-01-02").contains("--try-expired");
    assertThat(tried.exitCode()).isZero();
  }

  @Test
  void whatDoesNotExistIsAProblem() {
    CliRun table = run("preview", "external_retail", "retail", "nope");
    CliRun column = run(with("preview", "--columns", "nope"));
    CliRun rows = run(with("preview", "--rows", "0"));

    assertThat(List.of(table.exitCode(), column.exitCode(), rows.exitCode())).containsOnly(1);
    assertThat(table.err()).contains("external_retail.retail.nope").contains("(server-not-found)");
    assertThat(column.err()).contains("no column nope");
    assertThat(rows.err()).contains("--rows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "preview external_retail",
        "nonsense",
        "ls --no-such-option",
        "chart a b c --kind histogram --column x",
        "chart a b c --kind histogram --out x.png",
        "chart a b c --kind box --column x --out x.gif",
        "chart a b c --kind time --column x --out x.png",
        "chart a b c --kind pie --out x.png",
        "ls --demo --profile x",
        ""
      })
  void whatIsNotUnderstoodEndsWithTwo(String command) {
    CliRun run = run(command.isEmpty() ? new String[0] : command.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("--help");
  }

  @Test
  void withoutACredentialItSaysHowToGiveOne() {
    CliRun list = CliRun.of(world(), Map.of(), 0, "ls");

    assertThat(list.exitCode()).isEqualTo(2);
    assertThat(list.err()).contains("--profile FILE").contains("--demo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ls", "describe", "preview", "count", "chart", "demo", "tour"})
  void everyCommandHelpsWithExamples(String command) {
    CliRun help = run(command, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Examples:").contains("share-explorer " + command);
  }

  @Test
  void noSecretIsPrinted() {
    String token =
        world()
            .share()
            .profileJson()
            .lines()
            .filter(line -> line.contains("bearerToken"))
            .map(line -> line.split("\"", -1)[3])
            .findFirst()
            .orElseThrow();

    StringBuilder printed = new StringBuilder();
    for (String[] args :
        List.of(
            new String[] {"ls", "--json", "--stats"},
            new String[] {"ls", "nope", "--verbose"},
            with("describe", "--json"),
            with("preview", "--json", "--verbose"),
            with("preview", "--columns", "nope", "--verbose"))) {
      CliRun run = run(args);
      printed.append(run.out()).append(run.err());
    }

    assertThat(token).hasSizeGreaterThan(20);
    assertThat(printed).isNotEmpty().doesNotContain(token).doesNotContain(".parquet");
  }

  @Test
  void theDemoIsServedUntilStoppedAndItsProfileIsThenGone() throws Exception {
    Jobs jobs = new Jobs();
    try (Jobs outer = new Jobs()) {
      CliRun demo = new CliRun();
      Running<Integer> running =
          outer.start(job -> demo.cli(world(), Map.of(), 0, jobs).run("demo"));
      Path profile = Path.of(demo.firstLine().get(60, TimeUnit.SECONDS));

      CliRun list = CliRun.of(world(), Map.of(), 0, "ls", "--profile", profile.toString());
      jobs.close();

      assertThat(list.out()).contains("external_retail");
      assertThat(running.join()).isEqualTo(130);
      assertThat(profile).doesNotExist();
    }
  }

  @Test
  void theDemoCanBeAskedWithoutAProfile() {
    assertThat(CliRun.of(world(), Map.of(), 0, "ls", "--demo").out()).contains("city_mobility");
  }

  @Test
  void theToursExitCodeIsTheCommands() {
    assertThat(run("tour", "--out", "pictures").exitCode()).isEqualTo(7);
  }

  private static CliRun run(String... args) {
    return CliRun.of(world(), profile(), 0, args);
  }

  /** A command on the sales table. */
  private static String[] with(String command, String... options) {
    return of(command, SALES, options);
  }

  /** A command on a table. */
  private static String[] of(String command, String[] table, String... options) {
    return Stream.of(Stream.of(command), Stream.of(table), Stream.of(options))
        .flatMap(each -> each)
        .toArray(String[]::new);
  }

  private static Map<String, String> profile() {
    return Map.of(ProfileVariable.NAME, profileFile().toString());
  }

  private static Path profileFile() {
    return world().share().profilePath();
  }

  private static JsonNode json(CliRun run) throws Exception {
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return JSON.readTree(run.out());
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.path(field).textValue())
        .toList();
  }

  private static long sum(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToLong(node -> node.path(field).longValue())
        .sum();
  }

  private static DemoWorld world() {
    return Objects.requireNonNull(world);
  }
}
