package org.shareexplorer.net;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to a request on its way to a server, for those who watch it. */
public sealed interface Hop {

  /** It is known whether there is a proxy between. */
  record Routed(Optional<String> proxy) implements Hop {}

  /** A name is being looked up: the server's or, where there is one, the proxy's. */
  record Naming(String name) implements Hop {}

  /** A name's addresses are known. */
  record Named(String name, List<String> addresses, Duration took) implements Hop {}

  /** A connection to an address is being made. */
  record Connecting(String address) implements Hop {}

  /** The connection is to be made secure. */
  record Securing() implements Hop {}

  /** The server has shown its certificate, which may still be refused. */
  record Presented(ServerCertificate certificate) implements Hop {}

  /** The connection is secure, and the server is who it says. */
  record Secured(String version, ServerCertificate certificate, Duration took) implements Hop {}

  /** The connection stands. */
  record Connected(String address, Optional<String> proxy, Duration took) implements Hop {}

  /**
   * An answer has begun.
   *
   * @param status its status
   * @param protocol the version of HTTP
   * @param server what the server calls itself, if it does
   * @param date the server's clock, if it says
   * @param received this computer's clock then
   * @param requestIds what the server calls the request, by the header's name
   * @param took since the request began
   */
  record Answered(
      int status,
      String protocol,
      Optional<String> server,
      Optional<Instant> date,
      Instant received,
      Map<String, String> requestIds,
      Duration took)
      implements Hop {}
}
