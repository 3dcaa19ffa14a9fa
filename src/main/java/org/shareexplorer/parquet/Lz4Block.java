package org.shareexplorer.parquet;

import org.shareexplorer.job.Job;

/**
 * An LZ4 block without a frame, as Parquet's codec LZ4_RAW has it. Expands what is there: a block
 * that was cut off gives the first bytes of what it holds.
 */
final class Lz4Block {

  private static final int SHORTEST_MATCH = 4;

  /** What one byte of a block expands to at most: one more byte of length. */
  private static final int GREATEST_RATIO = 255;

  private final ByteCursor in;
  private final Expanded out;

  Lz4Block(byte[] bytes, int from, int length, int size, Job job) {
    in = new ByteCursor(bytes, from, from + length);
    out = new Expanded(size, (long) length * GREATEST_RATIO, job);
  }

  /** {@return the expanded bytes, or the first of them if the block is cut off} */
  byte[] expanded() {
    try {
      while (in.left() > 0) {
        int token = in.next();
        out.literal(in, length(token >>> 4));
        // The last sequence has no match.
        if (in.left() > 0) {
          int distance = in.next() | in.next() << 8;
          out.copy(distance, Math.toIntExact(length(token & 0xF) + SHORTEST_MATCH));
        }
      }
    } catch (TooShort e) {
      return out.bytes();
    }
    return out.bytes();
  }

  private long length(int start) {
    long length = start;
    if (start == 0xF) {
      int more;
      do {
        more = in.next();
        length += more;
      } while (more == 0xFF);
    }
    return length;
  }
}
