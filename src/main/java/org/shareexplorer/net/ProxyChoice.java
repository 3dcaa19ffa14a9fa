package org.shareexplorer.net;

import java.util.Optional;

/**
 * Which proxy stands between this computer and servers. This computer itself (loopback) is never
 * reached through one.
 */
public sealed interface ProxyChoice {

  /**
   * What the environment's variables say, or else the system's settings.
   *
   * @param login for proxies that want one and have none in the variables
   */
  record AsSystem(Optional<ProxyServer.Login> login) implements ProxyChoice {}

  /** None, whatever the system says. */
  record Direct() implements ProxyChoice {}

  /**
   * One that the person named.
   *
   * @param server the proxy
   * @param exceptions hosts that are reached without it
   */
  record Manual(ProxyServer server, ProxyExceptions exceptions) implements ProxyChoice {}
}
