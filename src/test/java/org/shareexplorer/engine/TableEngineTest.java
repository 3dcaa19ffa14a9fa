package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.cache.SmallDisk;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.net.RangeReader;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.Values.StructValue;
import org.shareexplorer.table.Values.Undecodable;
import org.shareexplorer.table.filter.FilterParser;

class TableEngineTest {

  private static final String[] COLUMNS = {
    "id",
    "integer",
    "name",
    "string",
    "value",
    "double",
    "noise",
    "string",
    "list",
    "{\"type\":\"array\",\"elementType\":\"long\",\"containsNull\":true}",
    "Region",
    "string",
    "day",
    "date",
    "added",
    "integer",
    "nothing",
    "void"
  };

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private DuckFiles duck;

  @BeforeEach
  void open() throws Exception {
    duck = new DuckFiles(folder);
  }

  @AfterEach
  void close() throws Exception {
    duck.close();
    jobs.close();
  }

  private TableEngine engine(LoopbackTable table) {
    return new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  private static OpenTable opened(TableEngine engine, LoopbackTable table) {
    return engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
  }

  private byte[] file(String name, int from, int to) throws Exception {
    String rows =
        "SELECT i::INTEGER AS id, 'name ' || i AS name,"
            + " CASE WHEN i % 3 = 0 THEN NULL ELSE i * 1.5::DOUBLE END AS value,"
            + " hash(i)::VARCHAR AS noise, [i, i + 1]::BIGINT[] AS list"
            + " FROM range("
            + from
            + ", "
            + to
            + ") t(i)";
    return duck.bytes(name, rows, ", ROW_GROUP_SIZE 5000");
  }

  /** Three files: the second is of unknown length, the last one is empty. */
  private LoopbackTable threeFiles() throws Exception {
    return new LoopbackTable(LoopbackTable.schema(COLUMNS), List.of("Region", "day"))
        .add(
            "a.parquet",
            file("a.parquet", 0, 12_000),
            region("north", "2024-02-29"),
            OptionalLong.of(12_000))
        .add(
            "b.parquet",
            file("b.parquet", 12_000, 20_000),
            region("south", null),
            OptionalLong.empty())
        .add(
            "c.parquet", file("c.parquet", 0, 0), region("west", "2024-03-01"), OptionalLong.of(0));
  }

  private static Map<String, @Nullable String> region(String region, @Nullable String day) {
    Map<String, @Nullable String> values = new HashMap<>();
    values.put("Region", region);
    values.put("day", day);
    return values;
  }

  @Test
  void rowsRunFromFileToFile() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      assertThat(open.rowCount()).isEmpty();
      List<String> columns = List.of("name", "day", "id", "added", "list", "Region", "nothing");
      RowPage page = open.rows(11_998, 4, columns, Job.unattended());
      assertThat(page.rows())
          .containsExactly(
              row(11_998, LocalDate.of(2024, 2, 29), "north"),
              row(11_999, LocalDate.of(2024, 2, 29), "north"),
              row(12_000, null, "south"),
              row(12_001, null, "south"));
      assertThat(page.end()).isFalse();
      assertThat(open.rowCount()).hasValue(20_000);
      RowPage last = open.rows(19_990, 100, columns, Job.unattended());
      assertThat(last.rows()).hasSize(10);
      assertThat(last.end()).isTrue();
      assertThat(open.rows(50_000, 5, columns, Job.unattended()).rows()).isEmpty();
      assertThat(open.rows(0, 20_000, List.of("Region"), Job.unattended()).rows()).hasSize(20_000);
    }
  }

  private static List<@Nullable Object> row(int i, @Nullable Object day, String region) {
    return Arrays.asList("name " + i, day, i, null, List.of((long) i, i + 1L), region, null);
  }

  @Test
  void whatWasReadOnceIsNotFetchedAgain() throws Exception {
    LoopbackTable table = threeFiles();
    List<String> columns = List.of("id", "value", "list");
    RowPage first;
    try (TableEngine engine = engine(table)) {
      first = opened(engine, table).rows(0, 100, columns, Job.unattended());
    }
    Job again = Job.unattended();
    try (TableEngine engine = engine(table)) {
      assertThat(opened(engine, table).rows(0, 100, columns, again)).isEqualTo(first);
    }
    assertThat(again.cost().bytes()).isZero();
    assertThat(again.cost().requests()).isZero();
  }

  @Test
  void aPreviewOfABigFileReadsASmallPart() throws Exception {
    byte[] bytes = file("big.parquet", 0, 300_000);
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema(COLUMNS), List.of())
            .add("big.parquet", bytes, Map.of(), OptionalLong.of(300_000));
    try (TableEngine engine = engine(table)) {
      Job job = Job.unattended();
      opened(engine, table).rows(150_000, 100, List.of("id", "value"), job);
      assertThat(job.cost().bytes()).isLessThan(bytes.length / 20);
      assertThat(job.cost().requests()).isLessThanOrEqualTo(6);
    }
  }

  @Test
  void aQuestionFetchesItsColumnsOnceAndAgreesWithDuckDb() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      Job job = Job.unattended();
      Summary summary = open.ask(new SummaryQuestion(List.of("value", "id")), job);
      assertThat(summary.rows()).isEqualTo(20_000);
      Summary.ColumnSummary value = summary.columns().getFirst();
      String all = "FROM read_parquet(['{}/a.parquet','{}/b.parquet'])";
      assertThat(value.nulls()).isEqualTo(duck.cell("SELECT count(*) - count(value) " + all));
      assertThat(value.mean())
          .isEqualTo(((Number) duck.cell("SELECT avg(value) " + all)).doubleValue());
      long chunks =
          ((Number)
                  duck.cell(
                      "SELECT sum(total_compressed_size)::BIGINT FROM parquet_metadata('{}/*.parquet')"
                          + " WHERE path_in_schema IN ('id', 'value')"))
              .longValue();
      long tails = 3 * (64L << 10);
      assertThat(job.cost().bytes()).isLessThanOrEqualTo(chunks + tails);

      Job again = Job.unattended();
      open.ask(new BoxPlotQuestion("value", Optional.empty(), 5), again);
      Histogram histogram =
          open.ask(
              new HistogramQuestion(
                  "id", new HistogramQuestion.Bins.Count(4), HistogramQuestion.Scale.LINEAR, false),
              again);
      assertThat(again.cost().bytes()).isZero();
      assertThat(histogram.counts()).containsExactly(5_000L, 5_000L, 5_000L, 5_000L);
    }
  }

  @Test
  void partitionColumnsAnswerWithTheSmallestColumnForTheCount() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      Job job = Job.unattended();
      TimeSeries series =
          opened(engine, table)
              .ask(
                  new TimeSeriesQuestion(
                      "day", Bucket.YEAR, Aggregate.COUNT, Optional.empty(), ZoneOffset.UTC),
                  job);
      assertThat(series.rowsWithoutTime()).isEqualTo(8_000);
      assertThat(series.steps()).hasSize(1);
      assertThat(series.steps().getFirst().rows()).isEqualTo(12_000);
    }
  }

  @Test
  void aColumnThatNoFileHasIsNull() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      Summary summary =
          opened(engine, table).ask(new SummaryQuestion(List.of("added")), Job.unattended());
      assertThat(summary.rows()).isEqualTo(20_000);
      assertThat(summary.columns().getFirst().nulls()).isEqualTo(20_000);
      assertThat(opened(engine, table).ask(new SummaryQuestion(List.of()), Job.unattended()).rows())
          .isEqualTo(20_000);
    }
  }

  @Test
  void expiredAddressesAreRenewedOnce() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      table.expire();
      assertThat(open.rows(0, 10, List.of("id"), Job.unattended()).rows()).hasSize(10);
      assertThat(table.queries.get()).isEqualTo(2);
      table.expire();
      table.forgetVersions();
      assertThat(open.rows(13_000, 10, List.of("id"), Job.unattended()).value(0, 0))
          .isEqualTo(13_000);
      table.expire();
      table.forgetFiles();
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> open.rows(0, 10, List.of("noise"), Job.unattended()))
          .matches(e -> e.problem().code() == ProblemCode.FILE_EXPIRED)
          .withMessageContaining("a.parquet")
          .withMessageNotContaining("signature");
    }
  }

  @Test
  void questionsThatDoNotFitCostNothing() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      Job job = Job.unattended();
      List<Runnable> wrong = new ArrayList<>();
      wrong.add(() -> open.rows(0, 10, List.of("absent"), job));
      wrong.add(() -> open.rows(0, 10, List.of(), job));
      wrong.add(() -> open.rows(-1, 10, List.of("id"), job));
      wrong.add(() -> open.ask(new SummaryQuestion(List.of("absent")), job));
      wrong.add(() -> open.ask(new BoxPlotQuestion("name", Optional.empty(), 5), job));
      for (Runnable question : wrong) {
        assertThatExceptionOfType(ProblemException.class)
            .isThrownBy(question::run)
            .matches(e -> e.problem().code() == ProblemCode.QUESTION);
      }
      assertThat(job.cost().requests()).isZero();
    }
  }

  @Test
  void aTableWithoutFilesHasNoRows() {
    LoopbackTable table = new LoopbackTable(LoopbackTable.schema(COLUMNS), List.of());
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      assertThat(open.rowCount()).hasValue(0);
      RowPage page = open.rows(0, 10, List.of("id", "nothing"), Job.unattended());
      assertThat(page.rows()).isEmpty();
      assertThat(page.end()).isTrue();
      assertThat(open.ask(new SummaryQuestion(List.of("id")), Job.unattended()).rows()).isZero();
    }
  }

  @Test
  void statisticsThatCountWrongAreCorrectedByTheFooter() throws Exception {
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema(COLUMNS), List.of())
            .add("a.parquet", file("a.parquet", 0, 100), Map.of(), OptionalLong.of(90))
            .add("b.parquet", file("b.parquet", 100, 200), Map.of(), OptionalLong.of(120));
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      RowPage page = open.rows(80, 30, List.of("id"), Job.unattended());
      assertThat(page.rows().stream().map(List::getFirst).toList())
          .isEqualTo(IntStream.range(80, 110).boxed().toList());
      assertThat(open.rowCount()).hasValue(200);
    }
  }

  @Test
  void decimalsStayExact() throws Exception {
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema("price", "decimal(10,2)"), List.of())
            .add(
                "d.parquet",
                duck.bytes("d.parquet", "SELECT 12345678.90::DECIMAL(10,2) AS price", ""),
                Map.of(),
                OptionalLong.of(1));
    try (TableEngine engine = engine(table)) {
      assertThat(opened(engine, table).rows(0, 1, List.of("price"), Job.unattended()).value(0, 0))
          .isEqualTo(new BigDecimal("12345678.90"));
    }
  }

  @Test
  void timesWithoutAZoneStayWhatTheyAre() throws Exception {
    String rows =
        "SELECT unnest([TIMESTAMP '1500-03-10 02:30:00.123456', NULL,"
            + " TIMESTAMP '2024-03-10 02:30:00', TIMESTAMP '2024-03-10 23:59:59.999999']) AS at";
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema("at", "timestamp_ntz"), List.of())
            .add("t.parquet", duck.bytes("t.parquet", rows, ""), Map.of(), OptionalLong.of(4));
    LocalDateTime first = LocalDateTime.of(1500, 3, 10, 2, 30, 0, 123_456_000);
    LocalDateTime last = LocalDateTime.of(2024, 3, 10, 23, 59, 59, 999_999_000);
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      assertThat(open.rows(0, 4, List.of("at"), Job.unattended()).rows())
          .extracting(List::getFirst)
          .containsExactly(first, null, LocalDateTime.of(2024, 3, 10, 2, 30), last);
      Summary.ColumnSummary at =
          open.ask(new SummaryQuestion(List.of("at")), Job.unattended()).columns().getFirst();
      assertThat(at.min()).isEqualTo(first);
      assertThat(at.max()).isEqualTo(last);
      assertThat(at.nulls()).isEqualTo(1);
      TimeSeries days =
          open.ask(
              new TimeSeriesQuestion(
                  "at",
                  Bucket.DAY,
                  Aggregate.COUNT,
                  Optional.empty(),
                  ZoneId.of("America/New_York")),
              Job.unattended());
      assertThat(days.steps())
          .extracting(TimeSeries.Step::start, TimeSeries.Step::rows)
          .containsExactly(
              tuple(LocalDate.of(1500, 3, 10), 1L), tuple(LocalDate.of(2024, 3, 10), 2L));
    }
  }

  @Test
  void nestedValuesOfAnotherWriterAreReadAsTheyAre() throws Exception {
    String map =
        "{\"type\":\"map\",\"keyType\":\"string\",\"valueType\":\"integer\","
            + "\"valueContainsNull\":true}";
    String struct =
        "{\"type\":\"struct\",\"fields\":["
            + "{\"name\":\"a\",\"type\":\"integer\",\"nullable\":true,\"metadata\":{}},"
            + "{\"name\":\"new\",\"type\":\"string\",\"nullable\":true,\"metadata\":{}}]}";
    String select =
        "SELECT CASE WHEN i % 5 = 0 THEN NULL ELSE map(['k' || i], [i::INTEGER]) END AS m,"
            + " CASE WHEN i % 7 = 0 THEN NULL ELSE {'a': i::INTEGER, 'old': 1} END AS s"
            + " FROM range(100000) t(i)";
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema("m", map, "S", struct), List.of())
            .add("n.parquet", duck.bytes("n.parquet", select, ""), Map.of(), OptionalLong.empty());
    try (TableEngine engine = engine(table)) {
      RowPage page = opened(engine, table).rows(69_990, 21, List.of("S", "m"), Job.unattended());
      for (int i = 69_990; i < 70_011; i++) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("a", i);
        fields.put("new", null);
        assertThat(page.value(i - 69_990, 0))
            .isEqualTo(i % 7 == 0 ? null : new StructValue(fields));
        assertThat(page.value(i - 69_990, 1)).isEqualTo(i % 5 == 0 ? null : Map.of("k" + i, i));
      }
    }
  }

  @Test
  void valuesThatTheTableCallsOtherwiseSpoilTheirCellsOnly() throws Exception {
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema("id", "date", "name", "string"), List.of())
            .add("a.parquet", file("a.parquet", 0, 10), Map.of(), OptionalLong.of(10));
    try (TableEngine engine = engine(table)) {
      RowPage page = opened(engine, table).rows(3, 1, List.of("id", "name"), Job.unattended());
      assertThat(page.value(0, 0)).isInstanceOf(Undecodable.class);
      assertThat(page.value(0, 1)).isEqualTo("name 3");
    }
  }

  @Test
  void cancellingEndsAReadThatHangs() throws Exception {
    LoopbackTable table = threeFiles();
    CountDownLatch reading = new CountDownLatch(1);
    RangeReader hanging =
        (address, offset, length, size, job) -> {
          CountDownLatch cancelled = new CountDownLatch(1);
          try (Job.Hold _ = job.onCancel(cancelled::countDown)) {
            reading.countDown();
            cancelled.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new CancellationException();
        };
    try (TableEngine engine =
        new TableEngine(jobs, hanging, folder.resolve("cache"), 1 << 30, new Questions(jobs))) {
      OpenTable open = opened(engine, table);
      Running<RowPage> rows = jobs.start(job -> open.rows(0, 10, List.of("id"), job));
      Running<Summary> summary =
          jobs.start(job -> open.ask(new SummaryQuestion(List.of("id")), job));
      reading.await();
      rows.cancel();
      summary.cancel();
      assertThatExceptionOfType(CancellationException.class).isThrownBy(rows::join);
      assertThatExceptionOfType(CancellationException.class).isThrownBy(summary::join);
      assertThat(folder.resolve("cache")).doesNotExist();
    }
  }

  @Test
  void equalQuestionsAreAnsweredFromMemory() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      Summary first = open.ask(new SummaryQuestion(List.of("id")), Job.unattended());
      assertThat(open.ask(new SummaryQuestion(List.of("id")), Job.unattended())).isSameAs(first);
      OpenTable again = opened(engine, table);
      assertThat(again).isNotSameAs(open);
      assertThat(again.ask(new SummaryQuestion(List.of("id")), Job.unattended())).isSameAs(first);
    }
  }

  @Test
  void anAnswerIsThatOfTheVeryRows() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      OpenTable before = opened(engine, table);
      HistogramQuestion question =
          new HistogramQuestion(
              "id", new HistogramQuestion.Bins.Count(2), HistogramQuestion.Scale.LINEAR, false);
      assertThat(before.ask(question, Job.unattended()).rows()).isEqualTo(20_000);
      View filtered = new View(FilterParser.parse("id < 5", before.snapshot().fields()), List.of());
      assertThat(before.viewed(filtered, Job.unattended()).ask(question, Job.unattended()).rows())
          .isEqualTo(5);
      byte[] more = file("d.parquet", 20_000, 30_000);
      table.add("d.parquet", more, region("south", null), OptionalLong.of(10_000));
      Histogram after = opened(engine, table).ask(question, Job.unattended());
      assertThat(after.rows()).isEqualTo(30_000);
      assertThat(after.edges()).last().isEqualTo(29_999.0);
      table.delete(
          "d.parquet",
          VectorBytes.inline(LongStream.range(5_000, 10_000).boxed().toList(), new Random(3)));
      after = opened(engine, table).ask(question, Job.unattended());
      assertThat(after.rows()).isEqualTo(25_000);
      assertThat(after.edges()).last().isEqualTo(24_999.0);
    }
  }

  @Test
  void aDiskThatRefusesIsSaidInASentence() throws Exception {
    LoopbackTable table = threeFiles();
    Files.writeString(folder.resolve("cache"), "a file where the folder should be");
    try (TableEngine engine = engine(table)) {
      OpenTable open = opened(engine, table);
      assertThat(open.rows(0, 5, List.of("id"), Job.unattended()).rows()).hasSize(5);
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> open.ask(new SummaryQuestion(List.of("id")), Job.unattended()))
          .matches(e -> e.problem().code() == ProblemCode.DISK);
    }
  }

  @Test
  void aFullDiskIsSaidInASentence() throws Exception {
    LoopbackTable table = threeFiles();
    try (SmallDisk disk = SmallDisk.at(folder.resolve("small"));
        TableEngine engine =
            new TableEngine(jobs, table, disk.folder(), 1 << 30, new Questions(jobs))) {
      OpenTable open = opened(engine, table);
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> open.ask(new SummaryQuestion(List.of("noise")), Job.unattended()))
          .matches(e -> e.problem().code() == ProblemCode.DISK);
      assertThat(open.rows(0, 5, List.of("noise"), Job.unattended()).rows()).hasSize(5);
      try (Stream<Path> left = Files.walk(disk.folder())) {
        assertThat(left.filter(path -> path.toString().endsWith(".tmp"))).isEmpty();
      }
    }
  }

  @Test
  void theCacheHoldsNoAddressAndIsTheUsersOwn() throws Exception {
    LoopbackTable table = threeFiles();
    try (TableEngine engine = engine(table)) {
      opened(engine, table).ask(new SummaryQuestion(List.of("id")), Job.unattended());
    }
    Path cache = folder.resolve("cache");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.walk(cache)) {
      for (Path path : files.filter(Files::isRegularFile).toList()) {
        assertThat(path.toString()).doesNotContain("storage.example", "signature");
        assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
            .doesNotContain("storage.example", "signature");
      }
    }
  }
}
