package org.shareexplorer.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Texts that are much alike, packed some at a time. Thread-safe. */
final class PackedTexts {

  private static final int BLOCK = 64;

  /** Stands in no address. */
  private static final String BETWEEN = "\n";

  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  private record Block(byte[] packed, int length) {}

  private final List<Block> blocks = new ArrayList<>();
  private final List<String> last = new ArrayList<>();

  /** {@return the text's number} */
  synchronized int add(String text) {
    int number = blocks.size() * BLOCK + last.size();
    last.add(text.replace(BETWEEN, ""));
    if (last.size() == BLOCK) {
      blocks.add(packed(String.join(BETWEEN, last)));
      last.clear();
    }
    return number;
  }

  synchronized String get(int number) {
    int block = number / BLOCK;
    return block == blocks.size()
        ? last.get(number % BLOCK)
        : unpacked(blocks.get(block)).split(BETWEEN, -1)[number % BLOCK];
  }

  private static Block packed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] packed = new byte[bytes.length + 64];
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      int length = deflater.deflate(packed);
      return new Block(Arrays.copyOf(packed, length), bytes.length);
    } finally {
      deflater.end();
    }
  }

  private static String unpacked(Block block) {
    byte[] bytes = new byte[block.length];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(block.packed);
      int length = inflater.inflate(bytes);
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    } catch (DataFormatException e) {
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }
}
