package org.shareexplorer.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The field {@code endpoint} of a profile. */
final class EndpointField {

  private static final String NAME = "endpoint";

  private EndpointField() {}

  /** {@return the server's address without slashes at its end} */
  static URI of(ProfileFields fields) {
    String text = fields.text(NAME).replaceAll("/+$", "");
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw fields.wrong(NAME, "The field endpoint is not an address.");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw fields.wrong(NAME, "The field endpoint does not begin with https:// or http://.");
    }
    // The authority and not the host: java.net.URI knows no host with an underscore.
    String authority = uri.getRawAuthority();
    if (authority == null || authority.startsWith(":")) {
      throw fields.wrong(NAME, "The field endpoint names no host.");
    }
    if (authority.contains("@") || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw fields.wrong(
          NAME, "The field endpoint holds more than an address: a user, a query or a fragment.");
    }
    if (uri.getPort() > 65_535) {
      throw fields.wrong(NAME, "The field endpoint names a port that cannot be.");
    }
    return uri;
  }
}
