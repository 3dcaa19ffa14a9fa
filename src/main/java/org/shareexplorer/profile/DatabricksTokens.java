package org.shareexplorer.profile;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Databricks ends every recipient's token that was issued before 8 December 2025 on 8 December
 * 2026, whatever the credential file says (Databricks' documentation, "Create a recipient object
 * using bearer tokens"). A file does not say when its token was issued.
 */
public final class DatabricksTokens {

  /** When the old tokens end. */
  public static final Instant END = Instant.parse("2026-12-08T00:00:00Z");

  /** The rule, for a person. */
  public static final String SENTENCE =
      "Databricks ends every token issued before 8 December 2025 on 8 December 2026, whatever the"
          + " credential file says.";

  private static final List<String> DOMAINS =
      List.of(
          "databricks.com",
          "azuredatabricks.net",
          "databricks.us",
          "databricks.mil",
          "databricks.azure.us",
          "databricks.azure.cn");

  private DatabricksTokens() {}

  /** {@return whether an endpoint is one of Databricks'} */
  public static boolean at(URI endpoint) {
    String host = endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
    return DOMAINS.stream().anyMatch(domain -> host.endsWith("." + domain));
  }

  /** {@return whether the rule may end a token before its file says so} */
  static boolean mayEndEarly(CredentialKind kind, URI endpoint, Optional<Instant> expiration) {
    return kind == CredentialKind.BEARER_TOKEN
        && at(endpoint)
        && expiration.map(END::isBefore).orElse(true);
  }
}
