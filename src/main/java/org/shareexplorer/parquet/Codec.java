package org.shareexplorer.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.CompressionCodec;
import org.xerial.snappy.Snappy;

/** Expands what pages hold. */
final class Codec {

  private Codec() {}

  /** {@return whether pages so compressed can be expanded} */
  static boolean known(CompressionCodec codec) {
    return switch (codec) {
      case UNCOMPRESSED, SNAPPY, GZIP, ZSTD, LZ4_RAW -> true;
      case LZO, BROTLI, LZ4 -> false;
    };
  }

  /**
   * {@return the expanded bytes}
   *
   * @param size how many they are
   * @throws IllegalArgumentException if they are not
   */
  static byte[] expanded(CompressionCodec codec, byte[] bytes, int from, int length, int size) {
    if (codec == CompressionCodec.UNCOMPRESSED || (size == 0 && length == 0)) {
      check(length == size);
      return Arrays.copyOfRange(bytes, from, from + length);
    }
    try {
      return switch (codec) {
        case SNAPPY -> snappy(bytes, from, length, size);
        case GZIP -> gzip(bytes, from, length, size);
        case ZSTD -> zstd(bytes, from, length, size);
        case LZ4_RAW -> new Lz4Block(bytes, from, length).expanded(size);
        default -> throw new IllegalArgumentException("no " + codec);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] snappy(byte[] bytes, int from, int length, int size) throws IOException {
    check(Snappy.uncompressedLength(bytes, from, length) == size);
    byte[] expanded = new byte[size];
    check(Snappy.uncompress(bytes, from, length, expanded, 0) == size);
    return expanded;
  }

  private static byte[] gzip(byte[] bytes, int from, int length, int size) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(bytes, from, length), 64 << 10)) {
      // Grows with what is there, however much is announced.
      byte[] expanded = in.readNBytes(size);
      check(expanded.length == size && in.read() < 0);
      return expanded;
    }
  }

  private static byte[] zstd(byte[] bytes, int from, int length, int size) {
    byte[] expanded = new byte[size];
    check(Zstd.decompressByteArray(expanded, 0, size, bytes, from, length) == size);
    return expanded;
  }

  private static void check(boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException("not of the announced size");
    }
  }
}
