package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
class FirstMatchesTest {

  private static final int ROWS = 600_000;
  private static final List<String> ID = List.of("id");

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final CountDownLatch rest = new CountDownLatch(1);
  private final AtomicBoolean asked = new AtomicBoolean();
  private TableEngine engine;
  private LoopbackTable table;

  @BeforeEach
  void make() throws Exception {
    table = new LoopbackTable(LoopbackTable.schema("id", "long", "digit", "integer"), List.of());
    try (DuckFiles duck = new DuckFiles(folder)) {
      for (int i = 0; i < 2; i++) {
        byte[] bytes =
            duck.bytes(
                i + ".parquet",
                "SELECT i AS id, (i %% 10)::INTEGER AS digit FROM range(%d, %d) AS t(i)"
                    .formatted(i * ROWS, (i + 1) * ROWS),
                "");
        table.add("part-" + i, bytes, Map.of(), Optional.empty());
      }
    }
    engine =
        new TableEngine(jobs, this::read, folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  private byte[] read(String address, long offset, int length, long size, Job job) {
    if (address.contains("part-1") && offset + length < size) {
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
    OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
    return open.viewed(
        new View(FilterParser.parse("digit = 7", open.snapshot().fields()), List.of()), job);
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
