package org.shareexplorer.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shareexplorer.chart.ChartKind;
import org.shareexplorer.chart.ChartSpec;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class DashboardJsonTest {

  private static final String SMALL =
      """
      {
        "format": 1,
        "name": "Sales",
        "tables": {
          "sales": {
            "share": "external_retail",
            "schema": "retail",
            "table": "sales_transactions"
          }
        },
        "tiles": [
          {
            "title": "Regions",
            "width": 6,
            "height": 4,
            "table": "sales",
            "filter": "total_amount > 100",
            "chart": {
              "chart": "bar",
              "category": "region",
              "quantity": {
                "aggregate": "COUNT"
              },
              "arrangement": "GROUPED",
              "order": "GREATEST",
              "most": 10,
              "others": false
            }
          }
        ]
      }
      """;

  private static Problem refused(String text) {
    return catchThrowableOfType(ProblemException.class, () -> DashboardJson.read(text)).problem();
  }

  @Test
  void whatIsWrittenCanBeReadByPeopleAndReadsTheSame() {
    Dashboard read = DashboardJson.read(SMALL);
    assertThat(read.tiles().getFirst().heading()).isEqualTo("Regions");
    assertThat(DashboardJson.write(read)).isEqualTo(SMALL);
    Dashboard whole = SampleDashboards.whole();
    assertThat(DashboardJson.read(DashboardJson.write(whole))).isEqualTo(whole);
  }

  static Stream<ChartSpec> charts() {
    return SampleDashboards.CHARTS.stream();
  }

  @ParameterizedTest
  @MethodSource("charts")
  void aChartOfEachKindComesBackAsItWas(ChartSpec chart) {
    Dashboard dashboard =
        new Dashboard(
            "d",
            SampleDashboards.ofAllCharts().tables(),
            List.of(new Tile(new ChartContent(new Source.OfTable("sales"), chart))));
    assertThat(DashboardJson.read(DashboardJson.write(dashboard))).isEqualTo(dashboard);
  }

  @Test
  void theChartsAreOfAllKinds() {
    assertThat(SampleDashboards.CHARTS.stream().map(ChartSpec::kind).distinct())
        .containsExactlyInAnyOrder(ChartKind.values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"format\": 1,| | \"format\" is missing.",
        "\"format\": 1| \"format\": 0| \"format\" must be a whole number, 1 or more.",
        "\"format\": 1| \"format\": \"1\"| \"format\" must be a whole number, 1 or more.",
        "\"name\": \"Sales\"| \"name\": \" \"| \"name\" must not be blank.",
        "\"name\": \"Sales\"| \"name\": \"a\", \"name\": \"b\"| It is not JSON at line 3",
        "\"share\": \"external_retail\",| | \"tables.sales.share\" is missing.",
        "\"share\": | \"version\": -1, \"share\": | \"tables.sales.version\" must be a whole number",
        "\"share\": | \"endpoint\": \"x\", \"share\": | \"tables.sales.endpoint\" means nothing here.",
        "\"width\": 6| \"width\": 13| \"tiles[0].width\" must be a whole number from 2 to 12.",
        "\"width\": 6| \"width\": 6.5| \"tiles[0].width\" must be a whole number from 2 to 12.",
        "\"filter\"| \"filtr\"| \"tiles[0].filtr\" means nothing here.",
        "\"table\": \"sales\",| \"table\": \"sale\",| \"tiles[0].table\" must be one of the names",
        "\"table\": \"sales\",| | \"tiles[0]\" must be about rows",
        "\"table\": \"sales\",| \"sql\": \"SELECT 1\",| \"tiles[0].filter\" goes with a table",
        "\"width\": 6,| \"text\": \"\",| \"tiles[0]\" must have one of text, chart",
        "\"chart\": \"bar\"| \"chart\": \"radar\"| \"tiles[0].chart\" is not what a chart",
        "\"category\": \"region\",| | \"tiles[0].chart.category\" is missing.",
        "\"aggregate\": \"COUNT\"| | \"tiles[0].chart.quantity",
        "\"most\": 10,| | \"tiles[0].chart",
        "\"most\": 10| \"most\": 0| \"tiles[0].chart\" has bars out of bounds: 0",
        "\"most\": 10| \"most\": \"10\"| \"tiles[0].chart.most\" is not what a chart",
        "\"others\": false| \"other\": false| \"tiles[0].chart.others\" is missing.",
        "\"others\": false| \"others\": false, \"x\": 1| \"tiles[0].chart.x\" is not what a chart",
        "\"GREATEST\"| 1| \"tiles[0].chart.order\" is not what a chart",
      })
  void whatIsWrongIsNamedByItsPlace(String part, String instead, String why) {
    assertThat(SMALL).contains(part);
    Problem problem = refused(SMALL.replace(part, instead == null ? "" : instead));
    assertThat(problem.code()).isEqualTo(ProblemCode.DASHBOARD_MALFORMED);
    assertThat(problem.why()).startsWith(why);
  }

  @Test
  void aNewerFormatIsRefusedWhateverElseItHolds() {
    Problem problem = refused("{\"format\": 2, \"pages\": []}");
    assertThat(problem.code()).isEqualTo(ProblemCode.DASHBOARD_UNSUPPORTED);
    assertThat(problem.sentence()).contains("newer Share Explorer");
  }

  @Test
  void sizesThatAreNotGivenAreThoseOfTheContent() {
    Dashboard read =
        DashboardJson.read(
            "{\"format\": 1, \"name\": \"n\", \"tiles\": [{\"text\": \"hello\"},"
                + " {\"sql\": \"SELECT 1 AS one\", \"figures\": {}},"
                + " {\"sql\": \"SELECT 1 AS one\", \"rows\": {}}]}");
    assertThat(read.tiles())
        .containsExactly(
            new Tile(new TextContent("hello")),
            new Tile(new FiguresContent(new Source.OfQuery("SELECT 1 AS one"))),
            new Tile(new RowsContent(new Source.OfQuery("SELECT 1 AS one"), 10)));
    assertThat(read.tables()).isEqualTo(Map.of());
  }

  @Test
  void theExampleOfTheManualIsADashboard() throws Exception {
    String manual = Files.readString(Path.of("docs/dashboards.md"));
    int from = manual.indexOf("```json") + 7;
    Dashboard example = DashboardJson.read(manual.substring(from, manual.indexOf("```", from)));
    assertThat(example.tiles()).hasSize(5);
    assertThat(DashboardJson.read(DashboardJson.write(example))).isEqualTo(example);
  }

  @Test
  void namesOfTablesDifferInMoreThanCase() {
    String one = "{\"share\": \"s\", \"schema\": \"s\", \"table\": \"t\"}";
    assertThat(
            refused(
                    "{\"format\": 1, \"name\": \"n\", \"tables\": {\"a\": %s, \"A\": %s}}"
                        .formatted(one, one))
                .why())
        .contains("differ in more than case");
  }

  @Test
  void aDamagedFileIsADashboardOrAProblemWithAPlace() {
    Random random = new Random(20240229);
    String whole = DashboardJson.write(SampleDashboards.ofAllCharts());
    int read = 0;
    for (int i = 0; i < 3_000; i++) {
      try {
        Dashboard dashboard = DashboardJson.read(damaged(whole, random));
        assertThat(DashboardJson.read(DashboardJson.write(dashboard))).isEqualTo(dashboard);
        read++;
      } catch (ProblemException e) {
        assertThat(e.problem().code())
            .isIn(ProblemCode.DASHBOARD_MALFORMED, ProblemCode.DASHBOARD_UNSUPPORTED);
      }
    }
    assertThat(read).isBetween(100, 2_900);
  }

  private static final List<String> PIECES =
      List.of(
          "\"",
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "-1",
          "1e999",
          "0",
          "99999999999999999999",
          "\"chart\":",
          "\"sql\":",
          "\"panels\"",
          "{\"chart\":",
          "\\u0000",
          "\\",
          "true",
          "1.5");

  private static String damaged(String whole, Random random) {
    StringBuilder text = new StringBuilder(whole);
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(30)));
        default -> {
          int value = text.indexOf(": ", at);
          if (value >= 0) {
            int end = text.indexOf("\n", value);
            text.replace(value + 2, end, PIECES.get(random.nextInt(PIECES.size())) + ",");
          }
        }
      }
    }
    return text.toString();
  }
}
