package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;

/**
 * The first bytes of pages, of all codecs and encodings, give the first rows or nothing: never
 * other values.
 */
class PageStartTest {

  private static final int READS_PER_COLUMN = 8;

  @TempDir Path folder;

  /** How many reads of parts of pages gave rows, by encoding of the pages. */
  private final Map<Encoding, Integer> given = new EnumMap<>(Encoding.class);

  private int refused;

  @Test
  void theFirstBytesGiveTheFirstRowsOrNothing(TestReporter reporter) throws IOException {
    long seed = 0;
    for (CompressionCodecName codec :
        List.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.ZSTD,
            CompressionCodecName.LZ4_RAW)) {
      for (WriterVersion version : WriterVersion.values()) {
        for (boolean dictionary : new boolean[] {true, false}) {
          check(
              new RandomFile.Style(codec, version, dictionary, 250, 1 << 20, 128L << 20, false),
              seed++);
        }
      }
    }
    reporter.publishEntry("parts of pages that gave rows", given.toString());
    reporter.publishEntry("parts of pages that were too short", Integer.toString(refused));
    assertThat(given)
        .containsKeys(
            Encoding.PLAIN,
            Encoding.RLE,
            Encoding.RLE_DICTIONARY,
            Encoding.DELTA_BINARY_PACKED,
            Encoding.DELTA_BYTE_ARRAY);
    assertThat(refused).isPositive();
  }

  private void check(RandomFile.Style style, long seed) throws IOException {
    Path path = Files.createTempDirectory(folder, "file").resolve("a.parquet");
    RandomFile written = new RandomFile(seed);
    written.write(path, 400, style);
    LocalBytes file = LocalBytes.of(path);
    Footer footer = FooterReader.read(file, Job.unattended());
    Random random = new Random(seed);
    for (int column = 0; column < RandomFile.FIELDS.size(); column++) {
      Cut cut = new Cut(file, footer, column);
      for (int i = 0; i < READS_PER_COLUMN; i++) {
        long first = random.nextBoolean() ? 0 : 250;
        int wanted = 1 + random.nextInt(first == 0 ? 249 : 149);
        // All bytes are enough for any rows.
        double share = i == 0 ? 1 : random.nextDouble();
        double ofDictionary = i < 4 ? 1 : random.nextDouble();
        @Nullable Object[] values;
        try {
          values = cut.values(first, wanted, share, ofDictionary);
        } catch (RuntimeException e) {
          assertThat(share * ofDictionary).as("%s, seed %d: %s", style, seed, e).isLessThan(1);
          refused++;
          continue;
        }
        int place = column;
        assertThat(values)
            .as("%s, seed %d, column %d, rows %d+%d", style, seed, column, first, wanted)
            .isEqualTo(
                written.rows.subList((int) first, (int) first + wanted).stream()
                    .map(row -> row.get(place))
                    .toArray());
        if (share < 1) {
          cut.encodings().forEach(encoding -> given.merge(encoding, 1, Integer::sum));
        }
      }
    }
  }

  /** Reads a column of which pages were fetched in part. */
  private record Cut(LocalBytes file, Footer footer, int column) {

    List<Encoding> encodings() {
      return chunks().stream().flatMap(c -> c.metadata().getEncodings().stream()).toList();
    }

    private List<Chunk> chunks() {
      return footer.chunks(footer.columns().get(column), footer.rowGroups().getFirst());
    }

    @Nullable Object[] values(long first, int wanted, double share, double ofDictionary) {
      List<Pages> pages = new ArrayList<>();
      for (Chunk chunk : chunks()) {
        ByteRange index = chunk.offsetIndex().orElseThrow();
        Pages whole =
            PageIndex.parsed(
                    chunk, Arrays.copyOfRange(file.bytes, (int) index.offset(), (int) index.end()))
                .holding(first, first + 1);
        pages.add(
            new Pages(
                whole.dictionary().map(span -> part(span, 0, ofDictionary)),
                whole.data().stream().map(span -> part(span, wanted, share)).toList(),
                true));
      }
      List<ByteRange> ranges = pages.stream().flatMap(some -> some.ranges().stream()).toList();
      ColumnPart part =
          new ColumnPart(
              RandomFile.FIELDS.get(column),
              0,
              footer.columns().get(column),
              chunks(),
              RowNumbers.range(first, wanted),
              0);
      return part.values(footer, pages, file.read(ranges, Job.unattended()), Job.unattended());
    }

    private static Pages.Span part(Pages.Span span, long rows, double share) {
      return span.cut(Math.max(1, Math.round(share * span.range().length())), rows);
    }
  }
}
