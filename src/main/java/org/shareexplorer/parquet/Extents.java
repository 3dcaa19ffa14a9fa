package org.shareexplorer.parquet;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Bytes of a file that have been read: some ranges of it, in memory. Immutable. */
public final class Extents {

  private final NavigableMap<Long, byte[]> byOffset;

  /**
   * Bytes by the offset of their first.
   *
   * @param byOffset may overlap where they agree; not to be changed by anybody
   */
  public Extents(Map<Long, byte[]> byOffset) {
    this.byOffset = new TreeMap<>(byOffset);
  }

  /**
   * {@return the bytes of a range to be read once, copied only if they are in several extents}
   *
   * @throws IllegalArgumentException if not all of it has been read
   */
  public ByteBuffer view(ByteRange range) {
    Map.Entry<Long, byte[]> extent = byOffset.floorEntry(range.offset());
    if (extent == null || extent.getKey() + extent.getValue().length < range.end()) {
      return ByteBuffer.wrap(bytes(range));
    }
    int from = Math.toIntExact(range.offset() - extent.getKey());
    return ByteBuffer.wrap(extent.getValue(), from, Math.toIntExact(range.length()));
  }

  /**
   * {@return a copy of the bytes of a range}
   *
   * @throws IllegalArgumentException if not all of it has been read
   */
  public byte[] bytes(ByteRange range) {
    byte[] bytes = new byte[Math.toIntExact(range.length())];
    long at = range.offset();
    while (at < range.end()) {
      Map.Entry<Long, byte[]> extent = byOffset.floorEntry(at);
      while (extent != null && extent.getKey() + extent.getValue().length <= at) {
        extent = byOffset.lowerEntry(extent.getKey());
      }
      if (extent == null) {
        throw new IllegalArgumentException("not read: " + range);
      }
      int from = Math.toIntExact(at - extent.getKey());
      int length = (int) Math.min(extent.getValue().length - from, range.end() - at);
      System.arraycopy(extent.getValue(), from, bytes, (int) (at - range.offset()), length);
      at += length;
    }
    return bytes;
  }
}
