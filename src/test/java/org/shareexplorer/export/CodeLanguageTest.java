package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.View;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.FilterParser;

class CodeLanguageTest {

  private static final TableName TABLE = new TableName("retail.eu", "sa\"les", "orders");

  private static final List<Field> COLUMNS =
      List.of(
          new Field("id", Simple.INTEGER, true),
          new Field("a b", Simple.STRING, true),
          new Field("amount", new DataType.Decimal(10, 2), true),
          new Field("ratio", Simple.DOUBLE, true),
          new Field("day", Simple.DATE, true),
          new Field("moment", Simple.TIMESTAMP, true),
          new Field("open", Simple.BOOLEAN, true));

  private static final String ALL =
      "NOT (\"a b\" = 'x''y\"z' OR amount >= 10.50) AND ratio > 1 AND \"a b\" LIKE '%50\\%%'"
          + " AND day < '2024-02-29' AND moment >= '2024-01-01T00:00:00Z' AND open = true"
          + " AND id IN (1, 2) AND day IS NOT NULL AND \"a b\" IS DISTINCT FROM 'q'";

  @TempDir Path folder;
  private final Jobs jobs = new Jobs();
  private final Questions questions = new Questions(jobs);

  @AfterEach
  void end() {
    questions.close();
    jobs.close();
  }

  private static Recipe recipe(String filter) {
    return new Recipe(
        TABLE,
        OptionalLong.of(7),
        List.of("a b", "id"),
        new View(
            FilterParser.parse(filter, COLUMNS),
            List.of(new Order("a b", true), new Order("id", false))));
  }

  private static void assertPython(String code) throws IOException, InterruptedException {
    Process python;
    try {
      python =
          new ProcessBuilder("python3", "-c", "import ast, sys; ast.parse(sys.stdin.read())")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      assumeTrue(false, "There is no Python here.");
      return;
    }
    python.getOutputStream().write(code.getBytes(StandardCharsets.UTF_8));
    python.getOutputStream().close();
    String told = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(python.exitValue()).as(told + "\n" + code).isZero();
  }

  @Test
  void everyPieceOfPythonIsPython() throws Exception {
    for (String filter : List.of("", ALL)) {
      assertPython(CodeLanguage.PYTHON.code(recipe(filter)));
      assertPython(CodeLanguage.PYSPARK.code(recipe(filter)));
      assertPython(CodeLanguage.DUCKDB.code(recipe(filter)));
      for (JsonNode cell : new JsonMapper().readTree(Notebook.of(recipe(filter))).get("cells")) {
        String source = cell.get("source").asText();
        if (cell.get("cell_type").asText().equals("code") && !source.startsWith("%")) {
          assertPython(source);
        }
      }
    }
  }

  @Test
  void pythonNamesTableVersionConditionsOrderAndColumns() {
    assertThat(CodeLanguage.PYTHON.code(recipe("amount >= 10.50 AND NOT \"a b\" = 'x'")))
        .contains("profile = \"config.share\"")
        .contains(
            "delta_sharing.load_as_pandas(profile + \"#retail.eu.sa\\\"les.orders\", version=7)")
        .contains(
            "rows = rows[(rows[\"amount\"] >= Decimal(\"10.50\")) & ((rows[\"a b\"].notna()) &"
                + " (~(rows[\"a b\"] == \"x\")))]")
        .contains("sort_values([\"a b\", \"id\"], ascending=[False, True], na_position=\"last\"")
        .contains("rows = rows[[\"a b\", \"id\"]]");
  }

  @Test
  void sparkIsToldInItsOwnSql() {
    assertThat(
            CodeLanguage.PYSPARK.code(
                recipe("\"a b\" = 'it''s' AND moment >= '2024-01-01T00:00:00Z'")))
        .contains(".option(\"versionAsOf\", 7)")
        .contains(
            ".where(\"(`a b` = 'it\\\\'s' AND `moment` >= CAST('2024-01-01T00:00:00Z' AS TIMESTAMP))\")")
        .contains("F.col(\"`a b`\").desc_nulls_last(), F.col(\"`id`\").asc_nulls_last()")
        .contains(".select([\"`a b`\", \"`id`\"])");
  }

  @Test
  void powerBiIsToldWhatItCannotSay() {
    String code = CodeLanguage.POWER_BI.code(recipe("\"a b\" LIKE 'a_c' AND \"a b\" LIKE '%x%'"));
    assertThat(code)
        .contains("// Power BI reads the newest version only, not version 7.")
        .contains("// Not among the conditions, to be added: a b LIKE a_c")
        .contains("Source{[Name = \"retail.eu\"]}[Data]{[Name = \"sa\"\"les\"]}[Data]")
        .contains("Text.Contains([#\"a b\"], \"x\")")
        .contains("Table.Sort(Matching, {{\"a b\", Order.Descending}, {\"id\", Order.Ascending}})")
        .endsWith("in\n    Rows\n");
  }

  @Test
  void theNotebookIsOneAndHoldsNoOutput() throws Exception {
    JsonNode notebook = new JsonMapper().readTree(Notebook.of(recipe(ALL)));
    assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
    assertThat(notebook.get("cells").findValues("outputs"))
        .isNotEmpty()
        .allMatch(JsonNode::isEmpty);
    assertThat(notebook.get("cells").findValuesAsText("id")).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOT (\"a b\" = 'x' AND amount >= 2)",
        "NOT (\"a b\" = 'x' OR ratio > 1)",
        "ratio >= 0.5 OR NOT ratio < 3",
        "\"a b\" NOT IN ('x', 'y') OR amount IS NULL",
        "\"a b\" IS DISTINCT FROM 'x' AND NOT (day IS DISTINCT FROM '2024-01-02')",
        "\"a b\" LIKE '%\\%' OR \"a b\" ILIKE 'X%'",
        "moment >= '2024-01-02T00:00:00Z' AND open = true"
      })
  void duckDbsQueryHasTheRowsThatAreOnScreen(String filter) throws Exception {
    Path file = folder.resolve("shared.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute(
          "CREATE TABLE shared AS SELECT i::INTEGER AS id, [NULL, 'x', 'y', '50%', '', 'Xa'][i % 6 + 1]"
              + " AS \"a b\", (CASE WHEN i % 5 > 0 THEN i % 5 END)::DECIMAL(10,2) AS amount,"
              + " [NULL, 'nan'::DOUBLE, 0.5, 1, 2][i % 5 + 1] AS ratio,"
              + " CASE WHEN i % 3 > 0 THEN DATE '2024-01-01' + (i % 3)::INTEGER END AS day,"
              + " TIMESTAMPTZ '2024-01-01 00:00:00+00' + INTERVAL (i) HOUR AS moment,"
              + " [NULL, true, false][i % 3 + 1] AS open FROM range(90) t(i)");
      statement.execute("COPY shared TO '" + file + "' (FORMAT parquet)");
      Recipe recipe = recipe(filter);
      OpenTable shown =
          new ResultTables(jobs, questions)
              .open(TABLE, COLUMNS, file, folder.resolve("kept"), 90)
              .viewed(recipe.view(), Job.unattended());
      List<String> expected =
          shown.rows(0, 100, recipe.columns(), Job.unattended()).rows().stream()
              .map(row -> CellText.plain(row.get(0)) + "|" + row.get(1))
              .toList();
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery(DuckDbCode.sql(recipe))) {
        while (rows.next()) {
          String text = rows.getString(1);
          found.add((text == null ? "" : text) + "|" + rows.getInt(2));
        }
      }
      assertThat(expected).isNotEmpty();
      assertThat(found).isEqualTo(expected);
    }
  }
}
