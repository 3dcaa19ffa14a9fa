package org.shareexplorer.profile;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.shareexplorer.profile.keychain.Protection;

/**
 * A remembered way to a provider; what people see of it. Holds no secret.
 *
 * @param id names it between starts
 * @param name what the person calls it
 * @param endpoint the server's address
 * @param kind the kind of its credential
 * @param protection what guards its credential on this computer
 * @param expiration when its credential ends, if that is known
 * @param added when it was first opened, or replaced by a newer file
 * @param lastUsed when it was last opened
 */
public record Connection(
    ConnectionId id,
    String name,
    URI endpoint,
    CredentialKind kind,
    Protection protection,
    Optional<Instant> expiration,
    Instant added,
    Optional<Instant> lastUsed) {

  /** {@return the same under another name} */
  public Connection named(String other) {
    return new Connection(id, other, endpoint, kind, protection, expiration, added, lastUsed);
  }

  /** {@return the same, used at another time} */
  public Connection usedAt(Instant time) {
    return new Connection(
        id, name, endpoint, kind, protection, expiration, added, Optional.of(time));
  }

  /** {@return the same, its credential guarded by something else} */
  public Connection guardedBy(Protection other) {
    return new Connection(id, name, endpoint, kind, other, expiration, added, lastUsed);
  }
}
