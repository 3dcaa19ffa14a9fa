package org.shareexplorer.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.Patience;
import org.shareexplorer.net.activity.ActivityLog;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;

/** A sharing server with its storage that is well, but for what a test spoils; and a doctor. */
final class PatientServer extends Dispatcher implements AutoCloseable {

  static final String TOKEN = "canary-token-4711";
  static final String SIGNATURE = "canary-signature-4712";

  final MockWebServer server = new MockWebServer();
  final ActivityLog log = new ActivityLog();
  private final Map<String, MockResponse> spoilt = new ConcurrentHashMap<>();
  final Http http =
      new Http(
          new Patience(
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(1),
              Duration.ofSeconds(1),
              Duration.ofMillis(1)),
          Clock.systemUTC(),
          log);

  PatientServer() {
    server.setDispatcher(this);
  }

  PatientServer started() {
    try {
      server.start();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has requests whose path ends like this answered otherwise. */
  PatientServer spoil(String end, MockResponse answer) {
    spoilt.put(end, answer);
    return this;
  }

  PatientServer spoil(String end, int status, String body) {
    return spoil(end, answer(status, body));
  }

  static MockResponse answer(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("x-request-id", "req-" + status)
        .body(body)
        .build();
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    boolean known = ("Bearer " + TOKEN).equals(request.getHeaders().get("Authorization"));
    if (!path.startsWith("/files/") && !known) {
      return answer(401, "{\"errorCode\":\"UNAUTHENTICATED\",\"message\":\"who are you?\"}");
    }
    for (Map.Entry<String, MockResponse> entry : spoilt.entrySet()) {
      if (path.endsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return switch (path) {
      case "/ds/shares" -> answer(200, "{\"items\":[{\"name\":\"s\"}]}");
      case "/ds/shares/s/all-tables" ->
          answer(
              200,
              "{\"items\":[{\"name\":\"t\",\"schema\":\"c\",\"share\":\"s\"},{\"name\":\"u\",\"schema\":\"c\",\"share\":\"s\"}]}");
      case "/ds/shares/s/schemas/c/tables/t/query", "/ds/shares/s/schemas/c/tables/u/query" ->
          lines(file());
      case "/files/part-0.parquet" ->
          new MockResponse.Builder()
              .code(206)
              .setHeader("Content-Range", "bytes 0-3/700")
              .body("PAR1")
              .build();
      default -> answer(404, "{\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"no\"}");
    };
  }

  private String file() {
    return "{\"file\":{\"url\":\"%s/files/part-0.parquet?sig=%s\",\"id\":\"1\",\"partitionValues\":{},\"size\":700}}\n"
        .formatted(base(), SIGNATURE);
  }

  /** A table's answer with these lines after the first two. */
  static MockResponse lines(String lines) {
    return new MockResponse.Builder()
        .setHeader("Delta-Table-Version", "7")
        .setHeader("x-request-id", "req-query")
        .body(
            "{\"protocol\":{\"minReaderVersion\":1}}\n{\"metaData\":{\"id\":\"i\",\"format\":{\"provider\":\"parquet\"},\"schemaString\":\"{\\\"type\\\":\\\"struct\\\",\\\"fields\\\":[]}\",\"partitionColumns\":[]}}\n"
                + lines)
        .build();
  }

  String base() {
    return server.url("/").toString().replaceAll("/$", "");
  }

  Patient patient() {
    return patient(base() + "/ds", Optional.empty());
  }

  Patient patient(String endpoint, Optional<TableName> table) {
    return patient(
        "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s\",\"bearerToken\":\"%s\"}"
            .formatted(endpoint, TOKEN),
        table,
        "Acme");
  }

  static Patient patient(String profile, Optional<TableName> table, String name) {
    return new Patient(name, ProfileReader.parse(profile, "test"), table);
  }

  Doctor doctor() {
    return doctor(Clock.systemUTC());
  }

  Doctor doctor(Clock clock) {
    return new Doctor(new SharingClients(http, clock), clock);
  }

  @Override
  public void close() {
    http.close();
    server.close();
  }
}
