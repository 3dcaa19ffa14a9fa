package org.shareexplorer.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesUtils;

/**
 * The first of some delta-packed numbers (Parquet encoding DELTA_BINARY_PACKED), as a whole of its
 * own. Passes over just the bytes that they take.
 */
final class DeltaStart {

  /** Deltas are packed by eights. */
  private static final int PACK = 8;

  private final ByteCursor in;
  private final int block;
  private final int parts;
  private final int total;
  private final long first;
  private final int body;

  /** Reads what comes before the numbers. */
  DeltaStart(ByteCursor in) {
    this.in = in;
    block = in.varint();
    parts = in.varint();
    total = in.varint();
    first = in.varlong();
    body = in.at();
    if (parts == 0 || block / parts == 0 || block / parts % PACK != 0) {
      throw new TooShort();
    }
  }

  /** {@return the first numbers; the cursor is left somewhere after them} */
  byte[] first(int count) {
    return first(count, count);
  }

  /** {@return the first numbers; the cursor is left after the last of all} */
  byte[] firstOfAll(int count) {
    return first(count, total);
  }

  private byte[] first(int count, int passed) {
    if (count > total) {
      throw new TooShort();
    }
    byte[] kept = new byte[0];
    long packed = 1;
    boolean enough = packed >= count;
    while (packed < passed) {
      var _ = in.varlong();
      ByteCursor widths = in.section(parts);
      for (int i = 0; i < parts && packed < passed; i++) {
        in.skip((long) widths.next() * (block / parts / PACK));
        packed += block / parts;
        if (!enough && packed >= count) {
          kept = in.since(body);
          enough = true;
        }
      }
    }
    return whole(count, kept);
  }

  private byte[] whole(int count, byte[] kept) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      BytesUtils.writeUnsignedVarInt(block, out);
      BytesUtils.writeUnsignedVarInt(parts, out);
      BytesUtils.writeUnsignedVarInt(count, out);
      BytesUtils.writeUnsignedVarLong(first, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.writeBytes(kept);
    return out.toByteArray();
  }
}
