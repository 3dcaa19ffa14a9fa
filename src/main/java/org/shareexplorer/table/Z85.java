package org.shareexplorer.table;

import java.nio.ByteBuffer;

/** Bytes as text: five characters for four bytes (ZeroMQ RFC 32). */
public final class Z85 {

  private static final String ALPHABET =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

  private Z85() {}

  /**
   * {@return the bytes of a text}
   *
   * @throws IllegalArgumentException if it is none of this form
   */
  public static byte[] decoded(String text) {
    if (text.length() % 5 != 0) {
      throw new IllegalArgumentException("not of whole groups");
    }
    ByteBuffer bytes = ByteBuffer.allocate(text.length() / 5 * 4);
    for (int at = 0; at < text.length(); at += 5) {
      long group = 0;
      for (int i = at; i < at + 5; i++) {
        int digit = ALPHABET.indexOf(text.charAt(i));
        if (digit < 0) {
          throw new IllegalArgumentException("unknown character");
        }
        group = group * 85 + digit;
      }
      if (group > 0xFFFF_FFFFL) {
        throw new IllegalArgumentException("a group is too great");
      }
      bytes.putInt((int) group);
    }
    return bytes.array();
  }
}
