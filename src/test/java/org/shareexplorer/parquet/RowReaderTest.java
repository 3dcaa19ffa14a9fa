package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.table.Field;
import org.shareexplorer.table.Values.Undecodable;

class RowReaderTest {

  private static final Jobs JOBS = new Jobs();

  @TempDir Path folder;

  @AfterAll
  static void close() {
    JOBS.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void readsWhatWasWrittenByIndexAndByWalk(long seed) throws IOException {
    Random random = new Random(seed);
    RandomFile written = new RandomFile(seed);
    Path path = folder.resolve("a.parquet");
    int rows = 1 + random.nextInt(400);
    RandomFile.Style style = RandomFile.Style.random(random);
    written.write(path, rows, style);
    for (boolean indexed : new boolean[] {true, false}) {
      LocalBytes file = LocalBytes.of(path);
      Footer footer = FooterReader.read(file, Job.unattended());
      assertThat(footer.rows()).isEqualTo(rows);
      if (!indexed) {
        removeIndexes(footer.metadata());
      }
      for (int i = 0; i < 12; i++) {
        int first = random.nextInt(rows);
        int count = random.nextInt(rows - first) + 1;
        List<Integer> columns = some(random);
        assertThat(read(file, footer, columns, first, count))
            .as("%s, seed %d, rows %d+%d, indexed %s", style, seed, first, count, indexed)
            .isEqualTo(written.expected(first, count, columns));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38, 39, 40})
  void scatteredRowsAreReadAsTheyAre(long seed) throws IOException {
    Random random = new Random(seed);
    RandomFile written = new RandomFile(seed);
    Path path = folder.resolve("a.parquet");
    int rows = 1 + random.nextInt(400);
    RandomFile.Style style = RandomFile.Style.random(random);
    written.write(path, rows, style);
    for (boolean indexed : new boolean[] {true, false}) {
      LocalBytes file = LocalBytes.of(path);
      Footer footer = FooterReader.read(file, Job.unattended());
      if (!indexed) {
        removeIndexes(footer.metadata());
      }
      for (int i = 0; i < 12; i++) {
        double share = random.nextDouble();
        long[] wanted =
            LongStream.range(0, rows).filter(_ -> random.nextDouble() < share).toArray();
        List<Integer> columns = some(random);
        List<List<@Nullable Object>> expected = new ArrayList<>();
        for (long row : wanted) {
          expected.addAll(written.expected((int) row, 1, columns));
        }
        assertThat(read(file, footer, columns, RowNumbers.of(wanted)))
            .as("%s, seed %d, indexed %s", style, seed, indexed)
            .isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55, 56})
  void beginningsOfLongPagesDoForTheFirstRows(long seed) throws IOException {
    Random random = new Random(seed);
    RandomFile written = new RandomFile(seed);
    Path path = folder.resolve("a.parquet");
    int rows = 6_000;
    RandomFile.Style drawn = RandomFile.Style.random(random);
    RandomFile.Style style =
        new RandomFile.Style(
            drawn.codec(),
            drawn.version(),
            drawn.dictionary(),
            4_000,
            1 << 20,
            128L << 20,
            drawn.byteStreamSplit());
    written.write(path, rows, style);
    for (boolean indexed : new boolean[] {true, false}) {
      LocalBytes file = LocalBytes.of(path);
      Footer footer = FooterReader.read(file, Job.unattended());
      if (!indexed) {
        removeIndexes(footer.metadata());
      }
      for (int i = 0; i < 12; i++) {
        int first = random.nextInt(3) == 0 ? 0 : random.nextInt(rows);
        int count = Math.min(rows - first, 1 + random.nextInt(random.nextInt(20) == 0 ? rows : 99));
        List<Integer> columns = some(random);
        assertThat(read(file, footer, columns, first, count))
            .as("%s, seed %d, rows %d+%d, indexed %s", style, seed, first, count, indexed)
            .isEqualTo(written.expected(first, count, columns));
      }
    }
  }

  @Test
  void fewBytesOfALongPageAreReadForItsFirstRows() throws IOException {
    for (CompressionCodecName codec :
        List.of(
            CompressionCodecName.UNCOMPRESSED,
            CompressionCodecName.SNAPPY,
            CompressionCodecName.GZIP,
            CompressionCodecName.LZ4_RAW)) {
      Path path = folder.resolve(codec + ".parquet");
      new RandomFile(5)
          .write(
              path,
              20_000,
              new RandomFile.Style(
                  codec, WriterVersion.PARQUET_1_0, false, 20_000, 1 << 30, 1 << 30, false));
      LocalBytes file = LocalBytes.of(path);
      Footer footer = FooterReader.read(file, Job.unattended());
      List<Integer> columns = List.of(5, 7, 10, 12, 13, 16, 22, 23);
      long whole = columns.stream().mapToLong(c -> footer.bytes(footer.columns().get(c))).sum();
      file.read.set(0);
      read(file, footer, columns, 0, 400);
      assertThat(file.read.get()).as(codec.name()).isLessThan(whole / 5);
    }
  }

  @Test
  void pagesBetweenScatteredRowsAreNotRead() throws IOException {
    RandomFile written = new RandomFile(5);
    Path path = folder.resolve("a.parquet");
    written.write(
        path,
        400,
        new RandomFile.Style(
            CompressionCodecName.UNCOMPRESSED,
            WriterVersion.PARQUET_1_0,
            false,
            7,
            1 << 20,
            1 << 27,
            false));
    LocalBytes file = LocalBytes.of(path);
    Footer footer = FooterReader.read(file, Job.unattended());
    int number = 3;
    Chunk chunk = footer.chunks(footer.columns().get(number)).getFirst();
    file.read.set(0);
    assertThat(read(file, footer, List.of(number), RowNumbers.of(1, 3, 200, 399)))
        .extracting(List::getFirst)
        .containsExactly(
            written.rows.get(1).get(number),
            written.rows.get(3).get(number),
            written.rows.get(200).get(number),
            written.rows.get(399).get(number));
    long pages = Math.ceilDiv(400, 7);
    assertThat(file.read.get())
        .isLessThan(
            chunk.offsetIndex().orElseThrow().length() + 4 * chunk.range().length() / pages);
  }

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104, 105, 106})
  void aProjectedFileHoldsTheSameRows(long seed) throws IOException {
    Random random = new Random(seed);
    RandomFile written = new RandomFile(seed);
    Path path = folder.resolve("a.parquet");
    int rows = 1 + random.nextInt(300);
    written.write(path, rows, RandomFile.Style.random(random));
    LocalBytes file = LocalBytes.of(path);
    Footer footer = FooterReader.read(file, Job.unattended());
    List<Integer> columns = some(random);
    LocalBytes projected =
        new LocalBytes(file.projected(new ProjectedFile(footer, fields(columns))));
    Footer small = FooterReader.read(projected, Job.unattended());
    assertThat(small.columns()).hasSize(columns.size());
    assertThat(read(projected, small, columns, 0, rows))
        .isEqualTo(written.expected(0, rows, columns));
  }

  @Test
  void aCodecThatIsUnknownSpoilsItsCellsOnly() throws IOException {
    RandomFile written = new RandomFile(7);
    Path path = folder.resolve("a.parquet");
    written.write(path, 20, RandomFile.Style.random(new Random(7)));
    LocalBytes file = LocalBytes.of(path);
    Footer footer = FooterReader.read(file, Job.unattended());
    for (RowGroup group : footer.metadata().getRow_groups()) {
      group.getColumns().getFirst().getMeta_data().setCodec(CompressionCodec.LZO);
    }
    List<List<@Nullable Object>> rows = read(file, footer, List.of(0, 3), 5, 10);
    for (int row = 0; row < 10; row++) {
      assertThat(rows.get(row).getFirst()).isInstanceOf(Undecodable.class);
      assertThat(rows.get(row).getLast()).isEqualTo(written.rows.get(row + 5).get(3));
    }
    assertThat(read(file, footer, List.of(0), 0, 20)).hasSize(20);
  }

  private static void removeIndexes(FileMetaData metadata) {
    for (RowGroup group : metadata.getRow_groups()) {
      group
          .getColumns()
          .forEach(chunk -> {
            chunk.unsetOffset_index_offset();
            chunk.unsetOffset_index_length();
          });
    }
  }

  private static List<Integer> some(Random random) {
    List<Integer> columns =
        new ArrayList<>(IntStream.range(0, RandomFile.FIELDS.size()).boxed().toList());
    Collections.shuffle(columns, random);
    return List.copyOf(columns.subList(0, 1 + random.nextInt(columns.size())));
  }

  private static List<Field> fields(List<Integer> columns) {
    return columns.stream().map(RandomFile.FIELDS::get).toList();
  }

  private static List<List<@Nullable Object>> read(
      FileBytes file, Footer footer, List<Integer> columns, int first, int count) {
    return read(file, footer, columns, RowNumbers.range(first, count));
  }

  private static List<List<@Nullable Object>> read(
      FileBytes file, Footer footer, List<Integer> columns, RowNumbers numbers) {
    List<@Nullable Object[]> values =
        new RowReader(JOBS, file, footer).read(fields(columns), numbers, Job.unattended());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int row = 0; row < numbers.count(); row++) {
      List<@Nullable Object> cells = new ArrayList<>();
      for (@Nullable Object[] column : values) {
        cells.add(column[row]);
      }
      rows.add(cells);
    }
    return rows;
  }
}
