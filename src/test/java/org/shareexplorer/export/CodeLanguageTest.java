package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.dashboard.SampleDashboards;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.engine.Order;
import org.shareexplorer.engine.Questions;
import org.shareexplorer.engine.ResultTables;
import org.shareexplorer.engine.View;
import org.shareexplorer.engine.sql.NamedQuery;
import org.shareexplorer.engine.sql.SqlQueries;
import org.shareexplorer.engine.sql.SqlTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.CellText;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.filter.Comparison;
import org.shareexplorer.table.filter.FilterParser;
import org.shareexplorer.table.filter.Predicate;

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

  @Test
  void everyPieceOfPythonIsPythonWhateverThingsAreCalled() throws Exception {
    List<String> pieces = new ArrayList<>();
    for (Recipe recipe : List.of(recipe(""), recipe(ALL), query(), hostile())) {
      Recipe drawing = recipe.drawing(SampleDashboards.CHARTS, ZoneId.of("Europe/Berlin"));
      for (CodeLanguage language :
          List.of(CodeLanguage.PYTHON, CodeLanguage.PYSPARK, CodeLanguage.DUCKDB)) {
        pieces.add(language.code(drawing));
      }
      for (JsonNode cell : new JsonMapper().readTree(Notebook.of(drawing)).get("cells")) {
        String source = cell.get("source").asText();
        if (cell.get("cell_type").asText().equals("code") && !source.startsWith("%")) {
          pieces.add(source);
        }
      }
    }
    String names =
        """
        import ast
        for piece in %s:
            for node in ast.walk(ast.parse(piece)):
                if isinstance(node, ast.Name): print(node.id)
        """
            .formatted(new JsonMapper().writeValueAsString(pieces));
    assertThat(Python.run(names).lines())
        .contains("rows", "profile_2", "draw")
        .doesNotContain("injected");
  }

  /** A query of two connections, whose shares are called the same. */
  private static Recipe query() {
    return new Recipe(
        new NamedQuery(
            "SELECT id, -- \"\"\" ' \\\nsum(n) AS n FROM \"retail.eu\".\"sa\"\"les\".orders\n"
                + "JOIN \"Acme.retail.eu\".eu.customers USING (id) GROUP BY 1",
            List.of(
                new NamedQuery.Place(new SqlTable("Acme", TABLE), "retail.eu"),
                new NamedQuery.Place(
                    new SqlTable(
                        "Other\ninjected()", new TableName("retail.eu", "eu", "customers")),
                    "Acme.retail.eu"))),
        List.of("n"));
  }

  /** All that is called by somebody else tries to be code. */
  private static Recipe hostile() {
    String name =
        "x\")\ninjected()\n'''\"\"\"#{injected}%s%(injected)s\\ )------\" #(lf)\u2028\ud83e\udd86`";
    Field field = new Field(name, Simple.STRING, true);
    return new Recipe(
        new TableName(name, name, name),
        OptionalLong.empty(),
        List.of(name),
        new View(
            new Predicate.And(
                List.of(
                    new Predicate.Compared(field, Comparison.EQUAL, name),
                    new Predicate.Like(field, name + "%", false))),
            List.of(new Order(name, false))));
  }

  @Test
  void namesThatTryToBeCodeStayTextsInEveryLanguage() throws Exception {
    assertThat(CodeLanguage.R.code(hostile()).split("\\)------\"", -1)).hasSize(2);
    assertThat(CodeLanguage.POWER_BI.code(hostile()).lines())
        .noneMatch(line -> line.startsWith("injected"));
    String words =
        new JsonMapper()
            .readTree(Notebook.of(hostile()))
            .get("cells")
            .get(0)
            .get("source")
            .asText();
    assertThat(words.lines()).noneMatch(line -> line.startsWith("injected"));
    assertThat(words.chars().filter(c -> c == '`').count()).isEqualTo(6);
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
    Recipe drawing = recipe(ALL).drawing(SampleDashboards.CHARTS, ZoneOffset.UTC);
    for (Recipe recipe : List.of(recipe(ALL), drawing, query())) {
      JsonNode notebook = new JsonMapper().readTree(Notebook.of(recipe));
      // What nbformat's schema of version 4.5 wants of a notebook and of its cells.
      assertThat(notebook.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder("metadata", "nbformat", "nbformat_minor", "cells");
      assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
      assertThat(notebook.get("nbformat_minor").asInt()).isEqualTo(5);
      assertThat(notebook.at("/metadata/kernelspec/name").asText()).isEqualTo("python3");
      List<String> always = List.of("cell_type", "id", "metadata", "source");
      for (JsonNode cell : notebook.get("cells")) {
        List<String> wanted = new ArrayList<>(always);
        if (cell.get("cell_type").asText().equals("code")) {
          wanted.addAll(List.of("execution_count", "outputs"));
          assertThat(cell.get("execution_count").isNull()).isTrue();
          assertThat(cell.get("outputs")).isEmpty();
        }
        assertThat(cell.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(cell.get("id").asText()).matches("[a-zA-Z0-9-_]{1,64}");
        assertThat(cell.get("metadata").isObject()).isTrue();
        assertThat(cell.get("source").isTextual()).isTrue();
      }
      assertThat(notebook.get("cells").findValuesAsText("id")).doesNotHaveDuplicates();
    }
  }

  /** The calls that the code makes are played back by DuckDB over the shared tables. */
  @Test
  void theQuerysCodeGivesTheQuerysRows() throws Exception {
    String stub =
        """
        import json, sys, types
        calls = []
        class Database:
            def execute(self, sql): calls.append(["execute", sql])
            def sql(self, sql): calls.append(["sql", sql]); return self
            def df(self): return ""
            def __str__(self): return ""
        def module(name, **content):
            sys.modules[name] = types.ModuleType(name)
            sys.modules[name].__dict__.update(content)
        module("delta_sharing", load_as_pandas=lambda url: calls.append(["load", url]))
        module("duckdb", connect=Database)
        module("pandas")
        """;
    SqlTable orders = new SqlTable("Acme", new TableName("retail.eu", "sa\"les", "Orders"));
    SqlTable names = new SqlTable("Other", new TableName("memory", "eu", "names"));
    NamedQuery query;
    try (SqlQueries queries = new SqlQueries(jobs, questions)) {
      query =
          queries.named(
              "SELECT c.name, sum(Orders.n) AS n -- of all\nFROM orders JOIN Other.memory.EU.names"
                  + " AS c USING (id) GROUP BY 1 ORDER BY 1; -- end",
              List.of(orders, names, new SqlTable("Other", new TableName("a", "b", "c"))),
              Job.unattended());
    }
    assertThat(query.tables()).extracting(NamedQuery.Place::table).containsExactly(orders, names);
    for (CodeLanguage language : List.of(CodeLanguage.PYTHON, CodeLanguage.DUCKDB)) {
      String code = language.code(new Recipe(query, List.of("n")));
      String told =
          Python.run(
              stub
                  + "exec("
                  + new JsonMapper().writeValueAsString(code)
                  + ", {})\nprint(json.dumps(calls))\n");
      List<String> found = new ArrayList<>();
      try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = duck.createStatement()) {
        for (JsonNode call : new JsonMapper().readTree(told.strip())) {
          String text = call.get(1).asText();
          switch (call.get(0).asText()) {
            case "load" ->
                statement.execute(
                    "CREATE OR REPLACE TABLE memory.main.shared AS FROM "
                        + (text.endsWith("#retail.eu.sa\"les.Orders")
                            ? "(VALUES (1, 10), (1, 5), (2, 7)) t(id, n)"
                            : "(VALUES (1, 'a'), (2, 'b')) t(id, name)"));
            case "execute" -> statement.execute(text);
            default -> {
              try (ResultSet rows = statement.executeQuery(text)) {
                while (rows.next()) {
                  found.add(rows.getString(1));
                }
              }
            }
          }
        }
      }
      assertThat(found).as(language.title()).containsExactly("15", "7");
    }
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
