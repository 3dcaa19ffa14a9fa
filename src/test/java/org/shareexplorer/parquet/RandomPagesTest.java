package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.table.Field;

/**
 * Some rows and columns, read page by page, are those that parquet-java's own reader has when it
 * reads the whole file: of all codecs, versions and sizes of pages, and all encodings.
 */
class RandomPagesTest {

  private static final Jobs JOBS = new Jobs();

  private static final List<CompressionCodecName> CODECS =
      List.of(
          CompressionCodecName.UNCOMPRESSED,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.ZSTD,
          CompressionCodecName.LZ4_RAW,
          CompressionCodecName.BROTLI);

  /** More rows than any file has. */
  private static final int LONG = 5_000;

  /** Rows at most and bytes, about, of a page: one row, some, what one or the other limits. */
  private static final int[][] PAGES = {{1, 1 << 20}, {13, 1 << 20}, {LONG, 300}, {LONG, 1 << 20}};

  private static final int READS = 6;

  @TempDir Path folder;

  private final LongAdder reads = new LongAdder();
  private final LongAdder values = new LongAdder();

  @AfterAll
  static void close() {
    JOBS.close();
  }

  @Test
  void rowsAreThoseOfTheWholeFile(TestReporter reporter) {
    List<RandomFile.Style> styles = new ArrayList<>();
    for (CompressionCodecName codec : CODECS) {
      for (WriterVersion version : WriterVersion.values()) {
        for (int[] page : PAGES) {
          styles.add(new RandomFile.Style(codec, version, true, page[0], page[1], 0, true));
        }
      }
    }
    Set<String> read =
        IntStream.range(0, styles.size())
            .parallel()
            .boxed()
            .flatMap(i ->
                check(styles.get(i), 1_000 + i).stream()
                    .map(encoding ->
                        styles.get(i).version() + " " + styles.get(i).codec() + " " + encoding))
            .collect(Collectors.toCollection(TreeSet::new));
    reporter.publishEntry("files", Integer.toString(styles.size()));
    reporter.publishEntry("reads, and values compared", reads.sum() + ", " + values.sum());
    reporter.publishEntry("versions, codecs and encodings read", read.toString());
    for (CompressionCodecName codec : CODECS) {
      for (WriterVersion version : WriterVersion.values()) {
        for (Encoding encoding : encodings(version)) {
          assertThat(read).contains(version + " " + codec + " " + encoding);
        }
      }
    }
  }

  private static Set<Encoding> encodings(WriterVersion version) {
    return EnumSet.of(
        version == WriterVersion.PARQUET_1_0 ? Encoding.PLAIN_DICTIONARY : Encoding.RLE_DICTIONARY,
        Encoding.PLAIN,
        Encoding.RLE,
        Encoding.DELTA_BINARY_PACKED,
        Encoding.DELTA_BYTE_ARRAY,
        Encoding.DELTA_LENGTH_BYTE_ARRAY,
        Encoding.BYTE_STREAM_SPLIT);
  }

  /** {@return the encodings that were read} */
  private Set<Encoding> check(RandomFile.Style style, long seed) {
    try {
      return read(style, seed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Set<Encoding> read(RandomFile.Style style, long seed) throws IOException {
    Random random = new Random(seed);
    Path path = folder.resolve(seed + ".parquet");
    int rows =
        style.pageRows() == LONG && style.pageBytes() > LONG ? 2_000 : 40 + random.nextInt(200);
    RandomFile drawn = new RandomFile(seed);
    JavaFile file = new JavaFile(path);
    int groupRows = random.nextBoolean() ? rows : 1 + random.nextInt(rows);
    file.write(drawn.draw(rows), style, groupRows, random);
    List<List<@Nullable Object>> whole = file.rows(RandomFile.FIELDS);
    assertThat(whole).as("the other reader is right").isEqualTo(drawn.rows);
    LocalBytes bytes = LocalBytes.of(path);
    Files.delete(path);
    Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    for (boolean indexed : new boolean[] {true, false}) {
      Footer footer = FooterReader.read(bytes, Job.unattended());
      assertThat(footer.rows()).isEqualTo(rows);
      for (RowGroup group : footer.rowGroups()) {
        group
            .getColumns()
            .forEach(chunk -> {
              encodings.addAll(chunk.getMeta_data().getEncodings());
              if (!indexed) {
                chunk.unsetOffset_index_offset();
              }
            });
      }
      for (int i = 0; i < READS; i++) {
        RowNumbers numbers = numbers(random, rows);
        List<Integer> columns = some(random);
        List<Field> fields = columns.stream().map(RandomFile.FIELDS::get).toList();
        List<@Nullable Object[]> columnValues =
            new RowReader(JOBS, bytes, footer).read(fields, numbers, Job.unattended());
        for (int column = 0; column < columns.size(); column++) {
          int place = columns.get(column);
          assertThat(columnValues.get(column))
              .as(
                  "%s, seed %d, read %d, indexed %s, column %s",
                  style, seed, i, indexed, fields.get(column).name())
              .isEqualTo(
                  IntStream.range(0, numbers.count())
                      .mapToObj(at -> whole.get((int) numbers.at(at)).get(place))
                      .toArray());
          values.add(numbers.count());
        }
        reads.increment();
      }
    }
    return encodings;
  }

  /** The first rows, some in a row, or some here and there. */
  private static RowNumbers numbers(Random random, int rows) {
    int first = random.nextBoolean() ? 0 : random.nextInt(rows);
    int count =
        1 + random.nextInt(random.nextBoolean() ? Math.min(60, rows - first) : rows - first);
    if (random.nextInt(3) > 0) {
      return RowNumbers.range(first, count);
    }
    double share = random.nextDouble();
    return RowNumbers.of(
        LongStream.range(0, rows).filter(_ -> random.nextDouble() < share).toArray());
  }

  private static List<Integer> some(Random random) {
    List<Integer> columns =
        new ArrayList<>(IntStream.range(0, RandomFile.FIELDS.size()).boxed().toList());
    Collections.shuffle(columns, random);
    return columns.subList(0, 1 + random.nextInt(columns.size()));
  }
}
