package org.shareexplorer.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * A field that a credential file may leave for its reader to fill in: empty, or a placeholder in
 * angle brackets, as providers of OAuth connections send them.
 */
public enum ProfileGap {
  /** The token. */
  BEARER_TOKEN("bearerToken", "Token", true, "bearer_token"),
  /** The user's name. */
  USERNAME("username", "User name", false, "basic"),
  /** The user's password. */
  PASSWORD("password", "Password", true, "basic"),
  /** Where tokens come from. */
  TOKEN_ENDPOINT("tokenEndpoint", "Token endpoint", false, "oauth_client_credentials"),
  /** The client's id. */
  CLIENT_ID("clientId", "Client ID", false, "oauth_client_credentials"),
  /** The client's secret. */
  CLIENT_SECRET("clientSecret", "Client secret", true, "oauth_client_credentials"),
  /** Where tokens come from, with a private key. */
  KEY_TOKEN_ENDPOINT(
      "auth.tokenEndpoint", "Token endpoint", false, "oauth_jwt_bearer_private_key_jwt"),
  /** Whom the claims are meant for. */
  KEY_ISSUER("auth.issuer", "Issuer", false, "oauth_jwt_bearer_private_key_jwt"),
  /** The client's id, with a private key. */
  KEY_CLIENT_ID("auth.clientId", "Client ID", false, "oauth_jwt_bearer_private_key_jwt"),
  /** Whom the tokens are for. */
  KEY_AUDIENCE("auth.audience", "Audience", false, "oauth_jwt_bearer_private_key_jwt"),
  /** Which key it is. */
  KEY_ID("auth.privateKey.keyId", "Key ID", false, "oauth_jwt_bearer_private_key_jwt"),
  /** The private key's file. */
  KEY_FILE(
      "auth.privateKey.privateKeyFile",
      "Private key file",
      false,
      "oauth_jwt_bearer_private_key_jwt"),
  /** The private key, as a remembered connection has it. */
  KEY("auth.privateKey.privateKeyPem", "Private key", true, "none");

  private final String path;
  private final String label;
  private final boolean secret;
  private final String kind;

  ProfileGap(String path, String label, boolean secret, String kind) {
    this.path = path;
    this.label = label;
    this.secret = secret;
    this.kind = kind;
  }

  private List<String> names() {
    return List.of(path.split("\\.", -1));
  }

  /** {@return what a form calls it} */
  public String label() {
    return label;
  }

  /** {@return whether nobody may see what is filled in} */
  public boolean secret() {
    return secret;
  }

  /** Whether profiles of a kind have the field, and this one leaves it out. */
  boolean in(ObjectNode profile, String type) {
    if (!kind.equals(type)) {
      return false;
    }
    JsonNode node = profile;
    for (String name : names()) {
      node = node.path(name);
    }
    return node.isMissingNode()
        || node.isNull()
        || (node.isTextual() && placeholder(node.textValue().strip()));
  }

  private static boolean placeholder(String text) {
    return text.isEmpty() || text.matches("<[^<>]*>") || text.matches("https?://\\S*<[^<>]+>\\S*");
  }

  /** Fills the gap. */
  void fill(ObjectNode profile, String text) {
    ObjectNode node = profile;
    for (String name : names().subList(0, names().size() - 1)) {
      node = node.path(name) instanceof ObjectNode inner ? inner : node.putObject(name);
    }
    node.put(names().getLast(), text.strip());
  }

  /** Puts a placeholder in the place of what is there, if anything is. */
  void leave(ObjectNode profile) {
    JsonNode node = profile;
    for (String name : names().subList(0, names().size() - 1)) {
      node = node.path(name);
    }
    if (!(node instanceof ObjectNode object) || !object.has(names().getLast())) {
      return;
    }
    if (this == KEY) {
      object.remove(names().getLast());
    } else {
      object.put(names().getLast(), "<" + label.toLowerCase(Locale.ROOT) + ">");
    }
  }
}
