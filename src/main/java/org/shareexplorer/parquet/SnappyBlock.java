package org.shareexplorer.parquet;

import org.shareexplorer.job.Job;

/**
 * A Snappy block without a frame, as Parquet has it (Snappy format description). Expands what is
 * there: a block that was cut off gives the first bytes of what it holds.
 */
final class SnappyBlock {

  /** What one byte of a block expands to at most: copies of 64 bytes take three. */
  private static final int GREATEST_RATIO = 24;

  private final ByteCursor in;
  private final Expanded out;

  SnappyBlock(byte[] bytes, int from, int length, int size, Job job) {
    in = new ByteCursor(bytes, from, from + length);
    if (in.varint() != size) {
      throw new IllegalArgumentException("not of the announced size");
    }
    out = new Expanded(size, (long) length * GREATEST_RATIO, job);
  }

  /** {@return the expanded bytes, or the first of them if the block is cut off} */
  byte[] expanded() {
    try {
      while (!out.full()) {
        element(in.next());
      }
    } catch (TooShort e) {
      return out.bytes();
    }
    if (in.left() > 0) {
      throw new IllegalArgumentException("more than the announced size");
    }
    return out.bytes();
  }

  private void element(int tag) {
    switch (tag & 3) {
      case 0 -> out.literal(in, literal(tag >>> 2));
      case 1 -> out.copy((tag & 0xE0) << 3 | in.next(), 4 + (tag >>> 2 & 7));
      case 2 -> out.copy(in.next() | in.next() << 8, 1 + (tag >>> 2));
      default -> out.copy(in.fourBytes(), 1 + (tag >>> 2));
    }
  }

  /** Short lengths are in the tag, longer ones in the one to four bytes after it. */
  private long literal(int length) {
    return 1L
        + switch (length) {
          case 60 -> in.next();
          case 61 -> in.next() | in.next() << 8;
          case 62 -> in.next() | in.next() << 8 | in.next() << 16;
          case 63 -> in.fourBytes() & 0xFFFF_FFFFL;
          default -> length;
        };
  }
}
