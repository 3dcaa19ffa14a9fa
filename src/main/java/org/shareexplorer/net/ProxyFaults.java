package org.shareexplorer.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** Faults that a proxy is to blame for, or that happen on the way to it. */
final class ProxyFaults {

  /** OkHttp's words for an answer to CONNECT that is no success. */
  private static final Pattern CONNECT =
      Pattern.compile("Unexpected response code for CONNECT: (\\d{3})");

  private static final String CHOICE =
      "Check the proxy in the preferences under Network, and that you are on the right network.";

  private ProxyFaults() {}

  /** {@return whether a fault stays however often the request is sent} */
  static boolean lasting(IOException fault) {
    return fault instanceof ProxyRefusal
        || socks(fault).isPresent()
        || connectStatus(fault).filter(status -> status < 500).isPresent();
  }

  /** {@return what a fault means, if the proxy has to do with it} */
  static Optional<Problem> problem(
      String failure, Route route, ProxyServer proxy, IOException fault) {
    String name = "The proxy " + proxy.authority() + " (set " + route.reason().words() + ")";
    String why;
    String remedy = CHOICE;
    if (fault instanceof ProxyRefusal refusal) {
      why = name + " " + login(proxy, refusal);
      remedy = loginRemedy(refusal);
    } else if (connectStatus(fault).isPresent()) {
      int status = connectStatus(fault).get();
      why = name + " " + connect(route, status);
      remedy = connectRemedy(status);
    } else if (socks(fault).isPresent()) {
      why = name + " " + socks(route, proxy, socks(fault).get());
      remedy =
          "Check its user name and password in the preferences under Network, or ask your IT to"
              + " allow this host.";
    } else if (lookingFor(proxy, fault)) {
      why = "No computer of the name " + proxy.host() + " could be found: it is to be the proxy.";
    } else if (unreached(fault)) {
      why = name + " does not accept connections.";
    } else if (fault instanceof InterruptedIOException && Faults.connecting(fault)) {
      why = name + " could not be reached in time.";
    } else {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(ProblemCode.NETWORK_PROXY, failure, why, remedy, Faults.words(fault)));
  }

  private static String login(ProxyServer proxy, ProxyRefusal refusal) {
    if (refusal.tried()) {
      return "does not accept the user name "
          + proxy.login().map(ProxyServer.Login::user).orElse("")
          + " with the password given (407).";
    }
    return refusal.schemes().isEmpty() || basic(refusal)
        ? "wants a user name and a password (407)."
        : "wants a login by "
            + String.join(" or ", refusal.schemes())
            + " (407), and Share Explorer knows Basic alone.";
  }

  private static boolean basic(ProxyRefusal refusal) {
    return refusal.schemes().stream().anyMatch("Basic"::equalsIgnoreCase);
  }

  private static String loginRemedy(ProxyRefusal refusal) {
    return refusal.schemes().isEmpty() || basic(refusal)
        ? "Enter them in the preferences under Network."
        : "Ask your IT for a proxy with Basic login or without one, or run a local one that logs in"
            + " for you and choose that in the preferences under Network.";
  }

  private static String connect(Route route, int status) {
    String target = route.host() + ":" + route.port();
    return switch (status) {
      case 403 -> "does not allow connections to " + target + " (403).";
      case 502, 503 -> "could not reach " + target + " (" + status + ").";
      case 504 -> "did not reach " + target + " in time (504).";
      default -> "does not pass encrypted connections on to " + target + " (" + status + ").";
    };
  }

  private static String connectRemedy(int status) {
    return status < 500
        ? "Ask your IT to allow this host; your provider can say which hosts the share needs."
        : "Try again; if it stays, check the host's name, and ask your IT whether the proxy may"
            + " reach it.";
  }

  private static String socks(Route route, ProxyServer proxy, String words) {
    String target = route.host() + ":" + route.port();
    if (words.contains("authentication") || words.contains("acceptable methods")) {
      return proxy
          .login()
          .map(login ->
              "does not accept the user name " + login.user() + " with the password given.")
          .orElse("wants a user name and a password.");
    }
    return words.contains("ruleset")
        ? "does not allow connections to " + target + "."
        : "could not reach " + target + ".";
  }

  /** The JDK's words for what a SOCKS proxy answers. */
  private static Optional<String> socks(IOException fault) {
    String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return fault instanceof SocketException && words.contains("socks")
        ? Optional.of(words)
        : Optional.empty();
  }

  private static Optional<Integer> connectStatus(IOException fault) {
    Matcher matcher = CONNECT.matcher(String.valueOf(fault.getMessage()));
    return matcher.find() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  /** The JDK's sockets for SOCKS have a type of their own for it. */
  private static boolean unreached(IOException fault) {
    return fault instanceof ConnectException
        || fault instanceof NoRouteToHostException
        || "Connection refused".equals(fault.getMessage());
  }

  private static boolean lookingFor(ProxyServer proxy, IOException fault) {
    return fault instanceof UnknownHostException
        && String.valueOf(fault.getMessage()).contains(proxy.host());
  }
}
