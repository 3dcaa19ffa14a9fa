package org.shareexplorer.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Faults of the network as problems, each of which names the hop that failed. */
final class Faults {

  private Faults() {}

  /**
   * {@return what a fault means for a person}
   *
   * @param failure the sentence that says what failed
   * @param route how the server was to be reached
   */
  static Problem problem(String failure, Route route, Clock clock, IOException fault) {
    Optional<Problem> proxys =
        route.proxy().flatMap(proxy -> ProxyFaults.problem(failure, route, proxy, fault));
    if (proxys.isPresent()) {
      return proxys.get();
    }
    String host = route.host();
    return switch (fault) {
      case UnknownHostException _ ->
          new Problem(
              ProblemCode.NETWORK_NAME,
              failure,
              "No computer of the name " + host + " could be found.",
              "Check that you are online, and on the VPN if the provider needs one.",
              words(fault));
      case SSLException e -> TlsFaults.problem(failure, host, clock, e);
      case InterruptedIOException _ ->
          new Problem(
              ProblemCode.NETWORK_TIMEOUT,
              failure,
              connecting(fault)
                  ? host + " could not be reached in time."
                  : host + " did not answer in time.",
              "Try again; if it stays, the server may be down or a firewall in the way.",
              words(fault));
      case ConnectException _ -> noConnection(failure, host, fault);
      case NoRouteToHostException _ -> noConnection(failure, host, fault);
      default ->
          new Problem(
              ProblemCode.NETWORK_CONNECT,
              failure,
              "The connection to " + host + " broke off.",
              "Try again; if it stays, check your network.",
              words(fault));
    };
  }

  /** {@return the problem of a host that wants to be left alone for longer than a person waits} */
  static Problem busy(String failure, String host, Duration pause) {
    return new Problem(
        ProblemCode.SERVER_BUSY,
        failure,
        "%s asked not to be asked again for another %d s."
            .formatted(host, Math.max(1, pause.toSeconds())),
        "Try again then.");
  }

  private static Problem noConnection(String failure, String host, IOException fault) {
    return new Problem(
        ProblemCode.NETWORK_CONNECT,
        failure,
        host + " does not accept connections.",
        "Check that the server runs, and that no firewall or proxy is in the way.",
        words(fault));
  }

  /** {@return whether time ran out before there was a connection} */
  static boolean connecting(IOException fault) {
    return fault instanceof SocketTimeoutException
        && String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  /** OkHttp's and the JDK's messages name hosts and ports, never paths or queries. */
  static String words(IOException fault) {
    return fault.getClass().getSimpleName() + ": " + fault.getMessage();
  }
}
