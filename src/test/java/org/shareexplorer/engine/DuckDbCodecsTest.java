package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.protocol.AsOf;

/** Pages of all codecs that another writer knows, one giant page per column. */
class DuckDbCodecsTest {

  private static final int ROWS = 20_000;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "uncompressed, v1",
    "snappy, v1",
    "snappy, v2",
    "gzip, v1",
    "zstd, v2",
    "lz4_raw, v1",
    "lz4_raw, v2",
    "brotli, v1",
    "brotli, v2"
  })
  void rowsAnywhereAreWhatWasWritten(String codec, String version) throws Exception {
    try (DuckFiles duck = new DuckFiles(folder);
        Jobs jobs = new Jobs()) {
      byte[] bytes =
          duck.bytes(
              "a.parquet",
              "SELECT i AS id, CASE WHEN i % 7 = 0 THEN NULL ELSE 'text ' || hash(i) END AS text,"
                  + " i * 0.5::DOUBLE AS half, [i, i + 1] AS list FROM range(%d) t(i)"
                      .formatted(ROWS),
              ", COMPRESSION %s, PARQUET_VERSION %s".formatted(codec, version));
      LoopbackTable table =
          new LoopbackTable(
                  LoopbackTable.schema(
                      "id",
                      "long",
                      "half",
                      "double",
                      "list",
                      "{\"type\":\"array\",\"elementType\":\"long\",\"containsNull\":true}"),
                  List.of())
              .add("a.parquet", bytes, Map.of(), OptionalLong.of(ROWS));
      try (TableEngine engine =
          new TableEngine(jobs, table, folder.resolve("cache"), 1 << 30, new Questions(jobs))) {
        OpenTable open = engine.open(table, LoopbackTable.NAME, AsOf.LATEST, Job.unattended());
        for (long first : new long[] {0, 100, 11_000, ROWS - 20}) {
          assertThat(open.rows(first, 20, List.of("id", "half", "list"), Job.unattended()).rows())
              .isEqualTo(expected(first, 20));
        }
      }
    }
  }

  private static List<List<@Nullable Object>> expected(long first, int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (long i = first; i < first + count; i++) {
      rows.add(List.of(i, i * 0.5, List.of(i, i + 1)));
    }
    return rows;
  }
}
