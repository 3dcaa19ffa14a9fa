package org.shareexplorer.parquet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some consecutive bytes of a file.
 *
 * @param offset the first byte, from 0
 * @param length how many; at least 0
 */
public record ByteRange(long offset, long length) {

  public ByteRange {
    if (offset < 0 || length < 0 || offset + length < 0) {
      throw new IllegalArgumentException("not a range: " + offset + "+" + length);
    }
  }

  /** {@return the first byte after the range} */
  public long end() {
    return offset + length;
  }

  /** {@return whether all of the other range lies within this one} */
  public boolean contains(ByteRange other) {
    return other.offset >= offset && other.end() <= end();
  }

  /**
   * {@return ranges, in order and apart from each other, that hold all of the given ones}
   *
   * @param gap ranges no further apart than this are joined: reading the bytes between is cheaper
   *     than asking twice
   */
  public static List<ByteRange> joined(List<ByteRange> ranges, long gap) {
    List<ByteRange> sorted = new ArrayList<>(ranges);
    sorted.removeIf(range -> range.length == 0);
    sorted.sort(Comparator.comparingLong(ByteRange::offset));
    List<ByteRange> joined = new ArrayList<>();
    for (ByteRange range : sorted) {
      ByteRange last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && range.offset - last.end() <= gap) {
        joined.set(
            joined.size() - 1,
            new ByteRange(last.offset, Math.max(last.end(), range.end()) - last.offset));
      } else {
        joined.add(range);
      }
    }
    return joined;
  }

  /** {@return this range in parts of about equal length, none longer than {@code most}} */
  public List<ByteRange> parts(long most) {
    long count = Math.max(1, Math.ceilDiv(length, most));
    List<ByteRange> parts = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      long from = offset + cut(i, count);
      parts.add(new ByteRange(from, offset + cut(i + 1, count) - from));
    }
    return parts;
  }

  private long cut(long i, long count) {
    return length / count * i + length % count * i / count;
  }
}
