package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashSet;
import java.util.Set;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.recorded.RecordedServer;

class RefusalContractTest {

  private final ScriptedServer server = new ScriptedServer();
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    server.close();
  }

  private Problem problem(SharingClient client) {
    return catchThrowableOfType(
            ProblemException.class, () -> client.metadata(ScriptedServer.TABLE, job))
        .problem();
  }

  private Problem refused(int status, String body) {
    for (int i = 0; i < 4; i++) {
      server.answers(status, body);
    }
    return problem(server.client());
  }

  @Test
  void everyKindOfRefusalHasItsOwnCodeAndSentence() {
    Set<String> reasons = new HashSet<>();
    int[] statuses = {400, 401, 403, 404, 500};
    ProblemCode[] codes = {
      ProblemCode.SERVER_REJECTED,
      ProblemCode.SERVER_UNAUTHORIZED,
      ProblemCode.SERVER_FORBIDDEN,
      ProblemCode.SERVER_NOT_FOUND,
      ProblemCode.SERVER_FAILED
    };
    for (int i = 0; i < statuses.length; i++) {
      try (ScriptedServer one = new ScriptedServer()) {
        for (int times = 0; times < 4; times++) {
          one.answers(statuses[i], "");
        }
        Problem problem = problem(one.client());
        assertThat(problem.code()).isEqualTo(codes[i]);
        assertThat(problem.what()).contains("s.c.t");
        assertThat(problem.remedy()).isNotEmpty();
        assertThat(problem.detail()).contains("HTTP " + statuses[i]);
        assertThat(reasons.add(problem.why())).isTrue();
      }
    }
  }

  @Test
  void aServerThatIsBusyIsSaidToBeSo() {
    server.answers(new MockResponse.Builder().code(429).setHeader("Retry-After", "60").build());
    assertThat(problem(server.client()).code()).isEqualTo(ProblemCode.SERVER_BUSY);
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void aRefusedCredentialThatHasEndedIsSaidToHaveEnded() {
    server.answers(401, "401 Unauthorized");
    Problem problem = problem(server.client(",\"expirationTime\":\"2026-11-20T00:00:00Z\""));
    assertThat(problem.code()).isEqualTo(ProblemCode.PROFILE_EXPIRED);
    assertThat(problem.why()).contains("2026-11-20");
    server.answers(401, "");
    assertThat(problem(server.client(",\"expirationTime\":\"2026-11-22T00:00:00Z\"")).code())
        .isEqualTo(ProblemCode.SERVER_UNAUTHORIZED);
  }

  @Test
  void anEndpointWithoutAServerIsToldApartFromAnUnknownTable() {
    server.answers(404, "<html>nothing here</html>");
    assertThat(problem(server.client()).why()).contains("no Delta Sharing server");
    server.answers(404, "{\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"no t\"}");
    assertThat(problem(server.client()).why()).contains("does not know the table s.c.t");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"errorCode\":\"BAD\",\"message\":\"words\"}|BAD: words",
        "{\"error_code\":12,\"message\":\"words\"}|12: words",
        "{\"errorCode\":404}|404",
        "{\"detail\":\"words\"}|words",
        "{\"detail\":[{\"msg\":\"deep\"}]}|deep",
        "{broken|{broken",
        "plain words|plain words",
        "<?xml version=\"1.0\"?><Error><Code>X</Code></Error>|<Code>X</Code>",
        "seen canary-77-token here|seen •••• here",
        "Authorization: Bearer abcdefgh12345|Bearer ••••",
        "at https://s.example/f?X-Sig=canary&b=c then|https://s.example/f?… then"
      })
  void theServersWordsAreKeptWithoutSecrets(String body, String words) {
    Problem problem = refused(400, body);
    assertThat(problem.detail()).contains(words);
    assertThat(problem.toString()).doesNotContain("canary");
  }

  @Test
  void aRedirectionToAnotherHostDoesNotTakeTheTokenAlong() {
    try (ScriptedServer other = new ScriptedServer()) {
      other.answers(200, "{}");
      server.answers(
          new MockResponse.Builder()
              .code(307)
              .setHeader("Location", other.address() + "/elsewhere")
              .build());
      assertThat(server.client().shares(job)).isEmpty();
      assertThat(server.request().getHeaders().get("Authorization")).isNotNull();
      assertThat(other.request().getHeaders().get("Authorization")).isNull();
    }
  }

  @Test
  void longWordsAreCut() {
    assertThat(refused(400, "x".repeat(5_000_000)).detail()).hasSizeLessThan(2_100);
  }

  @Test
  void aTableWithUnknownFeaturesIsToldApartFromABadRequest() {
    server.answers(RecordedServer.answer("official/engine.dv.dv/metadata-both"));
    assertThat(problem(server.client()).code()).isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
    assertThat(
            refused(
                    400,
                    "{\"error_code\":\"BAD_REQUEST\",\"details\":[{\"metadata\":{\"dsError\":\"DS_UNSUPPORTED_DELTA_TABLE_FEATURES\"}}],\"message\":\"DS_UNSUPPORTED_DELTA_TABLE_FEATURES: no\"}")
                .code())
        .isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
  }

  static Iterable<String> recorded() {
    return RecordedServer.names("").stream().filter(name -> !name.contains("head")).toList();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void everyRecordedAnswerIsReadOrIsAProblem(String name) {
    for (int i = 0; i < 5; i++) {
      server.answers(RecordedServer.answer(name));
    }
    try {
      assertThat(server.client().metadata(ScriptedServer.TABLE, job).schemaString()).isNotEmpty();
    } catch (ProblemException e) {
      assertThat(e.problem().code())
          .isNotIn(ProblemCode.BUG, ProblemCode.NETWORK_CONNECT, ProblemCode.NETWORK_TIMEOUT);
      assertThat(e.problem().why()).isNotEmpty();
      assertThat(e.problem() + e.toString()).doesNotContain("X-Amz-Signature");
    }
  }
}
