package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.net.Patience;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;

/** Storages that fail, lie and change their minds, over real HTTP: right values or a sentence. */
class HttpFaultsTest {

  private static final int ROWS = 30_000;

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private final Http http =
      new Http(
          new Patience(
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(5),
              Duration.ofSeconds(2),
              Duration.ofMillis(1)),
          Clock.systemUTC());
  private DuckFiles duck;
  private LoopbackTable table;
  private HttpStorage storage;
  private TableEngine engine;

  @BeforeEach
  void open() throws Exception {
    duck = new DuckFiles(folder);
    table =
        new LoopbackTable(LoopbackTable.schema("id", "long", "noise", "string"), List.of())
            .add("a.parquet", bytes(0), Map.of(), OptionalLong.of(ROWS));
    storage = new HttpStorage(table);
    engine =
        new TableEngine(
            jobs, new HttpRanges(http), folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
    storage.close();
    http.close();
    duck.close();
    jobs.close();
  }

  /** A file of the same size for every shift. */
  private byte[] bytes(int shift) throws Exception {
    return duck.bytes(
        "shifted" + shift + ".parquet",
        "SELECT 1000000 + i + %d AS id, md5(CAST(i AS VARCHAR)) AS noise FROM range(%d) t(i)"
            .formatted(shift, ROWS),
        ", ROW_GROUP_SIZE 10000, COMPRESSION uncompressed");
  }

  private OpenTable opened() {
    return engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
  }

  private static List<Object> ids(OpenTable open, long first, int count) {
    return open.rows(first, count, List.of("id", "noise"), Job.unattended()).rows().stream()
        .map(List::getFirst)
        .map(Object.class::cast)
        .toList();
  }

  private static List<Object> ids(long first, int count, long shift) {
    return LongStream.range(first, first + count)
        .mapToObj(i -> (Object) (1_000_000 + i + shift))
        .toList();
  }

  private Problem problem(OpenTable open) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> ids(open, 12_000, 50));
    assertThat(thrown.problem().what()).contains("a.parquet");
    assertThat(thrown.problem() + thrown.toString()).doesNotContain("signature");
    return thrown.problem();
  }

  private static MockResponse cutOff(MockResponse good) {
    return good.newBuilder().onResponseBody(new SocketEffect.CloseSocket()).build();
  }

  @Test
  void bodiesThatBreakOffNowAndThenCostOnlyTime() {
    storage.fails((request, good) -> request % 3 == 1 ? cutOff(good) : good);
    assertThat(ids(opened(), 12_000, 50)).isEqualTo(ids(12_000, 50, 0));
  }

  @Test
  void bodiesThatAlwaysBreakOffAreAProblem() {
    storage.fails((_, good) -> cutOff(good));
    assertThat(problem(opened()).code()).isEqualTo(ProblemCode.NETWORK_CONNECT);
  }

  @Test
  void anotherPartThanAskedForIsNeverTakenForTheRightOne() {
    OpenTable open = opened();
    storage.fails((request, good) ->
        request == 1
            ? good
            : good.newBuilder().setHeader("Content-Range", "bytes 0-9/1000").build());
    assertThat(problem(open).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    storage.fails((_, good) -> good);
    assertThat(ids(open, 12_000, 50)).isEqualTo(ids(12_000, 50, 0));
  }

  @Test
  void theWholeFileInsteadOfAPartGivesTheSameRows() {
    storage.fails((_, _) ->
        new MockResponse.Builder()
            .code(200)
            .body(new okio.Buffer().write(table.bytes("a.parquet")))
            .build());
    assertThat(ids(opened(), 12_000, 50)).isEqualTo(ids(12_000, 50, 0));
  }

  @Test
  void aFileThatIsReplacedWhileItIsReadIsNeverMixedWithTheOldOne() throws Exception {
    OpenTable open = opened();
    assertThat(ids(open, 0, 50)).isEqualTo(ids(0, 50, 0));
    byte[] other = bytes(77);
    assertThat(other).hasSameSizeAs(table.bytes("a.parquet"));
    table.replace("a.parquet", other);
    assertThat(problem(open).code()).isEqualTo(ProblemCode.FILE_CHANGED);
    assertThat(ids(opened(), 0, 50)).isEqualTo(ids(0, 50, 77));
    assertThat(ids(opened(), 12_000, 50)).isEqualTo(ids(12_000, 50, 77));
  }

  @Test
  void addressesThatEndInTheMiddleOfAQuestionAreRenewed() {
    storage.fails((request, good) -> {
      if (request == 1) {
        table.expire();
      }
      return good;
    });
    Summary summary = opened().ask(new SummaryQuestion(List.of("id")), Job.unattended());
    assertThat(summary.rows()).isEqualTo(ROWS);
    assertThat(table.queries.get()).isEqualTo(2);
    assertThat(ids(opened(), 29_000, 50)).isEqualTo(ids(29_000, 50, 0));
  }

  @Test
  void cancellingASlowReadLeavesNothingHalfWritten() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    storage.fails((request, good) -> {
      if (request < 3) {
        return good;
      }
      slow.countDown();
      return good.newBuilder().throttleBody(1_000, 1, TimeUnit.SECONDS).build();
    });
    OpenTable open = opened();
    Running<Summary> running = jobs.start(job -> open.ask(new SummaryQuestion(List.of("id")), job));
    assertThat(slow.await(20, TimeUnit.SECONDS)).isTrue();
    running.cancel();
    assertThatExceptionOfType(CancellationException.class).isThrownBy(running::join);
    for (Path kept : kept()) {
      assertThat(kept.toString()).endsWith(".piece");
      long length = Long.parseLong(kept.getFileName().toString().split("-", -1)[1]);
      assertThat(Files.size(kept)).isEqualTo(length);
    }
    storage.fails((_, good) -> good);
    assertThat(ids(open, 12_000, 50)).isEqualTo(ids(12_000, 50, 0));
  }

  private List<Path> kept() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
