package org.shareexplorer.workspace.network;

import java.util.Optional;
import org.shareexplorer.net.ProxyChoice;
import org.shareexplorer.net.ProxyExceptions;
import org.shareexplorer.net.ProxyServer;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/**
 * What a person chose of proxies, the password aside. The fields of a proxy by hand are remembered
 * also while another choice holds.
 *
 * @param proxy which choice holds
 * @param kind how the proxy by hand is spoken to
 * @param host its host, or empty
 * @param port its port, or 0 if none was given
 * @param user the name that proxies are told if they want one, or empty
 * @param exceptions hosts that are reached without the proxy by hand, as typed
 */
public record NetworkPreferences(
    Proxy proxy, ProxyServer.Kind kind, String host, int port, String user, String exceptions) {

  /** Which proxy stands between. */
  public enum Proxy {
    /** The environment's or the system's. */
    SYSTEM,
    /** None. */
    NONE,
    /** The one whose host was entered. */
    MANUAL
  }

  /** What holds before anything was chosen. */
  public static final NetworkPreferences USUAL =
      new NetworkPreferences(Proxy.SYSTEM, ProxyServer.Kind.HTTP, "", 0, "", "");

  /** {@return the same with another choice} */
  public NetworkPreferences withProxy(Proxy other) {
    return new NetworkPreferences(other, kind, host, port, user, exceptions);
  }

  /**
   * {@return the same with a proxy by hand}
   *
   * @param text such as {@code proxy.example:3128} or {@code socks5://proxy.example}; the login is
   *     left aside
   * @throws org.shareexplorer.problem.ProblemException with code {@code NETWORK_PROXY} if it is no
   *     proxy's address
   */
  public NetworkPreferences withServer(String text) {
    try {
      ProxyServer server = ProxyServer.parse(text);
      return new NetworkPreferences(
          Proxy.MANUAL, server.kind(), server.host(), server.port(), user, exceptions);
    } catch (IllegalArgumentException e) {
      throw new Problem(
              ProblemCode.NETWORK_PROXY,
              "This is no proxy that can be used.",
              String.valueOf(e.getMessage()),
              "Write it as http://proxy.example:8080 or socks5://proxy.example:1080.")
          .asException();
    }
  }

  /** {@return the same with a proxy by hand, in parts as typed; see {@link #withServer(String)}} */
  public NetworkPreferences withServer(String kindName, String hostName, String portNumber) {
    String name = hostName.strip();
    boolean number = name.contains(":") && !name.startsWith("[");
    String scheme = kindName.startsWith("SOCKS") ? "socks5://" : "";
    return withServer(scheme + (number ? "[" + name + "]" : name) + ":" + portNumber.strip());
  }

  /** {@return the same with other login and exceptions} */
  public NetworkPreferences withUser(String otherUser, String otherExceptions) {
    return new NetworkPreferences(
        proxy, kind, host, port, otherUser.strip(), otherExceptions.strip());
  }

  /** {@return host and port of the proxy by hand, or empty} */
  public String address() {
    return host.isEmpty()
        ? ""
        : new ProxyServer(kind, host, port, Optional.empty())
            .toString()
            .replaceFirst("^http://", "");
  }

  /** {@return the choice as the network's stack takes it} */
  ProxyChoice choice(String password) {
    Optional<ProxyServer.Login> login =
        user.isEmpty() ? Optional.empty() : Optional.of(new ProxyServer.Login(user, password));
    return switch (proxy) {
      case NONE -> new ProxyChoice.Direct();
      case SYSTEM -> new ProxyChoice.AsSystem(login);
      case MANUAL ->
          host.isEmpty()
              ? new ProxyChoice.AsSystem(login)
              : new ProxyChoice.Manual(
                  new ProxyServer(kind, host, port, login), ProxyExceptions.parse(exceptions));
    };
  }
}
