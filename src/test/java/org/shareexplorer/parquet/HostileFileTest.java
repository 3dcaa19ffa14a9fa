package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.table.Values.Undecodable;

/** Files that nobody vouches for: a problem that names the file, or rows; nothing else. */
class HostileFileTest {

  @TempDir Path folder;

  private byte[] file(RandomFile.Style style) throws IOException {
    Path path = folder.resolve("a.parquet");
    new RandomFile(1).write(path, 60, style);
    return LocalBytes.of(path).bytes;
  }

  private static RandomFile.Style style(CompressionCodecName codec, WriterVersion version) {
    return new RandomFile.Style(codec, version, true, 25, 1 << 20, 20_000, false);
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void damagedPagesAreProblemsOrRows(CompressionCodecName codec) throws IOException {
    byte[] good = file(style(codec, WriterVersion.PARQUET_2_0));
    mutate(good, 0, good.length, 400, codec.name().hashCode());
  }

  @Test
  void damagedFootersAreProblemsOrRows() throws IOException {
    byte[] good = file(style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0));
    int length = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(good.length - 8);
    mutate(good, good.length - 8 - length, good.length, 4_000, 42);
  }

  /** Changes a few bytes in a part of a file, many times, and reads all of it each time. */
  private static void mutate(byte[] good, int from, int to, int times, long seed) {
    long refused;
    try (Jobs jobs = new Jobs()) {
      refused =
          LongStream.range(seed, seed + times)
              .parallel()
              .filter(each ->
                  !readsOrRefuses(jobs, new LocalBytes(damaged(good, from, to, new Random(each)))))
              .count();
    }
    assertThat(refused).as("some damage is noticed").isPositive();
  }

