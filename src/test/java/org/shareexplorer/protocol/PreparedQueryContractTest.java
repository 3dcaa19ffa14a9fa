package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shareexplorer.protocol.ScriptedServer.META;
import static org.shareexplorer.protocol.ScriptedServer.PROTOCOL;
import static org.shareexplorer.protocol.ScriptedServer.TABLE;
import static org.shareexplorer.protocol.ScriptedServer.file;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Answers that a server prepares in its own time (protocol, "asyncQuery", "Get Query Info"). */
class PreparedQueryContractTest {

  /** How often a gateway's failure is asked for again, and once more. */
  private static final int TRIES = 4;

  private static final String TABLE_PATH = "/ds/shares/s/schemas/c/tables/t";

  private final ScriptedServer server = new ScriptedServer();
  private final SharingClient client = server.client();
  private final Job job = Job.unattended();
  private final List<FileLine> files = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  private TableHead query() {
    return client.query(TABLE, TableQuery.LATEST, files::add, job);
  }

  private Problem problem() {
    return catchThrowableOfType(ProblemException.class, this::query).problem();
  }

  /** As the reference server sends it: a version of no meaning, no status. */
  private static MockResponse pending(String id) {
    return new MockResponse.Builder()
        .setHeader("Delta-Table-Version", "0")
        .setHeader("delta-sharing-capabilities", "asyncquery=true;includeendstreamaction=true")
        .body("{\"queryStatus\":{\"queryId\":\"" + id + "\"}}\n")
        .build();
  }

  private static String body(RecordedRequest request) {
    return Objects.requireNonNull(request.getBody()).utf8();
  }

  private void tooSlow() {
    for (int i = 0; i < TRIES; i++) {
      server.answers(504, "too slow");
    }
  }

  private static String key(RecordedRequest request) throws Exception {
    return new JsonMapper().readTree(body(request)).path("idempotencyKey").asText();
  }

  @Test
  void anAnswerThatIsBeingPreparedIsAskedForUntilItIsThere() {
    server
        .answers(pending("q/1 ü"))
        .answers(200, "{\"queryStatus\":{\"queryId\":\"q/1 ü\",\"status\":\"pending\"}}\n")
        .lines(PROTOCOL, META, file("f1"), "{\"endStreamAction\":{\"nextPageToken\":\"p2\"}}\n")
        .lines(PROTOCOL, META, file("f2"));
    assertThat(query().version()).isEqualTo(7);
    assertThat(files).extracting(FileLine::id).containsExactly("f1", "f2");
    server.request();
    for (String sent : List.of("{}", "{}", "{\"pageToken\":\"p2\"}")) {
      RecordedRequest asked = server.request();
      assertThat(asked.getMethod() + " " + asked.getTarget())
          .isEqualTo("POST " + TABLE_PATH + "/queries/q%2F1%20%C3%BC");
      assertThat(body(asked)).isEqualTo(sent);
      assertThat(asked.getHeaders().get("Authorization"))
          .isEqualTo("Bearer " + ScriptedServer.TOKEN);
    }
  }

  @Test
  void aServerThatIsTooSlowIsAskedToAnswerInItsOwnTime() throws Exception {
    tooSlow();
    server.answers(pending("q1")).lines(PROTOCOL, META, file("f1"));
    assertThat(query().version()).isEqualTo(7);
    for (int i = 0; i < TRIES; i++) {
      RecordedRequest plain = server.request();
      assertThat(plain.getHeaders().get("delta-sharing-capabilities")).doesNotContain("async");
      assertThat(body(plain)).isEqualTo("{}");
    }
    RecordedRequest later = server.request();
    assertThat(later.getHeaders().get("delta-sharing-capabilities")).endsWith(";asyncquery=true");
    assertThat(key(later)).hasSizeGreaterThan(30);
    assertThat(server.request().getTarget()).isEqualTo(TABLE_PATH + "/queries/q1");
  }

  @Test
  void aQuestionSentAgainIsTheSameQuestion() throws Exception {
    tooSlow();
    server.answers(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    server.answers(503, "").answers(pending("q1")).lines(PROTOCOL, META);
    query();
    for (int i = 0; i < TRIES; i++) {
      server.request();
    }
    String first = key(server.request());
    assertThat(first).isNotEmpty();
    assertThat(key(server.request())).isEqualTo(first);
    assertThat(key(server.request())).isEqualTo(first);
  }

  @Test
  void aServerThatDoesNotKnowOfItIsStillTheOneThatWasTooSlow() {
    tooSlow();
    server.answers(400, "no such capability");
    Problem problem = problem();
    assertThat(problem.detail()).contains("too slow");
    tooSlow();
    server.lines(PROTOCOL, META, file("f1"));
    assertThat(query().version()).isEqualTo(7);
  }

  @Test
  void aPreparationThatFailsFailsTheQueryWithItsWords() {
    server
        .answers(pending("q1"))
        .answers(
            200,
            "{\"queryStatus\":{\"queryId\":\"q1\",\"status\":\"failed\",\"errorMessage\":\"lost https://x/f?sig=canary\"}}");
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_FAILED);
    assertThat(problem.detail()).isEqualTo("lost https://x/f?…");
  }

  @Test
  void aPreparationThatIsForgottenOrNeverEndsIsSaidToBeSo() {
    server.answers(pending("q1")).answers(404, "{\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\"}");
    assertThat(problem().why()).contains("forgot");
    for (int i = 0; i < 8; i++) {
      server.answers(pending("q1"));
    }
    Problem never = problem();
    assertThat(never.code()).isEqualTo(ProblemCode.NETWORK_TIMEOUT);
    assertThat(never.why()).contains("never came to an end");
  }

  @Test
  void aPreparationWithoutANameIsAProblemOfTheAnswer() {
    server.answers(200, "{\"queryStatus\":{\"status\":\"pending\"}}");
    assertThat(problem().code()).isEqualTo(ProblemCode.SERVER_ANSWER);
  }

  @Test
  void cancellingEndsTheWait() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    Preparing slowly =
        new Preparing(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofHours(1));
    try (Jobs jobs = new Jobs()) {
      var running =
          jobs.start(each -> {
            asked.countDown();
            return slowly.pauses().pause("h", each);
          });
      asked.await();
      running.cancel();
      assertThatThrownBy(running::join).isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aTableListedAsAFolderIsRefusedWithoutBeingAskedFor() {
    server.answers(
        200,
        "{\"items\":[{\"name\":\"t\",\"accessModes\":[\"dir\"]},{\"name\":\"u\",\"accessModes\":[\"dir\",\"url\"]}]}");
    assertThat(client.tables("s", "c", job)).hasSize(2);
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
    assertThat(problem.why()).contains("folder of a cloud storage");
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> client.metadata(TABLE, job))
                .problem()
                .code())
        .isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
    assertThat(server.requests()).isEqualTo(1);
    server.answers(200, "{\"items\":[{\"name\":\"t\"}]}").lines(PROTOCOL, META);
    client.tables("s", "c", job);
    assertThat(query().version()).isEqualTo(7);
  }
}
