package org.shareexplorer.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Shows proxies of HTTP a name and a password once they ask, by the scheme Basic (RFC 7617). Never
 * before: a proxy that wants another scheme gets no password.
 */
final class ProxyLogin implements Authenticator {

  private static final String HEADER = "Proxy-Authorization";

  private final Routes routes;

  ProxyLogin(Routes routes) {
    this.routes = routes;
  }

  @Override
  public @Nullable Request authenticate(okhttp3.@Nullable Route route, Response response)
      throws IOException {
    List<String> schemes =
        response.challenges().stream().map(Challenge::scheme).distinct().toList();
    Request request = response.request();
    if (schemes.stream().anyMatch("OkHttp-Preemptive"::equalsIgnoreCase)) {
      return request;
    }
    boolean tried = request.header(HEADER) != null;
    Optional<ProxyServer.Login> login = routes.login(request.url());
    if (tried || login.isEmpty() || schemes.stream().noneMatch("Basic"::equalsIgnoreCase)) {
      throw new ProxyRefusal(tried, schemes);
    }
    return request
        .newBuilder()
        .header(
            HEADER,
            Credentials.basic(login.get().user(), login.get().password(), StandardCharsets.UTF_8))
        .build();
  }
}
