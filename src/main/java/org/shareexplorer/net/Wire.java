package org.shareexplorer.net;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * OkHttp, set up by the settings that hold. Redirects are ours to follow, as it would send a
 * request's body to wherever a server says.
 *
 * <p>Whom to trust takes its time to read, so that is done when the first server is to be reached
 * by https. Thread-safe.
 */
final class Wire {

  private static final int IDLE_CONNECTIONS = 32;

  private final Routes routes;
  private final Supplier<OkHttpClient> toBeTrusting;
  private final OkHttpClient plain;
  private @Nullable OkHttpClient trusting;

  private Wire(Routes routes, OkHttpClient plain, Supplier<OkHttpClient> toBeTrusting) {
    this.routes = routes;
    this.plain = plain;
    this.toBeTrusting = toBeTrusting;
  }

  /**
   * Makes a wire.
   *
   * @param more what else its clients are to have
   */
  static Wire of(
      NetworkSettings settings, Patience patience, UnaryOperator<OkHttpClient.Builder> more) {
    Routes routes = new Routes(settings.proxy());
    OkHttpClient common =
        new OkHttpClient.Builder()
            .connectTimeout(patience.connect())
            .readTimeout(patience.firstByte())
            .writeTimeout(patience.stall())
            // Many ranges of one host at a time: keep their connections for the next ones.
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
            .followRedirects(false)
            .proxySelector(routes)
            .proxyAuthenticator(new ProxyLogin(routes))
            .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
            .addNetworkInterceptor(new Passage.Watch())
            .addNetworkInterceptor(new CostMeter())
            .addNetworkInterceptor(new LeastPace(patience.stall()))
            .build();
    SocksLogins.answerBy(routes);
    return new Wire(
        routes,
        more.apply(common.newBuilder()).build(),
        () -> {
          Trust trust = Trust.in(settings.certificates());
          OkHttpClient.Builder builder =
              common
                  .newBuilder()
                  .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS, ConnectionSpec.CLEARTEXT))
                  .sslSocketFactory(trust.sockets(), trust);
          return more.apply(builder).build();
        });
  }

  /** {@return which proxies stand between} */
  Routes routes() {
    return routes;
  }

  /** {@return what finds the addresses of hosts} */
  Dns dns() {
    return plain.dns();
  }

  /** {@return what sends requests to an address} */
  synchronized OkHttpClient client(HttpUrl url) {
    if (!url.isHttps()) {
      return plain;
    }
    OkHttpClient made = trusting == null ? toBeTrusting.get() : trusting;
    trusting = made;
    return made;
  }

  /** Sends without a second try of its own, on a connection that nobody used before. */
  OkHttpClient once(HttpUrl url) {
    return client(url)
        .newBuilder()
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
        .retryOnConnectionFailure(false)
        .build();
  }

  /** Lets requests under way come to their end. */
  void retire() {
    plain.connectionPool().evictAll();
  }

  void close() {
    plain.dispatcher().cancelAll();
    plain.dispatcher().executorService().shutdown();
    plain.connectionPool().evictAll();
  }
}
