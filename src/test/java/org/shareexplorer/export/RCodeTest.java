package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.View;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

/** The code for R, run where R, its package reticulate and pandas are at hand, has the rows. */
class RCodeTest {

  private static final Recipe RECIPE =
      new Recipe(
          new TableName("share", "schema", "sales"),
          OptionalLong.empty(),
          List.of(),
          new View(
              FilterParser.parse(
                  "transaction_id < 60 AND NOT product_name = 'x' OR product_name IS NULL",
                  PandasCodeTest.COLUMNS),
              List.of(new Order("transaction_id", true))));

  /** What a program prints; empty if it cannot be run. */
  private static String told(Path folder, String program) throws Exception {
    Path file = Files.writeString(folder.resolve("program.R"), program);
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder("Rscript", "--vanilla", file.toString());
    // The Python that has pandas; it asks for nothing from the network.
    builder.environment().put("RETICULATE_PYTHON", "/usr/bin/python3");
    builder.redirectErrorStream(true).redirectOutput(said.toFile());
    try {
      Process process = builder.start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      String words = Files.readString(said, StandardCharsets.UTF_8);
      return process.exitValue() == 0 ? words : "failed: " + words;
    } catch (IOException e) {
      return "failed: " + e.getMessage();
    }
  }

  @Test
  void theRowsAreThoseOnScreenInTypesThatRCountsWith(@TempDir Path folder) throws Exception {
    String python = "library(reticulate)\npy_run_string(r\"----(\n%s\n)----\")\n";
    assumeTrue(
        !told(folder, python.formatted("import pandas")).startsWith("failed"),
        "R, reticulate or pandas is not here.");
    String more =
        """
        former = sys.modules["delta_sharing"].load_as_pandas
        def with_more(url, version=None):
            rows = former(url)
            rows["key"] = [2**60 + i for i in range(400)]
            rows["exact"] = [Decimal("12345678901234567890.5") + i for i in range(400)]
            rows["none"] = [None for i in range(400)]
            return rows
        sys.modules["delta_sharing"].load_as_pandas = with_more
        """;
    String show =
        """

        text <- function(column) ifelse(is.na(column), "null", format(column, trim = TRUE, justify = "none", digits = 15))
        cat("classes:", vapply(rows, function(column) class(column)[1], ""), "\\n")
        rows$total_amount <- ifelse(is.na(rows$total_amount), "null", sprintf("%.2f", rows$total_amount))
        rows$moment <- format(rows$moment, "%Y-%m-%d %H:%M:%S", tz = "UTC")
        for (i in seq_len(nrow(rows))) cat("row:", paste(vapply(rows, function(column) text(column[i]), ""), collapse = "|"), "\\n")
        """;
    List<String> lines =
        told(
                folder,
                python.formatted(PandasCodeTest.SHARED + more)
                    + CodeLanguage.R.code(RECIPE).replace("py_require(needed)", "needed")
                    + show)
            .lines()
            .map(String::strip)
            .toList();
    assertThat(lines)
        .contains(
            "classes: integer character character numeric numeric Date POSIXct logical character character logical");
    assertThat(lines.stream().filter(line -> line.startsWith("row: ")).toList())
        .containsExactlyElementsOf(expected());
  }

  private static List<String> expected() throws Exception {
    List<String> expected = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      String names = String.join(", ", PandasCodeTest.COLUMNS.stream().map(Field::name).toList());
      try (ResultSet rows =
          statement.executeQuery(
              """
              SELECT coalesce(concat_ws('|', transaction_id, coalesce(product_name, 'null'), coalesce(region, 'null'),
                quantity, coalesce(total_amount::VARCHAR, 'null'), coalesce(transaction_date::VARCHAR, 'null'),
                strftime(moment, '%%Y-%%m-%%d %%H:%%M:%%S'), coalesce(upper(open::VARCHAR), 'null'),
                (2::HUGEINT ** 60)::HUGEINT + transaction_id, 12345678901234567890.5::DECIMAL(30, 1) + transaction_id, 'null'))
              FROM (%s) AS t(%s)
              WHERE transaction_id < 60 AND NOT product_name = 'x' OR product_name IS NULL
              ORDER BY transaction_id DESC
              """
                  .formatted(PandasCodeTest.ROWS, names))) {
        while (rows.next()) {
          expected.add(("row: " + rows.getString(1)).strip());
        }
      }
    }
    return expected;
  }
}
