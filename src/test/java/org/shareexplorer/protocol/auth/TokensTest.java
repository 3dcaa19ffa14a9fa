package org.shareexplorer.protocol.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.job.Running;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;

class TokensTest {

  private static final String EMPTY_LIST = "{\"items\":[]}";

  private final TokenServer server = new TokenServer();
  private final Job job = Job.unattended();
  private Instant now = Instant.parse("2026-11-21T12:00:00Z");

  @AfterEach
  void close() {
    server.close();
  }

  private Authorization authorization(String profile) {
    return Authorization.of(
        ProfileReader.parse(profile, "config.share").credential(), server.http, () -> now);
  }

  private Problem refusal(String profile) {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> authorization(profile).header(job));
    assertThat(thrown.problem() + " " + thrown + thrown.getCause())
        .doesNotContain(TokenServer.SECRET)
        .doesNotContain("canary-token");
    return thrown.problem();
  }

  @Test
  void aClientsSecretGoesInTheHeaderAndTheFormSaysOnlyWhatIsWanted() {
    server.token("t1", 3600);
    Authorization authorization = authorization(server.clientProfile(""));
    assertThat(authorization.header(job)).isEqualTo("Bearer t1");
    RecordedRequest request = server.request();
    assertThat(request.getMethod()).isEqualTo("POST");
    assertThat(request.getTarget()).isEqualTo("/token");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        ("client 1:" + TokenServer.SECRET).getBytes(StandardCharsets.UTF_8)));
    assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
    assertThat(request.getHeaders().get("Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(TokenServer.body(request)).isEqualTo("grant_type=client_credentials");
    assertThat(authorization.toString()).doesNotContain("t1");
  }

  @Test
  void aScopeIsSentEncoded() {
    server.token("t1", 3600);
    authorization(server.clientProfile(",\"scope\":\"api://x/.default offline&more=1\""))
        .header(job);
    assertThat(TokenServer.form(server.request()))
        .isEqualTo(
            Map.of("grant_type", "client_credentials", "scope", "api://x/.default offline&more=1"));
  }

  @Test
  void aTokenServesManyCallsAndIsRenewedBeforeItsEnd() {
    server.token("t1", 3600).token("t2", "3600");
    Authorization authorization = authorization(server.clientProfile(""));
    assertThat(authorization.header(job)).isEqualTo("Bearer t1");
    now = now.plus(Duration.ofSeconds(3600 - 361));
    assertThat(authorization.header(job)).isEqualTo("Bearer t1");
    now = now.plus(Duration.ofSeconds(1));
    assertThat(authorization.header(job)).isEqualTo("Bearer t2");
    assertThat(server.server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void aTokenOfAShortLifeIsNotFetchedForEachCall() {
    server.token("t1", 300).token("t2", 300);
    Authorization authorization = authorization(server.clientProfile(""));
    for (int i = 0; i < 5; i++) {
      assertThat(authorization.header(job)).isEqualTo("Bearer t1");
      now = now.plusSeconds(50);
    }
    now = now.plusSeconds(20);
    assertThat(authorization.header(job)).isEqualTo("Bearer t2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ",\"expires_in\":null", ",\"expires_in\":\"soon\"", ",\"expires_in\":-5"})
  void aTokenThatDoesNotSayHowLongItLivesIsTakenToLiveAnHour(String life) {
    server.answers(200, "{\"access_token\":\"t1\"" + life + "}").token("t2", 60);
    Authorization authorization = authorization(server.clientProfile(""));
    authorization.header(job);
    now = now.plus(Duration.ofMinutes(50));
    assertThat(authorization.header(job)).isEqualTo("Bearer t1");
    now = now.plus(Duration.ofMinutes(5));
    assertThat(authorization.header(job)).isEqualTo("Bearer t2");
  }

  @Test
  void passingFaultsOfTheEndpointAreSatOut() {
    server.answers(500, "").answers(503, "").token("t1", "3600");
    assertThat(authorization(server.clientProfile("")).header(job)).isEqualTo("Bearer t1");
    assertThat(server.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void anOldTokenDoesWhileTheEndpointFails() {
    server.token("t1", 1000);
    Authorization authorization = authorization(server.clientProfile(""));
    authorization.header(job);
    now = now.plusSeconds(901);
    server.answers(400, "{}");
    assertThat(authorization.header(job)).isEqualTo("Bearer t1");
    // Not asked again at once.
    assertThat(authorization.header(job)).isEqualTo("Bearer t1");
    now = now.plusSeconds(50);
    server.token("t2", 1000);
    assertThat(authorization.header(job)).isEqualTo("Bearer t2");
    assertThat(server.server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void manyCallersCauseOneRequest() {
    server.answers(
        new MockResponse.Builder()
            .headersDelay(300, TimeUnit.MILLISECONDS)
            .body("{\"access_token\":\"t1\",\"expires_in\":3600}")
            .build());
    Authorization authorization = authorization(server.clientProfile(""));
    try (Jobs jobs = new Jobs()) {
      List<Running<String>> callers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        callers.add(jobs.start(authorization::header));
      }
      assertThat(callers).allSatisfy(caller -> assertThat(caller.join()).isEqualTo("Bearer t1"));
    }
    assertThat(server.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aFailureIsToldToAllWhoWaited() {
    server.answers(
        new MockResponse.Builder()
            .code(401)
            .headersDelay(300, TimeUnit.MILLISECONDS)
            .body("{\"error\":\"invalid_client\"}")
            .build());
    Authorization authorization = authorization(server.clientProfile(""));
    try (Jobs jobs = new Jobs()) {
      List<Running<String>> callers = new ArrayList<>();
      // The first one is under way before the others come.
      callers.add(jobs.start(authorization::header));
      server.request();
      for (int i = 0; i < 10; i++) {
        callers.add(jobs.start(authorization::header));
      }
      assertThat(callers)
          .allSatisfy(caller ->
              assertThatThrownBy(caller::join)
                  .isInstanceOfSatisfying(
                      ProblemException.class,
                      e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.TOKEN_REFUSED)));
    }
    assertThat(server.server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void whoWaitsForACallerThatGivesUpFetchesForItself() {
    server
        .answers(
            new MockResponse.Builder()
                .headersDelay(600, TimeUnit.MILLISECONDS)
                .body("{\"access_token\":\"t1\",\"expires_in\":3600}")
                .build())
        .token("t2", 3600);
    Authorization authorization = authorization(server.clientProfile(""));
    CountDownLatch waiting = new CountDownLatch(1);
    try (Jobs jobs = new Jobs()) {
      Running<String> first = jobs.start(authorization::header);
      server.request();
      Running<String> second =
          jobs.start(each -> {
            waiting.countDown();
            return authorization.header(each);
          });
      Running<String> third = jobs.start(authorization::header);
      third.cancel();
      assertThatThrownBy(third::join).isInstanceOf(CancellationException.class);
      try {
        waiting.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      first.cancel();
      assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
      assertThat(second.join()).isEqualTo("Bearer t2");
    }
  }

  private SharingClient client(String profile) {
    Profile read = ProfileReader.parse(profile, "config.share");
    return new SharingClients(server.http, Clock.fixed(now, ZoneOffset.UTC)).of(read);
  }

  @Test
  void aTokenThatTheServerRefusesIsReplacedOnce() {
    server.token("t1", 3600).answers(401, "{}").token("t2", 3600).answers(200, EMPTY_LIST);
    assertThat(client(server.clientProfile("")).shares(job)).isEmpty();
    assertThat(server.request().getTarget()).isEqualTo("/token");
    assertThat(server.request().getHeaders().get("Authorization")).isEqualTo("Bearer t1");
    assertThat(server.request().getTarget()).isEqualTo("/token");
    RecordedRequest again = server.request();
    assertThat(again.getTarget()).startsWith("/ds/shares");
    assertThat(again.getHeaders().get("Authorization")).isEqualTo("Bearer t2");
  }

  @Test
  void aServerThatRefusesEveryTokenIsAskedTwice() {
    server.token("t1", 60).answers(401, "").token("t2", 60).answers(401, "no t2 and no canary");
    Problem problem =
        catchThrowableOfType(
                ProblemException.class, () -> client(server.clientProfile("")).shares(job))
            .problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_UNAUTHORIZED);
    assertThat(problem.why())
        .contains("does not accept the tokens that 127.0.0.1")
        .contains("client 1");
    assertThat(server.server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void aPasswordIsSentWithEachRequestAndNothingElse() {
    server.answers(200, EMPTY_LIST).answers(401, "");
    SharingClient client =
        client(
            "{\"shareCredentialsVersion\":2,\"type\":\"BASIC\",\"endpoint\":\"%s/ds\",\"username\":\"ann\",\"password\":\"%s\"}"
                .formatted(server.address(), "pä:ss"));
    assertThat(client.shares(job)).isEmpty();
    RecordedRequest request = server.request();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getHeaders().get("Authorization"))
        .isEqualTo(
            "Basic "
                + Base64.getEncoder().encodeToString("ann:pä:ss".getBytes(StandardCharsets.UTF_8)));
    assertThatThrownBy(() -> client.shares(job))
        .hasMessageContaining("does not accept the user ann");
    assertThat(server.server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400|{\"error\":\"invalid_client\",\"error_description\":\"Nobody, canary-secret+/=.\"}|TOKEN_REFUSED|does not accept the client client 1 with its secret",
        "401||TOKEN_REFUSED|does not accept the client client 1 with its secret",
        "403|no|TOKEN_REFUSED|does not accept the client client 1 with its secret",
        "400|{\"error\":\"unauthorized_client\"}|TOKEN_REFUSED|does not accept the client",
        "400|{\"error\":\"invalid_scope\"}|TOKEN_REFUSED|scope",
        "400|{\"error\":\"invalid_grant\"}|TOKEN_REFUSED|does not accept the client",
        "400|{\"error\":\"invalid_request\"}|TOKEN_REFUSED|refused the request with the status 400",
        "404|<html>Not here</html>|TOKEN_FAILED|There is none at the address",
        "405||TOKEN_FAILED|There is none at the address",
        "500|oops|TOKEN_FAILED|failed with the status 500",
        "503||TOKEN_FAILED|failed with the status 503",
        "429||SERVER_BUSY|slow down",
        "200|<!doctype html><p>Sign in|TOKEN_FAILED|a web page",
        "200|access_token=canary-token|TOKEN_FAILED|no JSON object",
        "200|[\"canary-token\"]|TOKEN_FAILED|no JSON object",
        "200||TOKEN_FAILED|no JSON object",
        "200|{\"token\":\"canary-token\"}|TOKEN_FAILED|access_token",
        "200|{\"access_token\":7}|TOKEN_FAILED|access_token",
        "200|{\"access_token\":\"\"}|TOKEN_FAILED|access_token",
        "200|{\"access_token\":\"canary-token x\"}|TOKEN_FAILED|access_token"
      })
  void everyFaultOfTheEndpointHasItsSentence(
      int status, String body, ProblemCode code, String words) {
    server.server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(status).body(body == null ? "" : body).build();
          }
        });
    Problem problem = refusal(server.clientProfile(""));
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.what())
        .isEqualTo(
            "The token endpoint 127.0.0.1:" + server.server.getPort() + " gave no access token.");
    assertThat(problem.why()).contains(words);
    assertThat(problem.remedy()).isNotEmpty();
  }

  @Test
  void anEndpointThatDoesNotAnswerIsNamed() {
    for (int i = 0; i < 2; i++) {
      server.answers(new MockResponse.Builder().headersDelay(3, TimeUnit.SECONDS).build());
    }
    Problem slow = refusal(server.clientProfile(""));
    assertThat(slow.code()).isEqualTo(ProblemCode.NETWORK_TIMEOUT);
    assertThat(slow.what()).contains("token endpoint");
    Problem none =
        refusal(
            server
                .clientProfile("")
                .replace(server.address() + "/token", "http://127.0.0.1:1/token"));
    assertThat(none.code()).isEqualTo(ProblemCode.NETWORK_CONNECT);
    assertThat(none.what()).contains("token endpoint 127.0.0.1:1");
  }
}
