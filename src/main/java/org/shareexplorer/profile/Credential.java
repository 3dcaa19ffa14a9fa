package org.shareexplorer.profile;

/**
 * How a recipient proves to a server who it is. More kinds will come; a switch over them must be
 * exhaustive.
 */
public sealed interface Credential permits Credential.BearerToken {

  /**
   * A token sent with every request (protocol, "Profile File Format", version 1; version 2 type
   * {@code bearer_token}).
   *
   * @param secret the token
   */
  record BearerToken(Secret secret) implements Credential {}
}
