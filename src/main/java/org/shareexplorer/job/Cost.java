package org.shareexplorer.job;

/**
 * What a job has cost on the network so far.
 *
 * @param requests HTTP requests sent, repeats included
 * @param bytes bytes of answers' bodies received
 */
public record Cost(long requests, long bytes) {

  /** Nothing yet. */
  public static final Cost NONE = new Cost(0, 0);

  /** {@return both together} */
  public Cost plus(Cost other) {
    return new Cost(requests + other.requests, bytes + other.bytes);
  }
}
