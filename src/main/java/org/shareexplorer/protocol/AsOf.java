package org.shareexplorer.protocol;

import java.time.Instant;

/**
 * Which of a table's versions is meant. All but the newest need a provider that shares the table's
 * history.
 */
public sealed interface AsOf {

  /** The newest version. */
  AsOf LATEST = new Latest();

  /** The newest version, whichever that is when the server is asked. */
  record Latest() implements AsOf {}

  /**
   * A version by its number.
   *
   * @param number from 0
   */
  record Version(long number) implements AsOf {}

  /**
   * The version that was the newest at a time.
   *
   * @param instant the time; servers know it to the millisecond
   */
  record Time(Instant instant) implements AsOf {}

  /** {@return a version by its number} */
  static AsOf version(long number) {
    return new Version(number);
  }

  /** {@return the version that was the newest at a time} */
  static AsOf time(Instant instant) {
    return new Time(instant);
  }
}
