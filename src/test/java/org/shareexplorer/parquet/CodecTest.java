package org.shareexplorer.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.CompressionCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shareexplorer.job.EndingJob;
import org.shareexplorer.job.Job;
import org.xerial.snappy.Snappy;

/** What other compressors made is expanded, whole and in part. */
class CodecTest {

  private static final int FRAME = 70_000;

  private static byte[] compressed(CompressionCodec codec, byte[] plain) throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> plain.clone();
      case SNAPPY -> Snappy.compress(plain);
      case ZSTD -> Zstd.compress(plain);
      case GZIP -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(plain);
        }
        yield out.toByteArray();
      }
      case LZ4_RAW -> {
        Lz4Compressor lz4 = new Lz4Compressor();
        byte[] out = new byte[lz4.maxCompressedLength(plain.length)];
        yield Arrays.copyOf(out, lz4.compress(plain, 0, plain.length, out, 0, out.length));
      }
      case LZ4 -> framed(plain);
      default -> throw new IllegalArgumentException(codec.name());
    };
  }

  /** Hadoop's frames, of no more than so many bytes each. */
  private static byte[] framed(byte[] plain) throws IOException {
    ByteBuffer out = ByteBuffer.allocate(plain.length * 2 + 100);
    for (int at = 0; at < plain.length; at += FRAME) {
      byte[] part = Arrays.copyOfRange(plain, at, Math.min(plain.length, at + FRAME));
      byte[] packed = compressed(CompressionCodec.LZ4_RAW, part);
      out.putInt(part.length).putInt(packed.length).put(packed);
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  @Test
  void theOutdatedLz4MayBeABareBlock() throws IOException {
    byte[] plain = plain(new Random(5), 100_000);
    byte[] packed = compressed(CompressionCodec.LZ4_RAW, plain);
    assertThat(
            Codec.expanded(
                CompressionCodec.LZ4, packed, 0, packed.length, plain.length, Job.unattended()))
        .isEqualTo(plain);
  }

  /** Long runs, short repetitions and noise, in shares drawn by lot. */
  private static byte[] plain(Random random, int most) {
    byte[] plain = new byte[random.nextInt(most)];
    int distinct = 1 + random.nextInt(70);
    int noise = 2 + random.nextInt(40);
    for (int at = 0; at < plain.length; at++) {
      plain[at] =
          random.nextInt(noise) == 0
              ? (byte) random.nextInt()
              : at < distinct ? (byte) at : plain[at - distinct];
    }
    return plain;
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "LZ4"})
  void whoeverGivesUpALargePageEndsItsExpanding(CompressionCodec codec) throws IOException {
    byte[] plain = new byte[8 << 20];
    Random random = new Random(2);
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) random.nextInt(4);
    }
    byte[] packed = compressed(codec, plain);
    EndingJob all = EndingJob.never();
    assertThat(Codec.expanded(codec, packed, 0, packed.length, plain.length, all)).isEqualTo(plain);
    assertThat(all.looks()).isGreaterThanOrEqualTo(plain.length >> 20);
    EndingJob given = new EndingJob(3);
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> Codec.expanded(codec, packed, 0, packed.length, plain.length, given));
    assertThat(given.looks()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "LZ4"})
  void whatAnotherCompressorMadeIsExpanded(CompressionCodec codec) throws IOException {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      byte[] plain = plain(random, 200_000);
      byte[] packed = compressed(codec, plain);
      byte[] within = new byte[packed.length + 20];
      System.arraycopy(packed, 0, within, 7, packed.length);
      assertThat(Codec.expanded(codec, within, 7, packed.length, plain.length, Job.unattended()))
          .isEqualTo(plain);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW", "LZ4"})
  void theFirstBytesGiveTheFirstBytes(CompressionCodec codec) throws IOException {
    Random random = new Random(2);
    long got = 0;
    for (int i = 0; i < 100; i++) {
      byte[] plain = plain(random, 400_000);
      byte[] packed = compressed(codec, plain);
      int cut = 20 + random.nextInt(packed.length + 1);
      if (cut >= packed.length) {
        continue;
      }
      byte[] start =
          Codec.start(codec, Arrays.copyOf(packed, cut), 0, cut, plain.length, Job.unattended());
      assertThat(start).isEqualTo(Arrays.copyOf(plain, start.length));
      assertThat(start.length).isLessThan(plain.length);
      got += start.length;
    }
    assertThat(got).isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void whatIsCutOffOrOfAnotherSizeIsRefusedAsAWhole(CompressionCodec codec) throws IOException {
    byte[] plain = plain(new Random(3), 20_000);
    byte[] packed = compressed(codec, plain);
    for (int size : new int[] {0, plain.length - 1, plain.length + 1, 100 << 20}) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(
              () -> Codec.expanded(codec, packed, 0, packed.length, size, Job.unattended()));
    }
    for (int length = 0; length < packed.length; length += 1 + packed.length / 200) {
      int cut = length;
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(() -> Codec.expanded(codec, packed, 0, cut, plain.length, Job.unattended()));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = CompressionCodec.class,
      names = {"SNAPPY", "GZIP", "ZSTD", "LZ4_RAW"})
  void damagedBytesAreRefusedOrOfTheAnnouncedSize(CompressionCodec codec) throws IOException {
    Random random = new Random(4);
    int refused = 0;
    byte[] plain = plain(random, 5_000);
    byte[] packed = compressed(codec, plain);
    for (int i = 0; i < 3_000; i++) {
      byte[] damaged = packed.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(
                Codec.expanded(codec, damaged, 0, damaged.length, plain.length, Job.unattended()))
            .hasSize(plain.length);
      } catch (RuntimeException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
