package org.shareexplorer.profile;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Endpoints without encryption, of servers and of those that give out tokens for them. */
public final class PlainHttp {

  /** What that means, for a person. */
  public static final String SENTENCE =
      "This server is reached without encryption (http): everybody on the way can read the"
          + " credential and the data.";

  private PlainHttp() {}

  /**
   * Refuses an endpoint that is to be warned of, for whoever cannot be asked.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code NETWORK_PLAIN}
   */
  public static void refuse(URI endpoint, String remedy) {
    if (warns(endpoint)) {
      throw new Problem(
              ProblemCode.NETWORK_PLAIN,
              "Nothing was sent to " + endpoint.getRawAuthority() + ".",
              SENTENCE,
              remedy)
          .asException();
    }
  }

  /**
   * Refuses a profile one of whose endpoints is to be warned of, for whoever cannot be asked.
   *
   * @throws org.shareexplorer.problem.ProblemException with code {@code NETWORK_PLAIN}
   */
  public static void refuse(Profile profile, String remedy) {
    refuse(profile.endpoint(), remedy);
    if (profile.credential() instanceof Credential.OAuth oauth) {
      refuse(oauth.tokenEndpoint(), remedy);
    }
  }

  /** {@return the first of the addresses to warn of} */
  static Optional<URI> first(Stream<URI> addresses) {
    return addresses.filter(PlainHttp::warns).findFirst();
  }

  /** {@return whether to warn of an endpoint: it is reached by http, and not on this computer} */
  public static boolean warns(URI endpoint) {
    if (!"http".equalsIgnoreCase(endpoint.getScheme())) {
      return false;
    }
    String host = endpoint.getHost() == null ? "" : endpoint.getHost().toLowerCase(Locale.ROOT);
    return !(host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("[::1]"));
  }
}
