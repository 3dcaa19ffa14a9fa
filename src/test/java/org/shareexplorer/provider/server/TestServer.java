package org.shareexplorer.provider.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shareexplorer.demo.DemoFiles;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.provider.delta.Json;
import org.shareexplorer.provider.demo.DemoData;
import org.shareexplorer.provider.demo.Scale;

/** A server over a little of the demo data, spoken to by the JDK's client, with a clock to turn. */
final class TestServer implements AutoCloseable {

  static final String TOKEN = "test-token";
  static final Duration LIFETIME = Duration.ofMinutes(10);
  static final String TRIPS = "/shares/city_mobility/schemas/taxi/tables/trips";
  static final String CUSTOMERS = "/shares/external_retail/schemas/retail/tables/customers";

  private static final Scale SCALE = new Scale(200, 2_000, 4_800);

  private final Jobs jobs = new Jobs();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ShareServer server;
  final Path data;
  Instant now = Instant.parse("2026-01-10T12:00:00Z");

  TestServer(Path folder) throws IOException {
    copy(DemoFiles.of(SCALE), folder);
    data = DemoData.in(folder, SCALE, jobs, Job.unattended());
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
          }
        };
    server = ShareServer.start(Catalog.below(data), TOKEN, LIFETIME, clock, jobs);
  }

  /** Files of its own, as tests damage them; to make them anew takes longer. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        Files.copy(file, copy);
      }
    }
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.endpoint() + path))
        .header("Authorization", "Bearer " + TOKEN);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<byte[]> bytes(String url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(to(path));
  }

  HttpResponse<String> query(String table, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(table + "/query").POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  static JsonNode json(HttpResponse<String> response) throws IOException {
    return Json.MAPPER.readTree(response.body());
  }

  static List<JsonNode> lines(HttpResponse<String> response) throws IOException {
    try (var lines = Json.MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(response.body())) {
      return lines.readAll();
    }
  }

  @Override
  public void close() {
    http.close();
    server.close();
    jobs.close();
  }
}
