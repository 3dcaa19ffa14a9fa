package org.shareexplorer.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.FileLine;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;
import org.shareexplorer.protocol.ResponseFormat;
import org.shareexplorer.protocol.SignedAddress;
import org.shareexplorer.protocol.TableHead;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.table.ColumnStatistics.Count;
import org.shareexplorer.table.DataType.Simple;
import org.shareexplorer.table.FileStatistics.Extreme;
import org.shareexplorer.table.FileStatistics.Precision;

class ProviderStatisticsTest {

  private final List<DataFile> files = new ArrayList<>();

  private void file(String stats, Map<String, @Nullable String> partition, long deleted) {
    files.add(Snapshots.file(line(stats, partition, deleted)));
  }

  private static FileLine line(
      String stats, Map<String, @Nullable String> partition, long deleted) {
    return new FileLine(
        "1",
        new SignedAddress("https://h/f"),
        7,
        partition,
        stats.isEmpty() ? Optional.empty() : Optional.of(stats),
        Long.MAX_VALUE,
        deleted == 0
            ? Optional.empty()
            : Optional.of(
                new DeletionVectorLine("i", Optional.of("x"), Optional.empty(), 0, 4, deleted)));
  }

  private static Snapshot snapshot(
      List<Field> fields, List<String> partitions, List<DataFile> files) {
    TableHead head = head("{}", partitions);
    return new Snapshot(new TableName("a", "b", "c"), head, fields, files);
  }

