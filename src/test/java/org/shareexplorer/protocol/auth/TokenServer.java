package org.shareexplorer.protocol.auth;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.Patience;

/** A token endpoint and a sharing server in one, which answer what a test tells them to. */
final class TokenServer implements AutoCloseable {

  static final String SECRET = "canary-secret+/=";

  final MockWebServer server = new MockWebServer();
  final Http http =
      new Http(
          new Patience(
              Duration.ofSeconds(2),
              Duration.ofMillis(700),
              Duration.ofMillis(700),
              Duration.ofSeconds(2),
              Duration.ofMillis(1)),
          Clock.systemUTC());

  TokenServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  /** {@return a profile with a client's secret} */
  String clientProfile(String more) {
    return """
    {"shareCredentialsVersion":2,"type":"OAuth_Client_Credentials","endpoint":"%1$s/ds/",
     "tokenEndpoint":"%1$s/token","clientId":"client 1","clientSecret":"%2$s"%3$s}
    """
        .formatted(address(), SECRET, more);
  }

  /** {@return a profile with a private key in a file} */
  String keyProfile(String file, String algorithm) {
    return """
    {"shareCredentialsVersion":2,"type":"oauth_jwt_bearer_private_key_jwt","endpoint":"%1$s/ds",
     "auth":{"tokenEndpoint":"%1$s/token","issuer":"https://idp.example/","clientId":"me",
      "audience":"https://data.example","scope":"a b",
      "privateKey":{"privateKeyFile":"%2$s","keyId":"k1"%3$s}}}
    """
        .formatted(
            address(), file, algorithm.isEmpty() ? "" : ",\"algorithm\":\"" + algorithm + "\"");
  }

  TokenServer answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return this;
  }

  TokenServer answers(MockResponse answer) {
    server.enqueue(answer);
    return this;
  }

  TokenServer token(String token, Object expiresIn) {
    return answers(
        200,
        "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%s}"
            .formatted(token, new JsonMapper().valueToTree(expiresIn)));
  }

  RecordedRequest request() {
    try {
      return Objects.requireNonNull(server.takeRequest(5, TimeUnit.SECONDS), "no request came");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  static Map<String, String> form(RecordedRequest request) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : body(request).split("&", -1)) {
      String[] parts = field.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
