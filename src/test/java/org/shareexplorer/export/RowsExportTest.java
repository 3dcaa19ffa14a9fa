package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.engine.OpenTable;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.DataType;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values;
import org.shareexplorer.ui.headless.FakeTable;

/** How files come about; what stands in them is checked in {@link ExportedValuesTest}. */
class RowsExportTest {

  private static final List<Field> COLUMNS =
      List.of(
          new Field("id", Simple.LONG, true),
          new Field("words", Simple.STRING, true),
          new Field("amount", new DataType.Decimal(12, 2), true));

  @TempDir Path folder;
  private final Jobs jobs = new Jobs();

  @AfterEach
  void end() {
    jobs.close();
  }

  private static OpenTable table(long rows, FakeTable.Content content) {
    return new FakeTable("sales", COLUMNS, rows, true, 3, content);
  }

  private static @Nullable Object plain(long row, int column) {
    return switch (column) {
      case 0 -> row;
      case 1 -> "the words of row " + row + ", all of its own";
      default -> java.math.BigDecimal.valueOf(row, 2);
    };
  }

  private Exported write(OpenTable table, FileFormat format) {
    return new RowsExport(table, List.of("id", "words", "amount"), false)
        .write(format, file(format), List.of(Duration.ZERO, Duration.ZERO), jobs, Job.unattended());
  }

  private Path file(FileFormat format) {
    return folder.resolve("rows" + format.ending());
  }

