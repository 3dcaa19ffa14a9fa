package org.shareexplorer.protocol.auth;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.profile.Credential;

/** What is sent in the header {@code Authorization}. Thread-safe. */
public interface Authorization {

  /**
   * {@return the header's value, a secret; may fetch a token first}
   *
   * @throws org.shareexplorer.problem.ProblemException if no token can be had
   */
  String header(Job job);

  /**
   * Told when a server refuses what was sent.
   *
   * @param refused the header's value
   * @return whether it is worth sending the request once more, with what {@link #header} says then
   */
  boolean renew(String refused);

  /**
   * {@return the authorization by a credential; one for all clients of a connection, so that they
   * share its tokens}
   */
  static Authorization of(Credential credential, Http http, InstantSource clock) {
    return switch (credential) {
      case Credential.BearerToken token -> fixed("Bearer " + token.secret().reveal());
      case Credential.Basic basic -> fixed(basic(basic.username(), basic.password().reveal()));
      case Credential.OAuth oauth -> new TokenSource(new TokenEndpoint(oauth, http, clock), clock);
    };
  }

  private static Authorization fixed(String header) {
    return new Authorization() {
      @Override
      public String header(Job job) {
        return header;
      }

      @Override
      public boolean renew(String refused) {
        return false;
      }
    };
  }

  /** {@return a name and a password as RFC 7617 has them} */
  static String basic(String name, String password) {
    return "Basic "
        + Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
