package org.shareexplorer.provider.server;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file.
 *
 * @param first its first byte, from 0
 * @param last its last byte; before the first one if the part lies outside of the file
 */
record ByteRange(long first, long last) {

  private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads a Range header (RFC 9110, section 14). What is not one plain range of bytes counts as no
   * range, as S3 has it.
   */
  static Optional<ByteRange> of(String header, long size) {
    Matcher range = ONE_RANGE.matcher(header.strip());
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (range.group(1).isEmpty()) {
      long length = Long.parseLong(range.group(2));
      return Optional.of(
          length == 0
              ? new ByteRange(size, size - 1)
              : new ByteRange(Math.max(0, size - length), size - 1));
    }
    long first = Long.parseLong(range.group(1));
    long last = range.group(2).isEmpty() ? Long.MAX_VALUE : Long.parseLong(range.group(2));
    return last < first
        ? Optional.empty()
        : Optional.of(new ByteRange(first, Math.min(last, size - 1)));
  }

  /** {@return whether the file has such a part} */
  boolean satisfiable() {
    return first <= last;
  }

  long length() {
    return last - first + 1;
  }
}
