package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClient.FileLines;
import org.shareexplorer.protocol.TableHead;

/** A table of so many files that their list takes its time. */
class ArrivingTableTest {

  private static final int FILES = 1_500;
  private static final int BEFORE_THE_PAUSE = 1_200;
  private static final List<String> COLUMN = List.of("id");

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final CountDownLatch rest = new CountDownLatch(1);
  private final Questions questions = new Questions(jobs);
  private LoopbackTable table;

  @BeforeEach
  void make() throws Exception {
    table = new LoopbackTable(LoopbackTable.schema("id", "long"), List.of());
    try (DuckFiles duck = new DuckFiles(folder)) {
      byte[] bytes = duck.bytes("a.parquet", "SELECT i AS id FROM range(3) AS t(i)", "");
      for (int i = 0; i < FILES; i++) {
        table.add("part-" + i, bytes, Map.of(), OptionalLong.of(3));
      }
    }
  }

  @AfterEach
  void close() {
    rest.countDown();
    jobs.close();
    questions.close();
  }

  @Test
  void rowsOfTheFirstFilesAreThereBeforeTheListIs() {
    OpenTable open = open(Job.unattended());

    assertThat(open.complete()).isFalse();
    assertThat(open.rowCount()).isEmpty();
    RowPage page = open.rows(0, 7, COLUMN, Job.unattended());
    assertThat(page.rows()).extracting(List::getFirst).containsExactly(0L, 1L, 2L, 0L, 1L, 2L, 0L);
    assertThat(page.end()).isFalse();
  }

  @Test
  void theEndOfTheFirstFilesIsNotTheEndOfTheTable() {
    OpenTable open = open(Job.unattended());
    int listed = open.snapshot().files().size();

    assertThat(listed).isLessThan(FILES);
    assertThat(open.rows(3L * listed - 2, 2, COLUMN, Job.unattended()).end()).isFalse();
  }

  @Test
  void whateverIsAboutAllRowsWaitsForTheList() {
    OpenTable open = open(Job.unattended());
    Running<RowPage> far = jobs.start(job -> open.rows(3L * FILES - 2, 5, COLUMN, job));

    rest.countDown();

    RowPage page = far.join();
    assertThat(page.rows()).extracting(List::getFirst).containsExactly(1L, 2L);
    assertThat(page.end()).isTrue();
    assertThat(open.complete()).isTrue();
    assertThat(open.rowCount()).hasValue(3L * FILES);
    assertThat(open.snapshot().files()).hasSize(FILES);
  }

  @Test
  void whoWaitsForTheListCanGiveUp() {
    OpenTable open = open(Job.unattended());
    Running<OpenTable> waiting = jobs.start(open::completed);

    waiting.cancel();

    assertThatExceptionOfType(CancellationException.class).isThrownBy(waiting::join);
    assertThat(open.complete()).isFalse();
  }

  @Test
  void aListThatWasGivenUpIsMadeAnewForWhoeverNeedsIt() {
    Running<OpenTable> opening = jobs.start(this::open);
    OpenTable open = opening.join();
    opening.cancel();
    rest.countDown();

    OpenTable all = open.completed(Job.unattended());

    assertThat(all.snapshot().files()).hasSize(FILES);
    assertThat(all.rowCount()).hasValue(3L * FILES);
  }

  private OpenTable open(Job job) {
    return new TableEngine(jobs, table, folder.resolve("cache"), 1L << 30, questions)
        .open(slow(), LoopbackTable.NAME, AsOf.LATEST, job);
  }

  /** Answers with some lines, waits a little, sends some more, and then waits for the test. */
  private SharingClient slow() {
    return (SharingClient)
        Proxy.newProxyInstance(
            SharingClient.class.getClassLoader(),
            new Class<?>[] {SharingClient.class},
            (_, method, arguments) -> {
              if (method.getName().equals("query")) {
                arguments[2] = pausing((FileLines) arguments[2], (Job) arguments[3]);
              }
              try {
                return method.invoke(table, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private FileLines pausing(FileLines lines, Job listing) {
    return new FileLines() {
      private int count;

      @Override
      public void head(TableHead head) {
        lines.head(head);
      }

      @Override
      public void accept(FileLine line) {
        count++;
        try {
          if (count == 1_000) {
            Thread.sleep(400);
          } else if (count == BEFORE_THE_PAUSE) {
            rest.await();
          }
        } catch (InterruptedException e) {
          throw new CancellationException();
        }
        listing.check();
        lines.accept(line);
      }
    };
  }
}
