package org.shareexplorer.net;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait for servers.
 *
 * @param connect for a connection
 * @param firstByte for an answer to begin
 * @param stall for more of an answer to come
 * @param budget for all repeats of one request together; none begins after it
 * @param firstPause before the first repeat; later pauses double, up to a quarter of the budget
 */
public record Patience(
    Duration connect, Duration firstByte, Duration stall, Duration budget, Duration firstPause) {

  /** What a person in front of a window has. */
  public static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMillis(300));

  /**
   * {@return the pause before a repeat, drawn by lot from the upper half of its length, so that
   * many requests that failed together do not come back together}
   *
   * @param repeat 1 for the first repeat
   */
  Duration pause(int repeat) {
    long most = Math.max(1, budget.toMillis() / 4);
    long full = Math.clamp(firstPause.toMillis() << Math.min(repeat - 1, 20), 1, most);
    return Duration.ofMillis(full - ThreadLocalRandom.current().nextLong(full / 2 + 1));
  }
}
