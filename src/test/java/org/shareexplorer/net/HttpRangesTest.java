package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class HttpRangesTest {

  private final MockWebServer server = new MockWebServer();
  private final Http http =
      new Http(
          new Patience(
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofMillis(1)),
          Clock.systemUTC());
  private final RangeReader ranges = new HttpRanges(http);
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

  private byte[] read(long offset, int length, long size) {
    return ranges.read(
        "http://127.0.0.1:" + server.getPort() + "/bucket/part-7.parquet?sig=canary",
        offset,
        length,
        size,
        job);
  }

  private Problem problem(long offset, int length, long size) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> read(offset, length, size));
    assertThat(thrown.problem().what()).contains("part-7.parquet");
    assertThat(thrown.problem() + thrown.toString()).doesNotContain("canary");
    return thrown.problem();
  }

  private static MockResponse part(String range, String body) {
    return new MockResponse.Builder()
        .code(206)
        .setHeader("Content-Range", range)
        .body(body)
        .build();
  }

  @Test
  void theRangeAskedForComesWithoutCredentialOrCompression() throws Exception {
    server.enqueue(part("bytes 2-4/10", "234"));
    assertThat(read(2, 3, 10)).asString().isEqualTo("234");
    var request = server.takeRequest();
    assertThat(request.getHeaders().get("Range")).isEqualTo("bytes=2-4");
    assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(job.cost().bytes()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "400,FILE_EXPIRED", "401,FILE_EXPIRED", "403,FILE_EXPIRED", "404,FILE_UNAVAILABLE",
    "410,FILE_UNAVAILABLE", "416,FILE_DAMAGED", "451,FILE_UNAVAILABLE", "500,FILE_UNAVAILABLE"
  })
  void refusalsOfStoragesHaveTheirMeanings(int status, ProblemCode code) {
    for (int i = 0; i < 4; i++) {
      server.enqueue(new MockResponse.Builder().code(status).body("<Error/>").build());
    }
    assertThat(problem(0, 1, 10).code()).isEqualTo(code);
  }

  @Test
  void anotherRangeOrAnotherSizeIsNeverTakenForTheRightOne() {
    server.enqueue(part("bytes 3-5/10", "345"));
    assertThat(problem(2, 3, 10).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    server.enqueue(part("bytes 2-4/11", "234"));
    assertThat(problem(2, 3, 10).detail()).contains("11 bytes instead of 10");
    server.enqueue(new MockResponse.Builder().code(206).body("234").build());
    assertThat(problem(2, 3, 10).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void aFileWhoseSizeNobodyKnowsIsReadAllTheSame() {
    server.enqueue(part("bytes 2-4/10", "234"));
    assertThat(read(2, 3, RangeReader.ANY_SIZE)).asString().isEqualTo("234");
    server.enqueue(part("bytes 2-4/*", "234"));
    assertThat(read(2, 3, RangeReader.ANY_SIZE)).asString().isEqualTo("234");
    server.enqueue(new MockResponse.Builder().body("0123456789").build());
    assertThat(read(7, 3, RangeReader.ANY_SIZE)).asString().isEqualTo("789");
    server.enqueue(part("bytes 2-3/4", "23"));
    assertThat(problem(2, 3, RangeReader.ANY_SIZE).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    server.enqueue(part("bytes 3-5/10", "345"));
    assertThat(problem(2, 3, RangeReader.ANY_SIZE).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
  }

  @Test
  void aStorageThatSendsTheWholeFileIsPutUpWithWhileTheFileIsSmall() {
    server.enqueue(new MockResponse.Builder().body("0123456789").build());
    assertThat(read(7, 3, 10)).asString().isEqualTo("789");
    server.enqueue(new MockResponse.Builder().body("0123456789").build());
    assertThat(problem(0, 1, 9).code()).isEqualTo(ProblemCode.FILE_DAMAGED);
    server.enqueue(new MockResponse.Builder().chunkedBody("0123456789", 4).build());
    Problem large = problem(0, 1, 1L << 30);
    assertThat(large.code()).isEqualTo(ProblemCode.FILE_UNAVAILABLE);
    assertThat(large.why()).contains("does not hand out parts");
  }

  @Test
  void aFileThatWasReplacedIsNotReadOnAsIfItWereTheSame() {
    server.enqueue(part("bytes 0-1/10", "01").newBuilder().setHeader("ETag", "\"a\"").build());
    server.enqueue(part("bytes 2-3/10", "23").newBuilder().setHeader("ETag", "\"a\"").build());
    server.enqueue(part("bytes 4-5/10", "xx").newBuilder().setHeader("ETag", "\"b\"").build());
    server.enqueue(part("bytes 4-5/10", "xx").newBuilder().setHeader("ETag", "\"b\"").build());
    assertThat(read(0, 2, 10)).asString().isEqualTo("01");
    assertThat(read(2, 2, 10)).asString().isEqualTo("23");
    assertThat(problem(4, 2, 10).code()).isEqualTo(ProblemCode.FILE_CHANGED);
    assertThat(read(4, 2, 10)).asString().isEqualTo("xx");
  }

  @Test
  void aBodyThatBreaksOffIsFetchedAgainAndThenIsAProblem() {
    server.enqueue(
        part("bytes 0-99999/100000", "x".repeat(100_000))
            .newBuilder()
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    server.enqueue(part("bytes 0-99999/100000", "y".repeat(100_000)));
    assertThat(read(0, 100_000, 100_000)).startsWith('y').hasSize(100_000);
    for (int i = 0; i < 4; i++) {
      server.enqueue(part("bytes 0-9/10", "short"));
    }
    assertThat(problem(0, 10, 10).code()).isEqualTo(ProblemCode.NETWORK_CONNECT);
  }

  @Test
  void aPartThatIsCompressedInTransitIsRefused() {
    server.enqueue(
        part("bytes 0-2/10", "???").newBuilder().setHeader("Content-Encoding", "br").build());
    assertThat(problem(0, 3, 10).code()).isEqualTo(ProblemCode.FILE_UNAVAILABLE);
  }
}
