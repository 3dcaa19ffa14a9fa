package org.shareexplorer.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.Patience;
import org.shareexplorer.profile.ProfileReader;

/** A server that answers what a test tells it to, and a client for it. */
final class ScriptedServer implements AutoCloseable {

  static final String TOKEN = "canary-77-token";
  static final TableName TABLE = new TableName("s", "c", "t");
  static final String PROTOCOL = "{\"protocol\":{\"minReaderVersion\":1}}\n";
  static final String META =
      "{\"metaData\":{\"id\":\"i\",\"format\":{\"provider\":\"parquet\"},\"schemaString\":\"{\\\"type\\\":\\\"struct\\\",\\\"fields\\\":[]}\",\"partitionColumns\":[]}}\n";

  private final MockWebServer server = new MockWebServer();
  private final Http http =
      new Http(
          new Patience(
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(1),
              Duration.ofSeconds(3),
              Duration.ofMillis(1)),
          Clock.systemUTC());

  ScriptedServer() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return a file line} */
  static String file(String id) {
    return "{\"file\":{\"url\":\"https://x.example/%s?sig=canary\",\"id\":\"%s\",\"partitionValues\":{},\"size\":7}}\n"
        .formatted(id, id);
  }

  /** {@return the server's address without a path} */
  String address() {
    return "http://127.0.0.1:" + server.getPort();
  }

  SharingClient client() {
    return client("");
  }

  /** {@return a client whose profile has more fields} */
  SharingClient client(String more) {
    String profile =
        "{\"shareCredentialsVersion\":1,\"endpoint\":\"http://127.0.0.1:%d/ds/\",\"bearerToken\":\"%s\"%s}"
            .formatted(server.getPort(), TOKEN, more);
    return new SharingClients(
            http,
            Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC),
            new Preparing(Duration.ofMillis(15), Duration.ofMillis(1), Duration.ofMillis(4)))
        .of(ProfileReader.parse(profile, "test"));
  }

  ScriptedServer answers(MockResponse response) {
    server.enqueue(response);
    return this;
  }

  ScriptedServer answers(int status, String body) {
    return answers(new MockResponse.Builder().code(status).body(body).build());
  }

  /** Has a table's answer of these lines come, of version 7. */
  ScriptedServer lines(String... lines) {
    return answers(
        new MockResponse.Builder()
            .setHeader("Delta-Table-Version", "7")
            .body(String.join("", lines))
            .build());
  }

  RecordedRequest request() {
    try {
      return server.takeRequest();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  int requests() {
    return server.getRequestCount();
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
