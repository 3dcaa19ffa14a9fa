package org.shareexplorer.settings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person wishes to be told of newer versions of this application.
 *
 * @param allowed whether to ask for them
 * @param address where to ask; where this build says if empty
 * @param skipped the version not to be told of
 * @param asked when was asked last
 */
public record UpdateWishes(
    boolean allowed, Optional<String> address, Optional<String> skipped, Optional<Instant> asked) {

  /** What holds before anything was chosen: nothing is asked. */
  public static final UpdateWishes NONE =
      new UpdateWishes(false, Optional.empty(), Optional.empty(), Optional.empty());

  private static final Duration PAUSE = Duration.ofDays(1);

  /** {@return whether it is time to ask by itself; a clock that went back does not stop that} */
  public boolean due(Instant now) {
    return allowed
        && asked.map(last -> now.isBefore(last) || !now.isBefore(last.plus(PAUSE))).orElse(true);
  }

  /** {@return the same, allowed or not} */
  public UpdateWishes withAllowed(boolean now) {
    return new UpdateWishes(now, address, skipped, asked);
  }

  /** {@return the same with another address; empty for the build's} */
  public UpdateWishes withAddress(Optional<String> other) {
    return new UpdateWishes(allowed, other, skipped, asked);
  }

  /** {@return the same, not to be told of a version} */
  public UpdateWishes withSkipped(String version) {
    return new UpdateWishes(allowed, address, Optional.of(version), asked);
  }

  /** {@return the same, asked at a time} */
  public UpdateWishes withAsked(Instant time) {
    return new UpdateWishes(allowed, address, skipped, Optional.of(time));
  }
}
