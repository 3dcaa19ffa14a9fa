package org.shareexplorer.net;

import java.util.Optional;

/**
 * How a server is reached.
 *
 * @param host the server's name or number, without brackets
 * @param port its port
 * @param encrypted whether by TLS
 * @param proxy the proxy that stands between, if any
 * @param reason who says so
 */
public record Route(
    String host, int port, boolean encrypted, Optional<ProxyServer> proxy, Reason reason) {

  /** Who says which proxy there is. */
  public enum Reason {
    /** This computer itself is never reached through a proxy. */
    LOOPBACK("it is this computer itself"),
    /** The person, in the preferences. */
    PREFERENCES("by the preferences"),
    /** Variables of the environment such as {@code HTTPS_PROXY}. */
    ENVIRONMENT("by the environment's variables"),
    /** The system's settings. */
    SYSTEM("by the system's settings");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    /** {@return the reason as the end of a sentence} */
    public String words() {
      return words;
    }
  }

  /** {@return the route in a line for people, such as "through the proxy p:3128, by …"} */
  public String text() {
    return proxy
        .map(server ->
            "through the "
                + (server.kind() == ProxyServer.Kind.SOCKS ? "SOCKS proxy " : "proxy ")
                + server.authority()
                + server.login().map(login -> " as " + login.user()).orElse("")
                + ", "
                + reason.words())
        .orElseGet(() -> "directly, without a proxy, " + directReason());
  }

  private String directReason() {
    return reason == Reason.LOOPBACK ? "as " + reason.words() : reason.words();
  }
}
