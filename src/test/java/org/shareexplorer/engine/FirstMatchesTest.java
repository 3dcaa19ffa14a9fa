package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.filter.FilterParser;

/**
 * The first rows that match are there before all files are looked through: here the second file's
 * data do not come before they are let.
 */
@Timeout(60)
class FirstMatchesTest {

  private static final int ROWS = 600_000;
  private static final List<String> ID = List.of("id");

  /** Few rows have the rare value, which lies between others everywhere. */
  private static final String SELECT =
      "SELECT i AS id, (i %% 10)::INTEGER AS digit,"
          + " CASE WHEN i %% 500000 = 3 THEN 5 ELSE i %% 2 * 10 END::INTEGER AS rare"
          + " FROM range(%d, %d) AS t(i)";

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final CountDownLatch rest = new CountDownLatch(1);
  private final AtomicBoolean asked = new AtomicBoolean();
  private TableEngine engine;
  private LoopbackTable table;

  /** Where a file is not read beyond before the test allows it, its end excepted. */
  private volatile long lastRead = Long.MAX_VALUE;

  @BeforeEach
  void make() throws Exception {
    table = table();
    try (DuckFiles duck = new DuckFiles(folder)) {
      for (int i = 0; i < 2; i++) {
        byte[] bytes = duck.bytes(i + ".parquet", SELECT.formatted(i * ROWS, (i + 1) * ROWS), "");
        table.add("part-" + i, bytes, Map.of(), Optional.empty());
      }
    }
    engine =
        new TableEngine(jobs, this::read, folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  private static LoopbackTable table() {
    return new LoopbackTable(
        LoopbackTable.schema("id", "long", "digit", "integer", "rare", "integer"), List.of());
  }

  private byte[] read(String address, long offset, int length, long size, Job job) {
    if ((address.contains("part-1") || offset > lastRead) && offset + length < size) {
      asked.set(true);
      try {
        while (!rest.await(20, TimeUnit.MILLISECONDS)) {
          job.check();
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return table.read(address, offset, length, size, job);
  }

  @AfterEach
  void close() {
    rest.countDown();
    engine.close();
    jobs.close();
  }

  private OpenTable sevens(Job job) {
    return viewed("digit = 7", job);
  }

  private OpenTable viewed(String filter, Job job) {
    OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    return open.viewed(
        new View(FilterParser.parse(filter, open.snapshot().fields()), List.of()), job);
  }

  @Test
  void theFirstRowsThatMatchAreThereBeforeTheLast() {
    OpenTable found = sevens(Job.unattended());
    assertThat(found.complete()).isFalse();
    assertThat(found.rowCount()).isEmpty();
    RowPage page = found.rows(200, 500, ID, Job.unattended());
    assertThat(page.end()).isFalse();
    assertThat(page.rows())
        .extracting(List::getFirst)
        .containsExactlyElementsOf(
            LongStream.range(200, 700).map(i -> 10 * i + 7).boxed().toList());

    rest.countDown();

    assertThat(found.rows(ROWS / 10 - 1, 2, ID, Job.unattended()).rows())
        .extracting(List::getFirst)
        .containsExactly(ROWS - 3L, ROWS + 7L);
    assertThat(found.completed(Job.unattended()).rowCount()).hasValue(2 * ROWS / 10);
    assertThat(found.complete()).isTrue();
    assertThat(asked).isTrue();
  }

  @Test
  void evenASingleRowIsThereBeforeTheOthersAreFound() {
    OpenTable found = viewed("rare = 5", Job.unattended());
    assertThat(found.complete()).isFalse();
    RowPage some = found.rows(0, 500, ID, Job.unattended());
    assertThat(some.rows().getFirst().getFirst()).isEqualTo(3L);
    assertThat(some.end()).isFalse();

    CompletableFuture<RowPage> soFar = new CompletableFuture<>();
    Running<RowPage> all =
        jobs.start(job -> found.rowsAs(0, 500, ID, UnaryOperator.identity(), soFar::complete, job));
    assertThat(soFar.join().rows()).extracting(List::getFirst).containsExactly(3L);
    assertThat(all.done()).isFalse();
    rest.countDown();
    assertThat(all.join().rows())
        .extracting(List::getFirst)
        .containsExactly(3L, 500_003L, 1_000_003L);
    assertThat(all.join().end()).isTrue();
  }

  @Test
  void aLargeFileIsLookedThroughSomeRowGroupsAfterTheOthers() throws Exception {
    table = table();
    try (DuckFiles duck = new DuckFiles(folder)) {
      byte[] bytes = duck.bytes("large.parquet", SELECT.formatted(0, 2 * ROWS), "");
      table.add("part-0", bytes, Map.of(), Optional.empty());
      lastRead = bytes.length / 2;
    }
    OpenTable found = viewed("rare = 5", Job.unattended());
    assertThat(found.complete()).isFalse();
    assertThat(found.rows(0, 500, ID, Job.unattended()).rows().getFirst().getFirst()).isEqualTo(3L);
    rest.countDown();
    assertThat(found.rowsAs(0, 500, ID, UnaryOperator.identity(), Job.unattended()).rows())
        .extracting(List::getFirst)
        .containsExactly(3L, 500_003L, 1_000_003L);
    assertThat(asked).isTrue();
    Job again = Job.unattended();
    MomentsQuestion question = new MomentsQuestion("rare");
    assertThat(found.completed(again).ask(question, again).rows()).isEqualTo(3);
    assertThat(again.cost().bytes()).as("what was read once").isZero();
  }

  @Test
  void whoeverGivesUpTheSearchEndsAllOfIt() {
    Running<OpenTable> running = jobs.start(this::sevens);
    OpenTable found = running.join();
    running.cancel();
    rest.countDown();
    // What was given up is begun anew for whoever needs it, and can be given up again.
    assertThat(found.countRows(Job.unattended())).isEqualTo(2 * ROWS / 10);
  }

  @Test
  void theCountCanBeGivenUpWhileTheSearchGoesOn() {
    OpenTable found = sevens(Job.unattended());
    Running<Long> counting = jobs.start(found::countRows);
    counting.cancel();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(counting::join);
    rest.countDown();
    assertThat(found.countRows(Job.unattended())).isEqualTo(2 * ROWS / 10);
  }
}
