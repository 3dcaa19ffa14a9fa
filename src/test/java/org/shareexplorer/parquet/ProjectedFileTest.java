package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.StoredName;

/** DuckDB reads projected files and their originals, and must not be able to tell them apart. */
class ProjectedFileTest {

  private static final List<String> COLUMNS =
      List.of("number", "big", "real", "dec38", "decb", "text", "day", "legacy", "point", "deep");

  @TempDir Path folder;

  private Path original() {
    return folder.resolve("original.parquet");
  }

  private Path projected(List<Field> fields) throws IOException {
    LocalBytes file = LocalBytes.of(original());
    Footer footer = FooterReader.read(file, Job.unattended());
    return Files.write(
        folder.resolve("projected.parquet"), file.projected(new ProjectedFile(footer, fields)));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Object cell(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getObject(1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdsTheSameValuesRowByRow(long seed) throws Exception {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(500);
    new RandomFile(seed).write(original(), rows, RandomFile.Style.random(random));
    List<String> columns = COLUMNS.subList(random.nextInt(5), 6 + random.nextInt(5));
    Path projected =
        projected(columns.stream().map(name -> new Field(name, Simple.STRING, true)).toList());
    assertThat(Files.size(projected)).isLessThan(Files.size(original()));
    String select = "SELECT row_number() OVER () AS r, %s FROM read_parquet('%s')";
    String names = String.join(", ", columns);
    String left = select.formatted(names, original());
    String right = select.formatted(names, projected);
    assertThat(
            cell(
                "SELECT count(*) FROM ((%s EXCEPT ALL %s) UNION ALL (%s EXCEPT ALL %s))"
                    .formatted(left, right, right, left)))
        .isEqualTo(0L);
    assertThat(cell("SELECT count(*) FROM read_parquet('" + projected + "')"))
        .isEqualTo((long) rows);
    assertThat(
            cell("SELECT count(*) FROM (DESCRIBE SELECT * FROM read_parquet('" + projected + "'))"))
        .isEqualTo((long) columns.size());
  }

  @Test
  void columnsAreCalledWhatTheTableCallsThem() throws Exception {
    RandomFile written = new RandomFile(9);
    written.write(original(), 50, RandomFile.Style.random(new Random(9)));
    Path projected =
        projected(
            List.of(
                new Field("NUMBER", Simple.INTEGER, true),
                new Field("Unicode ö.\"x\"", Simple.LONG, true, Map.of(), new StoredName("big"))));
    assertThat(cell("SELECT sum(\"Unicode ö.\"\"x\"\"\") FROM read_parquet('" + projected + "')"))
        .isEqualTo(cell("SELECT sum(big) FROM read_parquet('" + original() + "')"));
    assertThat(
            cell(
                "SELECT string_agg(name) FROM parquet_schema('"
                    + projected
                    + "') WHERE type IS NOT NULL"))
        .isEqualTo("NUMBER,Unicode ö.\"x\"");
  }

  @Test
  void partsAreCalledWhatTheTableCallsThemHoweverDeep() throws Exception {
    run(
        """
        COPY (SELECT {'x': i, 'y': -i, 'z': 7} AS s, [{'x': i, 'y': [{'x': -i}]}] AS l,
          MAP {'k': {'x': i, 'y': -i}} AS m FROM range(10) t(i)) TO '%s' (FORMAT parquet)
        """
            .formatted(original()));
    // What is called x in the table is called y in the file, and the other way round; z was
    // dropped, and what is called z now came later.
    Field x = new Field("x", Simple.LONG, true, Map.of(), new StoredName("y"));
    Field y = new Field("y", Simple.LONG, true, Map.of(), new StoredName("x"));
    Field z = new Field("z", Simple.LONG, true, Map.of(), new StoredName("col-9"));
    DataType pair = new DataType.Struct(List.of(x, y, z));
    DataType inner = new DataType.Array(new DataType.Struct(List.of(y)), true);
    DataType listed =
        new DataType.Struct(List.of(new Field("x", inner, true, Map.of(), new StoredName("y")), y));
    Path projected =
        projected(
            List.of(
                new Field("s", pair, true),
                new Field("l", new DataType.Array(listed, true), true),
                new Field("m", new DataType.MapOf(Simple.STRING, pair, true), true)));
    String read = " FROM read_parquet('" + projected + "') WHERE s.y = 3";
    assertThat(cell("SELECT s.x || ' ' || s.y || ' ' || s.z_" + read)).isEqualTo("-3 3 7");
    assertThat(cell("SELECT l[1].y || ' ' || l[1].x[1].y" + read)).isEqualTo("3 -3");
    assertThat(cell("SELECT m['k'].x || ' ' || m['k'].y" + read)).isEqualTo("-3 3");
    LocalBytes file = LocalBytes.of(projected);
    FooterReader.read(file, Job.unattended())
        .metadata()
        .getRow_groups()
        .getFirst()
        .getColumns()
        .forEach(chunk ->
            assertThat(chunk.getMeta_data().getPath_in_schema().getLast())
                .isIn("x", "y", "z_", "key"));
  }

  @Test
  void holdsTheSmallestColumnIfTheFileHasNoneOfThoseAsked() throws Exception {
    new RandomFile(10).write(original(), 77, RandomFile.Style.random(new Random(10)));
    Path projected = projected(List.of(new Field("absent", Simple.LONG, true)));
    assertThat(cell("SELECT count(*) FROM read_parquet('" + projected + "')")).isEqualTo(77L);
    assertThat(Files.size(projected)).isLessThan(Files.size(original()) / 4);
    assertThat(cell("SELECT string_agg(name) FROM parquet_schema('" + projected + "')").toString())
        .isEqualTo("schema,rows");
  }
}
