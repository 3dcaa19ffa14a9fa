package org.shareexplorer.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.shareexplorer.net.Route.Reason;

/** Finds the routes to servers by what was chosen. Thread-safe. */
final class Routes extends ProxySelector {

  static {
    // Read once, when the JDK's selector is made: before anybody uses the network.
    if (System.getProperty("java.net.useSystemProxies") == null) {
      System.setProperty("java.net.useSystemProxies", "true");
    }
  }

  private final ProxyChoice choice;
  private final EnvironmentProxies environment;
  private final Optional<ProxySelector> system;

  Routes(ProxyChoice choice) {
    this(
        choice,
        EnvironmentProxies.of(System.getenv()),
        Optional.ofNullable(ProxySelector.getDefault()));
  }

  /**
   * Routes by other surroundings than the process has.
   *
   * @param system what the JDK knows of the system's settings
   */
  Routes(ProxyChoice choice, EnvironmentProxies environment, Optional<ProxySelector> system) {
    this.choice = choice;
    this.environment = environment;
    this.system = system;
  }

  /** {@return the route to a server; may run the system's proxy script, so it may take a while} */
  Route to(HttpUrl url) {
    String host = url.host();
    if (Addresses.loopback(host)) {
      return route(url, Optional.empty(), Reason.LOOPBACK);
    }
    return switch (choice) {
      case ProxyChoice.Direct _ -> route(url, Optional.empty(), Reason.PREFERENCES);
      case ProxyChoice.Manual manual ->
          route(
              url,
              Optional.of(manual.server())
                  .filter(server -> !manual.exceptions().cover(host, url.port())),
              Reason.PREFERENCES);
      case ProxyChoice.AsSystem _ when environment.exceptions().cover(host, url.port()) ->
          route(url, Optional.empty(), Reason.ENVIRONMENT);
      case ProxyChoice.AsSystem as when environment.any() ->
          route(
              url,
              environment.proxy(url.isHttps()).map(server -> loggedIn(server, as)),
              Reason.ENVIRONMENT);
      case ProxyChoice.AsSystem as ->
          route(url, ofSystem(url).findFirst().map(server -> loggedIn(server, as)), Reason.SYSTEM);
    };
  }

  private static ProxyServer loggedIn(ProxyServer server, ProxyChoice.AsSystem as) {
    return server.login().isPresent() ? server : server.withLogin(as.login());
  }

  private static Route route(HttpUrl url, Optional<ProxyServer> proxy, Reason reason) {
    return new Route(url.host(), url.port(), url.isHttps(), proxy, reason);
  }

  /** The proxies in the order in which they are to be tried, up to the first attempt without. */
  private Stream<ProxyServer> ofSystem(HttpUrl url) {
    // Proxy scripts are the system's: they need not see paths, and never a signature.
    HttpUrl origin = Objects.requireNonNull(url.resolve("/"));
    return system.map(selector -> selector.select(origin.uri())).stream()
        .flatMap(List::stream)
        .map(Routes::server)
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream);
  }

  private static Optional<ProxyServer> server(Proxy proxy) {
    return proxy.type() != Proxy.Type.DIRECT && proxy.address() instanceof InetSocketAddress at
        ? Optional.of(
            new ProxyServer(
                proxy.type() == Proxy.Type.SOCKS ? ProxyServer.Kind.SOCKS : ProxyServer.Kind.HTTP,
                at.getHostString(),
                at.getPort(),
                Optional.empty()))
        : Optional.empty();
  }

  @Override
  public List<Proxy> select(URI uri) {
    HttpUrl url = Objects.requireNonNull(HttpUrl.get(uri));
    Route route = to(url);
    if (route.proxy().isEmpty()) {
      return List.of(Proxy.NO_PROXY);
    }
    Stream<ProxyServer> servers =
        route.reason() == Reason.SYSTEM ? ofSystem(url) : route.proxy().stream();
    return servers.map(ProxyServer::proxy).toList();
  }

  /** {@return the login for a proxy on the way to a server} */
  Optional<ProxyServer.Login> login(HttpUrl url) {
    return to(url).proxy().flatMap(ProxyServer::login);
  }

  /** {@return the login for a SOCKS proxy, if that is one that may stand between} */
  Optional<ProxyServer.Login> socksLogin(String host, int port) {
    Stream<ProxyServer> servers =
        switch (choice) {
          case ProxyChoice.Direct _ -> Stream.empty();
          case ProxyChoice.Manual manual -> Stream.of(manual.server());
          case ProxyChoice.AsSystem as when environment.any() ->
              Stream.of(true, false)
                  .flatMap(encrypted -> environment.proxy(encrypted).stream())
                  .map(server -> loggedIn(server, as));
          case ProxyChoice.AsSystem as ->
              Stream.of(new ProxyServer(ProxyServer.Kind.SOCKS, host, port, as.login()));
        };
    return servers
        .filter(server -> server.kind() == ProxyServer.Kind.SOCKS)
        .filter(server -> server.host().equalsIgnoreCase(host) && server.port() == port)
        .findFirst()
        .flatMap(ProxyServer::login);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException fault) {
    // Told by the request's own failure.
  }
}
