package org.shareexplorer.net;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/**
 * Logins for SOCKS proxies (RFC 1929). The JDK, whose sockets speak SOCKS, asks one authenticator
 * of the whole process for them, so this is one; it answers for the proxies of the routes that are
 * in use, and nobody else. Without it the JDK would send the name of the computer's user.
 */
final class SocksLogins extends Authenticator {

  private static final Map<Routes, Boolean> IN_USE =
      Collections.synchronizedMap(new WeakHashMap<>());

  private SocksLogins() {}

  /** Answers proxies by the logins of routes, as long as somebody holds them. */
  static void answerBy(Routes routes) {
    IN_USE.put(routes, true);
    Authenticator.setDefault(new SocksLogins());
  }

  @Override
  protected PasswordAuthentication getPasswordAuthentication() {
    Optional<ProxyServer.Login> login = Optional.empty();
    if ("SOCKS5".equals(getRequestingProtocol())) {
      synchronized (IN_USE) {
        login =
            IN_USE.keySet().stream()
                .flatMap(
                    routes -> routes.socksLogin(getRequestingHost(), getRequestingPort()).stream())
                .findFirst();
      }
    }
    return login
        .map(known -> new PasswordAuthentication(known.user(), known.password().toCharArray()))
        .orElseGet(() -> new PasswordAuthentication("", new char[0]));
  }
}
