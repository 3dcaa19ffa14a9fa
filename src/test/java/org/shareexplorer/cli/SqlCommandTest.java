package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SqlCommandTest extends OverDemoShare {

  private static CliRun run(String... arguments) {
    return command(Stream.concat(Stream.of("sql"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void anAnswerIsPrintedAsATable() {
    CliRun run = run("SELECT count(*) AS customers, 'x' AS letter FROM customers");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().map(String::strip))
        .containsSequence(
            "customers  letter", "─────────  ──────", "300  x", "", "Rows 1 to 1 of 1");
  }

  @Test
  void anAnswerAsJsonHasTypesAndAllDigits() throws Exception {
    CliRun run =
        run(
            "SELECT 1.50::DECIMAL(5,2) AS d, sum(quantity) > 3 AS b, DATE '2024-02-29' AS day"
                + " FROM sales_transactions",
            "--json",
            "--stats");
    JsonNode answer = new JsonMapper().readTree(run.out());
    assertThat(answer.path("columns").get(0).path("type").asText()).isEqualTo("decimal(5,2)");
    assertThat(run.out()).contains("\"d\" : 1.50");
    assertThat(answer.path("rows").get(0).path("b").asBoolean()).isTrue();
    assertThat(answer.path("rows").get(0).path("day").asText()).isEqualTo("2024-02-29");
    assertThat(run.err()).contains("\"requests\"");
  }

  @Test
  void noMoreRowsArePrintedThanWanted() {
    CliRun run = run("SELECT * FROM customers ORDER BY customer_id", "--limit", "5");
    assertThat(run.out()).contains("Rows 1 to 5").contains("There are more rows");
  }

  @Test
  void aFaultIsPointedAtAndExitsWithOne() {
    CliRun run = run("SELECT customer_id,\n  nope FROM customers");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("  nope FROM customers\n  ^^^^\n")
        .contains("cannot be run at line 2, character 3")
        .contains("(question)");
    assertThat(run("COPY (SELECT 1) TO '/tmp/x'").err()).contains("Only SELECT statements");
  }

  @Test
  void aQueryMayBeginWithAComment() {
    for (String comment : List.of("-- how many?", "--how many", "--")) {
      CliRun run = run(comment + "\nSELECT 'n' || count(*) AS n FROM customers");
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("n300");
    }
    CliRun misspelt = run("--jsn", "SELECT 1");
    assertThat(misspelt.exitCode()).isEqualTo(2);
    assertThat(misspelt.err()).contains("--jsn").contains("sql --help");
  }

  @Test
  void aQueryComesFromAFileOrFromStandardInputAsWell() throws Exception {
    String query = "\ufeff-- Größe\nSELECT 'Größe ' || count(*) AS n FROM customers";
    Path file = Files.writeString(folder.resolve("query.sql"), query);
    assertThat(run("--file", file.toString()).out()).contains("Größe 300");
    assertThat(piped(query, "sql", "-").out()).contains("Größe 300");
    assertThat(run("SELECT 1", "--file", file.toString()).err()).contains("There are two queries");
    assertThat(run().err()).contains("--file FILE");
    CliRun missing = run("--file", folder.resolve("none.sql").toString());
    assertThat(missing.exitCode()).isEqualTo(2);
    assertThat(missing.err()).contains("none.sql cannot be read.");
    Files.write(file, new byte[] {'S', (byte) 0xff});
    assertThat(run("--file", file.toString()).err()).contains("not a text in UTF-8");
  }

  @Test
  void aQueryIsAboutTablesOfSeveralConnections() throws Exception {
    Path other = Files.writeString(folder.resolve("other.share"), share().profileJson());
    CliRun joined =
        run(
            "SELECT 'n' || count(*) AS n FROM delta_sharing_config.external_retail.retail.customers"
                + " JOIN \"other.share\".external_retail.retail.customers USING (customer_id)",
            "--also",
            other.toString());
    assertThat(joined.exitCode()).as(joined.err()).isZero();
    assertThat(joined.out()).contains("n300");
    CliRun several = run("SELECT * FROM customers", "--also", other.toString());
    assertThat(several.err())
        .contains("Several tables are called customers")
        .contains("\"other.share\".external_retail.retail.customers");
    Path gone =
        Files.writeString(
            folder.resolve("gone.share"), share().profileJson().replaceAll(":\\d+/", ":1/"));
    CliRun silent = run("SELECT * FROM customers", "--also", gone.toString());
    assertThat(silent.exitCode()).isEqualTo(1);
    assertThat(silent.err()).contains("gone.share: ").contains("does not accept connections");
    CliRun unknown = run("SELECT 1", "--also", "Acme");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no connection Acme.");
  }
}
