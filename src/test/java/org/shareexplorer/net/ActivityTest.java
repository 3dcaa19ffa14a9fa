package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityLog;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.problem.ProblemException;

/** What is written down of requests, and what is not. */
class ActivityTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofMillis(1));

  private final MockWebServer server = new MockWebServer();
  private final ActivityLog log = new ActivityLog();
  private final Http http = new Http(SHORT, Clock.systemUTC(), log);
  private final Job job = Job.unattended();

  @BeforeEach
  void start() throws Exception {
    server.start();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private String address(String path) {
    return "http://127.0.0.1:" + server.getPort() + path;
  }

  private byte[] get(Http by, String address) {
    return by.exchange(
        HttpRequest.get(address, Map.of("Authorization", "Bearer canary"), "It failed."),
        job,
        answer -> answer.bytes(1 << 20));
  }

  private Activity only() {
    assertThat(log.all()).hasSize(1);
    return log.all().getFirst();
  }

  @Test
  void tellsForWhomWhatWasAskedAndWhatCame() {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("x-request-id", "r-17")
            .body("x".repeat(3_000))
            .build());
    get(http.as(new Asker("Acme", Asker.Kind.API)), address("/ds/shares?maxResults=7"));
    Activity told = only();
    assertThat(told.connection()).isEqualTo("Acme");
    assertThat(told.kind()).isEqualTo(Asker.Kind.API);
    assertThat(told.method()).isEqualTo("GET");
    assertThat(told.host()).isEqualTo("127.0.0.1:" + server.getPort());
    assertThat(told.path()).isEqualTo("/ds/shares");
    assertThat(told.status()).isEqualTo(200);
    assertThat(told.outcome()).isEqualTo(Outcome.DONE);
    assertThat(told.received()).isEqualTo(3_000);
    assertThat(told.requestId()).isEqualTo("r-17");
    assertThat(told.protocol()).isEqualTo("http/1.1");
    assertThat(told.timing().connect()).isNotNegative();
    assertThat(told.timing().firstByte()).isBetween(0, told.timing().total());
  }

  @Test
  void countsTheBytesOfBodiesThatAreLeftInTheMiddle() {
    server.enqueue(new MockResponse.Builder().body("x".repeat(200_000)).build());
    http.exchange(
        HttpRequest.get(address("/a"), Map.of(), "It failed."), job, answer -> answer.bytes(10));
    assertThat(only().outcome()).isEqualTo(Outcome.DONE);
    assertThat(only().received()).isBetween(10L, 200_000L);
  }

  @Test
  void tellsOfRefusalsAndOfEachRepeatOfAFailure() {
    server.enqueue(new MockResponse.Builder().code(403).body("no").build());
    server.enqueue(new MockResponse.Builder().code(503).build());
    server.enqueue(new MockResponse.Builder().body("yes").build());
    get(http, address("/a"));
    get(http, address("/b"));
    assertThat(log.all())
        .extracting(Activity::outcome)
        .containsExactly(Outcome.REFUSED, Outcome.FAILED, Outcome.DONE);
  }

  @Test
  void tellsOfRequestsWithoutAnAnswer() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatThrownBy(() -> get(http, "http://127.0.0.1:" + port + "/shares?sig=canary"))
        .isInstanceOf(ProblemException.class);
    assertThat(log.all())
        .isNotEmpty()
        .allSatisfy(told -> {
          assertThat(told.outcome()).isEqualTo(Outcome.BROKEN);
          assertThat(told.status()).isZero();
          assertThat(told.fault()).contains("ConnectException");
        });
  }

  @Test
  void tellsOfAnswersThatBreakOff() {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    server.enqueue(new MockResponse.Builder().body("whole").build());
    assertThat(new String(get(http, address("/a")), StandardCharsets.UTF_8)).isEqualTo("whole");
    assertThat(log.all())
        .extracting(Activity::outcome)
        .containsExactly(Outcome.BROKEN, Outcome.DONE);
  }

  @Test
  void writesDownNoSecretOfAddressesHeadersAndBodies() {
    for (int i = 0; i < 4; i++) {
      server.enqueue(new MockResponse.Builder().code(206).body("1234").build());
    }
    Http acme = http.as(new Asker("Acme", Asker.Kind.API));
    String file = address("/canary/t/d=1/part-0.parquet?X-Amz-Signature=canary");
    acme.given(address("/canary/t/d=2/part-1.parquet?X-Amz-Signature=canary"));
    assertThatThrownBy(() -> new HttpRanges(http).read(file, 0, 4, 100, job))
        .isInstanceOf(ProblemException.class);
    get(acme.asking(Asker.Kind.CREDENTIAL), address("/activation/canary"));
    acme.exchange(
        new HttpRequest(
            "POST", address("/q?a=canary"), Map.of(), HttpContent.json("canary"), "It."),
        job,
        answer -> answer.bytes(9));
    assertThat(log.all()).hasSize(3);
    assertThat(log.all().toString()).doesNotContain("canary");
    Activity read = log.all().getFirst();
    assertThat(read.kind()).isEqualTo(Asker.Kind.FILE);
    assertThat(read.connection()).isEqualTo("Acme");
    assertThat(read.path()).isEqualTo("/…/part-0.parquet");
    assertThat(read.range()).isEqualTo("0-3");
    assertThat(log.all().getLast().sent()).isEqualTo("canary".length());
  }

  @Test
  void showsWhoWatchesEveryHop() {
    server.enqueue(
        new MockResponse.Builder().setHeader("Date", "Sat, 21 Nov 2026 12:00:00 GMT").build());
    List<Hop> hops = new CopyOnWriteArrayList<>();
    try (Http watched = http.watched(hops::add)) {
      get(watched, "http://localhost:" + server.getPort() + "/");
    }
    assertThat(hops)
        .extracting(Object::getClass)
        .startsWith(Hop.Routed.class, Hop.Naming.class, Hop.Named.class, Hop.Connecting.class)
        .contains(Hop.Connected.class)
        .endsWith(Hop.Answered.class);
    assertThat(hops.getLast())
        .isInstanceOfSatisfying(
            Hop.Answered.class,
            answered -> assertThat(answered.date()).hasToString("Optional[2026-11-21T12:00:00Z]"));
  }

  @Test
  void keepsTheLatestOnly() {
    ActivityLog.News first = log.since(0);
    assertThat(first.activities()).isEmpty();
    server.enqueue(new MockResponse.Builder().body("a").build());
    get(http, address("/first"));
    Activity one = only();
    for (int i = 0; i < ActivityLog.MOST; i++) {
      log.accept(one);
    }
    assertThat(log.all()).hasSize(ActivityLog.MOST);
    assertThat(log.since(ActivityLog.MOST).activities()).hasSize(1);
    long next = log.since(0).next();
    log.clear();
    assertThat(log.all()).isEmpty();
    log.accept(one);
    assertThat(log.since(next).activities()).hasSize(1);
  }
}
