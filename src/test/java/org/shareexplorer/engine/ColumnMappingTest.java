package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.Values.StructValue;
import org.shareexplorer.table.filter.FilterParser;

/**
 * A table whose columns were renamed, dropped and added again: {@code a} and {@code b} changed
 * names, and what files call {@code c} is no longer part of the table.
 */
class ColumnMappingTest {

  private static final String SCHEMA =
      "{\"type\":\"struct\",\"fields\":["
          + String.join(
              ",",
              field("a", "\"long\"", 2, "b"),
              field("b", "\"long\"", 1, "a"),
              field("c", "\"long\"", 9, "col-9"),
              field("place", "\"string\"", 4, "col-4"),
              field(
                  "s",
                  "{\"type\":\"struct\",\"fields\":["
                      + field("x", "\"long\"", 7, "y")
                      + ","
                      + field("y", "\"long\"", 6, "x")
                      + ","
                      + field("z", "\"long\"", 10, "col-10")
                      + "]}",
                  5,
                  "s"))
          + "]}";

  private static final String ROWS =
      "SELECT i AS a, 100 + i AS b, 7::BIGINT AS c, {'x': i, 'y': -i, 'z': 5::BIGINT} AS s"
          + " FROM range(10) t(i)";

  private static final String IDS =
      ", FIELD_IDS {a: 1, b: 2, c: 3, s: {__duckdb_field_id: 5, x: 6, y: 7, z: 8}}";

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

  private static String field(String name, String type, int id, String physical) {
    return """
    {"name":"%s","type":%s,"nullable":true,"metadata":{"delta.columnMapping.id":%d,\
    "delta.columnMapping.physicalName":"%s"}}\
    """
        .formatted(name, type, id, physical);
  }

  private LoopbackTable table(String mode, String ids) throws Exception {
    return new LoopbackTable(SCHEMA, List.of("place"))
        .configured("delta.columnMapping.mode", mode)
        .add(
            "a.parquet",
            duck.bytes("a.parquet", ROWS, ids),
            Map.of("col-4", "here"),
            OptionalLong.of(10));
  }

  private TableEngine engine(LoopbackTable table) {
    return new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  @ParameterizedTest
  @CsvSource({"name, with", "name, without", "id, with"})
  void columnsAreFoundUnderTheirStoredNames(String mode, String ids) throws Exception {
    LoopbackTable table = table(mode, ids.equals("with") ? IDS : "");
    try (TableEngine engine = engine(table)) {
      OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
      Map<String, @Nullable Object> struct = new LinkedHashMap<>();
      struct.put("x", -3L);
      struct.put("y", 3L);
      struct.put("z", null);
      assertThat(open.rows(3, 1, List.of("a", "b", "c", "place", "s"), Job.unattended()).rows())
          .containsExactly(Arrays.asList(103L, 3L, null, "here", new StructValue(struct)));

      Summary summary =
          open.ask(new SummaryQuestion(List.of("a", "b", "c", "place", "s")), Job.unattended());
      assertThat(summary.columns())
          .extracting(ColumnSummary::nulls)
          .containsExactly(0L, 0L, 10L, 0L, 0L);
      assertThat(summary.columns())
          .extracting(ColumnSummary::max)
          .containsExactly(109L, 9L, null, "here", null);

      // Asked alone, the column that no file has must not be taken for the one that lost its name.
      Summary alone = open.ask(new SummaryQuestion(List.of("c")), Job.unattended());
      assertThat(alone.rows()).isEqualTo(10);
      assertThat(alone.columns().getFirst().nulls()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @CsvSource({"name, without", "id, with"})
  void conditionsAndOrdersAreAboutTheNamesOfTheTable(String mode, String ids) throws Exception {
    String stats =
        "{\"numRecords\":10,\"minValues\":{\"a\":0,\"b\":100},\"maxValues\":{\"a\":9,\"b\":109},\"nullCount\":{\"a\":0,\"b\":0}}";
    LoopbackTable table =
        new LoopbackTable(SCHEMA, List.of("place"))
            .configured("delta.columnMapping.mode", mode)
            .add(
                "a.parquet",
                duck.bytes("a.parquet", ROWS, ids.equals("with") ? IDS : ""),
                Map.of("col-4", "here"),
                Optional.of(stats));
    try (TableEngine engine = engine(table)) {
      OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
      // What the table calls a is called b in files and statistics, and the other way round.
      assertThat(viewed(open, "a < 100").rowCount()).hasValue(0);
      assertThat(viewed(open, "b >= 100").rowCount()).hasValue(0);
      assertThat(viewed(open, "place <> 'here'").rowCount()).hasValue(0);
      assertThat(table.read).isEmpty();
      assertThat(viewed(open, "c = 7").rowCount()).hasValue(0);

      String condition = "a >= 103 AND b < 5 AND place = 'here' AND c IS NULL";
      assertThat(
              viewed(open, condition, new Order("a", true))
                  .rows(0, 9, List.of("a", "b"), Job.unattended())
                  .rows())
          .containsExactly(List.of(104L, 4L), List.of(103L, 3L));
    }
  }

  private static OpenTable viewed(OpenTable open, String condition, Order... order) {
    return open.viewed(
        new View(FilterParser.parse(condition, open.snapshot().fields()), List.of(order)),
        Job.unattended());
  }

  @Test
  void namesOfAMappingThatIsOffMeanNothing() throws Exception {
    LoopbackTable table = table("none", IDS);
    try (TableEngine engine = engine(table)) {
      assertThat(
              engine
                  .open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended())
                  .rows(3, 1, List.of("a", "b", "c"), Job.unattended())
                  .rows())
          .containsExactly(List.of(3L, 103L, 7L));
    }
  }

  @Test
  void aFileWithoutNumbersIsAProblemWhereTheTableGoesByThem() throws Exception {
    LoopbackTable table = table("id", "");
    try (TableEngine engine = engine(table)) {
      OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
      List<Runnable> reads =
          List.of(
              () -> open.rows(3, 1, List.of("a"), Job.unattended()),
              () -> open.ask(new SummaryQuestion(List.of("a")), Job.unattended()));
      for (Runnable read : reads) {
        assertThatExceptionOfType(ProblemException.class)
            .isThrownBy(read::run)
            .matches(e -> e.problem().code() == ProblemCode.FILE_DAMAGED)
            .withMessageContaining("a.parquet")
            .withMessageContaining("numbers");
      }
    }
  }
}
