package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.filter.Predicate;

/** Rows whose values are so large that a page of them does not belong into memory. */
class LargeValuesTest {

  private static final int ROWS = 70;

  @TempDir Path folder;

  @Test
  void rowsComeInPortionsThatFitIntoMemory() throws Exception {
    try (DuckFiles duck = new DuckFiles(folder);
        Jobs jobs = new Jobs();
        Questions questions = new Questions(jobs)) {
      LoopbackTable table =
          new LoopbackTable(LoopbackTable.schema("id", "integer", "text", "string"), List.of());
      table.add(
          "a.parquet",
          duck.bytes(
              "a.parquet",
              "SELECT range::INTEGER AS id, CASE WHEN range < 60 THEN repeat(chr(range::INTEGER + 48), 1000000) ELSE '' END AS text"
                  + " FROM range(%d)".formatted(ROWS),
              ""),
          Map.of(),
          OptionalLong.of(ROWS));
      TableEngine engine =
          new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, questions);
      OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
      List<OpenTable> views =
          List.of(
              open,
              open.viewed(
                  new View(Predicate.all(), List.of(new Order("id", true))), Job.unattended()));
      for (OpenTable view : views) {
        RowPage page = view.rows(0, 500, List.of("text"), Job.unattended());
        assertThat(page.rows()).hasSizeBetween(20, 40);
        assertThat(page.end()).isFalse();
        assertThat(view.rows(0, 500, List.of("id"), Job.unattended()).rows()).hasSize(ROWS);
        RowPage all =
            view.rowsAs(
                0,
                500,
                List.of("id", "text"),
                row -> List.of(value(row, 0), value(row, 1).toString().length()),
                Job.unattended());
        assertThat(all.rows()).hasSize(ROWS);
        assertThat(all.end()).isTrue();
        for (List<?> row : all.rows()) {
          assertThat(row.get(1)).isEqualTo((Integer) row.getFirst() < 60 ? 1_000_000 : 0);
        }
      }
    }
  }

  @Test
  void aSampleIsProfiledWhereMemoryDoesNotSufficeForAllRows() throws Exception {
    try (DuckFiles duck = new DuckFiles(folder);
        Jobs jobs = new Jobs();
        Questions small = new Questions(jobs, "30MB")) {
      LoopbackTable table = new LoopbackTable(LoopbackTable.schema("v", "long"), List.of());
      table.add(
          "a.parquet",
          duck.bytes("a.parquet", "SELECT range AS v FROM range(4000000)", ""),
          Map.of(),
          OptionalLong.of(4_000_000));
      TableEngine engine = new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, small);
      OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> open.ask(new ProfileQuestion("v", Extent.ALL), Job.unattended()))
          .satisfies(e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TOO_LARGE));
      ColumnProfile sample = open.ask(new ProfileQuestion("v", Extent.SAMPLE), Job.unattended());
      assertThat(sample.basis()).isInstanceOf(ColumnProfile.Basis.Sample.class);
      assertThat(sample.figure(Measure.MEAN)).isPresent();
    }
  }

  private static Object value(List<@Nullable Object> row, int column) {
    return Objects.requireNonNull(row.get(column));
  }
}
