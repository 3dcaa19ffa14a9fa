package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

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
    Random random = new Random(seed);
    int refused = 0;
    try (Jobs jobs = new Jobs()) {
      for (int i = 0; i < times; i++) {
        byte[] bytes = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
          int at = from + random.nextInt(to - from);
          bytes[at] =
              random.nextBoolean()
                  ? (byte) random.nextInt()
                  : (byte) (bytes[at] ^ 1 << random.nextInt(8));
        }
        refused += readsOrRefuses(jobs, new LocalBytes(bytes)) ? 0 : 1;
      }
    }
    assertThat(refused).as("some damage is noticed").isPositive();
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
    new ProjectedFile(footer, RandomFile.FIELDS.subList(10, 14))
        .write(
            Channels.newChannel(new ByteArrayOutputStream()),
            (range, to) ->
                to.write(
                    ByteBuffer.wrap(file.read(List.of(range), Job.unattended()).bytes(range))));
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
