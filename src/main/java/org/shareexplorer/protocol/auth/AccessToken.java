package org.shareexplorer.protocol.auth;

import java.time.Duration;
import java.time.Instant;
import org.shareexplorer.profile.Secret;

/**
 * A token that a token endpoint gave.
 *
 * @param secret the token
 * @param renewal when to fetch the next one
 * @param end when servers no longer accept it
 */
record AccessToken(Secret secret, Instant renewal, Instant end) {

  /** How long before its end a token is renewed at most, as the official clients do. */
  private static final Duration MOST_AHEAD = Duration.ofMinutes(10);

  /**
   * A token that lives so long from now on. Of a short life it is renewed in the last tenth only,
   * or each call would fetch a token.
   */
  static AccessToken living(Secret secret, Duration life, Instant now) {
    Duration tenth = life.dividedBy(10);
    Duration ahead = tenth.compareTo(MOST_AHEAD) < 0 ? tenth : MOST_AHEAD;
    Instant end = now.plus(life);
    return new AccessToken(secret, end.minus(ahead), end);
  }

  /** {@return the same, to be renewed after half of what is left of its life} */
  AccessToken renewedLater(Instant now) {
    return new AccessToken(secret, now.plus(Duration.between(now, end).dividedBy(2)), end);
  }
}
