package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.Summary.ColumnSummary;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.AsOf;

/** Summaries of more columns than are looked at together. */
class WideSummaryTest {

  private static final int COLUMNS = 2 * WholeTable.COLUMNS_AT_ONCE + 7;

  @TempDir private Path folder;

  @Test
  void manyColumnsAreSummarizedSomeAfterTheOthersEachAsTheDatabaseHasIt() throws Exception {
    try (Jobs jobs = new Jobs();
        DuckFiles duck = new DuckFiles(folder)) {
      byte[] bytes =
          duck.bytes(
              "wide.parquet",
              IntStream.range(0, COLUMNS)
                  .mapToObj(c ->
                      "CASE WHEN i %% %1$d <> 0 THEN (i * %2$d) %% 1000 END::BIGINT AS c%3$d"
                          .formatted(c + 2, c + 7, c))
                  .collect(Collectors.joining(", ", "SELECT ", " FROM range(3000) t(i)")),
              "");
      String[] fields = new String[2 * COLUMNS];
      for (int c = 0; c < COLUMNS; c++) {
        fields[2 * c] = "c" + c;
        fields[2 * c + 1] = "long";
      }
      LoopbackTable table =
          new LoopbackTable(LoopbackTable.schema(fields), List.of())
              .add("wide.parquet", bytes, Map.of(), OptionalLong.of(3_000));
      List<Double> progress = new ArrayList<>();
      try (TableEngine engine =
          new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs))) {
        List<String> names = IntStream.range(0, COLUMNS).mapToObj(c -> "c" + c).toList();
        Summary summary =
            engine
                .open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended())
                .ask(new SummaryQuestion(names), noting(progress));
        assertThat(summary.rows()).isEqualTo(3_000);
        assertThat(summary.columns()).extracting(c -> c.field().name()).isEqualTo(names);
        for (ColumnSummary column : summary.columns()) {
          String said =
              column.nulls() + " " + column.distinct() + " " + column.min() + " " + column.max();
          assertThat(said)
              .isEqualTo(
                  duck.cell(
                      "SELECT concat_ws(' ', count(*) - count(%1$s), count(DISTINCT %1$s), min(%1$s), max(%1$s)) FROM '{}/wide.parquet'"
                          .formatted(column.field().name())));
        }
      }
      assertThat(progress).isSorted().last().satisfies(end -> assertThat(end).isBetween(0.9, 1.0));
    }
  }

  /** A job that notes how far single columns are. */
  private static Job noting(List<Double> progress) {
    return Job.unattended()
        .retold(now -> {
          if (now.doing().startsWith("Summarizing")) {
            progress.add(now.fraction());
          }
        });
  }
}
