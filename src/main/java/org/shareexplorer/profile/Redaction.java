package org.shareexplorer.profile;

import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a server's words what nobody may see, and cuts them to a length one can read. */
public final class Redaction {

  private static final int MOST = 2_000;

  /** The query of an address, however much of the rest of it is there. */
  private static final Pattern QUERY = Pattern.compile("\\?[^\\s\"'<>]*=[^\\s\"'<>]*");

  private static final Pattern BEARER =
      Pattern.compile("(bearer)\\s+[A-Za-z0-9._~+/=-]{8,}", Pattern.CASE_INSENSITIVE);

  private final List<Secret> secrets;

  /** Takes out these secrets, besides whatever looks like one. */
  public Redaction(List<Secret> secrets) {
    this.secrets = List.copyOf(secrets);
  }

  /** {@return the words without secrets, of readable length} */
  public String of(String words) {
    String text = words;
    for (Secret secret : secrets) {
      text = text.replace(secret.reveal(), "••••");
    }
    text = BEARER.matcher(text).replaceAll("$1 ••••");
    text = QUERY.matcher(text).replaceAll("?…");
    text = text.strip();
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }
}
