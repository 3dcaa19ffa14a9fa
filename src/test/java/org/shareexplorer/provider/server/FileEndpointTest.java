package org.shareexplorer.provider.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.shareexplorer.provider.server.TestServer.TRIPS;
import static org.shareexplorer.provider.server.TestServer.lines;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEndpointTest {

  @TempDir private Path folder;
  private TestServer server;
  private String url;
  private byte[] whole;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(folder);
    url = lines(server.query(TRIPS, "{}")).get(2).at("/file/url").asText();
    whole =
        Files.readAllBytes(
            server.data.resolve(
                "city_mobility/taxi/trips/month=2024-01-01/part-00000.zstd.parquet"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  @Test
  void servesTheWholeFile() throws Exception {
    HttpResponse<byte[]> response = server.bytes(url);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo(whole);
    assertThat(header(response, "accept-ranges")).isEqualTo("bytes");
    assertThat(header(response, "etag")).matches("\"[0-9a-f-]+\"");
  }

  @Test
  void servesParts() throws Exception {
    int size = whole.length;
    HttpResponse<byte[]> middle = server.bytes(url, "Range", "bytes=100-199");
    assertThat(middle.statusCode()).isEqualTo(206);
    assertThat(middle.body()).isEqualTo(Arrays.copyOfRange(whole, 100, 200));
    assertThat(header(middle, "content-range")).isEqualTo("bytes 100-199/" + size);
    HttpResponse<byte[]> tail = server.bytes(url, "Range", "bytes=-8");
    assertThat(tail.body()).isEqualTo(Arrays.copyOfRange(whole, size - 8, size));
    assertThat(header(tail, "content-range"))
        .isEqualTo("bytes " + (size - 8) + "-" + (size - 1) + "/" + size);
    assertThat(server.bytes(url, "Range", "bytes=" + (size - 3) + "-").body()).hasSize(3);
    assertThat(server.bytes(url, "Range", "bytes=" + (size - 3) + "-99999999").body()).hasSize(3);
    assertThat(server.bytes(url, "Range", "bytes=-99999999").body()).isEqualTo(whole);
    assertThat(server.bytes(url, "Range", "bytes=0-0").body()).hasSize(1);
  }

  @Test
  void refusesPartsOutsideOfTheFile() throws Exception {
    for (String range : List.of("bytes=" + whole.length + "-", "bytes=-0")) {
      HttpResponse<byte[]> response = server.bytes(url, "Range", range);
      assertThat(response.statusCode()).isEqualTo(416);
      assertThat(header(response, "content-range")).isEqualTo("bytes */" + whole.length);
      assertThat(text(response)).contains("<Code>InvalidRange</Code>");
    }
  }

  @Test
  void servesTheWholeFileForRangesItDoesNotKnowAndForChangedFiles() throws Exception {
    for (String range : List.of("bytes=0-1,4-5", "rows=0-5", "bytes=9-3", "bytes=-", "bytes")) {
      assertThat(server.bytes(url, "Range", range).statusCode()).as(range).isEqualTo(200);
    }
    String tag = header(server.bytes(url), "etag");
    assertThat(server.bytes(url, "Range", "bytes=0-3", "If-Range", tag).statusCode())
        .isEqualTo(206);
    assertThat(server.bytes(url, "Range", "bytes=0-3", "If-Range", "\"other\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void answersHeadWithTheSizeAlone() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> response =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).HEAD().build(), BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(header(response, "content-length")).isEqualTo(Integer.toString(whole.length));
      assertThat(response.body()).isEmpty();
      HttpResponse<byte[]> put =
          http.send(
              HttpRequest.newBuilder(URI.create(url)).DELETE().build(), BodyHandlers.ofByteArray());
      assertThat(put.statusCode()).isEqualTo(405);
    }
  }

  @Test
  void refusesAddressesThatHaveEnded() throws Exception {
    server.now = server.now.plus(TestServer.LIFETIME).minusMillis(1);
    assertThat(server.bytes(url).statusCode()).isEqualTo(200);
    server.now = server.now.plus(Duration.ofMillis(1));
    HttpResponse<byte[]> response = server.bytes(url, "Range", "bytes=0-3");
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(header(response, "content-type")).isEqualTo("application/xml");
    assertThat(text(response))
        .contains("<Code>AccessDenied</Code>", "<Message>Request has expired</Message>");
    String renewed = lines(server.query(TRIPS, "{}")).get(2).at("/file/url").asText();
    assertThat(server.bytes(renewed).statusCode()).isEqualTo(200);
  }

  @Test
  void refusesAddressesThatWereTamperedWith() throws Exception {
    assertThat(url).contains("month%3D2024-01-01");
    for (String forged :
        List.of(
            url.replaceAll("expires=\\d", "expires=9"),
            url.replace("size=", "size=1"),
            url.replaceAll("signature=.", "signature=~"),
            url.replaceAll("&signature=.*", ""),
            url.replaceAll("\\?.*", ""),
            url.replace("2024-01-01", "2024-02-01"),
            // The path counts byte for byte, as it does for S3.
            url.replace("%3D", "="),
            url.replace("/trips/", "/trips/../trips/"))) {
      HttpResponse<byte[]> response = server.bytes(forged);
      assertThat(response.statusCode()).as(forged.replaceAll("\\?.*", "")).isEqualTo(403);
      assertThat(text(response)).contains("SignatureDoesNotMatch");
    }
  }

  @Test
  void neverLeavesItsFolder() throws Exception {
    String origin = url.substring(0, url.indexOf("/files/"));
    for (String path :
        List.of(
            "/files/../../../../etc/passwd",
            "/files/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
            "/files/..%2f..%2fetc/passwd",
            "/files//etc/passwd",
            "/files/city_mobility/taxi/trips/_delta_log/00000000000000000000.json")) {
      assertThat(server.bytes(origin + path).statusCode()).as(path).isEqualTo(403);
    }
    assertThat(server.bytes(origin + "/delta-sharing/../files/x").statusCode()).isNotEqualTo(200);
  }

  @Test
  void aSignedPathOutsideOfTheFolderIsNotServedEither() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "12345678");
    Path link = server.data.resolve("city_mobility/taxi/trips/link.parquet");
    Files.createSymbolicLink(link, secret);
    Seal seal = new Seal();
    FileAddresses addresses =
        new FileAddresses(
            seal, java.time.Clock.systemUTC(), Duration.ofMinutes(1), "http://127.0.0.1");
    FileEndpoint endpoint = new FileEndpoint(server.data, addresses);
    for (String path : List.of("link.parquet", "../../../../secret.txt", "missing.parquet")) {
      FileAddresses.Signed signed = addresses.sign(Path.of("city_mobility/taxi/trips"), path, 8);
      FakeExchange exchange = new FakeExchange(URI.create(signed.url()));
      endpoint.serve(new Request(exchange));
      assertThat(exchange.getResponseCode()).as(path).isEqualTo(404);
      assertThat(exchange.body()).contains("NoSuchKey");
    }
  }

  @Test
  void refusesATokenBesideTheSignature() throws Exception {
    assertThat(server.bytes(url, "Authorization", "Bearer x").statusCode()).isEqualTo(400);
  }

  @Test
  void aFileThatIsGoneIsNotFound() throws Exception {
    Files.delete(
        server.data.resolve("city_mobility/taxi/trips/month=2024-01-01/part-00000.zstd.parquet"));
    HttpResponse<byte[]> response = server.bytes(url);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response)).contains("<Code>NoSuchKey</Code>");
  }
}
