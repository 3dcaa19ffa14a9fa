package org.shareexplorer.profile;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A credential file, read and checked (protocol, "Profile File Format").
 *
 * @param version the {@code shareCredentialsVersion}
 * @param endpoint the server's address, without a slash at its end
 * @param credential what the server is shown
 * @param expiration when the credential ends, as far as the file says
 */
public record Profile(
    int version, URI endpoint, Credential credential, Optional<Instant> expiration) {}
