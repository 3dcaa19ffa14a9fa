package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.Values.Bytes;
import org.shareexplorer.table.Values.Undecodable;
import org.shareexplorer.table.filter.FilterParser;

/** Columns that cannot be computed with cost themselves only, and say why. */
class OddTypesTest {

  @TempDir Path folder;

  private final Jobs jobs = new Jobs();
  private DuckFiles duck;
  private LoopbackTable table;
  private TableEngine engine;
  private OpenTable open;

  @BeforeEach
  void open() throws Exception {
    duck = new DuckFiles(folder);
    table =
        new LoopbackTable(
            LoopbackTable.schema(
                "id", "long",
                "waited", "interval day to second",
                "months", "interval year to month",
                "shape", "geometry(OGC:CRS84)",
                "moment", "time(6)",
                "small", "integer",
                "price", "decimal(5,2)"),
            List.of());
    table.add(
        "a.parquet",
        duck.bytes(
            "a.parquet",
            "SELECT i AS id, INTERVAL (i) DAY AS waited, i::INTEGER AS months,"
                + " unhex('0101') AS shape, TIME '12:34:56.5' AS moment,"
                + " 3000000000 - 1000000000 * i AS small, (1000 * i + 0.5)::DECIMAL(9,2) AS price"
                + " FROM range(4) t(i)",
            ""),
        Map.of(),
        OptionalLong.of(4));
    engine = new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs));
    open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
  }

  @AfterEach
  void close() throws Exception {
    engine.close();
    duck.close();
    jobs.close();
  }

  @Test
  void rowsShowWhatCanBeShown() {
    List<Object> row =
        open
            .rows(
                0,
                4,
                List.of("id", "waited", "months", "shape", "moment", "small", "price"),
                Job.unattended())
            .rows()
            .getFirst()
            .stream()
            .map(Object.class::cast)
            .toList();
    assertThat(row.get(0)).isEqualTo(0L);
    assertThat(row.get(1)).isEqualTo(new Bytes(new byte[12]));
    assertThat(row.get(2)).isEqualTo(0L);
    assertThat(row.get(3)).isEqualTo(new Bytes(new byte[] {1, 1}));
    assertThat(row.get(4)).isEqualTo("12:34:56.5");
    assertThat(row.get(5)).isInstanceOf(Undecodable.class);
    assertThat(row.get(6)).isEqualTo(new BigDecimal("0.50"));
  }

  @Test
  void nullsOfTypesThatAreNotKnownAreCounted() {
    List<String> odd = List.of("id", "waited", "months", "shape", "moment");
    Summary summary = open.ask(new SummaryQuestion(odd), Job.unattended());
    assertThat(summary.columns()).extracting(ColumnSummary::nulls).containsOnly(0L);
    assertThat(summary.columns().getFirst().max()).isEqualTo(3L);
    for (String column : odd) {
      for (Extent extent : Extent.values()) {
        assertThat(
                open.ask(new ProfileQuestion(column, extent), Job.unattended())
                    .figures()
                    .get(Measure.NULLS))
            .extracting(Figure::value)
            .isEqualTo(0L);
      }
      assertThat(
              open.viewed(
                      new View(
                          FilterParser.parse(column + " IS NULL", open.snapshot().fields()),
                          List.of()),
                      Job.unattended())
                  .rowCount())
          .hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"waited", "months", "shape", "moment"})
  void whatCannotBeAskedOfAColumnSaysSo(String column) {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                open.viewed(
                    new View(
                        FilterParser.parse("id >= 0", open.snapshot().fields()),
                        List.of(new Order(column, false))),
                    Job.unattended()));
    assertThat(thrown.problem().what() + thrown.problem().why()).contains(column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small", "price"})
  void valuesOutsideOfTheirTypeNameTheirColumn(String column) {
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () -> open.ask(new SummaryQuestion(List.of("id", column)), Job.unattended()));
    assertThat(thrown.problem().what())
        .isEqualTo("The column %s cannot be computed with.".formatted(column));
    assertThat(thrown.problem().why()).contains("too large for the type");
    assertThat(open.ask(new SummaryQuestion(List.of("id")), Job.unattended()).rows()).isEqualTo(4);
  }
}
