package org.shareexplorer.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a body, one at a time, none longer than a bound. For one thread. */
final class BoundedLines {

  /** A line went on beyond the bound. */
  static final class TooLong extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[64 << 10];
  private int position;
  private int end;

  /**
   * Reads lines of a stream, which stays the caller's to close.
   *
   * @param most bytes of a line at most
   */
  BoundedLines(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * {@return the next line that is not blank, without its end; empty at the end of the body}
   *
   * @throws IOException if the body breaks off
   * @throws TooLong if the line is longer than allowed
   */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      if (position == end) {
        end = Math.max(0, in.read(buffer));
        position = 0;
        if (end == 0) {
          return Optional.of(line.toByteArray()).filter(rest -> !blank(rest));
        }
      }
      int stop = position;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      if ((long) line.size() + stop - position > most) {
        throw new TooLong();
      }
      line.write(buffer, position, stop - position);
      boolean complete = stop < end;
      position = complete ? stop + 1 : stop;
      if (complete) {
        byte[] bytes = line.toByteArray();
        if (!blank(bytes)) {
          return Optional.of(bytes);
        }
        line.reset();
      }
    }
  }

  private static boolean blank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
