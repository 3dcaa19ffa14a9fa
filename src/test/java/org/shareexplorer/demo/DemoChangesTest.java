package org.shareexplorer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.CellChange;
import org.shareexplorer.engine.ChangeCounts;
import org.shareexplorer.engine.ChangeKind;
import org.shareexplorer.engine.ChangeView;
import org.shareexplorer.engine.ChangedRows;
import org.shareexplorer.engine.Changes;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.provider.delta.DeltaSnapshot;
import org.shareexplorer.provider.delta.DeltaTable;
import org.shareexplorer.provider.demo.Oracle;
import org.shareexplorer.table.Field;
import org.shareexplorer.workspace.OpenWorkspace;

/** The demo share's older versions and changes, by our client, against its files on disk. */
class DemoChangesTest {

  private static final TableName PRICES = new TableName("external_retail", "retail", "price_list");
  private static final TableName CUSTOMERS =
      new TableName("external_retail", "retail", "customers");
  private static final ChangeView BY_ID = ChangeView.ALL.withKey(List.of("item_id"));

  @TempDir private static Path folder = Path.of("");

  private static @Nullable DemoWorld world;
  private static @Nullable OpenWorkspace workspace;
  private final Job job = Job.unattended();

  @BeforeAll
  static void serve() {
    world = new DemoWorld(folder, Clock.systemUTC());
    workspace = world.workspace();
  }

  @AfterAll
  static void end() {
    if (world != null) {
      world.close();
    }
  }

  private static OpenWorkspace workspace() {
    if (workspace == null) {
      throw new IllegalStateException();
    }
    return workspace;
  }

  private static Path table() throws Exception {
    if (world == null) {
      throw new IllegalStateException();
    }
    return world.data().resolve("external_retail/retail/price_list");
  }

