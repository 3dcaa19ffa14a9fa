package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.demo.Oracle;

/** From the start page to rows, figures and charts; DuckDB tells what they must be. */
class DemoJourneyTest extends Journey {

  private static Oracle oracle(String table, String folder) throws Exception {
    Oracle oracle = new Oracle();
    try (var folders = Files.walk(DEMO_DATA, 4)) {
      Path place = folders.filter(path -> path.endsWith(folder)).findFirst().orElseThrow();
      oracle.view(table, place, new DeltaTable(place).latestVersion());
    }
    return oracle;
  }

  /** Compares what is on screen with DuckDB's rows of the same key; returns how many nulls. */
  private int compare(Oracle oracle, String table, String key) throws Exception {
    List<String> columns =
        oracle.rows("DESCRIBE " + table).stream().map(row -> String.valueOf(row.get(0))).toList();
    Map<Long, Map<String, String>> cells = cells();
    assertThat(cells).hasSizeGreaterThan(15).containsKeys(1L, 2L, 3L);
    int nulls = 0;
    for (Map<String, String> shown : cells.values()) {
      assertThat(shown).containsOnlyKeys(columns);
      List<?> expected =
          oracle.row("SELECT * FROM " + table + " WHERE " + key + " = " + shown.get(key));
      for (int i = 0; i < columns.size(); i++) {
        String text = String.valueOf(shown.get(columns.get(i)));
        boolean decimal = columns.get(i).matches("unit_price|total_amount");
        assertThat(decimal ? text.replace(",", "") : text)
            .as(columns.get(i))
            .isEqualTo(String.valueOf(expected.get(i)));
        nulls += expected.get(i) == null ? 1 : 0;
      }
    }
    return nulls;
  }

  @Test
  void goesFromTheStartPageToTheRowsByKeyboardAlone() throws Exception {
    Button demo = find(window.scene, "#open-demo", Button.class);
    doFx(demo::requestFocus);
    key(KeyCode.SPACE);
    await("the tables are listed", () -> tree().size() == 7);
    settle();
    assertThat(tree().getFirst()).startsWith("Demo share, connection, open");
    key(KeyCode.E, true, true);
    key(KeyCode.LEFT);
    await("the schema is closed", () -> tree().size() == 4);
    key(KeyCode.RIGHT);
    await("the schema is open again", () -> tree().size() == 7);
    key(KeyCode.RIGHT);
    key(KeyCode.ENTER);
    awaitRow(1);
    settle();
    assertThat(front().title()).isEqualTo("customers");
    int nulls;
    try (Oracle oracle = oracle("customers", "retail/customers")) {
      nulls = compare(oracle, "customers", "customer_id");
      assertThat(words(".badge"))
          .contains(
              String.format("%,d rows", (long) oracle.number("SELECT count(*) FROM customers")));
    }

    key(KeyCode.E, true, true);
    key(KeyCode.DOWN);
    key(KeyCode.DOWN);
    key(KeyCode.ENTER);
    await("the other table is in front", () -> front().title().equals("sales_transactions"));
    awaitRow(1);
    settle();
    try (Oracle oracle = oracle("sales", "retail/sales_transactions")) {
      nulls += compare(oracle, "sales", "transaction_id");
    }
    assertThat(nulls).as("nulls among the cells compared").isPositive();
  }

