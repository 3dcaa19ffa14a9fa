package org.shareexplorer.net;

import java.util.concurrent.TimeUnit;
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

  static Wire of(NetworkSettings settings, Patience patience) {
    return of(settings, patience, new Routes(settings.proxy()));
  }

  static Wire of(NetworkSettings settings, Patience patience, Routes routes) {
    Trust trust = Trust.in(settings.certificates());
    OkHttpClient client =
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
            .build();
    SocksLogins.answerBy(routes);
    return new Wire(routes, client);
  }

  /** Sends without a second try of its own, on a connection that nobody used before. */
  OkHttpClient once() {
    return fresh().retryOnConnectionFailure(false).build();
  }

  /** Sends on connections of its own, and writes down how they come about. */
  OkHttpClient traced(Trace trace) {
    return fresh().eventListener(new Tracer(trace)).build();
  }

  private OkHttpClient.Builder fresh() {
    return client.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS));
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