  private List<Path> left() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void allRowsAreWrittenInOrderOverManyPages() throws Exception {
    Exported written = write(table(40_000, RowsExportTest::plain), FileFormat.CSV);
    List<String> lines = Files.readAllLines(written.file());
    assertThat(lines).hasSize(40_001);
    assertThat(lines.getFirst()).isEqualTo("id,words,amount");
    assertThat(lines.get(16_385))
        .isEqualTo("16384,\"the words of row 16384, all of its own\",163.84");
    assertThat(lines.getLast()).startsWith("39999,");
    assertThat(written.rows()).isEqualTo(40_000);
    assertThat(written.bytes()).isEqualTo(Files.size(written.file()));
    assertThat(left()).containsExactly(written.file());
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void aTableWithoutRowsIsAFileWithoutRows(FileFormat format) {
    assertThat(write(table(0, RowsExportTest::plain), format).rows()).isZero();
    assertThat(file(format)).exists();
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void memoryDoesNotGrowWithTheRows(FileFormat format) {
    AtomicLong early = new AtomicLong(Long.MAX_VALUE);
    AtomicLong late = new AtomicLong(Long.MAX_VALUE);
    OpenTable many =
        table(
            120_000,
            (row, column) -> {
              // Twice in the end, as rows before are written meanwhile.
              if (column == 0 && (row == 30_000 || row / 2 == 57_000)) {
                System.gc();
                Runtime now = Runtime.getRuntime();
                long used = now.totalMemory() - now.freeMemory();
                (row == 30_000 ? early : late).accumulateAndGet(used, Math::min);
              }
              return column == 1 ? ("row " + row + " ").repeat(40) : plain(row, column);
            });
    // 120,000 texts of 400 characters are 50 MB.
    write(many, format);
    assertThat(late.get() - early.get()).isLessThan(20L << 20);
  }

  @Test
  void rowsOfMegabytesAreNotGatheredByTheThousand() throws Exception {
    List<Field> columns = List.of(new Field("bytes", Simple.BINARY, true));
    OpenTable large =
        new FakeTable(
            "large",
            columns,
            40,
            true,
            3,
            (row, _) -> {
              byte[] bytes = new byte[3 << 20];
              new Random(row).nextBytes(bytes);
              return new Values.Bytes(bytes);
            });
    new RowsExport(large, List.of("bytes"), false)
        .write(FileFormat.PARQUET, file(FileFormat.PARQUET), jobs, Job.unattended());
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet groups =
            statement.executeQuery(
                "SELECT count(DISTINCT row_group_id) FROM parquet_metadata('%s')"
                    .formatted(file(FileFormat.PARQUET)))) {
      groups.next();
      assertThat(groups.getInt(1)).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @EnumSource(FileFormat.class)
  void aCancelledExportLeavesNoFile(FileFormat format) throws Exception {
    AtomicReference<@Nullable Running<Exported>> running = new AtomicReference<>();
    OpenTable slow =
        table(
            1_000_000,
            (row, column) -> {
              Running<Exported> itself = running.get();
              if (row > 50_000 && itself != null) {
                itself.cancel();
              }
              return plain(row, column);
            });
    RowsExport export = new RowsExport(slow, List.of("id", "words", "amount"), false);
    running.set(jobs.start(job -> export.write(format, file(format), jobs, job)));
    Running<Exported> started = java.util.Objects.requireNonNull(running.get());
    assertThatThrownBy(started::join).isInstanceOf(CancellationException.class);
    while (jobs.ending() > 0) {
      Thread.sleep(1);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void nobodyWaitsForAValueThatTakesLongToWriteAndItsFileIsGoneBefore() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    Object slow =
        new Object() {
          @Override
          public String toString() {
            begun.countDown();
            try {
              end.await();
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            return "slow";
          }
        };
    RowsExport export = new RowsExport(table(10, (_, _) -> slow), List.of("words"), false);
    Running<Exported> running =
        jobs.start(job -> export.write(FileFormat.CSV, file(FileFormat.CSV), jobs, job));
    begun.await();
    assertThat(left()).hasSize(1);
    running.cancel();
    assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    while (!left().isEmpty()) {
      Thread.sleep(1);
    }
    assertThat(jobs.ending()).isPositive();
    end.countDown();
    while (jobs.ending() > 0) {
      Thread.sleep(1);
    }
    assertThat(left()).isEmpty();
  }

  @Test
  void aConnectionThatComesBackCostsNoRow() throws Exception {
    AtomicBoolean cut = new AtomicBoolean(true);
    OpenTable shaky =
        table(
            40_000,
            (row, column) -> {
              if (row == 20_000 && cut.getAndSet(false)) {
                throw new Problem(ProblemCode.NETWORK_CONNECT, "No connection.", "", "")
                    .asException();
              }
              return plain(row, column);
            });
    assertThat(write(shaky, FileFormat.JSON_LINES).rows()).isEqualTo(40_000);
    assertThat(Files.readAllLines(file(FileFormat.JSON_LINES)))
        .hasSize(40_000)
        .doesNotHaveDuplicates();
  }

  @Test
  void whoWaitsForTheConnectionIsToldForHowLong() {
    AtomicInteger cuts = new AtomicInteger();
    OpenTable shaky =
        table(
            10,
            (row, column) -> {
              if (cuts.getAndIncrement() < 2) {
                throw new Problem(ProblemCode.NETWORK_CONNECT, "No connection.", "", "")
                    .asException();
              }
              return plain(row, column);
            });
    List<Duration> waits =
        List.of(
            Duration.ZERO, Duration.ofMillis(1), Duration.ofSeconds(60), Duration.ofSeconds(50));
    List<String> told = new ArrayList<>();
    Job job = Job.unattended().retold(progress -> told.add(progress.doing()));
    assertThat(new SteadyRows(shaky, List.of("id"), waits).read(0, 10, job, job).rows())
        .hasSize(10);
    assertThat(told)
        .contains("No connection. Trying again after row 0, giving up in about 2 minutes");
  }

  @Test
  void aConnectionThatStaysAwayIsItsOwnProblemAndLeavesTheFormerFileAlone() throws Exception {
    Files.writeString(file(FileFormat.CSV), "before");
    OpenTable gone =
        table(
            40_000,
            (row, column) -> {
              if (row > 20_000) {
                throw new Problem(ProblemCode.NETWORK_CONNECT, "No connection.", "", "")
                    .asException();
              }
              return plain(row, column);
            });
    assertProblem(ProblemCode.NETWORK_CONNECT, "No connection", () -> write(gone, FileFormat.CSV));
    assertThat(left()).containsExactly(file(FileFormat.CSV));
    assertThat(file(FileFormat.CSV)).hasContent("before");
  }

  @Test
  void whatCannotBeReadIsNeverWrittenAsAValue() throws Exception {
    OpenTable damaged =
        table(
            10,
            (row, column) ->
                row == 7 ? new Values.Undecodable("A page is cut.") : plain(row, column));
    assertProblem(ProblemCode.FILE_DAMAGED, "column id", () -> write(damaged, FileFormat.PARQUET));
    assertThat(left()).isEmpty();
  }

  @Test
  void moreThanASheetHoldsIsRefusedBeforeAnythingIsRead() throws Exception {
    FakeTable large = new FakeTable("large", COLUMNS, 1_048_576, true, 3, RowsExportTest::plain);
    assertProblem(
        ProblemCode.TOO_LARGE,
        "1,048,576 rows and 3 columns; a sheet has room for 1,048,575 and 16,384",
        () -> write(large, FileFormat.EXCEL));
    assertThat(large.asked).isEmpty();
    assertThat(FileFormat.EXCEL.obstacle(1_048_575, 16_384)).isEmpty();
    assertThat(FileFormat.EXCEL.obstacle(1, 16_385)).isPresent();
    assertThat(FileFormat.CSV.obstacle(Long.MAX_VALUE, 20_000)).isEmpty();
  }

  @Test
  void textsThatACellCannotHoldAreCutBetweenCharactersAndThatIsSaid() throws Exception {
    List<String> texts =
        List.of(
            "x".repeat(32_767),
            "x".repeat(32_766) + "\ud83e\udd86",
            "=cmd|' /C calc'!A0",
            "007",
            " both ends\n");
    OpenTable texts5 =
        new FakeTable(
            "history",
            List.of(new Field("words", Simple.STRING, true)),
            5,
            true,
            3,
            (row, _) -> texts.get((int) row));
    Exported written =
        new RowsExport(texts5, List.of("words"), false)
            .write(FileFormat.EXCEL, file(FileFormat.EXCEL), jobs, Job.unattended());
    assertThat(written.sentence()).contains("One text was cut after 32,767 characters.");
    try (ReadableWorkbook book = new ReadableWorkbook(file(FileFormat.EXCEL).toFile())) {
      // The name "History" is Excel's own.
      assertThat(book.getFirstSheet().getName()).isEqualTo("history_");
      assertThat(book.getFirstSheet().read().stream().map(row -> row.getCell(0).getText()))
          .containsExactly(
              "words", texts.get(0), "x".repeat(32_766), texts.get(2), "007", texts.get(4));
    }
    // Readers differ in what they make of blanks at the ends; this tells all of them to keep these.
    try (ZipFile book = new ZipFile(file(FileFormat.EXCEL).toFile())) {
      assertThat(book.getInputStream(book.getEntry("xl/worksheets/sheet1.xml")).readAllBytes())
          .asString(StandardCharsets.UTF_8)
          .contains("<t xml:space=\"preserve\"> both ends&#xa;</t>")
          .contains("<t>007</t>");
    }
  }

  @Test
  void valuesThatBringTheirOwnTypeAreJsonEverywhere() throws Exception {
    List<@Nullable Object> variants =
        Arrays.asList(
            new Values.Variant(new java.math.BigDecimal("1.50")),
            new Values.Variant("a\"b"),
            new Values.Variant(null),
            null);
    OpenTable table =
        new FakeTable(
            "variants",
            List.of(new Field("v", Simple.VARIANT, true)),
            4,
            true,
            3,
            (row, _) -> variants.get((int) row));
    for (FileFormat format : FileFormat.values()) {
      new RowsExport(table, List.of("v"), false)
          .write(format, file(format), jobs, Job.unattended());
    }
    assertThat(Files.readAllLines(file(FileFormat.JSON_LINES)))
        .containsExactly("{\"v\":1.50}", "{\"v\":\"a\\\"b\"}", "{\"v\":null}", "{\"v\":null}");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      for (String from :
          List.of(
              "'" + file(FileFormat.PARQUET) + "'",
              "read_csv('"
                  + file(FileFormat.CSV)
                  + "', header = true, columns = {v: 'VARCHAR'})")) {
        try (ResultSet rows =
            statement.executeQuery("SELECT list(coalesce(v::VARCHAR, 'nothing')) FROM " + from)) {
          rows.next();
          assertThat(rows.getString(1))
              .as(from)
              .isEqualTo("[1.50, '\"a\\\\\"b\"', 'null', nothing]");
        }
      }
    }
  }

  @Test
  void daysAfterTheYear9999OpenElsewhereAsTheyAre() throws Exception {
    LocalDateTime first = LocalDateTime.of(10_000, 1, 1, 12, 30, 0, 250_000_000);
    LocalDateTime last = LocalDateTime.of(290_000, 12, 31, 23, 59, 59);
    OpenTable far =
        new FakeTable(
            "far",
            List.of(
                new Field("day", Simple.DATE, true),
                new Field("moment", Simple.TIMESTAMP, true),
                new Field("local", Simple.TIMESTAMP_NTZ, true)),
            2,
            true,
            3,
            (row, column) -> {
              LocalDateTime at = row == 0 ? first : last;
              return switch (column) {
                case 0 -> at.toLocalDate();
                case 1 -> at.toInstant(ZoneOffset.UTC);
                default -> at;
              };
            });
    for (FileFormat format : FileFormat.values()) {
      new RowsExport(far, List.of("day", "moment", "local"), false)
          .write(format, file(format), jobs, Job.unattended());
    }
    String types = "columns = {day: 'DATE', moment: 'TIMESTAMPTZ', \"local\": 'TIMESTAMP'}";
    for (String from :
        List.of(
            "'" + file(FileFormat.PARQUET) + "'",
            "read_csv('" + file(FileFormat.CSV) + "', header = true, " + types + ")",
            "read_json('" + file(FileFormat.JSON_LINES) + "', " + types + ")")) {
      try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
          Statement statement = database.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "SELECT min(day)::VARCHAR, epoch_us(min(moment)), epoch_us(max(local)) FROM "
                      + from)) {
        rows.next();
        assertThat(rows.getString(1)).as(from).isEqualTo("10000-01-01");
        assertThat(rows.getLong(2))
            .as(from)
            .isEqualTo(first.toInstant(ZoneOffset.UTC).toEpochMilli() * 1_000);
        assertThat(rows.getLong(3))
            .as(from)
            .isEqualTo(last.toInstant(ZoneOffset.UTC).toEpochMilli() * 1_000);
      }
    }
    // There are no such days in Excel.
    try (ReadableWorkbook book = new ReadableWorkbook(file(FileFormat.EXCEL).toFile())) {
      assertThat(book.getFirstSheet().read().get(1).stream().map(cell -> cell.getText()))
          .containsExactly("+10000-01-01", "+10000-01-01T12:30:00.25Z", "+10000-01-01T12:30:00.25");
    }
  }

  @Test
  void aFullDiskIsASentenceAndLeavesNothing() throws Exception {
    assertProblem(
        ProblemCode.DISK,
        "rows.csv could not be saved. The disk is full.",
        () ->
            WholeFile.write(
                file(FileFormat.CSV),
                part -> {
                  Files.writeString(part, "half of it");
                  throw new IOException("No space left on device");
                }));
    assertThat(left()).isEmpty();
  }

  @Test
  void textsThatSpreadsheetsTakeForFormulasAreGuardedWhenThatIsAskedFor() throws Exception {
    List<String> texts = List.of("=1+1", "+x", "-x", "@sum", "\tx", "fine", "");
    OpenTable formulas = table(7, (row, column) -> column == 1 ? texts.get((int) row) : -row);
    Path file = folder.resolve("guarded.csv");
    new RowsExport(formulas, List.of("id", "words"), true)
        .write(FileFormat.CSV, file, jobs, Job.unattended());
    assertThat(Files.readString(file))
        .isEqualTo(
            "id,words\r\n0,'=1+1\r\n-1,'+x\r\n-2,'-x\r\n-3,'@sum\r\n-4,'\tx\r\n-5,fine\r\n-6,\"\"\r\n");
  }

  private static void assertProblem(ProblemCode code, String words, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(code);
              assertThat(e.problem().sentence()).contains(words);
            });
  }
}
