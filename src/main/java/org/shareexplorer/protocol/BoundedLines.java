package org.shareexplorer.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
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
    byte[] line = new byte[0];
    while (true) {
      if (position == end) {
        end = Math.max(0, in.read(buffer));
        position = 0;
        if (end == 0) {
          return blank(line) ? Optional.empty() : Optional.of(line);
        }
      }
      int stop = position;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      if ((long) line.length + stop - position > most) {
        throw new TooLong();
      }
      int length = line.length;
      line = Arrays.copyOf(line, length + stop - position);
      System.arraycopy(buffer, position, line, length, stop - position);
      boolean complete = stop < end;
      position = complete ? stop + 1 : stop;
      if (complete) {
        if (!blank(line)) {
          return Optional.of(line);
        }
        line = new byte[0];
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
