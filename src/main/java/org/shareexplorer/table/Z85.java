package org.shareexplorer.table;

import java.nio.ByteBuffer;
import java.util.Optional;

/** Bytes as text: five characters for four bytes (ZeroMQ RFC 32). */
final class Z85 {

  private static final String ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private Z85() {}

  /** {@return the bytes of a text; empty if it is not of this form} */
  static Optional<byte[]> decoded(String text) {
    if (text.length() % 5 != 0) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() / 5 * 4);
    for (int at = 0; at < text.length(); at += 5) {
      long group = 0;
      for (int i = at; i < at + 5; i++) {
        int digit = ALPHABET.indexOf(text.charAt(i));
        if (digit < 0) {
          return Optional.empty();
        }
        group = group * 85 + digit;
      }
      if (group > 0xFFFF_FFFFL) {
        return Optional.empty();
      }
      bytes.putInt((int) group);
    }
    return Optional.of(bytes.array());
  }
}