  @Test
  void drawsTheHistogramThatDuckDbCountsAndSavesIt() throws Exception {
    openSales();
    screen("Charts");
    await("the charts are drawn", () -> !charts().isEmpty() && !window.busy());
    settle();
    Node chart =
        charts().stream()
            .filter(node -> spoken(node).startsWith("Histogram of total_amount"))
            .findFirst()
            .orElseThrow();
    List<Long> bins = new ArrayList<>();
    doFx(chart::requestFocus);
    for (int i = 0; i < 30; i++) {
      key(KeyCode.RIGHT);
      String mark = onFx(() -> spoken(chart));
      bins.add(Long.parseLong(mark.replaceAll(" row.*", "").replace(",", "")));
    }
    try (Oracle oracle = oracle("sales", "retail/sales_transactions")) {
      // Whole cents, and whole-number division: no rounding can move a value across an edge.
      String bin =
          "SELECT least(29, (cents - least) * 30 // (most - least)) AS bin FROM"
              + " (SELECT CAST(total_amount * 100 AS HUGEINT) AS cents,"
              + " min(CAST(total_amount * 100 AS HUGEINT)) OVER () AS least,"
              + " max(CAST(total_amount * 100 AS HUGEINT)) OVER () AS most FROM sales"
              + " WHERE total_amount IS NOT NULL)";
      long[] expected = new long[30];
      for (var row : oracle.rows("SELECT bin, count(*) FROM (" + bin + ") GROUP BY bin")) {
        expected[Integer.parseInt(String.valueOf(row.get(0)))] =
            Long.parseLong(String.valueOf(row.get(1)));
      }
      assertThat(bins)
          .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(i -> expected[i]).toList());
    }
    Path folder = Files.createDirectories(home.resolve("saved"));
    window.desktop.choice = folder;
    click("Save PNG");
    await(
        "the PNG is saved",
        () -> words(".chart-soft").contains("Saved as Distribution of total_amount.png."));
    click("Save SVG");
    await(
        "the SVG is saved",
        () -> words(".chart-soft").contains("Saved as Distribution of total_amount.svg."));
    var image = ImageIO.read(folder.resolve("Distribution of total_amount.png").toFile());
    assertThat(image.getWidth()).isGreaterThan(400);
    assertThat(image.getHeight()).isGreaterThan(200);
    var svg =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(folder.resolve("Distribution of total_amount.svg").toFile());
    assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(svg.getElementsByTagName("*").getLength()).isGreaterThan(30);
    try (var files = Files.list(folder)) {
      assertThat(files).as("nothing half-written stays").hasSize(2);
    }
  }

  private List<Node> charts() {
    return onFx(() ->
        front().node().lookupAll(".chart-pane").stream()
            .filter(Journey::seen)
            .filter(node -> node.getAccessibleText() != null)
            .toList());
  }

  private static String spoken(Node node) {
    return String.valueOf(node.getAccessibleText());
  }

  private void openSales() {
    Button demo = find(window.scene, "#open-demo", Button.class);
    doFx(demo::fire);
    await("the tables are listed", () -> tree().size() == 7);
    open(ConnectionId.DEMO, "external_retail", "retail", "sales_transactions");
    awaitRow(1);
  }

  @Test
  void showsTheSchemaThatTheFilesHave() throws Exception {
    openSales();
    screen("Details");
    settle();
    @SuppressWarnings("unchecked")
    TreeTableView<Object> schema =
        (TreeTableView<Object>) onFx(() -> front().node().lookup(".tree-table-view"));
    List<List<Object>> shown =
        onFx(() ->
            IntStream.range(0, schema.getExpandedItemCount())
                .mapToObj(row ->
                    List.of(
                        schema.getColumns().get(0).getCellData(row),
                        schema.getColumns().get(1).getCellData(row)))
                .toList());
    try (Oracle oracle = oracle("sales", "retail/sales_transactions")) {
      List<List<Object>> expected = new ArrayList<>();
      for (var row : oracle.rows("DESCRIBE sales")) {
        String type = String.valueOf(row.get(1)).toLowerCase(java.util.Locale.ROOT);
        expected.add(
            List.of(
                String.valueOf(row.get(0)),
                type.equals("varchar") ? "string" : type.equals("integer") ? "int" : type));
      }
      assertThat(shown).containsExactlyElementsOf(expected);
    }
  }

  @Test
  void profilesEveryColumnAsDuckDbDoes() throws Exception {
    openSales();
    screen("Profile");
    await(
        "all columns are known",
        () -> words(".label").stream().anyMatch(words -> words.startsWith("All rows, exact.")));
    settle();
    try (Oracle oracle = oracle("sales", "retail/sales_transactions")) {
      for (String column : List.of("quantity", "unit_price", "total_amount")) {
        List<?> expected =
            oracle.row(
                "SELECT count(*) - count(x), count(DISTINCT x), min(x), quantile_cont(CAST(x AS DOUBLE), 0.25),"
                    + " median(CAST(x AS DOUBLE)), avg(CAST(x AS DOUBLE)), quantile_cont(CAST(x AS DOUBLE), 0.75),"
                    + " max(x), stddev_samp(CAST(x AS DOUBLE)) FROM (SELECT "
                    + column
                    + " AS x FROM sales)");
        List<String> shown = figures(column);
        for (int i = 0; i < expected.size(); i++) {
          String text = shown.get(i + 2).replace(",", "").replaceAll(" \\(.*", "");
          assertThat(Double.parseDouble(text))
              .as(column + ", figure " + i)
              .isCloseTo(Double.parseDouble(String.valueOf(expected.get(i))), within(0.0051));
        }
      }
      String nulls =
          String.valueOf(oracle.row("SELECT count(*) FROM sales WHERE region IS NULL").getFirst());
      assertThat(figures("region").get(2)).startsWith(nulls + " (");
    }
  }

  /** A line of the profile, from left to right. */
  private List<String> figures(String column) {
    return onFx(() ->
        front().node().lookupAll(".table-row-cell").stream()
            .map(node -> (TableRow<?>) node)
            .filter(row -> !row.isEmpty())
            .map(row ->
                row.getChildrenUnmodifiable().stream()
                    .filter(node -> node instanceof Labeled)
                    .sorted(Comparator.comparingDouble(Node::getLayoutX))
                    .map(node -> String.valueOf(((Labeled) node).getText()))
                    .toList())
            .filter(texts -> texts.getFirst().equals(column))
            .findFirst()
            .orElseThrow());
  }
}
