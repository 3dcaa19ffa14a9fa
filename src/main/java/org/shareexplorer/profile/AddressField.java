package org.shareexplorer.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.shareexplorer.problem.ProblemException;

/** A field of a profile that holds an address of the web. */
final class AddressField {

  private AddressField() {}

  /** {@return the sharing server's address, without slashes at its end} */
  static URI endpoint(ProfileFields fields) {
    URI uri = of(fields, "endpoint");
    if (uri.getRawQuery() != null) {
      throw moreThanAnAddress(fields, "endpoint");
    }
    return uri;
  }

  /** {@return an address without slashes at its end; a query may follow it} */
  static URI of(ProfileFields fields, String field) {
    String name = fields.path(field);
    String text = fields.text(field).replaceAll("/+$", "");
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw fields.wrong(field, "The field " + name + " is not an address.");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw fields.wrong(field, "The field " + name + " does not begin with https:// or http://.");
    }
    // The authority and not the host: java.net.URI knows no host with an underscore.
    String authority = uri.getRawAuthority();
    if (authority == null || authority.startsWith(":")) {
      throw fields.wrong(field, "The field " + name + " names no host.");
    }
    if (authority.contains("@") || uri.getRawFragment() != null) {
      throw moreThanAnAddress(fields, field);
    }
    if (uri.getPort() > 65_535) {
      throw fields.wrong(field, "The field " + name + " names a port that cannot be.");
    }
    return uri;
  }

  private static ProblemException moreThanAnAddress(ProfileFields fields, String field) {
    return fields.wrong(
        field,
        "The field "
            + fields.path(field)
            + " holds more than an address: a user, a query or a fragment.");
  }
}
