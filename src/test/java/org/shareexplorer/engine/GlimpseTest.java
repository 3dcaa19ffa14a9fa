package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.filter.FilterParser;

/** Ids go up from 0, 2,048 in a row group. */
class GlimpseTest {

  private static final int GROUP = 2_048;

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final Http http = new Http();
  private final AtomicLong fetched = new AtomicLong();
  private LoopbackTable table;
  private HttpStorage storage;
  private TableEngine engine;

  @BeforeEach
  void open() throws Exception {
    table = new LoopbackTable(LoopbackTable.schema("id", "long"), List.of());
    storage = new HttpStorage(table);
    storage.fails((_, good) -> {
      fetched.addAndGet(Long.parseLong(String.valueOf(good.getHeaders().get("Content-Length"))));
      return good;
    });
    engine =
        new TableEngine(
            jobs, new HttpRanges(http), folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  @AfterEach
  void close() {
    engine.close();
    storage.close();
    http.close();
    jobs.close();
  }

  private void add(String path, int firstGroup, int groups) throws Exception {
    try (DuckFiles duck = new DuckFiles(folder)) {
      table.add(
          path,
          duck.bytes(
              path,
              "SELECT i AS id FROM range(%d, %d) t(i)"
                  .formatted(firstGroup * GROUP, (firstGroup + groups) * GROUP),
              ", ROW_GROUP_SIZE 2048, COMPRESSION uncompressed"),
          Map.of(),
          Optional.empty());
    }
  }

  private OpenTable opened() {
    return engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
  }

  private static Moments glimpse(OpenTable of) {
    return SampledTable.glimpse(of, Job.unattended())
        .ask(new MomentsQuestion("id"), Job.unattended());
  }

  /** Plain arithmetic over the ids of some row groups. */
  private static void same(Moments moments, LongPredicate group, int groups) {
    var ids =
        LongStream.range(0, (long) groups * GROUP)
            .filter(id -> group.test(id / GROUP))
            .summaryStatistics();
    assertThat(moments.rows()).isEqualTo(ids.getCount());
    assertThat(moments.min()).isEqualTo(ids.getMin());
    assertThat(moments.max()).isEqualTo(ids.getMax());
    assertThat(moments.mean()).isEqualTo(ids.getAverage());
  }

  @Test
  void aFewRowGroupsFromAllOverAreLookedAtAndNothingElseIsFetched() throws Exception {
    add("a", 0, 64);
    OpenTable open = opened();
    same(glimpse(open), group -> group % 8 == 4, 64);
    long ids = 64L * GROUP * Long.BYTES;
    assertThat(fetched.get()).isBetween(ids / 8, ids / 4);
    same(open.ask(new MomentsQuestion("id"), Job.unattended()), _ -> true, 64);
  }

  @Test
  void ofManyFilesAFewAreLookedInto() throws Exception {
    for (int i = 0; i < 40; i++) {
      add("f" + i, i, 1);
    }
    same(glimpse(opened()), group -> group % 5 == 2, 40);
    assertThat(table.read.stream().distinct()).hasSize(8);
  }

  @Test
  void ofLargeRowGroupsFewerAreLookedAt() throws Exception {
    long large = 524_288;
    try (DuckFiles duck = new DuckFiles(folder)) {
      table.add(
          "a",
          duck.bytes(
              "a",
              "SELECT i // %d AS id FROM range(%d) t(i)".formatted(large, 16 * large),
              ", ROW_GROUP_SIZE " + large),
          Map.of(),
          Optional.empty());
    }
    Moments moments = glimpse(opened());
    assertThat(moments.rows()).isEqualTo(2 * large);
    assertThat(moments.min()).isEqualTo(5L);
    assertThat(moments.max()).isEqualTo(13L);
  }

  @Test
  void onlyRowsThatMatchCount() throws Exception {
    add("a", 0, 128);
    OpenTable open = opened();
    OpenTable later =
        open.viewed(
            new View(
                FilterParser.parse("id >= " + 64 * GROUP, open.snapshot().fields()), List.of()),
            Job.unattended());
    same(glimpse(later), group -> group >= 64 && group % 8 == 4, 128);
  }

  @Test
  void aTableOfFewPartsRefuses() throws Exception {
    add("a", 0, 12);
    OpenTable open = opened();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> glimpse(open))
        .satisfies(e -> assertThat(e.problem().what()).contains("first look"));
  }
}
