package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.engine.ProfileQuestion.Extent;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.filter.FilterParser;

/** A sample's rows, of which several runs lie in the same giant page. */
class SamplingTest {

  private static final int ROWS = 200_000;

  /** Rows of the second file that are deleted. */
  private static final long GONE_FROM = ROWS + 50_000;

  private static final long GONE_TO = ROWS + 120_000;

  @TempDir Path folder;

  @Test
  void aSampleIsOfTheSameRowsHoweverTheyAreReadAndNoByteIsFetchedTwice() throws Exception {
    LoopbackTable table =
        new LoopbackTable(LoopbackTable.schema("id", "long", "noise", "long"), List.of());
    long size = 0;
    try (DuckFiles duck = new DuckFiles(folder);
        Jobs jobs = new Jobs()) {
      for (int file = 0; file < 3; file++) {
        String name = file + ".parquet";
        byte[] bytes =
            duck.bytes(
                name,
                "SELECT i AS id, CAST(hash(i) // 4 AS BIGINT) AS noise FROM range(%d, %d) t(i)"
                    .formatted(file * ROWS, (file + 1) * ROWS),
                ", ROW_GROUP_SIZE 300000");
        size += bytes.length;
        table.add(name, bytes, Map.of(), OptionalLong.of(ROWS));
      }
      table.delete(
          "1.parquet",
          VectorBytes.inFile(
              LongStream.range(GONE_FROM - ROWS, GONE_TO - ROWS).boxed().toList(), new Random(1)));
      try (TableEngine engine =
          new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs))) {
        OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
        long[] left =
            LongStream.range(0, 3L * ROWS).filter(id -> id < GONE_FROM || id >= GONE_TO).toArray();
        assertSampled(open, left);
        Job job = Job.unattended();
        ColumnProfile noise = open.ask(new ProfileQuestion("noise", Extent.SAMPLE), job);
        assertThat(job.cost().bytes()).isPositive().isLessThan(size);
        // Of the same type, but no figure of the other column's.
        assertThat((Long) value(noise, Measure.MAX)).isGreaterThan(1L << 60);
        assertThat((Long) value(noise, Measure.MIN)).isLessThan(1L << 50);
        assertSampled(
            open.viewed(
                new View(FilterParser.parse("id >= 100000", open.snapshot().fields()), List.of()),
                Job.unattended()),
            LongStream.of(left).filter(id -> id >= 100_000).toArray());
      }
    }
  }

  private static void assertSampled(OpenTable table, long[] rows) {
    List<Long> expected =
        Sampling.starts(rows.length).stream()
            .flatMap(start ->
                LongStream.range(start, start + Sampling.ROWS / Sampling.RUNS)
                    .mapToObj(row -> rows[(int) row]))
            .toList();
    ColumnProfile profile = table.ask(new ProfileQuestion("id", Extent.SAMPLE), Job.unattended());
    assertThat(profile.basis())
        .isEqualTo(
            new ColumnProfile.Basis.Sample(Sampling.ROWS, OptionalLong.of(rows.length), true));
    assertThat(value(profile, Measure.DISTINCT)).isEqualTo((long) Sampling.ROWS);
    assertThat(value(profile, Measure.MIN)).isEqualTo(expected.getFirst());
    assertThat(value(profile, Measure.MAX)).isEqualTo(expected.getLast());
    assertThat(value(profile, Measure.MEAN))
        .isEqualTo(expected.stream().mapToLong(Long::longValue).average().orElseThrow());
  }

  private static Object value(ColumnProfile profile, Measure measure) {
    return Objects.requireNonNull(profile.figures().get(measure)).value();
  }
}
