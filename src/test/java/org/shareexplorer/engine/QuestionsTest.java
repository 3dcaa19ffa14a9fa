package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;

class QuestionsTest extends QuestionsFixture {

  private static final Field V = field("v", Simple.LONG);
  private static final SummaryQuestion SUMMARY = new SummaryQuestion(List.of("v"));

  @RepeatedTest(3)
  void aLongQueryEndsSoonAfterItsCancellation() throws SQLException {
    LocalFile file =
        parquet.of("SELECT (hash(range) % 1000000007)::BIGINT AS v FROM range(1000000)");
    List<LocalFile> many = Collections.nCopies(500, file);
    Running<Summary> running = jobs.start(job -> questions.ask(SUMMARY, List.of(V), many, job));
    while (!(running.progress().doing().startsWith("Summarizing") && inDatabase())) {
      assertThat(running.done()).isFalse();
      Thread.onSpinWait();
    }
    long cancelled = System.nanoTime();
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    // All of it would take ten times as long.
    assertThat(Duration.ofNanos(System.nanoTime() - cancelled)).isLessThan(Duration.ofSeconds(2));
  }

  private static boolean inDatabase() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().startsWith("compute-"))
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(frame -> frame.getMethodName().equals("duckdb_jdbc_execute_pending"));
  }

  @Test
  void manyQuestionsAreAnsweredAtOnce() throws SQLException {
    LocalFile file = parquet.of("SELECT range AS v FROM range(100000)");
    BoxPlotQuestion question = new BoxPlotQuestion("v", Optional.empty(), 1);
    List<BoxPlot> plots =
        jobs.forAll(
            Job.unattended(),
            IntStream.range(0, 12).boxed().toList(),
            6,
            i -> ask(question, List.of(V), file));
    assertThat(plots)
        .allSatisfy(plot -> assertThat(plot.boxes().getFirst().median()).isEqualTo(49_999.5));
  }

  @Test
  void tooLittleMemoryIsToldInASentence() throws SQLException {
    LocalFile file = parquet.of("SELECT range AS v FROM range(4000000)");
    try (Questions small = new Questions(jobs, "30MB")) {
      assertProblem(
          ProblemCode.TOO_LARGE,
          "more memory than the application may use",
          () -> small.ask(SUMMARY, List.of(V), List.of(file), Job.unattended()));
    }
  }

  @Test
  void closingLeavesNothingBehind() throws SQLException, IOException {
    Set<Path> before = temporary();
    Questions asked = new Questions(jobs);
    assertThat(temporary()).isEqualTo(before);
    asked.ask(SUMMARY, List.of(V), List.of(parquet.of("SELECT 1 AS v")), Job.unattended());
    assertThat(temporary()).hasSize(before.size() + 1);
    asked.close();
    assertThat(temporary()).isEqualTo(before);
    assertProblem(
        ProblemCode.QUESTION,
        "closed",
        () -> asked.ask(SUMMARY, List.of(V), List.of(), Job.unattended()));
  }

  /** Folders of this process: others may come and go. */
  private static Set<Path> temporary() throws IOException {
    String ours = "share-explorer-questions-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> inside = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return inside
          .filter(path -> path.getFileName().toString().startsWith(ours))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void progressMovesFromColumnToColumn() throws SQLException {
    LocalFile file = parquet.of("SELECT 1 AS v, 2 AS w");
    Running<Summary> running =
        jobs.start(job ->
            questions.ask(
                new SummaryQuestion(List.of("v", "w")),
                List.of(V, field("w", Simple.INTEGER)),
                List.of(file),
                job));
    running.join();
    assertThat(running.progress().fraction()).isEqualTo(0.5);
  }

  @Test
  @Timeout(60)
  void aQueryTellsHowFarItIsWhileItRuns() throws Exception {
    LocalFile file = parquet.of("SELECT range AS v FROM range(4000000)");
    String sql =
        "SELECT sum(list_sum(list_transform(range(1000), lambda x: x + v))) FROM '%s'"
            .formatted(file.path());
    Running<Long> running =
        jobs.start(job ->
            questions.over(
                List.of(),
                (session, _) -> {
                  session.progress("Adding", 1, 2);
                  return session.row(sql, row -> row.getLong(1));
                },
                job));
    while (!(running.progress().fraction() > 0.5)) {
      assertThat(running.done()).isFalse();
      Thread.sleep(20);
    }
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
  }

  @Test
  @Timeout(60)
  void aQuestionThatOthersLeaveTooLittleMemoryIsAskedAgainWhenTheyHaveEnded() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Running<Integer> deaf =
        jobs.start(job -> questions.over(List.of(), (_, _) -> holding(begun, end), job));
    begun.await();
    deaf.cancel();
    assertThatThrownBy(deaf::join).isInstanceOf(CancellationException.class);
    AtomicInteger tried = new AtomicInteger();
    Running<Integer> next =
        jobs.start(job ->
            questions.over(
                List.of(),
                (_, _) -> {
                  if (tried.incrementAndGet() == 1) {
                    throw new SQLException("Out of Memory Error: failed to allocate");
                  }
                  assertThat(end.getCount()).isZero();
                  return 8;
                },
                job));
    while (!next.progress().doing().startsWith("Waiting for memory")) {
      assertThat(next.done()).isFalse();
      Thread.sleep(1);
    }
    end.countDown();
    assertThat(next.join()).isEqualTo(8);
  }

  private static int holding(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return 7;
  }

  @Test
  void aQuestionThatHasAllMemoryAndTooLittleIsNotAskedAgain() {
    AtomicInteger tried = new AtomicInteger();
    assertThatThrownBy(() ->
            questions.over(
                List.of(),
                (_, _) -> {
                  tried.incrementAndGet();
                  throw new SQLException("Out of Memory Error: failed to allocate");
                },
                Job.unattended()))
        .isInstanceOf(ProblemException.class);
    assertThat(tried).hasValue(1);
  }

  @Test
  void manyRowsAreNotReadToTheirEndOnceNobodyWaits() {
    AtomicLong last = new AtomicLong();
    CompletableFuture<Running<?>> started = new CompletableFuture<>();
    Running<Integer> running =
        jobs.start(job ->
            questions.over(
                List.of(),
                (session, _) ->
                    session
                        .rows(
                            "SELECT * FROM range(1000000)",
                            row -> {
                              started.join().cancel();
                              last.set(row.getLong(1));
                              return true;
                            })
                        .size(),
                job));
    started.complete(running);
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    assertThat(last).hasValueLessThan(100_000);
  }

  @Test
  void aCancelledJobIsNotBegun() {
    Running<TimeSeries> running =
        jobs.start(job -> {
          while (!job.cancelled()) {
            Thread.onSpinWait();
          }
          return questions.ask(
              new TimeSeriesQuestion(
                  "t", Bucket.DAY, Aggregate.COUNT, Optional.empty(), ZoneOffset.UTC),
              List.of(field("t", Simple.DATE)),
              List.of(),
              job);
        });
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
  }
}