  private Changes changes(AsOf from, AsOf to) {
    return workspace().changes(ConnectionId.DEMO, PRICES, new ChangesQuery(from, to), job);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6})
  void everyVersionHasTheRowsOfItsFiles(long version) throws Exception {
    OpenTable open = workspace().open(ConnectionId.DEMO, PRICES, AsOf.version(version), job);
    assertThat(open.snapshot().version()).isEqualTo(version);
    List<String> columns = open.snapshot().fields().stream().map(Field::name).toList();
    List<List<String>> rows =
        open.rows(0, 10_000, columns, job).rows().stream().map(DemoChangesTest::texts).toList();
    try (Oracle oracle = new Oracle()) {
      oracle.view("prices", table(), version);
      assertThat(rows)
          .containsExactlyInAnyOrderElementsOf(
              oracle.rows("FROM prices").stream().map(DemoChangesTest::texts).toList());
    }
  }

  private static List<String> texts(List<? extends @Nullable Object> row) {
    return row.stream().map(String::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2025-09-01T06:30:00Z, 0",
    "2025-10-06T06:29:59.999Z, 0",
    "2025-10-06T06:30:00Z, 1",
    "2030-01-01T00:00:00Z, 6"
  })
  void aTimeStandsForTheVersionThatWasTheNewestThen(String time, long version) {
    OpenTable open =
        workspace().open(ConnectionId.DEMO, PRICES, AsOf.time(Instant.parse(time)), job);
    assertThat(open.snapshot().version()).isEqualTo(version);
  }

  @Test
  void aTimeBeforeTheFirstVersionIsAProblem() {
    AsOf before = AsOf.time(Instant.parse("2020-01-01T00:00:00Z"));
    assertThatThrownBy(() -> workspace().open(ConnectionId.DEMO, PRICES, before, job))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not that old");
  }

  @Test
  void theFeedTellsJustWhatDiffersBetweenTwoVersions() {
    List<ChangeCounts> counts = changes(AsOf.version(0), AsOf.LATEST).counts(ChangeView.ALL, job);
    assertThat(counts)
        .extracting(ChangeCounts::version)
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    for (long version = 1; version <= 6; version++) {
      ChangedRows told = changes(AsOf.version(version), AsOf.version(version)).rows(BY_ID, job);
      ChangedRows found =
          workspace()
              .compare(
                  ConnectionId.DEMO, PRICES, AsOf.version(version - 1), AsOf.version(version), job)
              .rows(BY_ID, job);
      assertThat(rows(told)).isEqualTo(rows(found)).isNotEmpty();
      assertThat(told.kinds().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(counts.get((int) version).total());
    }
  }

  /** The changed rows by what became of them and their cells. */
  private Map<String, String> rows(ChangedRows changed) {
    List<String> columns = changed.snapshot().fields().stream().map(Field::name).toList();
    Map<String, String> rows = new TreeMap<>();
    for (List<@Nullable Object> row : changed.rows(0, 10_000, columns, job).rows()) {
      if (row.getFirst() == ChangeKind.UPDATE
          && row.stream().noneMatch(CellChange.class::isInstance)) {
        // An update that leaves all values as they were is told by the feed alone.
        continue;
      }
      rows.put(row.get(3) + " " + row.getFirst(), row.subList(3, row.size()).toString());
    }
    return rows;
  }

  @Test
  void theFilesOfTheFeedHoldWhatTheLogSays() throws Exception {
    try (Oracle oracle = new Oracle()) {
      List<String> files = new ArrayList<>();
      Set<String> paths = new HashSet<>();
      for (DeltaSnapshot.File file : new DeltaTable(table()).snapshot(6).files()) {
        paths.add(file.path());
      }
      new DeltaTable(table())
          .changes(3, 3)
          .forEach(change -> {
            assertThat(paths).doesNotContain(change.path());
            files.add(change.path());
          });
      assertThat(files).hasSize(1);
      String file = table().resolve(files.getFirst()).toString();
      ChangedRows updates = changes(AsOf.version(3), AsOf.version(3)).rows(BY_ID, job);
      assertThat(
              oracle.number(
                  "SELECT count(*) FROM '%s' WHERE _change_type = 'update_postimage'"
                      .formatted(file)))
          .isEqualTo((double) updates.rowCount().orElseThrow());
      List<List<String>> prices =
          updates.rows(0, 10_000, List.of("item_id", "price"), job).rows().stream()
              .map(row -> {
                CellChange price = (CellChange) row.get(1);
                return List.of(
                    String.valueOf(row.getFirst()),
                    String.valueOf(price == null ? null : price.before()),
                    String.valueOf(price == null ? null : price.after()));
              })
              .toList();
      assertThat(prices)
          .containsExactlyInAnyOrderElementsOf(
              oracle
                  .rows(
                      "SELECT b.item_id, b.price, a.price FROM '%s' b JOIN '%s' a USING (item_id) WHERE b._change_type = 'update_preimage' AND a._change_type = 'update_postimage'"
                          .formatted(file, file))
                  .stream()
                  .map(DemoChangesTest::texts)
                  .toList());
    }
  }

  @Test
  void timesBoundTheRangeFromBothSides() {
    Changes changes =
        changes(
            AsOf.time(Instant.parse("2025-10-06T06:30:00Z")),
            AsOf.time(Instant.parse("2025-11-28T06:29:00Z")));
    assertThat(changes.firstVersion()).isEqualTo(1);
    assertThat(changes.lastVersion()).isEqualTo(2);
    assertThat(changes(AsOf.time(Instant.EPOCH), AsOf.LATEST).firstVersion()).isZero();
  }

  @Test
  void aTableWithoutAFeedSaysSoAndCanBeCompared() {
    assertThat(workspace().firstWithChanges(ConnectionId.DEMO, CUSTOMERS, job)).isEmpty();
    assertThat(workspace().firstWithChanges(ConnectionId.DEMO, PRICES, job)).hasValue(0);
    Changes compared =
        workspace().compare(ConnectionId.DEMO, CUSTOMERS, AsOf.version(0), AsOf.LATEST, job);
    assertThat(compared.suggestedKey(job)).containsExactly("customer_id");
    assertThat(compared.rows(ChangeView.ALL.withKey(List.of("customer_id")), job).rowCount())
        .isPresent();
  }
}
