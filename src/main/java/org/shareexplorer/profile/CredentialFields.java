package org.shareexplorer.profile;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The fields of a profile that hold the credential, by its kind. */
final class CredentialFields {

  private static final String TOKEN_ENDPOINT = "tokenEndpoint";

  private CredentialFields() {}

  /**
   * {@return the credential}
   *
   * @param type its kind, see {@link #type}
   * @param folder where a key file is that the profile names without saying where
   */
  static Credential credential(ProfileFields fields, String type, Path folder) {
    return switch (type) {
      case "bearer_token" -> new Credential.BearerToken(token(fields));
      case "basic" ->
          new Credential.Basic(username(fields), new Secret(printable(fields, "password")));
      case "oauth_client_credentials" ->
          new Credential.ClientCredentials(
              AddressField.of(fields, TOKEN_ENDPOINT),
              printable(fields, "clientId"),
              new Secret(printable(fields, "clientSecret")),
              fields.optionalText("scope"));
      case "oauth_jwt_bearer_private_key_jwt" -> {
        ProfileFields auth = fields.within("auth");
        yield new Credential.PrivateKeyJwt(
            AddressField.of(auth, TOKEN_ENDPOINT),
            auth.text("issuer"),
            auth.text("clientId"),
            auth.text("audience"),
            KeyFields.key(auth.within("privateKey"), folder),
            auth.optionalText("scope"));
      }
      default ->
          throw fields.unsupported(
              "It is a credential of the kind "
                  + shown(type)
                  + ", which this version of Share Explorer does not know.",
              "Ask the provider for a credential file with a bearer token.");
    };
  }

  /** {@return where tokens come from; null for kinds without such a place} */
  static @Nullable URI tokenEndpoint(ProfileFields fields) {
    return switch (type(fields)) {
      case "oauth_client_credentials" -> AddressField.of(fields, TOKEN_ENDPOINT);
      case "oauth_jwt_bearer_private_key_jwt" ->
          AddressField.of(fields.within("auth"), TOKEN_ENDPOINT);
      default -> null;
    };
  }

  /** {@return the kind; without one it is a token, as in the first version} */
  static String type(ProfileFields fields) {
    return fields.has("type") ? fields.text("type").toLowerCase(Locale.ROOT) : "bearer_token";
  }

  private static Secret token(ProfileFields fields) {
    return new Secret(fit(fields, "bearerToken", "no token can have", c -> c > ' ' && c < 127));
  }

  /** RFC 7617: the first colon ends the name. */
  private static String username(ProfileFields fields) {
    String name = printable(fields, "username");
    if (name.contains(":")) {
      throw fields.wrong("username", "The field username holds a colon, which no user name can.");
    }
    return name;
  }

  private static String printable(ProfileFields fields, String name) {
    return fit(fields, name, "cannot be sent", c -> c >= ' ' && c != 127);
  }

  private static String fit(ProfileFields fields, String name, String why, IntPredicate allowed) {
    String text = fields.text(name);
    if (!text.chars().allMatch(allowed)) {
      throw fields.wrong(
          name, "The field " + fields.path(name) + " holds characters that " + why + ".");
    }
    return text;
  }

  private static String shown(String type) {
    return type.matches("[a-z0-9_.-]{1,60}") ? type : "(unknown)";
  }
}
