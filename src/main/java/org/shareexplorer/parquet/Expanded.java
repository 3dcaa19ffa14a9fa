package org.shareexplorer.parquet;

import java.util.Arrays;
import org.shareexplorer.job.Job;

/**
 * What comes of compressed bytes, as it comes. Grows with what is there, whatever size is
 * announced. Every index is checked by the language: damaged input throws and touches nothing else.
 */
final class Expanded {

  /** So many bytes are expanded within a few milliseconds. */
  private static final int AT_ONCE = 1 << 20;

  private final int size;
  private final Job job;
  private byte[] bytes;
  private int count;

  /**
   * Room for expanded bytes.
   *
   * @param size how many there are in the end
   * @param likely how many to make room for at once, if they are fewer
   * @param job ends the expanding when it is cancelled
   */
  Expanded(int size, long likely, Job job) {
    this.size = size;
    this.job = job;
    this.bytes = new byte[Math.clamp(likely, 0, size)];
  }

  boolean full() {
    return count == size;
  }

  /** Takes bytes as they are. If some are missing, takes those that are there, and throws. */
  void literal(ByteCursor in, long length) {
    int there = (int) Math.min(length, in.left());
    int from = room(there);
    in.copy(bytes, from, there);
    if (there < length) {
      throw new TooShort();
    }
  }

  /** Repeats bytes that came a distance before; they may overlap what is made of them. */
  void copy(int distance, int length) {
    if (distance <= 0 || distance > count) {
      throw new IndexOutOfBoundsException("a copy of nothing");
    }
    int to = room(length);
    if (distance >= length) {
      System.arraycopy(bytes, to - distance, bytes, to, length);
    } else {
      for (int i = to; i < to + length; i++) {
        bytes[i] = bytes[i - distance];
      }
    }
  }

  private int room(int more) {
    if (more > size - count) {
      throw new IndexOutOfBoundsException("more than the announced size");
    }
    int from = count;
    count += more;
    if (from / AT_ONCE != count / AT_ONCE) {
      job.check();
    }
    if (count > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(size, Math.max(count, 2L * bytes.length)));
    }
    return from;
  }

  /** {@return the bytes so far} */
  byte[] bytes() {
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
