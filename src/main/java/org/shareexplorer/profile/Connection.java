package org.shareexplorer.profile;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A remembered way to a provider; what people see of it. Holds no secret.
 *
 * @param id names it between starts
 * @param name what the person calls it
 * @param endpoint the server's address
 * @param expiration when its credential ends, if that is known
 * @param added when it was first opened, or replaced by a newer file
 * @param lastUsed when it was last opened
 */
public record Connection(
    ConnectionId id,
    String name,
    URI endpoint,
    Optional<Instant> expiration,
    Instant added,
    Optional<Instant> lastUsed) {}
