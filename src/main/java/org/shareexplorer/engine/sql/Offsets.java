package org.shareexplorer.engine.sql;

import java.nio.charset.StandardCharsets;

/** Bytes of a text's UTF-8 as characters of the text: the database counts the former. */
final class Offsets {

  private final byte[] bytes;

  Offsets(String text) {
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /** {@return the number of the character that begins at a byte} */
  int character(int offset) {
    int end = Math.clamp(offset, 0, bytes.length);
    return new String(bytes, 0, end, StandardCharsets.UTF_8).length();
  }
}
