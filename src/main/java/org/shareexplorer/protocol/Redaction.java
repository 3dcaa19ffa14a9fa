package org.shareexplorer.protocol;

import java.util.regex.Pattern;
import org.shareexplorer.profile.Secret;

/** Takes out of a server's words what nobody may see, and cuts them to a length one can read. */
final class Redaction {

  private static final int MOST = 2_000;

  /** The query of an address, however much of the rest of it is there. */
  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>]*=[^\\s\"'<>]*");

  private static final Pattern BEARER =
      Pattern.compile("(bearer)\\s+[A-Za-z0-9._~+/=-]{8,}", Pattern.CASE_INSENSITIVE);

  private final Secret secret;

  Redaction(Secret secret) {
    this.secret = secret;
  }

  String of(String words) {
    String text = words.replace(secret.reveal(), "••••");
    text = BEARER.matcher(text).replaceAll("$1 ••••");
    text = QUERY.matcher(text).replaceAll("?…");
    text = text.strip();
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
