package org.shareexplorer.protocol;

import java.time.Clock;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.protocol.auth.Authorization;

/** Makes clients. */
public final class SharingClients {

  private final Http http;
  private final Clock clock;
  private final Preparing preparing;

  /**
   * Makes clients that share an HTTP stack, which stays the caller's to close.
   *
   * @param clock tells whether a credential that a server refuses has ended
   */
  public SharingClients(Http http, Clock clock) {
    this(http, clock, Preparing.USUAL);
  }

  /** Makes clients with another patience for answers that are being prepared. */
  SharingClients(Http http, Clock clock, Preparing preparing) {
    this.http = http;
    this.clock = clock;
    this.preparing = preparing;
  }

  /** {@return the stack that the clients share} */
  public Http stack() {
    return http;
  }

  /** {@return a client of the profile's server; nothing is sent yet} */
  public SharingClient of(Profile profile) {
    return of(profile, "");
  }

  /**
   * {@return a client of the profile's server; nothing is sent yet}
   *
   * @param name what the person calls the connection, for the log of what was asked
   */
  public SharingClient of(Profile profile, String name) {
    return of(profile, http.as(new Asker(name, Asker.Kind.API)));
  }

  /** {@return a client of the profile's server that uses another stack; nothing is sent yet} */
  public SharingClient of(Profile profile, Http stack) {
    ServerProblems problems = new ServerProblems(profile, clock);
    Authorization authorization =
        Authorization.of(profile.credential(), stack.asking(Asker.Kind.CREDENTIAL), clock);
    return new HttpSharingClient(
        new Paths(profile.endpoint()), new Api(stack, authorization, problems), preparing);
  }
}
