package org.shareexplorer.parquet;

import java.util.Arrays;

/**
 * Reads on through bytes of which the end may be missing. Whatever reaches beyond the bytes at hand
 * is {@link TooShort}, so that nobody mistakes what is missing for zeros. One thread's.
 */
final class ByteCursor {

  private final byte[] bytes;
  private final int end;
  private int at;

  ByteCursor(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  /** {@return the index of the next byte} */
  int at() {
    return at;
  }

  /** {@return how many bytes are left} */
  int left() {
    return end - at;
  }

  /** Passes over bytes. */
  void skip(long count) {
    if (count < 0 || count > end - at) {
      throw new TooShort();
    }
    at += (int) count;
  }

  /** {@return a cursor over the next bytes, which this one passes over} */
  ByteCursor section(long count) {
    int from = at;
    skip(count);
    return new ByteCursor(bytes, from, at);
  }

  /** {@return a copy of the bytes from an index to where the cursor is} */
  byte[] since(int from) {
    return Arrays.copyOfRange(bytes, from, at);
  }

  /** {@return a copy of what is left} */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, end);
  }

  /** Copies the next bytes, and passes over them. */
  void copy(byte[] into, int to, int count) {
    int from = at;
    skip(count);
    System.arraycopy(bytes, from, into, to, count);
  }

  int next() {
    skip(1);
    return bytes[at - 1] & 0xFF;
  }

  /** {@return four bytes, the least first} */
  int fourBytes() {
    return next() | next() << 8 | next() << 16 | next() << 24;
  }

  /** {@return a number of seven bits a byte, the least first, at least 0} */
  int varint() {
    long value = varlong();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw new TooShort();
    }
    return (int) value;
  }

  /** {@return a number of seven bits a byte, the least first} */
  long varlong() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int bits = next();
      value |= (long) (bits & 0x7F) << shift;
      if (bits < 0x80) {
        return value;
      }
    }
    throw new TooShort();
  }
}
