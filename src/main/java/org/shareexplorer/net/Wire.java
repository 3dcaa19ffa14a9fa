package org.shareexplorer.net;

import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * OkHttp, set up by the settings that hold. Redirects are ours to follow, as it would send a
 * request's body to wherever a server says.
 *
 * @param routes which proxies stand between
 * @param client sends requests
 */
record Wire(Routes routes, OkHttpClient client) {

  private static final int IDLE_CONNECTIONS = 32;

  /**
   * Makes a wire.
   *
   * @param more what else its client is to have
   */
  static Wire of(
      NetworkSettings settings, Patience patience, UnaryOperator<OkHttpClient.Builder> more) {
    Routes routes = new Routes(settings.proxy());
    Trust trust = Trust.in(settings.certificates());
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(patience.connect())
            .readTimeout(patience.firstByte())
            .writeTimeout(patience.stall())
            // Many ranges of one host at a time: keep their connections for the next ones.
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
            .followRedirects(false)
            .proxySelector(routes)
            .proxyAuthenticator(new ProxyLogin(routes))
            .sslSocketFactory(trust.sockets(), trust)
            .addNetworkInterceptor(new Passage.Watch())
            .addNetworkInterceptor(new CostMeter())
            .addNetworkInterceptor(new LeastPace(patience.stall()));
    SocksLogins.answerBy(routes);
    return new Wire(routes, more.apply(builder).build());
  }

  /** Sends without a second try of its own, on a connection that nobody used before. */
  OkHttpClient once() {
    return client
        .newBuilder()
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
        .retryOnConnectionFailure(false)
        .build();
  }

  /** Lets requests under way come to their end. */
  void retire() {
    client.connectionPool().evictAll();
  }

  void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
