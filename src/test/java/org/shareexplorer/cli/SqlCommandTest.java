package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
}