  private static byte[] damaged(byte[] good, int from, int to, Random random) {
    byte[] bytes = good.clone();
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes; change++) {
      int at = from + random.nextInt(to - from);
      bytes[at] =
          random.nextBoolean()
              ? (byte) random.nextInt()
              : (byte) (bytes[at] ^ 1 << random.nextInt(8));
    }
    return bytes;
  }

  private static boolean readsOrRefuses(Jobs jobs, LocalBytes file) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            Footer footer = FooterReader.read(file, Job.unattended());
            int rows = (int) Math.min(60, footer.rows());
            new RowReader(jobs, file, footer)
                .read(RandomFile.FIELDS, RowNumbers.range(0, rows), Job.unattended());
            project(file, footer);
            return true;
          } catch (ProblemException e) {
            assertThat(e.problem().code()).isIn(ProblemCode.FILE_DAMAGED, ProblemCode.TOO_LARGE);
            assertThat(e).hasMessageContaining(file.name());
            return false;
          }
        });
  }

  private static void project(LocalBytes file, Footer footer) throws IOException {
    var _ = file.projected(new ProjectedFile(footer, RandomFile.FIELDS.subList(10, 14)));
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodecName.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void aPageWithAWrongChecksumSpoilsItsColumnAndNeverGivesAValue(CompressionCodecName codec)
      throws IOException {
    LocalBytes file = new LocalBytes(file(style(codec, WriterVersion.PARQUET_1_0)));
    Footer footer = FooterReader.read(file, Job.unattended());
    int damaged = 13;
    Chunk chunk = footer.chunks(footer.columns().get(damaged)).getFirst();
    file.bytes[(int) chunk.range().end() - 1] ^= 1;
    int rows = (int) footer.rows();
    try (Jobs jobs = new Jobs()) {
      List<@Nullable Object[]> columns =
          new RowReader(jobs, file, footer)
              .read(RandomFile.FIELDS, RowNumbers.range(0, rows), Job.unattended());
      long end = chunk.rows();
      for (int row = 0; row < end; row++) {
        assertThat(columns.get(damaged)[row])
            .isEqualTo(
                new Undecodable("The checksum of a page is wrong. Data file: part-0.parquet"));
      }
      assertThat(columns.get(damaged - 1)).doesNotHaveAnyElementsOfTypes(Undecodable.class);
    }
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> project(file, footer))
        .withMessageContaining("part-0.parquet")
        .withMessageContaining("checksum");
  }

  @Test
  void anIndexThatIsWrongAboutItsPagesIsFoundOut() throws IOException {
    RandomFile written = new RandomFile(1);
    Path path = folder.resolve("b.parquet");
    written.write(path, 60, style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_2_0));
    LocalBytes file = LocalBytes.of(path);
    Footer footer = FooterReader.read(file, Job.unattended());
    int number = 3;
    RowGroup group = footer.rowGroups().getFirst();
    assertThat(group.getNum_rows()).as("more than one page").isGreaterThan(25);
    ColumnChunk chunk = group.getColumns().get(number);
    int at = (int) chunk.getOffset_index_offset();
    OffsetIndex index = new ThriftReader(file.bytes, at).read(new OffsetIndex());
    index.getPage_locations().get(1).setFirst_row_index(24);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    Util.writeOffsetIndex(index, changed);
    assertThat(changed.size()).isEqualTo(chunk.getOffset_index_length());
    System.arraycopy(changed.toByteArray(), 0, file.bytes, at, changed.size());
    try (Jobs jobs = new Jobs()) {
      for (long row : new long[] {0, 10, 24, 25}) {
        assertThat(
                new RowReader(jobs, file, footer)
                    .read(
                        List.of(RandomFile.FIELDS.get(number)),
                        RowNumbers.of(row),
                        Job.unattended())
                    .getFirst()[0])
            .satisfiesAnyOf(
                value -> assertThat(value).isEqualTo(written.rows.get((int) row).get(number)),
                value -> assertThat(value).isInstanceOf(Undecodable.class));
      }
    }
  }

  /** What a footer may say wrongly of its first chunk, and what is said of that. */
  enum Lie {
    NEGATIVE_OFFSET("outside the file", (chunk, _) -> chunk.getMeta_data().setData_page_offset(-5)),
    FAR_OFFSET(
        "outside the file", (chunk, _) -> chunk.getMeta_data().setData_page_offset(1L << 60)),
    HUGE_LENGTH(
        "outside the file",
        (chunk, _) -> chunk.getMeta_data().setTotal_compressed_size(Long.MAX_VALUE)),
    NEGATIVE_LENGTH(
        "outside the file", (chunk, _) -> chunk.getMeta_data().setTotal_compressed_size(-1)),
    NEGATIVE_VALUES(
        "number of values is wrong", (chunk, _) -> chunk.getMeta_data().setNum_values(-1)),
    HUGE_VALUES(
        "number of values is wrong", (chunk, _) -> chunk.getMeta_data().setNum_values(1L << 60)),
    NEGATIVE_ROWS("do not fit its schema", (_, group) -> group.setNum_rows(-1)),
    HUGE_ROWS("number of values is wrong", (_, group) -> group.setNum_rows(1L << 60)),
    ELSEWHERE("in another file", (chunk, _) -> chunk.setFile_path("/etc/passwd")),
    FEWER_COLUMNS("do not fit its schema", (_, group) -> group.getColumns().removeLast());

    private final String said;

    @SuppressWarnings("ImmutableEnumChecker") // they keep nothing
    private final BiConsumer<ColumnChunk, RowGroup> told;

    Lie(String said, BiConsumer<ColumnChunk, RowGroup> told) {
      this.said = said;
      this.told = told;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFooterThatLiesIsRefusedByNameAndCause(Lie lie) throws IOException {
    byte[] good = file(style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0));
    FileMetaData metadata =
        FooterReader.read(new LocalBytes(good), Job.unattended()).metadata().deepCopy();
    RowGroup group = metadata.getRow_groups().getFirst();
    lie.told.accept(group.getColumns().getFirst(), group);
    LocalBytes file = new LocalBytes(withFooter(good, metadata));
    try (Jobs jobs = new Jobs()) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> {
            Footer footer = FooterReader.read(file, Job.unattended());
            new RowReader(jobs, file, footer)
                .read(RandomFile.FIELDS.subList(0, 1), RowNumbers.range(0, 5), Job.unattended());
          })
          .matches(e -> e.problem().code() == ProblemCode.FILE_DAMAGED)
          .withMessageContaining("part-0.parquet")
          .withMessageContaining(lie.said);
    }
  }

  private static byte[] withFooter(byte[] file, FileMetaData metadata) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file);
    int start = out.size();
    Util.writeFileMetaData(metadata, out);
    out.write(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(out.size() - start).array());
    out.write("PAR1".getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 64 << 20})
  void aFooterOfAnImpossibleLengthIsRefused(int length) throws IOException {
    byte[] file = file(style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0));
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 8, length);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> FooterReader.read(new LocalBytes(file), Job.unattended()))
        .withMessageContaining("part-0.parquet")
        .withMessageContaining("length of its footer");
  }

  @Test
  void cutOffFilesAreRefused() throws IOException {
    byte[] good = file(style(CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0));
    for (int length = 0; length < good.length; length += 1 + good.length / 300) {
      byte[] cut = Arrays.copyOf(good, length);
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> FooterReader.read(new LocalBytes(cut), Job.unattended()))
          .withMessageContaining("part-0.parquet");
    }
  }

  @Test
  void aSchemaNestedWithoutEndIsRefused() throws IOException {
    List<SchemaElement> schema = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      schema.add(new SchemaElement("a").setNum_children(1));
    }
    assertRefused(new FileMetaData(1, schema, 0, List.of()));
  }

  @Test
  void aListOfMoreElementsThanBytesIsRefusedBeforeItIsMade() {
    // Field 2, a list of structs, its length the greatest there is.
    byte[] footer = {0x15, 0x02, 0x19, (byte) 0xFC, -1, -1, -1, -1, 0x07};
    assertRefused(footer);
  }

  private static void assertRefused(FileMetaData metadata) throws IOException {
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, footer);
    assertRefused(footer.toByteArray());
  }

  private static void assertRefused(byte[] footer) {
    ByteBuffer file = ByteBuffer.allocate(footer.length + 12).order(ByteOrder.LITTLE_ENDIAN);
    file.put("PAR1".getBytes(StandardCharsets.US_ASCII))
        .put(footer)
        .putInt(footer.length)
        .put("PAR1".getBytes(StandardCharsets.US_ASCII));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> FooterReader.read(new LocalBytes(file.array()), Job.unattended()))
        .matches(e -> e.problem().code() == ProblemCode.FILE_DAMAGED);
  }
}
