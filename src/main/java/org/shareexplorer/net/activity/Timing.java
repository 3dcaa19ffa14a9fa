package org.shareexplorer.net.activity;

/**
 * How long a request took, in microseconds; -1 for what did not take place, as a connection is used
 * again.
 *
 * @param total from its start to the end of the answer's body
 * @param name for finding the host's address
 * @param connect for the connection, without what makes it secure
 * @param secure for making it secure
 * @param firstByte from its start to the answer's first line
 */
public record Timing(int total, int name, int connect, int secure, int firstByte) {

  /** What did not take place. */
  public static final int NONE = -1;

  /** {@return nanoseconds as microseconds} */
  public static int micros(long nanos) {
    return Math.clamp(nanos / 1_000, 0, Integer.MAX_VALUE);
  }
}
