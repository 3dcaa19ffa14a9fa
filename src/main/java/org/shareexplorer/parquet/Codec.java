package org.shareexplorer.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.brotli.dec.BrotliInputStream;
import org.shareexplorer.job.Job;

/** Expands what pages hold. */
final class Codec {

  private static final int BUFFER = 64 << 10;

  /** So many bytes are expanded by one call that nobody can end. */
  private static final int AT_ONCE = 4 << 20;

  private Codec() {}

  /** {@return whether pages so compressed can be expanded} */
  static boolean known(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW, LZ4, BROTLI -> true;
      case LZO -> false;
    };
  }

  /**
   * {@return the expanded bytes}
   *
   * @param size how many they are
   * @param job ends the expanding when it is cancelled
   * @throws RuntimeException if they are not
   */
  static byte[] expanded(
      CompressionCodec codec, byte[] bytes, int from, int length, int size, Job job) {
    if (codec == CompressionCodec.ZSTD && length > 0 && size <= AT_ONCE) {
      byte[] expanded = new byte[size];
      check(Zstd.decompressByteArray(expanded, 0, size, bytes, from, length) == size);
      return expanded;
    }
    check(codec != CompressionCodec.UNCOMPRESSED || length == size);
    byte[] expanded = expanded(codec, bytes, from, length, size, true, job);
    check(expanded.length == size);
    return expanded;
  }

  /**
   * {@return the first of the expanded bytes: as many as the first compressed bytes tell}
   *
   * @param length how many compressed bytes there are
   * @param size how many all expanded bytes are
   * @throws RuntimeException if the bytes are damaged, as far as that can be seen
   */
  static byte[] start(
      CompressionCodec codec, byte[] bytes, int from, int length, int size, Job job) {
    return expanded(codec, bytes, from, length, size, false, job);
  }

  private static byte[] expanded(
      CompressionCodec codec,
      byte[] bytes,
      int from,
      int length,
      int size,
      boolean whole,
      Job job) {
    if (codec == CompressionCodec.UNCOMPRESSED || length == 0) {
      return Arrays.copyOfRange(bytes, from, from + Math.min(length, size));
    }
    ByteArrayInputStream in = new ByteArrayInputStream(bytes, from, length);
    try {
      return switch (codec) {
        case SNAPPY -> new SnappyBlock(bytes, from, length, size, job).expanded();
        case LZ4_RAW -> new Lz4Block(bytes, from, length, size, job).expanded();
        case LZ4 -> new Lz4Frames(bytes, from, length, size, job).expanded();
        case BROTLI -> drained(new BrotliInputStream(in, BUFFER), size, whole, job);
        case GZIP -> drained(new GZIPInputStream(in, BUFFER), size, whole, job);
        case ZSTD ->
            drained(new ZstdInputStreamNoFinalizer(in).setContinuous(true), size, whole, job);
        default -> throw new IllegalArgumentException("no " + codec);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Grows with what is there, however much is announced. */
  private static byte[] drained(InputStream in, int size, boolean whole, Job job)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(size, BUFFER));
    byte[] buffer = new byte[BUFFER];
    try (in) {
      for (int count = 0; count >= 0 && out.size() <= size; count = in.read(buffer)) {
        job.check();
        out.write(buffer, 0, count);
      }
    } catch (EOFException e) {
      // What came before is good.
      check(!whole);
    }
    check(out.size() <= size);
    return out.toByteArray();
  }

  private static void check(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("not of the announced size");
    }
  }
}
