package org.shareexplorer.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Cost;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.job.Work;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.ui.headless.FakeTable;

class GridModelTest {

  private static final int PAGE = GridModel.PAGE;
  private static final Problem TROUBLE =
      new Problem(ProblemCode.FILE_UNAVAILABLE, "No rows.", "No file.", "Try again.");

  private final Jobs jobs = new Jobs();
  private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();

  @AfterEach
  void end() {
    jobs.close();
  }

  private Running<Fetch.Answer> start(
      Work<Fetch.Answer> work,
      Consumer<? super Fetch.Answer> onAnswer,
      Consumer<? super Problem> onProblem) {
    Running<Fetch.Answer> running = jobs.start(work);
    running.whenDone((answer, failure) ->
        answers.add(() -> {
          if (failure == null) {
            onAnswer.accept(Objects.requireNonNull(answer));
          } else if (!(failure instanceof CancellationException)) {
            onProblem.accept(org.shareexplorer.problem.ProblemException.problemOf(failure));
          }
        }));
    return running;
  }

  private GridModel model(FakeTable table) {
    return new GridModel(table, this::start);
  }

  /** Takes the next answer to the screen's thread, which here is the test's. */
  private void take() throws InterruptedException {
    Runnable answer = answers.poll(10, TimeUnit.SECONDS);
    assertThat(answer).as("an answer").isNotNull();
    Objects.requireNonNull(answer).run();
  }

  private void takeAll(GridModel model) throws InterruptedException {
    while (model.busy()) {
      take();
    }
  }

  @Test
  void whatIsInSightIsFetchedThenThePageAfter() throws Exception {
    FakeTable table = FakeTable.sales(50_000, true);
    GridModel model = model(table);
    model.show(0, 19, List.of(0, 2));
    take();
    assertThat(model.loaded(0, 0)).isTrue();
    assertThat(model.loaded(0, 1)).as("not in sight").isFalse();
    assertThat(model.value(3, 0)).isEqualTo(104);
    assertThat(model.value(1, 2)).isEqualTo("Storage Add-on");
    takeAll(model);
    assertThat(table.asked).extracting(FakeTable.Asked::first).containsExactly(0L, (long) PAGE);
    assertThat(table.asked.getFirst().columns()).containsExactly("transaction_id", "product_name");
  }

  @Test
  void whoScrollsUpGetsThePageBefore() throws Exception {
    FakeTable table = FakeTable.sales(50_000, true);
    GridModel model = model(table);
    model.show(20L * PAGE + 100, 20L * PAGE + 119, List.of(0));
    takeAll(model);
    model.show(20L * PAGE + 80, 20L * PAGE + 99, List.of(0));
    takeAll(model);
    model.show(20L * PAGE + 80, 20L * PAGE + 99, List.of(0, 1));
    takeAll(model);
    model.show(20L * PAGE + 90, 20L * PAGE + 109, List.of(0, 1));
    takeAll(model);
    model.show(0, 19, List.of(0, 1));
    takeAll(model);
    assertThat(table.asked)
        .extracting(asked -> asked.first() / PAGE + " " + asked.columns().size())
        .containsExactly("20 1", "21 1", "19 1", "20 1", "19 1", "21 1", "0 2");
  }

  @Test
  void columnsThatComeInSightAreFetchedAloneAndNothingTwice() throws Exception {
    FakeTable table = FakeTable.wide(200, 400);
    GridModel model = model(table);
    model.show(0, 19, List.of(0, 1, 2));
    takeAll(model);
    model.show(0, 19, List.of(2, 3));
    takeAll(model);
    model.show(0, 19, List.of(0, 1, 2, 3));
    assertThat(model.busy()).isFalse();
    assertThat(table.asked)
        .extracting(FakeTable.Asked::columns)
        .containsExactly(List.of("measure_0", "measure_1", "measure_2"), List.of("measure_3"));
    assertThat(model.value(7, 3)).isEqualTo(6.5);
  }

  @Test
  void aPageOutOfSightIsCancelledAndTheOneInSightComes() throws Exception {
    FakeTable table = FakeTable.sales(20_000_000, true);
    table.gate = new CountDownLatch(1);
    GridModel model = model(table);
    model.show(0, 19, List.of(0));
    until(() -> !table.asked.isEmpty());
    table.gate = null;
    model.show(19_999_980, 19_999_999, List.of(0));
    assertThat(table.asked.getFirst().job().cancelled()).isTrue();
    takeAll(model);
    assertThat(model.value(19_999_999, 0)).isEqualTo(20_000_100);
    assertThat(model.loaded(0, 0)).isFalse();
  }

