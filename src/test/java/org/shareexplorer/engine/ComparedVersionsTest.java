package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;

@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class ComparedVersionsTest {

  private static final String SCHEMA =
      LoopbackTable.schema("id", "long", "name", "string", "price", "decimal(10,2)", "f", "double");

  @TempDir Path folder;

  private final Job job = Job.unattended();
  private final Jobs jobs = new Jobs();
  private DuckFiles duck;
  private TableEngine engine;

  @BeforeEach
  void open() throws Exception {
    duck = new DuckFiles(folder);
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
    duck.close();
    jobs.close();
  }

  private Changes compared(LoopbackTable table) {
    engine = new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
    return engine.compare(table, LoopbackTable.NAME, AsOf.version(1), AsOf.version(7), job);
  }

  private static ChangeView by(String... key) {
    return ChangeView.ALL.withKey(List.of(key));
  }

  private LoopbackTable add(LoopbackTable table, String path, String select) throws Exception {
    return table.add(
        path, duck.bytes(path, select, ", ROW_GROUP_SIZE 2048"), Map.of(), OptionalLong.empty());
  }

  private static String rows(long seed, long from, long to, String where) {
    // Some keys are missing, some values differ with the seed, some are null or not a number.
    return """
    SELECT i AS id,
           CASE WHEN hash(i) %% 11 = 0 THEN NULL ELSE 'name ' || (hash(i * (1 + (hash(i + %d) %% 3 = 0)::INT)) %% 50) END AS name,
           ((hash(i + %d) %% 4) * 1.25)::DECIMAL(10,2) AS price,
           CASE WHEN hash(i) %% 13 = 0 THEN 'NaN'::DOUBLE ELSE 0.1 * (hash(i + %d) %% 2) END AS f
    FROM range(%d, %d) t(i) WHERE %s
    """
        .formatted(seed, seed, seed, from, to, where);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatDiffersIsWhatAnotherEngineFinds(long seed) throws Exception {
    LoopbackTable table = new LoopbackTable(SCHEMA, List.of());
    add(table, "same.parquet", rows(0, 0, 3_000, "true"));
    add(table, "old1.parquet", rows(seed, 3_000, 7_000, "hash(i + 5) % 7 > 0"));
    add(table, "old2.parquet", rows(seed, 7_000, 9_000, "true"));
    add(
        table,
        "new1.parquet",
        rows(seed + 9, 4_000, 10_000, "hash(i + %d) %% 5 > 0".formatted(seed)));
    table
        .at(1, "same.parquet", "old1.parquet", "old2.parquet")
        .at(7, "new1.parquet", "same.parquet");
    Changes changes = compared(table);
    List<List<String>> expected =
        duck.rows(
            """
            WITH a AS (FROM read_parquet(['{}/same.parquet', '{}/old1.parquet', '{}/old2.parquet'])),
                 b AS (FROM read_parquet(['{}/same.parquet', '{}/new1.parquet']))
            SELECT 'delete' AS t, 7, * FROM a ANTI JOIN b USING (id)
            UNION ALL SELECT 'insert', 7, * FROM b ANTI JOIN a USING (id)
            UNION ALL SELECT 'update_preimage', 7, a.* FROM a JOIN b USING (id) WHERE (a.name, a.price, a.f) IS DISTINCT FROM (b.name, b.price, b.f)
            UNION ALL SELECT 'update_postimage', 7, b.* FROM a JOIN b USING (id) WHERE (a.name, a.price, a.f) IS DISTINCT FROM (b.name, b.price, b.f)
            """);
    ChangedRows rows = changes.rows(by("id"), job);
    assertThat(expected).hasSizeGreaterThan(1_000);
    assertThat(ChangedTexts.sorted(all(rows))).isEqualTo(ChangedTexts.sorted(expected));
    assertThat(rows.matching()).isEqualTo(new ChangedRows.Matching(List.of("id"), 0, 0));
    assertThat(table.read).doesNotContain("same.parquet");
    assertThat(changes.counts(by("id"), job).getFirst().total())
        .isEqualTo(rows.rowCount().orElseThrow());
    assertThat(changes.suggestedKey(job)).containsExactly("id");
  }

  private List<List<String>> all(ChangedRows rows) {
    return ChangedTexts.of(rows, job);
  }

  @Test
  void repeatedAndMissingKeysAreToldAndNoRowIsLost() throws Exception {
    String columns = " AS t(id, name, price, f)";
    LoopbackTable table = new LoopbackTable(SCHEMA, List.of());
    add(
        table,
        "old.parquet",
        "SELECT id::BIGINT AS id, name, price::DECIMAL(10,2) AS price, f::DOUBLE AS f FROM (VALUES (1, 'a', 1, 1), (1, 'b', 1, 1), (NULL, 'c', 1, 1), (2, 'd', 1, 1))"
            + columns);
    add(
        table,
        "new.parquet",
        "SELECT id::BIGINT AS id, name, price::DECIMAL(10,2) AS price, f::DOUBLE AS f FROM (VALUES (1, 'a', 1, 1), (1, 'x', 1, 1), (NULL, 'c', 1, 1), (2, 'd', 1, 1), (3, 'e', 1, 1))"
            + columns);
    table.at(1, "old.parquet").at(7, "new.parquet");
    Changes changes = compared(table);
    ChangedRows rows = changes.rows(by("id"), job);
    assertThat(rows.matching()).isEqualTo(new ChangedRows.Matching(List.of("id"), 2, 2));
    assertThat(rows.kinds().get(ChangeKind.INSERT)).isEqualTo(2);
    assertThat(rows.kinds().get(ChangeKind.DELETE)).isEqualTo(1);
    ChangedRows byTwo = changes.rows(by("id", "name"), job);
    assertThat(byTwo.kinds().getOrDefault(ChangeKind.UPDATE, 0L)).isZero();
    assertThat(changes.suggestedKey(job)).containsExactly("name");
  }

  @Test
  void tablesOfVeryManyColumnsAreCompared() throws Exception {
    List<String> schema = new ArrayList<>();
    StringBuilder columns = new StringBuilder("SELECT i AS c0");
    for (int column = 0; column < 1_100; column++) {
      schema.addAll(List.of("c" + column, "long"));
      columns.append(column == 0 ? "" : ", i * %d AS c%d".formatted(column, column));
    }
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema(schema.toArray(String[]::new)), List.of());
    add(table, "old.parquet", columns + " FROM range(5) t(i)");
    add(
        table,
        "new.parquet",
        columns.toString().replace("i * 1099", "i * i") + " FROM range(5) t(i)");
    table.at(1, "old.parquet").at(7, "new.parquet");
    Changes changes = compared(table);
    assertThat(changes.rows(by("c0"), job).kinds()).containsEntry(ChangeKind.UPDATE, 4L);
    ChangedRows some = changes.rows(by("c0").withText("4396"), job);
    assertThat(some.kinds()).containsEntry(ChangeKind.UPDATE, 1L);
  }

  @Test
  void aTextNarrowsTheRows() throws Exception {
    LoopbackTable table = new LoopbackTable(SCHEMA, List.of());
    add(table, "old.parquet", rows(1, 0, 10, "true"));
    add(table, "new.parquet", rows(1, 5, 15, "true"));
    table.at(1, "old.parquet").at(7, "new.parquet");
    ChangedRows rows = compared(table).rows(by("id").withText("13"), job);
    assertThat(rows.rows(0, 9, List.of("id"), job).rows()).contains(List.of(13L));
  }

  @Test
  void equalVersionsDifferInNothingAndReadNothing() throws Exception {
    LoopbackTable table = new LoopbackTable(SCHEMA, List.of());
    add(table, "same.parquet", rows(0, 0, 100, "true"));
    Changes changes = compared(table);
    assertThat(changes.rows(by("id"), job).rowCount()).hasValue(0);
    assertThat(changes.sizeInBytes()).isZero();
    assertThat(table.read).isEmpty();
  }

  @Test
  void withoutAKeyThereIsNoComparison() throws Exception {
    LoopbackTable table = new LoopbackTable(SCHEMA, List.of());
    add(table, "same.parquet", rows(0, 0, 100, "true"));
    Changes changes = compared(table);
    assertThatThrownBy(() -> changes.rows(ChangeView.ALL, job))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("belong together");
  }
}
