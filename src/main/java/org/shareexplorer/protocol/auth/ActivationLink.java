package org.shareexplorer.protocol.auth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Secret;

/**
 * A link that a Databricks provider sends in the place of a credential file: it hands the file out,
 * once. What people get is a page ({@code /delta_sharing/retrieve_config.html?<token>}), behind
 * which stands a call of the API that needs no other authentication.
 *
 * @param server the address of the host that hands the file out
 * @param token what it is handed out for
 */
public record ActivationLink(URI server, Secret token) {

  private static final Pattern PAGE =
      Pattern.compile(".*/delta_sharing/retrieve_config\\.html\\?(?:token=)?([\\w.~%-]{8,4000})");
  private static final Pattern CALL =
      Pattern.compile(
          "/api/2\\.\\d/unity-catalog/public/data_sharing_activation(?:_info)?/([\\w.~%-]{8,4000})");

  /** {@return whether a text looks as if it were to be a link, and not a path or JSON} */
  public static boolean isLink(String text) {
    return text.strip().toLowerCase(Locale.ROOT).matches("https?://.*");
  }

  /**
   * {@return the link in a text}
   *
   * @throws ProblemException if it holds none; the text is not quoted
   */
  public static ActivationLink parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw none("It is not an address.");
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority();
    if (authority == null || authority.contains("@")) {
      throw none("It does not begin with https:// and a host.");
    }
    if (!scheme.equals("https") && !(scheme.equals("http") && loopback(uri))) {
      throw none("It does not begin with https://, so the credential would travel open to all.");
    }
    String query = uri.getRawQuery();
    String target = uri.getRawPath() + (query == null ? "" : "?" + query);
    String token =
        token(PAGE, target)
            .or(() -> token(CALL, target))
            .orElseThrow(() -> none("It is not of the form that such links have."));
    return new ActivationLink(URI.create(scheme + "://" + authority), new Secret(token));
  }

  private static Optional<String> token(Pattern form, String target) {
    Matcher matcher = form.matcher(target);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean loopback(URI uri) {
    String host = String.valueOf(uri.getHost());
    return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
  }

  private static ProblemException none(String why) {
    return new Problem(
            ProblemCode.ACTIVATION,
            "This is no activation link.",
            why,
            "Copy the whole link from the provider's message; or open it in a browser, download the"
                + " file and open that.")
        .asException();
  }

  /** {@return the host that hands the file out} */
  public String host() {
    return server.getRawAuthority();
  }

  /** The call behind the page; a secret. */
  String address() {
    return server + "/api/2.1/unity-catalog/public/data_sharing_activation/" + token.reveal();
  }
}
