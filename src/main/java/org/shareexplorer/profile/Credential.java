package org.shareexplorer.profile;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How a recipient proves to a server who it is: what a profile file holds beside the endpoint
 * (protocol, "Profile File Format", and the kinds of version 2 that the official clients read).
 */
public sealed interface Credential {

  /** {@return what of it nobody may see} */
  List<Secret> secrets();

  /**
   * A token sent with every request (version 1; version 2 type {@code bearer_token}).
   *
   * @param secret the token
   */
  record BearerToken(Secret secret) implements Credential {
    @Override
    public List<Secret> secrets() {
      return List.of(secret);
    }
  }

  /**
   * A name and a password sent with every request (type {@code basic}).
   *
   * @param username the name
   * @param password the password
   */
  record Basic(String username, Secret password) implements Credential {
    @Override
    public List<Secret> secrets() {
      return List.of(password);
    }
  }

  /** A credential that a token endpoint exchanges for tokens, which then go with requests. */
  sealed interface OAuth extends Credential {

    /** {@return where tokens come from} */
    URI tokenEndpoint();

    /** {@return whom the token endpoint knows this recipient as} */
    String clientId();

    /** {@return what tokens are asked for, if anything in particular} */
    Optional<String> scope();
  }

  /**
   * A client's id and secret (type {@code oauth_client_credentials}; RFC 6749, section 4.4).
   *
   * @param tokenEndpoint where tokens come from
   * @param clientId the client's name
   * @param clientSecret the client's password
   * @param scope what tokens are asked for
   */
  record ClientCredentials(
      URI tokenEndpoint, String clientId, Secret clientSecret, Optional<String> scope)
      implements OAuth {
    @Override
    public List<Secret> secrets() {
      return List.of(clientSecret);
    }
  }

  /**
   * A client's private key, with which it signs what it claims to be (type {@code
   * oauth_jwt_bearer_private_key_jwt}; RFC 7523, section 2.1).
   *
   * @param tokenEndpoint where tokens come from
   * @param issuer whom the signed claims are meant for: the token endpoint's own name
   * @param clientId who claims
   * @param audience which server the tokens are for
   * @param key signs the claims
   * @param scope what tokens are asked for
   */
  record PrivateKeyJwt(
      URI tokenEndpoint,
      String issuer,
      String clientId,
      String audience,
      SigningKey key,
      Optional<String> scope)
      implements OAuth {
    @Override
    public List<Secret> secrets() {
      return List.of(key.pem());
    }
  }
}
