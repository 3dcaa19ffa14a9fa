package org.shareexplorer.profile;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** How far a credential is from its end. */
public sealed interface Expiry {

  /** From this many days on the end is near. */
  int SOON_DAYS = 14;

  /** The credential file does not say. */
  record Unknown() implements Expiry {}

  /**
   * The end is 14 days away or more.
   *
   * @param days whole days left
   */
  record Later(Instant end, long days) implements Expiry {}

  /**
   * The end is less than 14 days away.
   *
   * @param days whole days left; 0 on the last
   */
  record Soon(Instant end, long days) implements Expiry {}

  /**
   * The file names no end or a later one, but the provider's platform ends old tokens before (see
   * {@link DatabricksTokens}), and whether this is one is not known.
   *
   * @param end when it ends if it is old
   * @param days whole days left until then; 0 on the last
   */
  record Perhaps(Instant end, long days) implements Expiry {}

  /** The end has passed. */
  record Past(Instant end) implements Expiry {}

  /** {@return where a connection's credential stands by a clock} */
  static Expiry of(Connection connection, InstantSource clock) {
    return of(connection.kind(), connection.endpoint(), connection.expiration(), clock);
  }

  /** {@return where a profile's credential stands by a clock} */
  static Expiry of(Profile profile, InstantSource clock) {
    return of(
        CredentialKind.of(profile.credential()), profile.endpoint(), profile.expiration(), clock);
  }

  private static Expiry of(
      CredentialKind kind, URI endpoint, Optional<Instant> expiration, InstantSource clock) {
    Instant end = DatabricksTokens.END;
    Duration left = Duration.between(clock.instant(), end);
    return DatabricksTokens.mayEndEarly(kind, endpoint, expiration) && left.isPositive()
        ? new Perhaps(end, left.toDays())
        : of(expiration, clock);
  }

  /** {@return where a credential stands by a clock, going by its file alone} */
  static Expiry of(Optional<Instant> expiration, InstantSource clock) {
    if (expiration.isEmpty()) {
      return new Unknown();
    }
    Instant end = expiration.get();
    Duration left = Duration.between(clock.instant(), end);
    if (left.isNegative() || left.isZero()) {
      return new Past(end);
    }
    long days = left.toDays();
    return days < SOON_DAYS ? new Soon(end, days) : new Later(end, days);
  }
}
