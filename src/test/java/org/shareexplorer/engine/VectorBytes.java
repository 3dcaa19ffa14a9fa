package org.shareexplorer.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.roaringbitmap.RoaringBitmap;

/** Writes deletion vectors for tests. */
final class VectorBytes {

  private static final String DIGITS =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private VectorBytes() {}

  /** A vector, and where it is: in a file of vectors, or inline. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Stored(byte[] file, Optional<String> inline, int offset, int size, long cardinality) {

    Stored with(byte[] other) {
      return new Stored(other, inline, offset, size, cardinality);
    }
  }

  /** A vector somewhere in a file, after bytes of others. */
  static Stored inFile(Collection<Long> rows, Random random) {
    byte[] others = new byte[random.nextInt(50)];
    random.nextBytes(others);
    return framed(content(rows, random), rows.size(), others);
  }

  /** Any bytes, framed as a vector is. */
  static Stored framed(byte[] content, long cardinality, byte... others) {
    CRC32 sum = new CRC32();
    sum.update(content);
    ByteBuffer file = ByteBuffer.allocate(1 + 2 * others.length + content.length + 8);
    file.put((byte) 1).put(others).putInt(content.length).put(content);
    file.putInt((int) sum.getValue()).put(others);
    return new Stored(
        file.array(), Optional.empty(), 1 + others.length, content.length, cardinality);
  }

  /** A vector as text. */
  static Stored inline(Collection<Long> rows, Random random) {
    byte[] content = content(rows, random);
    ByteBuffer padded = ByteBuffer.allocate((content.length + 3) / 4 * 4).put(content).rewind();
    StringBuilder text = new StringBuilder();
    while (padded.hasRemaining()) {
      long group = Integer.toUnsignedLong(padded.getInt());
      for (long unit = 85L * 85 * 85 * 85; unit > 0; unit /= 85) {
        text.append(DIGITS.charAt((int) (group / unit % 85)));
      }
    }
    return new Stored(new byte[0], Optional.of(text.toString()), 0, content.length, rows.size());
  }

  static byte[] content(Collection<Long> rows, Random random) {
    TreeMap<Integer, RoaringBitmap> buckets = new TreeMap<>();
    for (long row : rows) {
      buckets.computeIfAbsent((int) (row >> 32), _ -> new RoaringBitmap()).add((int) row);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
      out.write(head.putInt(1681511377).putLong(buckets.size()).array());
      for (var bucket : buckets.entrySet()) {
        if (random.nextBoolean()) {
          bucket.getValue().runOptimize();
        }
        out.writeInt(Integer.reverseBytes(bucket.getKey()));
        bucket.getValue().serialize(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
