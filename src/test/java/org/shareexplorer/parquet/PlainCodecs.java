package org.shareexplorer.parquet;

import com.github.luben.zstd.Zstd;
import io.airlift.compress.lz4.Lz4Compressor;
import io.airlift.compress.lz4.Lz4Decompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.brotli.dec.BrotliInputStream;
import org.xerial.snappy.Snappy;

/** Lets parquet-java write and read every codec without Hadoop's classes. */
public final class PlainCodecs implements CompressionCodecFactory {

  private static final int BROTLI_BLOCK = 1 << 16;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new BytesInputCompressor() {
      @Override
      public BytesInput compress(BytesInput bytes) throws IOException {
        return BytesInput.from(compressed(codec, array(bytes)));
      }

      @Override
      public CompressionCodecName getCodecName() {
        return codec;
      }

      @Override
      public void release() {}
    };
  }

  private static byte[] array(BytesInput bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes.writeAllTo(out);
    return out.toByteArray();
  }

  private static byte[] compressed(CompressionCodecName codec, byte[] bytes) throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> bytes;
      case SNAPPY -> Snappy.compress(bytes);
      case ZSTD -> Zstd.compress(bytes);
      case GZIP -> {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
          gzip.write(bytes);
        }
        yield out.toByteArray();
      }
      case LZ4_RAW -> {
        Lz4Compressor lz4 = new Lz4Compressor();
        byte[] out = new byte[lz4.maxCompressedLength(bytes.length)];
        yield Arrays.copyOf(out, lz4.compress(bytes, 0, bytes.length, out, 0, out.length));
      }
      case BROTLI -> stored(bytes);
      default -> throw new IllegalArgumentException(codec.name());
    };
  }

  /** Brotli that compresses nothing: blocks of stored bytes (RFC 7932, section 9.2). */
  private static byte[] stored(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < bytes.length; at += BROTLI_BLOCK) {
      int length = Math.min(BROTLI_BLOCK, bytes.length - at);
      // The first block shares its first byte with the size of the window.
      int head = ((1 << 16 | (length - 1)) << 3) << (at == 0 ? 1 : 0);
      out.write(head);
      out.write(head >> 8);
      out.write(head >> 16);
      out.write(bytes, at, length);
    }
    out.write(bytes.length == 0 ? 0b110 : 0b11);
    return out.toByteArray();
  }

  private static byte[] expanded(CompressionCodecName codec, byte[] bytes, int size)
      throws IOException {
    return switch (codec) {
      case UNCOMPRESSED -> bytes;
      case SNAPPY -> Snappy.uncompress(bytes);
      case ZSTD -> Zstd.decompress(bytes, size);
      case GZIP -> new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      case LZ4_RAW -> {
        byte[] out = new byte[size];
        new Lz4Decompressor().decompress(bytes, 0, bytes.length, out, 0, size);
        yield out;
      }
      case BROTLI -> new BrotliInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
      default -> throw new IllegalArgumentException(codec.name());
    };
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int size) throws IOException {
        return BytesInput.from(expanded(codec, array(bytes), size));
      }

      @Override
      public void decompress(ByteBuffer from, int length, ByteBuffer to, int size)
          throws IOException {
        byte[] bytes = new byte[length];
        from.get(bytes);
        to.put(expanded(codec, bytes, size));
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public void release() {}
}
