package org.shareexplorer.profile;

/** The kinds of credentials, as people tell them apart. */
public enum CredentialKind {
  /** A token. */
  BEARER_TOKEN("token"),
  /** A user's name and password. */
  BASIC("user name and password"),
  /** OAuth with a client's secret. */
  OAUTH_CLIENT_SECRET("OAuth, client secret"),
  /** OAuth with a private key. */
  OAUTH_PRIVATE_KEY("OAuth, private key");

  private final String words;

  CredentialKind(String words) {
    this.words = words;
  }

  /** {@return what people call it} */
  public String words() {
    return words;
  }

  /** {@return the kind of a credential} */
  public static CredentialKind of(Credential credential) {
    return switch (credential) {
      case Credential.BearerToken _ -> BEARER_TOKEN;
      case Credential.Basic _ -> BASIC;
      case Credential.ClientCredentials _ -> OAUTH_CLIENT_SECRET;
      case Credential.PrivateKeyJwt _ -> OAUTH_PRIVATE_KEY;
    };
  }
}
