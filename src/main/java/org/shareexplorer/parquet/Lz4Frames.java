package org.shareexplorer.parquet;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.shareexplorer.job.Job;

/**
 * What Parquet's outdated codec LZ4 holds. Hadoop's writers put blocks into frames of their own,
 * the expanded and the compressed length of each before it; others wrote a bare block under the
 * same name, so whoever reads must try (Parquet format, "Compression").
 *
 * @param from where it begins
 * @param length compressed bytes
 * @param size expanded bytes
 * @param job ends the expanding when it is cancelled
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; copying megabytes is not worth it.
record Lz4Frames(byte[] bytes, int from, int length, int size, Job job) {

  private static final int HEADS = 8;

  /** {@return the expanded bytes, or the first of them if they are cut off} */
  byte[] expanded() {
    try {
      return framed();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return new Lz4Block(bytes, from, length, size, job).expanded();
    }
  }

  private byte[] framed() {
    byte[] out = new byte[0];
    int at = from;
    int end = from + length;
    while (end - at >= HEADS && out.length < size) {
      job.check();
      int expanded = number(at);
      int compressed = number(at + 4);
      boolean cut = compressed > end - at - HEADS;
      int there = cut ? end - at - HEADS : compressed;
      if (expanded <= 0 || compressed <= 0 || expanded > size - out.length) {
        throw new IllegalArgumentException("no frame");
      }
      byte[] block = new Lz4Block(bytes, at + HEADS, there, expanded, job).expanded();
      if (!cut && block.length != expanded) {
        throw new IllegalArgumentException("a frame of another length");
      }
      out = joined(out, block);
      at = cut ? end : at + HEADS + compressed;
    }
    if (at < end && out.length == size) {
      throw new IllegalArgumentException("more than the announced size");
    }
    return out;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Four bytes, the greatest first. */
  private int number(int at) {
    return (bytes[at] & 0xFF) << 24
        | (bytes[at + 1] & 0xFF) << 16
        | (bytes[at + 2] & 0xFF) << 8
        | (bytes[at + 3] & 0xFF);
  }
}
