package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** What one host asks of one caller holds for all. */
class RateLimitTest {

  private static final Patience USUAL =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(8),
          Duration.ofMillis(10));

  private final MockWebServer server = new MockWebServer();
  private final Http http = new Http(USUAL, Clock.systemUTC());

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private HttpRequest request(String path) {
    return HttpRequest.get("http://127.0.0.1:" + server.getPort() + path, Map.of(), "It failed.");
  }

  private int status(String path) {
    return http.exchange(request(path), Job.unattended(), HttpAnswer::status);
  }

  @Test
  void noMoreRequestsAtATimeGoToOneHostThanAreSet() {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch full = new CountDownLatch(HostGates.AT_ONCE);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            full.countDown();
            try {
              full.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            inside.decrementAndGet();
            return new MockResponse.Builder().build();
          }
        });
    try (Jobs jobs = new Jobs()) {
      List<Running<Integer>> all =
          IntStream.range(0, 3 * HostGates.AT_ONCE)
              .mapToObj(
                  i -> jobs.start(job -> http.exchange(request("/"), job, HttpAnswer::status)))
              .toList();
      assertThat(all).allMatch(each -> each.join() == 200);
    }
    assertThat(most).hasValue(HostGates.AT_ONCE);
  }

  @Test
  void thePauseThatOneCallerIsAskedForIsKeptByTheOthers() throws Exception {
    AtomicReference<Instant> asked = new AtomicReference<>();
    AtomicReference<Instant> other = new AtomicReference<>();
    CountDownLatch limited = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getTarget().equals("/one") && limited.getCount() > 0) {
              asked.set(Instant.now());
              limited.countDown();
              return new MockResponse.Builder().code(429).setHeader("Retry-After", "2").build();
            }
            if (request.getTarget().equals("/two")) {
              other.set(Instant.now());
            }
            return new MockResponse.Builder().build();
          }
        });
    try (Jobs jobs = new Jobs()) {
      Running<Integer> one =
          jobs.start(job -> http.exchange(request("/one"), job, HttpAnswer::status));
      limited.await();
      while (!one.progress().doing().contains("again in")) {
        Thread.onSpinWait();
      }
      assertThat(one.progress().doing())
          .matches("Asking 127.0.0.1 again in [12] s \\(giving up after [5-8] s\\)");
      assertThat(status("/two")).isEqualTo(200);
      assertThat(one.join()).isEqualTo(200);
    }
    assertThat(Duration.between(asked.get(), other.get())).isGreaterThan(Duration.ofMillis(1_900));
  }

  @Test
  void aPauseLongerThanAPersonWaitsIsToldAtOnceAndNothingIsSent() {
    server.enqueue(new MockResponse.Builder().code(429).setHeader("Retry-After", "3600").build());
    assertThat(status("/")).isEqualTo(429);
    Problem problem =
        catchThrowableOfType(ProblemException.class, () -> status("/other")).problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_BUSY);
    assertThat(problem.why())
        .matches("127\\.0\\.0\\.1 asked not to be asked again for another \\d+ s\\.");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  /** A clock that stands still. */
  private record Standing(Instant instant) {
    Clock clock() {
      return Clock.fixed(instant, ZoneId.of("UTC"));
    }
  }

  @Test
  void pausesAskedForAreReadAsSecondsAndAsDates() {
    Standing now = new Standing(Instant.parse("2026-11-21T10:00:00Z"));
    Repeats repeats = new Repeats(USUAL, now.clock(), false);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            now.instant().plusSeconds(90).atOffset(ZoneOffset.UTC));
    assertThat(repeats.pauseAskedFor(" 7 ")).contains(Duration.ofSeconds(7));
    assertThat(repeats.pauseAskedFor(date)).contains(Duration.ofSeconds(90));
    assertThat(repeats.pauseAskedFor("Sat, 21 Nov 2026 09:00:00 GMT")).contains(Duration.ZERO);
    assertThat(repeats.pauseAskedFor("soon")).isEmpty();
    assertThat(repeats.pauseAskedFor("-3")).isEmpty();
  }

  @Test
  void pausesGrowAreDrawnByLotAndNeverShorterThanAskedNorZero() {
    Clock still = new Standing(Instant.EPOCH).clock();
    Repeats repeats = new Repeats(USUAL, still, false);
    Duration zero = repeats.afterAnswer(429, Optional.of(Duration.ZERO)).orElseThrow();
    assertThat(zero).isBetween(Duration.ofMillis(5), Duration.ofMillis(10));
    assertThat(repeats.afterAnswer(503, Optional.of(Duration.ofSeconds(3))).orElseThrow())
        .isBetween(Duration.ofMillis(3_005), Duration.ofMillis(3_010));
    Duration later = Duration.ZERO;
    for (int i = 0; i < 5; i++) {
      later = repeats.afterAnswer(429, Optional.empty()).orElseThrow();
    }
    assertThat(later).isGreaterThan(Duration.ofMillis(300));
    assertThat(repeats.afterAnswer(429, Optional.of(USUAL.budget()))).isEmpty();
    assertThat(new Repeats(USUAL, still, true).afterAnswer(429, Optional.empty())).isEmpty();
  }
}
