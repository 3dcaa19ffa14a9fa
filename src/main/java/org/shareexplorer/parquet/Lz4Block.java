package org.shareexplorer.parquet;

/**
 * An LZ4 block without a frame, as Parquet's codec LZ4_RAW has it. Every index is checked by the
 * language: damaged bytes throw {@link IndexOutOfBoundsException} and touch nothing else.
 */
final class Lz4Block {

  private static final int SHORTEST_MATCH = 4;

  private final byte[] in;
  private final int end;
  private int at;

  Lz4Block(byte[] bytes, int from, int length) {
    this.in = bytes;
    this.at = from;
    this.end = from + length;
  }

  /**
   * {@return the expanded bytes}
   *
   * @throws RuntimeException if they are not so many
   */
  byte[] expanded(int size) {
    byte[] out = new byte[size];
    int to = 0;
    while (at < end) {
      int token = next();
      int literals = length(token >>> 4);
      System.arraycopy(in, at, out, to, literals);
      at += literals;
      to += literals;
      if (at >= end) {
        break;
      }
      int distance = next() | next() << 8;
      int match = length(token & 0xF) + SHORTEST_MATCH;
      to = copied(out, to, distance, match);
    }
    if (to != size || at != end) {
      throw new IllegalArgumentException("not of the announced size");
    }
    return out;
  }

  /** Copies what came before; the copy may overlap what it copies. */
  private static int copied(byte[] out, int to, int distance, int length) {
    if (distance == 0) {
      throw new IndexOutOfBoundsException("a match with itself");
    }
    if (distance >= length) {
      System.arraycopy(out, to - distance, out, to, length);
    } else {
      for (int i = to; i < to + length; i++) {
        out[i] = out[i - distance];
      }
    }
    return to + length;
  }

  private int length(int start) {
    int length = start;
    if (start == 0xF) {
      int more;
      do {
        more = next();
        length = Math.addExact(length, more);
      } while (more == 0xFF);
    }
    return length;
  }

  private int next() {
    if (at >= end) {
      throw new IndexOutOfBoundsException("cut off");
    }
    return in[at++] & 0xFF;
  }
}
