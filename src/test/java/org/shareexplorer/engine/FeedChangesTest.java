package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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
import org.shareexplorer.protocol.ChangeLine.Kind;
import org.shareexplorer.protocol.ChangesQuery;

@SuppressWarnings("NullAway.Init") // Every test begins by opening one.
class FeedChangesTest {

  private static final String SCHEMA =
      LoopbackTable.schema("id", "long", "name", "string", "at", "timestamp");
  private static final ChangesQuery QUERY = new ChangesQuery(AsOf.version(0), AsOf.LATEST);

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

  private Changes changes(LoopbackTable table) {
    engine = new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
    return engine.changes(table, LoopbackTable.NAME, QUERY, job);
  }

  private byte[] data(String name, long from, long to, String more) throws Exception {
    return duck.bytes(
        name,
        "SELECT i AS id, 'n' || i AS name, TIMESTAMPTZ '2026-05-03 10:00:00+00' + INTERVAL (i) SECOND AS at%s FROM range(%d, %d) t(i)"
            .formatted(more, from, to),
        ", ROW_GROUP_SIZE 2048");
  }

  private static List<String> line(String type, long version, long id) {
    return List.of(type, Long.toString(version), Long.toString(id));
  }

  private List<List<String>> lines(ChangedRows rows) {
    return ChangedTexts.of(rows, job).stream().map(line -> line.subList(0, 3)).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void ofAFileTakenAwayAndAddedAgainJustTheRowsThatDifferHaveChanged(long seed) throws Exception {
    Random random = new Random(seed);
    long rows = 5_000;
    Set<Long> before = some(random, rows);
    Set<Long> after = some(random, rows);
    byte[] bytes = data("f.parquet", 0, rows, "");
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .store("f.parquet", bytes)
            .change(Kind.ADD, 3, "f.parquet", VectorBytes.inFile(after, random))
            .change(Kind.REMOVE, 3, "f.parquet", VectorBytes.inline(before, random));
    List<List<String>> expected = new ArrayList<>();
    for (long row = 0; row < rows; row++) {
      if (before.contains(row) != after.contains(row)) {
        expected.add(line(after.contains(row) ? "delete" : "insert", 3, row));
      }
    }
    Changes changes = changes(table);
    assertThat(changes.counts(ChangeView.ALL, job))
        .containsExactly(
            new ChangeCounts(
                3,
                OptionalLong.of(3_000),
                expected.stream().filter(line -> line.getFirst().equals("insert")).count(),
                0,
                expected.stream().filter(line -> line.getFirst().equals("delete")).count()));
    assertThat(lines(changes.rows(ChangeView.ALL, job)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private static Set<Long> some(Random random, long rows) {
    double share = random.nextDouble() / 5;
    return LongStream.range(0, rows)
        .filter(row -> random.nextDouble() < share)
        .boxed()
        .collect(Collectors.toSet());
  }

  @Test
  void deletedRowsOfAFileOnItsOwnHaveNotChanged() throws Exception {
    Random random = new Random(5);
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .store("a.parquet", data("a.parquet", 0, 4, ""))
            .store("b.parquet", data("b.parquet", 4, 8, ""))
            .change(Kind.REMOVE, 2, "a.parquet", VectorBytes.inFile(List.of(1L), random))
            .change(Kind.ADD, 2, "b.parquet");
    assertThat(lines(changes(table).rows(ChangeView.ALL, job)))
        .containsExactlyInAnyOrder(
            line("delete", 2, 0),
            line("delete", 2, 2),
            line("delete", 2, 3),
            line("insert", 2, 4),
            line("insert", 2, 5),
            line("insert", 2, 6),
            line("insert", 2, 7));
  }

  @Test
  void changedRowsSpeakForTheirVersionAlone() throws Exception {
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .store("a.parquet", data("a.parquet", 0, 4, ""))
            .store("c.parquet", data("c.parquet", 2, 3, ", 'delete' AS _change_type"))
            .change(Kind.ADD, 2, "a.parquet")
            .change(Kind.CHANGED_ROWS, 2, "c.parquet");
    assertThat(lines(changes(table).rows(ChangeView.ALL, job)))
        .containsExactly(line("delete", 2, 2));
  }

  @Test
  void aColumnOfADataFileThatIsCalledLikeTheFeedsOwnIsPassedOver() throws Exception {
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .store("a.parquet", data("a.parquet", 0, 1, ", 'delete' AS _change_type"))
            .store("c.parquet", data("c.parquet", 7, 8, ", 'insert' AS _change_type"))
            .change(Kind.ADD, 1, "a.parquet")
            .change(Kind.CHANGED_ROWS, 2, "c.parquet");
    Changes changes = changes(table);
    assertThat(lines(changes.rows(ChangeView.ALL, job)))
        .containsExactly(line("insert", 1, 0), line("insert", 2, 7));
    assertThat(lines(changes.rows(ChangeView.ALL.withText("n"), job)))
        .containsExactly(line("insert", 1, 0), line("insert", 2, 7));
  }

  @Test
  void updatesAreMatchedByTheKeyWhereTheirOrderMisleads() throws Exception {
    String rows =
        "SELECT * FROM (VALUES (1, 'a', NULL, 'update_preimage'), (2, 'b', NULL, 'update_preimage'),"
            + " (2, 'B', NULL, 'update_postimage'), (1, 'A', NULL, 'update_postimage'))"
            + " t(id, name, \"at\", _change_type)";
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .store("c.parquet", duck.bytes("c.parquet", rows.replace("(1,", "(1::BIGINT,"), ""))
            .change(Kind.CHANGED_ROWS, 2, "c.parquet");
    Changes changes = changes(table);
    RowPage byKey =
        changes
            .rows(ChangeView.ALL.withKey(List.of("id")), job)
            .rows(0, 5, List.of("id", "name"), job);
    assertThat(byKey.rows())
        .containsExactlyInAnyOrder(
            List.of(1L, new CellChange("a", "A")), List.of(2L, new CellChange("b", "B")));
    RowPage byOrder = changes.rows(ChangeView.ALL, job).rows(0, 5, List.of("id"), job);
    assertThat(byOrder.rows())
        .containsExactlyInAnyOrder(
            List.of(new CellChange(1L, 2L)), List.of(new CellChange(2L, 1L)));
  }

  @Test
  void expiredAddressesAreRenewedByTheSameQuestion() throws Exception {
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of())
            .store("a.parquet", data("a.parquet", 0, 3, ""))
            .change(Kind.ADD, 1, "a.parquet");
    Changes changes = changes(table);
    table.expire();
    assertThat(lines(changes.rows(ChangeView.ALL, job))).hasSize(3);
    assertThat(table.queries.get()).isEqualTo(2);
  }

  @Test
  void anUnknownKeyIsAProblemOfTheQuestion() throws Exception {
    Changes changes = changes(new LoopbackTable(SCHEMA, List.of()));
    assertThatThrownBy(() -> changes.rows(ChangeView.ALL.withKey(List.of("nope")), job))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("nope");
    assertThat(changes.rows(ChangeView.ALL, job).rowCount()).hasValue(0);
    assertThat(changes.counts(ChangeView.ALL, job)).isEmpty();
  }
}