  private static void until(java.util.function.BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @Test
  void anUnknownNumberOfRowsGrowsUntilTheEndIsRead() throws Exception {
    GridModel model = model(FakeTable.sales(1_234, false));
    assertThat(model.exactRows()).isEmpty();
    model.show(0, 19, List.of(0));
    takeAll(model);
    assertThat(model.rowCount()).isEqualTo(2L * PAGE);
    assertThat(model.seenRows()).isEqualTo(PAGE);
    model.show(PAGE + 480L, PAGE + 499L, List.of(0));
    takeAll(model);
    model.show(2L * PAGE, 2L * PAGE + 19, List.of(0));
    takeAll(model);
    assertThat(model.exactRows()).hasValue(1_234);
    assertThat(model.rowCount()).isEqualTo(1_234);
  }

  @Test
  void anUnknownNumberOfRowsThatEndsWithAPageIsExactAfterAnEmptyOne() throws Exception {
    GridModel model =
        new GridModel(
            FakeTable.sales(PAGE, false),
            (work, onAnswer, onProblem) ->
                start(
                    job -> {
                      Fetch.Answer answer = work.run(job);
                      // This table does not know that it ends before it is asked for more.
                      return new Fetch.Answer(
                          new org.shareexplorer.engine.RowPage(
                              answer.page().columns(),
                              answer.page().first(),
                              answer.page().rows(),
                              answer.page().rows().isEmpty()),
                          answer.rowCount());
                    },
                    onAnswer,
                    onProblem));
    model.show(0, 19, List.of(0));
    takeAll(model);
    assertThat(model.rowCount()).isEqualTo(2L * PAGE);
    model.show(PAGE, PAGE + 19L, List.of(0));
    takeAll(model);
    assertThat(model.exactRows()).hasValue(PAGE);
  }

  @Test
  void rowsFoundSoFarAreShownWhileOthersAreStillLookedFor() throws Exception {
    FakeTable table = FakeTable.sales(700, false);
    table.soFar = 3;
    CountDownLatch gate = new CountDownLatch(1);
    table.gate = gate;
    GridModel model =
        new GridModel(
            table,
            new Fetch() {
              @Override
              public Running<Fetch.Answer> start(
                  Work<Fetch.Answer> work,
                  Consumer<? super Fetch.Answer> onAnswer,
                  Consumer<? super Problem> onProblem) {
                return GridModelTest.this.start(work, onAnswer, onProblem);
              }

              @Override
              public void soon(Runnable action) {
                answers.add(action);
              }
            });
    model.show(0, 19, List.of(0, 2));
    take();
    assertThat(model.value(2, 0)).isEqualTo(103);
    assertThat(model.loaded(2, 2)).isTrue();
    assertThat(model.loaded(3, 0)).as("not found yet").isFalse();
    assertThat(model.loaded(2, 1)).as("not asked for").isFalse();
    assertThat(model.waiting().get()).isTrue();
    assertThat(model.exactRows()).isEmpty();
    assertThat(model.firstSeconds()).isPresent();
    gate.countDown();
    take();
    assertThat(model.loaded(PAGE - 1, 2)).isTrue();
    assertThat(model.value(2, 0)).isEqualTo(103);
    assertThat(model.exactRows()).as("it may go on").isEmpty();
  }

  @Test
  void noRowsAreNoRows() throws Exception {
    GridModel known = model(FakeTable.sales(0, true));
    known.show(0, -1, List.of(0));
    assertThat(known.busy()).isFalse();
    assertThat(known.rowCount()).isZero();
    GridModel unknown = model(FakeTable.sales(0, false));
    unknown.show(0, 19, List.of(0));
    takeAll(unknown);
    assertThat(unknown.rowCount()).isZero();
  }

  @Test
  void aFailureIsToldAndNotAskedAgainUntilThePersonWantsIt() throws Exception {
    FakeTable table = FakeTable.sales(50_000, true);
    table.problem = TROUBLE;
    GridModel model = model(table);
    model.show(0, 19, List.of(0));
    take();
    assertThat(model.problem()).contains(TROUBLE);
    model.show(1, 20, List.of(0));
    assertThat(table.asked).hasSize(1);
    table.problem = null;
    model.retry();
    takeAll(model);
    assertThat(model.problem()).isEmpty();
    assertThat(model.value(0, 0)).isEqualTo(101);
  }

  @Test
  void readingThatTakesLongIsStoppedAndTriedAgain() throws Exception {
    FakeTable table = FakeTable.sales(50_000, true);
    table.gate = new CountDownLatch(1);
    GridModel model = model(table);
    model.show(0, 19, List.of(0));
    until(() -> !table.asked.isEmpty());
    assertThat(model.waiting().get()).isTrue();
    model.stop();
    assertThat(table.asked.getFirst().job().cancelled()).isTrue();
    assertThat(model.waiting().get()).isFalse();
    assertThat(model.problem()).map(Problem::code).contains(ProblemCode.STOPPED);
    table.gate = null;
    model.retry();
    takeAll(model);
    assertThat(model.problem()).isEmpty();
    assertThat(model.waiting().get()).isFalse();
    assertThat(model.value(0, 0)).isEqualTo(101);
  }

  @Test
  void memoryIsBoundedAndWhatIsInSightStays() throws Exception {
    FakeTable table = FakeTable.wide(10, 100_000);
    GridModel model = new GridModel(table, this::start, 800_000);
    List<Integer> all = IntStream.range(0, 10).boxed().toList();
    for (long page = 0; page < 12; page++) {
      model.show(page * PAGE, page * PAGE + 19, all);
      takeAll(model);
      assertThat(model.loaded(page * PAGE, 9)).isTrue();
    }
    long kept = IntStream.range(0, 13).filter(page -> model.loaded((long) page * PAGE, 9)).count();
    assertThat(kept).isBetween(2L, 4L);
    assertThat(model.loaded(0, 9)).isFalse();
  }

  @Test
  void largeValuesAreKeptCutAndReadInFullForTheirRow() throws Exception {
    String text = "0123456789".repeat(100_000);
    Values.Bytes image = new Values.Bytes(new byte[1 << 20]);
    FakeTable table =
        new FakeTable(
            "letters",
            List.of(
                new Field("text", DataType.Simple.STRING, true),
                new Field("bytes", DataType.Simple.BINARY, true),
                new Field("list", new DataType.Array(DataType.Simple.STRING, true), true)),
            5_000,
            true,
            1,
            (row, column) ->
                row % 2 == 1
                    ? null
                    : switch (column) {
                      case 0 -> text;
                      case 1 -> image;
                      default -> List.of(text, text);
                    });
    GridModel model = model(table);
    model.show(0, 19, List.of(0, 1, 2));
    takeAll(model);
    assertThat(model.value(0, 0)).isEqualTo(new LongValue(text.substring(0, 1_000)));
    assertThat(model.value(1, 0)).isNull();
    assertThat(model.value(2, 1)).isEqualTo(new LongValue("00".repeat(24) + "… (1,048,576 bytes)"));
    assertThat(((LongValue) Objects.requireNonNull(model.value(4, 2))).text())
        .startsWith("[\"0123456789")
        .hasSizeLessThan(400);
    assertThat(CellLook.of(model.value(0, 0), DataType.Simple.STRING, ZoneOffset.UTC))
        .isEqualTo(CellLook.of(text, DataType.Simple.STRING, ZoneOffset.UTC));
    assertThat(model.row(0, Job.unattended()).value(0, 0)).isEqualTo(text);
  }

  @Test
  void costAndTimeAreCounted() throws Exception {
    GridModel model = model(FakeTable.sales(50_000, true));
    model.show(0, 19, List.of(0));
    takeAll(model);
    assertThat(model.cost().requests()).isEqualTo(2);
    assertThat(model.cost().bytes()).isEqualTo(2L * PAGE * 4);
    assertThat(model.firstSeconds()).isPresent();
    assertThat(GridStatus.parts(model, new Sight(0, 18, List.of(0)), Cost.NONE))
        .startsWith("Rows 1–19 of 50,000", "2 requests · 4.0 KB of 1.2 MB");
  }

  @Test
  void afterItsEndNothingIsFetched() {
    FakeTable table = FakeTable.sales(50_000, true);
    GridModel model = model(table);
    model.close();
    model.show(0, 19, List.of(0));
    assertThat(model.busy()).isFalse();
    assertThat(table.asked).isEmpty();
  }
}
