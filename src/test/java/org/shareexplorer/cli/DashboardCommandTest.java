package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.shareexplorer.dashboard.DashboardFile;
import org.shareexplorer.dashboard.SampleDashboards;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DashboardCommandTest extends OverDemoShare {

  @BeforeAll
  static void save() {
    DashboardFile.save(SampleDashboards.whole(), folder.resolve("d.dashboard.json"));
  }

  private static CliRun run(String... arguments) {
    return command(
        Stream.concat(Stream.of("dashboard", "render"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static Path rendered(String name) {
    Path out = folder.resolve(name);
    CliRun run = run(folder.resolve("d.dashboard.json").toString(), "--out", out.toString());
    assertThat(run.err()).contains(name + ": 6 tiles, sales v");
    assertThat(run.exitCode()).isZero();
    return out;
  }

  @Test
  void thePageOfHtmlIsWholeByItselfAndHasNoAddress() throws Exception {
    String html = Files.readString(rendered("x.html"));
    Document page =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(
                    html.substring(html.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8)));
    assertThat(page.getElementsByTagName("section").getLength()).isEqualTo(6);
    assertThat(page.getElementsByTagName("table").getLength()).isEqualTo(2);
    assertThat(page.getElementsByTagName("svg").getLength()).isEqualTo(4);
    assertThat(page.getElementsByTagName("script").getLength()).isZero();
    assertThat(page.getElementsByTagName("dd").item(0).getTextContent()).isEqualTo("6,000");
    assertThat(page.getElementsByTagName("header").item(0).getTextContent())
        .contains("Sales at a glance")
        .contains("latest");
    assertThat(html).contains("How the figures are computed");
    assertThat(html).contains("&lt;b&gt;Not&lt;/b&gt; &quot;net&quot; &amp; not gross.");
    assertThat(html.replaceAll("http://www.w3.org/(1999/xhtml|2000/svg|1999/xlink)", ""))
        .doesNotContain("http:", "https:", "url(http", folder.toString())
        .doesNotContain(share().endpoint().toString());
    Set<String> ids = new HashSet<>();
    NodeList all = page.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
    }
  }

  @Test
  void aPdfHasSheetsOfPaperAndPicturesHaveAllInOne() throws Exception {
    try (PDDocument document = Loader.loadPDF(rendered("x.pdf").toFile())) {
      assertThat(document.getNumberOfPages()).isEqualTo(2);
      assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(841f, 843f);
      assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Sales at a glance");
    }
    assertThat(ImageIO.read(rendered("x.png").toFile()).getWidth()).isEqualTo(2_400);
  }

  @Test
  void whatATileCannotShowIsSaidAndTheOthersAreThere() throws Exception {
    Path file = folder.resolve("gone.dashboard.json");
    Files.writeString(
        file,
        Files.readString(folder.resolve("d.dashboard.json"))
            .replace("\"column\": \"total_amount\"", "\"column\": \"amount_gone\"")
            .replace("\"category\": \"product_name\"", "\"category\": \"region\""));
    CliRun run = run(file.toString(), "--json");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("Amounts: The table has no column amount_gone.")
        .contains("2 of 6 tiles could not be shown.");
    JsonNode tiles = new JsonMapper().readTree(run.out()).path("tiles");
    assertThat(tiles).hasSize(6);
    assertThat(tiles.get(0).path("figures").path("transactions").asLong()).isEqualTo(6_000);
    assertThat(tiles.get(1).path("code").asText()).isEqualTo("question");
    assertThat(tiles.get(3).path("totals").path("quantity").isNumber()).isTrue();
    assertThat(tiles.get(4).path("rows")).hasSize(5);
  }

  @Test
  void whatIsNoDashboardIsRefusedWithASentence() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.json"), "{\"format\": 9}");
    assertThat(run(file.toString(), "--json").err()).contains("(dashboard-unsupported)");
    assertThat(run(folder.resolve("none.json").toString(), "--json").err())
        .contains("There is no such file.")
        .contains("(dashboard-unreadable)");
    assertThat(run(file.toString()).exitCode()).isEqualTo(2);
    assertThat(run(file.toString(), "--out", "x.svg").err()).contains(".pdf, .html or .png");
  }
}