  private static TableHead head(String schema, List<String> partitions) {
    return new TableHead(
        1,
        ResponseFormat.DELTA,
        3,
        Set.of(),
        "id",
        Optional.empty(),
        Optional.empty(),
        schema,
        partitions,
        Map.of(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty());
  }

  private ColumnStatistics of(Field field, String... partitions) {
    return ProviderStatistics.of(
            snapshot(List.of(field), List.of(partitions), files), Job.unattended())
        .columns()
        .getFirst();
  }

  private static Field field(DataType type) {
    return new Field("x", type, true);
  }

  private static String stats(long rows, String min, String max, String nulls, String more) {
    return "{\"numRecords\":%d,\"minValues\":{\"x\":%s},\"maxValues\":{\"x\":%s},\"nullCount\":{\"x\":%s}%s}"
        .formatted(rows, min, max, nulls, more);
  }

  @Test
  void filesAreTakenTogether() {
    file(stats(10, "3", "8", "2", ""), Map.of(), 0);
    file(stats(5, "-1", "4", "0", ",\"tightBounds\":true"), Map.of(), 0);
    file(stats(7, "null", "null", "7", ""), Map.of(), 0);
    file("{\"numRecords\":0}", Map.of(), 0);
    ColumnStatistics column = of(field(Simple.INTEGER));
    assertThat(column.nulls()).isEqualTo(new Count(9, 9));
    assertThat(column.min()).isEqualTo(new Extreme(-1, Precision.EXACT));
    assertThat(column.max()).isEqualTo(new Extreme(8, Precision.EXACT));
    assertThat(column.values()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // Without statistics, with damaged ones, or with none of the column.
    "''",
    "'{\"numRecords\":4,\"minVal'",
    "'[]'",
    "'{\"numRecords\":4,\"minValues\":{\"x\":[1]},\"maxValues\":7,\"nullCount\":{\"x\":{\"y\":1}}}'",
    "'{\"numRecords\":4,\"minValues\":{\"X\":1},\"maxValues\":{\"y\":1},\"nullCount\":{\"x\":-1}}'",
    "'{\"numRecords\":4,\"minValues\":{\"x\":true},\"maxValues\":{\"x\":1.5},\"nullCount\":{\"x\":5}}'",
    "'{\"numRecords\":4,\"minValues\":{\"x\":99999999999},\"maxValues\":{\"x\":\"7\"},\"nullCount\":{\"x\":99999999999999999999}}'"
  })
  void whatOneFileDoesNotSayIsNotKnownOfTheTable(String stats) {
    file(stats(10, "3", "8", "2", ""), Map.of(), 0);
    file(stats, Map.of(), 0);
    ColumnStatistics column = of(field(Simple.INTEGER));
    assertThat(column.nulls().least()).isEqualTo(2);
    assertThat(column.nulls().exact()).isFalse();
    assertThat(column.min()).isNull();
    assertThat(column.max()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    // Rows deleted since: figures are of all rows in the file, unless they say otherwise.
    "0, '', 0, 0, BOUND",
    "10, '', 6, 6, ",
    "3, '', 0, 6, BOUND",
    "3, ',\"tightBounds\":false', 0, 6, BOUND",
    "3, ',\"tightBounds\":true', 3, 3, EXACT",
    "7, ',\"tightBounds\":true', 0, 6, EXACT",
  })
  void deletedRowsMakeFiguresBounds(
      String nulls, String tight, long least, long most, @Nullable Precision precision) {
    file(stats(10, "3", "8", nulls, tight), Map.of(), 4);
    ColumnStatistics column = of(field(Simple.INTEGER));
    assertThat(column.nulls()).isEqualTo(new Count(least, most));
    assertThat(column.max()).isEqualTo(precision == null ? null : new Extreme(8, precision));
  }

  @Test
  void aValueThatIsThereIsExactWhateverBoundsLieWithin() {
    file(stats(10, "3", "8", "0", ""), Map.of(), 0);
    file(stats(10, "3", "9", "0", ",\"tightBounds\":false"), Map.of(), 0);
    ColumnStatistics column = of(field(Simple.INTEGER));
    assertThat(column.min()).isEqualTo(new Extreme(3, Precision.EXACT));
    assertThat(column.max()).isEqualTo(new Extreme(9, Precision.BOUND));
  }

  @Test
  void textsThatWereCutAreBounds() {
    String cut = "a".repeat(32);
    file(stats(2, '"' + cut + '"', "\"" + cut + "\\uDBFF\\uDFFF\"", "0", ""), Map.of(), 0);
    file(stats(2, "\"b\"", "\"\\uFFFD\"", "0", ""), Map.of(), 0);
    ColumnStatistics column = of(field(Simple.STRING));
    assertThat(column.min()).isEqualTo(new Extreme(cut, Precision.BOUND));
    assertThat(column.max()).isEqualTo(new Extreme("\uFFFD", Precision.EXACT));
  }

  @Test
  void textsAreInTheOrderOfCodePoints() {
    file(stats(1, "\"\\uFF5E\"", "\"\\uFF5E\"", "0", ""), Map.of(), 0);
    file(stats(1, "\"\\uD83D\\uDE00\"", "\"\\uD83D\\uDE00\"", "0", ""), Map.of(), 0);
    ColumnStatistics column = of(field(Simple.STRING));
    assertThat(Objects.requireNonNull(column.min()).value()).isEqualTo("\uFF5E");
    assertThat(Objects.requireNonNull(column.max()).value()).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void momentsAreCutToMilliseconds() {
    file(
        stats(2, "\"2024-01-01T00:00:00.123Z\"", "\"2024-01-02T01:00:00.456+01:00\"", "0", ""),
        Map.of(),
        0);
    ColumnStatistics column = of(field(Simple.TIMESTAMP));
    assertThat(column.min())
        .isEqualTo(new Extreme(Instant.parse("2024-01-01T00:00:00.123Z"), Precision.MILLISECONDS));
    assertThat(column.max())
        .isEqualTo(new Extreme(Instant.parse("2024-01-02T00:00:00.456Z"), Precision.MILLISECONDS));
  }

  @Test
  void theBoundOfMomentsLiesBehindTheirMillisecond() {
    file(
        stats(9, "\"2024-01-01\"", "\"2024-01-02T01:00:00.456\"", "0", ",\"tightBounds\":false"),
        Map.of(),
        0);
    ColumnStatistics column = of(field(Simple.TIMESTAMP_NTZ));
    assertThat(column.min())
        .isEqualTo(new Extreme(LocalDateTime.parse("2024-01-01T00:00:00"), Precision.BOUND));
    assertThat(column.max())
        .isEqualTo(new Extreme(LocalDateTime.parse("2024-01-02T01:00:00.456999"), Precision.BOUND));
  }

  @Test
  void decimalsKeepEveryDigit() {
    file(
        stats(
            2,
            "-99999999999999999999999999999999999.99",
            "\"12345678901234567890123456789012345.6\"",
            "0",
            ""),
        Map.of(),
        0);
    ColumnStatistics column = of(field(new DataType.Decimal(38, 2)));
    assertThat(Objects.requireNonNull(column.min()).value())
        .isEqualTo(new BigDecimal("-99999999999999999999999999999999999.99"));
    assertThat(Objects.requireNonNull(column.max()).value())
        .isEqualTo(new BigDecimal("12345678901234567890123456789012345.60"));
  }

  @ParameterizedTest
  @CsvSource({"\"NaN\"", "\"Infinity\"", "1e999"})
  void whatIsNoFiniteNumberHidesTheOthers(String greatest) {
    file(stats(2, "0.5", greatest, "0", ""), Map.of(), 0);
    file(stats(2, "0.25", "7.5", "0", ""), Map.of(), 0);
    ColumnStatistics column = of(field(Simple.DOUBLE));
    assertThat(column.min()).isEqualTo(new Extreme(0.25, Precision.EXACT));
    assertThat(column.max()).isNull();
  }

  @Test
  void columnsAreFoundByTheirStoredNames() {
    file(stats(2, "1", "2", "0", ""), Map.of(), 0);
    ColumnStatistics column =
        of(new Field("shown", Simple.LONG, true, Map.of(), new StoredName("x", OptionalInt.of(1))));
    assertThat(column.max()).isEqualTo(new Extreme(2L, Precision.EXACT));
  }

  @Test
  void partitionColumnsAreKnownFromTheListOfFiles() {
    file("{\"numRecords\":10}", Map.of("x", "2024-01-02"), 3);
    file("{\"numRecords\":5}", Map.of("x", "2024-01-01"), 0);
    file("{\"numRecords\":5}", Map.of("x", "2024-01-02"), 0);
    file("{\"numRecords\":4}", Map.of("x", ""), 0);
    file("{\"numRecords\":4}", Map.of("x", "1999-01-01"), 4);
    ColumnStatistics column = of(field(Simple.DATE), "x");
    assertThat(column.nulls()).isEqualTo(new Count(4, 4));
    assertThat(column.min()).isEqualTo(new Extreme(LocalDate.of(2024, 1, 1), Precision.EXACT));
    assertThat(column.max()).isEqualTo(new Extreme(LocalDate.of(2024, 1, 2), Precision.EXACT));
    assertThat(column.values())
        .containsExactly(
            new ValueCount(LocalDate.of(2024, 1, 2), 12),
            new ValueCount(LocalDate.of(2024, 1, 1), 5));
  }

  @Test
  void partitionsOfUnknownSizeMayBeEmpty() {
    file("", Map.of("x", "7"), 0);
    file("{\"numRecords\":5}", Map.of("x", "8"), 0);
    ColumnStatistics column = of(field(Simple.LONG), "x");
    assertThat(column.nulls()).isEqualTo(new Count(0, 0));
    assertThat(column.min()).isEqualTo(new Extreme(7L, Precision.BOUND));
    assertThat(column.max()).isEqualTo(new Extreme(8L, Precision.EXACT));
    assertThat(column.values()).isNull();
  }

  @Test
  void anEmptyTableHasNoNulls() {
    ColumnStatistics column = of(field(Simple.LONG));
    assertThat(column.nulls()).isEqualTo(new Count(0, 0));
    assertThat(column.min()).isNull();
  }

  @Test
  void manyFilesCanBeCancelled() {
    for (int i = 0; i < 5_000; i++) {
      file(stats(2, "1", "2", "0", ""), Map.of(), 0);
    }
    Snapshot many = snapshot(List.of(field(Simple.LONG)), List.of(), files);
    assertThat(ProviderStatistics.of(many, Job.unattended()).rows()).hasValue(10_000);
    try (Jobs jobs = new Jobs()) {
      var running =
          jobs.start(job -> {
            while (true) {
              ProviderStatistics.of(many, job);
            }
          });
      running.cancel();
      assertThatExceptionOfType(CancellationException.class).isThrownBy(running::join);
    }
  }

  @Test
  void whatIsTakenInWhileFilesComeIsWhatAllOfThemSay() {
    Random random = new Random(41);
    String schema =
        "{\"type\":\"struct\",\"fields\":[{\"name\":\"x\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}},"
            + "{\"name\":\"p\",\"type\":\"date\",\"nullable\":true,\"metadata\":{}}]}";
    for (int files = FileList.PLAIN; files < FileList.PLAIN + 1_000; files += 333) {
      TableHead head = head(schema, List.of("p"));
      ArrivingFiles arriving = new ArrivingFiles(new TableName("a", "b", "c"), _ -> {});
      arriving.head(head);
      for (int i = 0; i < files; i++) {
        String max = Integer.toString(random.nextInt(1_000_000));
        long deleted = random.nextInt(10) == 0 ? 1 : 0;
        arriving.accept(line(stats(2, "-7", max, "1", ""), Map.of("p", day(random)), deleted));
      }
      Snapshot come = arriving.snapshot(head);
      Snapshot all = new Snapshot(come.name(), head, come.fields(), new ArrayList<>(come.files()));
      assertThat(all.list().folded()).isEmpty();
      ProviderStatistics expected = ProviderStatistics.of(all, Job.unattended());
      assertThat(ProviderStatistics.of(come, Job.unattended())).isEqualTo(expected);
      assertThat(ProviderStatistics.of(come, IntStream.range(0, files).toArray(), Job.unattended()))
          .isEqualTo(expected);
      assertThat(come.list().notFolded().count())
          .isEqualTo(files == FileList.PLAIN ? files : (files - FileList.PLAIN) % 128);
    }
  }

  private static String day(Random random) {
    return LocalDate.ofEpochDay(random.nextInt(900)).toString();
  }

  /** Statistics damaged by lot say nothing, or something of the right type; they never fail. */
  @Test
  void damagedStatisticsNeverFail() {
    List<Field> fields =
        List.of(
            new Field("i", Simple.INTEGER, true),
            new Field("d", new DataType.Decimal(10, 2), true),
            new Field("f", Simple.DOUBLE, true),
            new Field("s", Simple.STRING, true),
            new Field("t", Simple.TIMESTAMP, true),
            new Field("n", Simple.TIMESTAMP_NTZ, true),
            new Field("a", Simple.DATE, true),
            new Field("b", Simple.BOOLEAN, true));
    String whole =
        "{\"numRecords\":9,\"minValues\":{\"i\":1,\"d\":1.25,\"f\":0.5,\"s\":\"a\",\"t\":\"2024-01-01T00:00:00.000Z\","
            + "\"n\":\"2024-01-01T00:00:00.000\",\"a\":\"2024-01-01\",\"st\":{\"i\":1}},\"maxValues\":{\"i\":7,\"d\":9.99,"
            + "\"f\":\"NaN\",\"s\":\"zz\",\"t\":\"2025-01-01T00:00:00.000Z\",\"n\":\"2025-01-01T00:00:00.000\",\"a\":\"2024-12-31\"},"
            + "\"nullCount\":{\"i\":0,\"d\":1,\"f\":2,\"s\":3,\"t\":4,\"n\":5,\"a\":6,\"b\":9},\"tightBounds\":true}";
    StatisticsReader reader = new StatisticsReader(fields);
    Random random = new Random(2026);
    int read = 0;
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder(whole);
      for (int n = random.nextInt(3); n >= 0; n--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) (32 + random.nextInt(95)));
          case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(9)));
          default -> text.insert(at, "\"{}[]:,09eE-\\".charAt(random.nextInt(13)));
        }
      }
      Optional<FileStatistics> said = reader.read(text.toString());
      if (said.isPresent()) {
        read++;
        check(said.get(), fields);
      }
    }
    assertThat(read).isBetween(300, 4_700);
  }

  private static void check(FileStatistics said, List<Field> fields) {
    assertThat(said.columns()).hasSameSizeAs(fields);
    for (int c = 0; c < fields.size(); c++) {
      Extreme min = said.columns().get(c).min();
      if (min != null) {
        assertThat(min.value().getClass()).isEqualTo(type(fields.get(c).type()));
      }
      Long nulls = said.columns().get(c).nulls();
      assertThat(nulls == null || nulls >= 0).isTrue();
    }
  }

  private static Class<?> type(DataType type) {
    return switch (type) {
      case Simple.INTEGER -> Integer.class;
      case Simple.DOUBLE -> Double.class;
      case Simple.STRING -> String.class;
      case Simple.TIMESTAMP -> Instant.class;
      case Simple.TIMESTAMP_NTZ -> LocalDateTime.class;
      case Simple.DATE -> LocalDate.class;
      case Simple.BOOLEAN -> Boolean.class;
      default -> BigDecimal.class;
    };
  }
}
