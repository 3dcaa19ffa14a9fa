package org.shareexplorer.bench;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import org.roaringbitmap.RoaringBitmap;

/**
 * A file of one deletion vector (Delta protocol, "Deletion Vector Format").
 *
 * @param offset where the vector begins
 * @param size its bytes, without its frame
 * @param cardinality deleted rows
 */
record VectorFile(int offset, int size, long cardinality) {

  private static final int MAGIC = 1681511377;

  static VectorFile write(Path folder, String name, int rows, IntPredicate deleted)
      throws IOException {
    RoaringBitmap numbers = new RoaringBitmap();
    for (int row = 0; row < rows; row++) {
      if (deleted.test(row)) {
        numbers.add(row);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    // One group of rows: those with a number below 2^32.
    out.write(
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(MAGIC)
            .putLong(1)
            .putInt(0)
            .array());
    numbers.serialize(out);
    byte[] content = bytes.toByteArray();
    CRC32 sum = new CRC32();
    sum.update(content);
    Files.write(
        folder.resolve(name),
        ByteBuffer.allocate(content.length + 9)
            .put((byte) 1)
            .putInt(content.length)
            .put(content)
            .putInt((int) sum.getValue())
            .array());
    return new VectorFile(1, content.length, numbers.getLongCardinality());
  }
}
