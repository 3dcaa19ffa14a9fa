package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class HttpTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofMillis(300),
          Duration.ofSeconds(4),
          Duration.ofMillis(2));

  private final MockWebServer server = new MockWebServer();
  private final Http http = new Http(SHORT, Clock.systemUTC());
  private final Job job = Job.unattended();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getPort() + "/x?sig=canary";
  }

  private HttpRequest request() {
    return HttpRequest.get(address(), Map.of(), "It failed.");
  }

  private static String text(HttpAnswer answer) throws IOException {
    return new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static MockResponse status(int status) {
    return new MockResponse.Builder().code(status).body("status " + status).build();
  }

  private Problem problem(HttpRequest request) {
    return catchThrowableOfType(
            ProblemException.class, () -> http.exchange(request, job, HttpTest::text))
        .problem();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 502, 503, 504})
  void passingFaultsAreRepeated(int status) {
    server.enqueue(status(status));
    server.enqueue(status(status));
    server.enqueue(new MockResponse.Builder().body("at last").build());
    assertThat(http.exchange(request(), job, HttpTest::text)).isEqualTo("at last");
    assertThat(job.cost().requests()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 418, 501})
  void refusalsAreFinal(int status) {
    server.enqueue(status(status));
    assertThat(http.exchange(request(), job, HttpAnswer::status)).isEqualTo(status);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFailureThatStaysReachesTheReaderAfterAFewRepeats() {
    for (int i = 0; i < 10; i++) {
      server.enqueue(status(502));
    }
    assertThat(http.exchange(request(), job, HttpTest::text)).isEqualTo("status 502");
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void thePauseThatTheServerAsksForIsKept() {
    server.enqueue(
        new MockResponse.Builder().code(429).setHeader("Retry-After", "1").body("").build());
    server.enqueue(status(200));
    long start = System.nanoTime();
    http.exchange(request(), job, HttpAnswer::status);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
  }

  @Test
  void aPauseBeyondTheBudgetIsNotWaitedFor() {
    server.enqueue(
        new MockResponse.Builder().code(503).setHeader("Retry-After", "3600").body("").build());
    assertThat(http.exchange(request(), job, HttpAnswer::status)).isEqualTo(503);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aBodyThatBreaksOffIsFetchedAgain() {
    server.enqueue(
        new MockResponse.Builder()
            .body("x".repeat(100_000))
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    server.enqueue(new MockResponse.Builder().body("whole").build());
    assertThat(http.exchange(request(), job, HttpTest::text)).isEqualTo("whole");
  }

  @Test
  void aBodyThatStallsIsGivenUpAndFetchedAgain() {
    server.enqueue(
        new MockResponse.Builder().body("abcdefgh").throttleBody(4, 3, TimeUnit.SECONDS).build());
    server.enqueue(new MockResponse.Builder().body("whole").build());
    assertThat(http.exchange(request(), job, HttpTest::text)).isEqualTo("whole");
  }

  @Test
  void bytesAreCountedAsTheyCameOverTheNetwork() throws IOException {
    Buffer packed = new Buffer();
    try (var sink = Okio.buffer(new GzipSink(packed))) {
      sink.writeUtf8("a".repeat(10_000));
    }
    long size = packed.size();
    server.enqueue(
        new MockResponse.Builder().setHeader("Content-Encoding", "gzip").body(packed).build());
    assertThat(http.exchange(request(), job, HttpTest::text)).hasSize(10_000);
    assertThat(job.cost().bytes()).isEqualTo(size);
    assertThat(job.cost().requests()).isEqualTo(1);
  }

  @Test
  void cancellingEndsAWaitingRequestAtOnce() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            asked.countDown();
            return new MockResponse.Builder()
                .headersDelay(4, TimeUnit.SECONDS)
                .body("late")
                .build();
          }
        });
    try (Jobs jobs = new Jobs()) {
      Running<String> running = jobs.start(j -> http.exchange(request(), j, HttpTest::text));
      asked.await();
      long start = System.nanoTime();
      running.cancel();
      assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }
  }

  @Test
  void cancellingEndsAPauseAtOnce() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(503).setHeader("Retry-After", "3").body("").build());
    try (Jobs jobs = new Jobs()) {
      Running<String> running = jobs.start(j -> http.exchange(request(), j, HttpTest::text));
      server.takeRequest();
      long start = System.nanoTime();
      running.cancel();
      assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }
  }

  @Test
  void aHostThatDoesNotListenIsToldApartFromOneThatDoesNotExist() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Problem refused =
        problem(HttpRequest.get("http://127.0.0.1:" + port + "/", Map.of(), "It failed."));
    Problem unknown =
        problem(HttpRequest.get("http://no-such-host.invalid/", Map.of(), "It failed."));
    assertThat(refused.code()).isEqualTo(ProblemCode.NETWORK_CONNECT);
    assertThat(unknown.code()).isEqualTo(ProblemCode.NETWORK_NAME);
    assertThat(unknown.why()).contains("no-such-host.invalid");
    assertThat(refused.what()).isEqualTo("It failed.");
  }

  @Test
  void aServerWithoutEncryptionAtASecureAddressIsAProblemOfEncryption() throws IOException {
    // Answers as soon as somebody connects: a web server would first wait for the end of a line,
    // which the random bytes of a greeting may hold or not.
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket socket = plain.accept()) {
              socket
                  .getOutputStream()
                  .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              socket.getInputStream().readAllBytes();
            } catch (IOException e) {
              // The client went away, as it should.
            }
          });
      Problem problem =
          problem(
              HttpRequest.get(
                  "https://127.0.0.1:" + plain.getLocalPort() + "/", Map.of(), "It failed."));
      assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK_TLS);
    }
  }

  @Test
  void aServerThatNeverAnswersIsAProblemOfTime() {
    Patience less =
        new Patience(
            Duration.ofSeconds(1),
            Duration.ofMillis(200),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofMillis(1));
    try (Http hasty = new Http(less, Clock.systemUTC())) {
      server.enqueue(
          new MockResponse.Builder().headersDelay(3, TimeUnit.SECONDS).body("late").build());
      assertThatThrownBy(() -> hasty.exchange(request(), job, HttpTest::text))
          .isInstanceOfSatisfying(
              ProblemException.class,
              e -> {
                assertThat(e.problem().code()).isEqualTo(ProblemCode.NETWORK_TIMEOUT);
                assertThat(e.problem().toString()).doesNotContain("canary");
              });
    }
  }
}
