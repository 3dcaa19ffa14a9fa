package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Where servers may send requests on to, and what goes along. */
class RedirectTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(2),
          Duration.ofMillis(1));

  private final MockWebServer first = new MockWebServer();
  private final MockWebServer second = new MockWebServer();
  private Http http = new Http(SHORT, Clock.systemUTC());

  @BeforeEach
  void start() throws IOException {
    first.start();
    second.start();
  }

  @AfterEach
  void close() {
    http.close();
    first.close();
    second.close();
  }

  private static MockResponse to(int status, String location) {
    return new MockResponse.Builder().code(status).setHeader("Location", location).build();
  }

  private static MockResponse rows() {
    return new MockResponse.Builder().body("rows").build();
  }

  private String address(MockWebServer server) {
    return "http://127.0.0.1:" + server.getPort();
  }

  private HttpRequest ask(String method, String address, HttpRequest.Care care) {
    return new HttpRequest(
        method,
        address,
        Map.of("Authorization", "Bearer canary", "Range", "bytes=0-3"),
        method.equals("POST") ? HttpContent.json("{\"limitHint\":1}") : null,
        "It failed.",
        care);
  }

  private String send(HttpRequest request) {
    return http.exchange(
        request,
        Job.unattended(),
        answer ->
            answer.status()
                + " "
                + new String(answer.bytes(100), StandardCharsets.UTF_8)
                + answer.redirectedTo().map(host -> " from " + host).orElse(""));
  }

  private String get(String address) {
    return send(ask("GET", address, HttpRequest.Care.USUAL));
  }

  private Problem problem(HttpRequest request) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> send(request));
    assertThat(thrown).as("a problem").isNotNull();
    assertThat(thrown.problem().code()).isEqualTo(ProblemCode.NETWORK_REDIRECT);
    assertThat(thrown + thrown.problem().toString()).doesNotContain("canary");
    return thrown.problem();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void theTokenStaysWithItsServerAndTheRestGoesAlong(int status) throws Exception {
    first.enqueue(to(status, "/b?c=%2F'"));
    first.enqueue(to(status, address(second) + "/d%3D/it's?sig=x%3D'"));
    second.enqueue(rows());
    assertThat(get(address(first) + "/a")).isEqualTo("200 rows");
    assertThat(first.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer canary");
    RecordedRequest same = first.takeRequest();
    assertThat(same.getTarget()).isEqualTo("/b?c=%2F'");
    assertThat(same.getHeaders().get("Authorization")).isEqualTo("Bearer canary");
    RecordedRequest other = second.takeRequest();
    assertThat(other.getTarget()).isEqualTo("/d%3D/it's?sig=x%3D'");
    assertThat(other.getHeaders().get("Authorization")).isNull();
    assertThat(other.getHeaders().get("Range")).isEqualTo("bytes=0-3");
  }

  @Test
  void aQuestionGoesAlongWhereTheStatusKeepsItAndElseNowhere() throws Exception {
    first.enqueue(to(307, "/b"));
    first.enqueue(rows());
    HttpRequest question = ask("POST", address(first) + "/a", HttpRequest.Care.USUAL);
    assertThat(send(question)).isEqualTo("200 rows");
    first.takeRequest();
    assertThat(first.takeRequest().getBody().utf8()).isEqualTo("{\"limitHint\":1}");
    first.enqueue(to(302, "/b"));
    assertThat(problem(question).why()).contains("the question would be lost");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void whatHoldsACredentialIsSentNowhereElse(int status) {
    for (HttpRequest.Care care : List.of(HttpRequest.Care.SAME_PLACE, HttpRequest.Care.ONCE)) {
      for (String method : List.of("GET", "POST")) {
        first.enqueue(to(status, address(second) + "/taken"));
        assertThat(problem(ask(method, address(first) + "/token", care)).why())
            .contains("meant for 127.0.0.1 alone");
      }
    }
    assertThat(second.getRequestCount()).isZero();
  }

  @Test
  void circlesAreLeft() {
    for (int i = 0; i < 20; i++) {
      first.enqueue(to(302, "/again"));
    }
    assertThat(problem(ask("GET", address(first) + "/a", HttpRequest.Care.USUAL)).why())
        .isEqualTo("127.0.0.1 sends the request on again and again, in circles.");
    assertThat(first.getRequestCount()).isEqualTo(11);
  }

  @Test
  void anAnswerWithoutAPlaceToGoStands() {
    first.enqueue(new MockResponse.Builder().code(304).build());
    first.enqueue(new MockResponse.Builder().code(302).build());
    assertThat(get(address(first) + "/a")).startsWith("304");
    assertThat(get(address(first) + "/a")).startsWith("302");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ftp://h.example/", "s3://bucket/key", "https://", "javascript:alert(1)"})
  void whatIsNoAddressOfTheWebIsNotFollowed(String location) {
    first.enqueue(to(302, location));
    assertThat(problem(ask("GET", address(first) + "/a", HttpRequest.Care.USUAL)).why())
        .contains("none of the web");
  }

  /** Reached through a proxy, as tests have no address in the internet. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://10.1.2.3/",
        "http://127.0.0.1:1/",
        "http://localhost/",
        "http://169.254.169.254/latest/meta-data",
        "http://192.168.1.1/",
        "http://172.20.0.1/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::ffff:10.0.0.1]/",
        "http://[::10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://[2002:a00:1::]/",
        "http://[fd00::1]/",
        "http://[fe80::1]/",
        "http://intranet.example/"
      })
  void nobodyInTheInternetGetsIntoTheNetworkAroundHere(String location) throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(first.getPort())) {
      names(host -> host.equals("intranet.example") ? "10.0.0.7" : "93.184.216.34");
      through(proxy, "");
      first.enqueue(to(307, location));
      Problem problem = problem(ask("GET", "http://public.example/", HttpRequest.Care.USUAL));
      assertThat(problem.why())
          .startsWith("public.example is in the internet and sends the request on to ")
          .endsWith("which is in your own network.");
      assertThat(proxy.asked).hasSize(1);
    }
  }

  @Test
  void aNameThatPointsElsewhereOnceItIsUsedDoesNotGetInEither() throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(first.getPort())) {
      AtomicInteger lookups = new AtomicInteger();
      names(host ->
          host.equals("rebound.example") && lookups.incrementAndGet() > 1
              ? "127.0.0.1"
              : "93.184.216.34");
      through(proxy, "rebound.example");
      first.enqueue(to(307, "http://rebound.example:" + second.getPort() + "/"));
      second.enqueue(rows());
      assertThat(problem(ask("GET", "http://public.example/", HttpRequest.Care.USUAL)).why())
          .contains("sends the request on to rebound.example, which is in your own network");
      assertThat(lookups).hasValue(2);
      assertThat(second.getRequestCount()).isZero();
    }
  }

  @Test
  void withinTheInternetAndWithinTheOwnNetworkServersMaySendOn() throws Exception {
    try (SmallProxy.OfHttp proxy = new SmallProxy.OfHttp(first.getPort())) {
      names(host -> host.startsWith("intranet") ? "10.0.0.7" : "93.184.216.34");
      through(proxy, "");
      first.enqueue(to(307, "http://other.example/"));
      first.enqueue(rows());
      assertThat(get("http://public.example/")).isEqualTo("200 rows from other.example");
      first.enqueue(to(307, "http://10.0.0.8/"));
      first.enqueue(rows());
      assertThat(get("http://intranet.example/")).isEqualTo("200 rows from 10.0.0.8");
    }
  }

  /** What names stand for. */
  private interface Names {
    String number(String host);
  }

  private void names(Names names) {
    http.close();
    Dns dns =
        host ->
            List.of(
                Addresses.literal(host).orElseGet(() -> InetAddress.ofLiteral(names.number(host))));
    http = new Http(SHORT, Clock.systemUTC(), _ -> {}, builder -> builder.dns(dns));
  }

  private void through(SmallProxy proxy, String exceptions) {
    http.use(
        new NetworkSettings(
            new ProxyChoice.Manual(
                new ProxyServer(ProxyServer.Kind.HTTP, "127.0.0.1", proxy.port(), Optional.empty()),
                ProxyExceptions.parse(exceptions)),
            List.of()));
  }
}
