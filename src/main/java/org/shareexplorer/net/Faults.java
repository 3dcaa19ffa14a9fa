package org.shareexplorer.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Faults of the network as problems. */
final class Faults {

  private Faults() {}

  /**
   * {@return what a fault means for a person}
   *
   * @param failure the sentence that says what failed
   * @param host the host that was spoken to
   */
  static Problem problem(String failure, String host, IOException fault) {
    return switch (fault) {
      case UnknownHostException e ->
          new Problem(
              ProblemCode.NETWORK_NAME,
              failure,
              "No computer of the name " + host + " could be found.",
              "Check that you are online, and on the VPN if the provider needs one.",
              words(e));
      case SSLException e ->
          new Problem(
              ProblemCode.NETWORK_TLS,
              failure,
              certificate(e)
                  ? "The certificate of " + host + " is not trusted by this computer."
                  : "No secure connection to " + host + " came about.",
              "Ask the provider, or your own IT if it inspects encrypted traffic; nothing was sent.",
              words(e));
      case InterruptedIOException e ->
          new Problem(
              ProblemCode.NETWORK_TIMEOUT,
              failure,
              connecting(e)
                  ? host + " could not be reached in time."
                  : host + " did not answer in time.",
              "Try again; if it stays, the server may be down or a firewall in the way.",
              words(e));
      case ConnectException e -> noConnection(failure, host, e);
      case NoRouteToHostException e -> noConnection(failure, host, e);
      default ->
          new Problem(
              ProblemCode.NETWORK_CONNECT,
              failure,
              "The connection to " + host + " broke off.",
              "Try again; if it stays, check your network.",
              words(fault));
    };
  }

  private static Problem noConnection(String failure, String host, IOException fault) {
    return new Problem(
        ProblemCode.NETWORK_CONNECT,
        failure,
        host + " does not accept connections.",
        "Check that the server runs, and that no firewall or proxy is in the way.",
        words(fault));
  }

  private static boolean certificate(SSLException fault) {
    String text = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return text.contains("certifi") || text.contains("pkix") || text.contains("hostname");
  }

  private static boolean connecting(InterruptedIOException fault) {
    return fault instanceof SocketTimeoutException
        && String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  /**
   * {@return the fault in its own words} OkHttp's and the JDK's messages name hosts and ports,
   * never paths or queries.
   */
  static String words(IOException fault) {
    return fault.getClass().getSimpleName() + ": " + fault.getMessage();
  }
}
