package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** What one share is, and which of share, schema and table it is that has vanished. */
class ShareDetailsTest {

  private static final String GONE =
      "{\"errorCode\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"gone\"}";
  private static final String LISTED = "{\"items\":[{\"name\":\"t\",\"schema\":\"c\"}]}";

  private final ScriptedServer server = new ScriptedServer();
  private final SharingClient client = server.client();
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    server.close();
  }

  private Problem problem(Runnable action) {
    ProblemException thrown = catchThrowableOfType(ProblemException.class, action::run);
    assertThat(thrown).as("a problem").isNotNull();
    return thrown.problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"share\":{\"name\":\"s 1\",\"id\":\"7\",\"comment\":\"Sales\",\"more\":[]}}",
        "{\"name\":\"s 1\",\"id\":7,\"comment\":\"Sales\"}"
      })
  void aShareIsReadWrappedOrBare(String body) {
    server.answers(200, body);
    assertThat(client.share("s 1", job))
        .contains(new Share("s 1", Optional.of("7"), Optional.of("Sales")));
    assertThat(server.request().getTarget()).isEqualTo("/ds/shares/s%201");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"share\":{}}", "{\"share\":null,\"id\":null,\"name\":\"\"}"})
  void whatIsMissingIsMissedByNobody(String body) {
    server.answers(200, body);
    assertThat(client.share("s", job)).contains(new Share("s", Optional.empty(), Optional.empty()));
  }

  @Test
  void aShareThatTheServerDoesNotKnowIsNone() {
    server.answers(404, GONE);
    assertThat(client.share("s", job)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "404|Not Found|SERVER_NOT_FOUND",
        "404|{\"detail\":\"Not Found\"}|SERVER_NOT_FOUND",
        "404|{\"error_code\":\"ENDPOINT_NOT_FOUND\",\"message\":\"no route\"}|SERVER_NOT_FOUND",
        "403|{\"errorCode\":\"PERMISSION_DENIED\"}|SERVER_FORBIDDEN",
        "200|[]|SERVER_ANSWER",
        "200|<html>|SERVER_ANSWER"
      })
  void aServerWithoutTheCallDoesNotSayThatTheShareIsGone(
      int status, String body, ProblemCode code) {
    server.answers(status, body);
    assertThat(problem(() -> client.share("s", job)).code()).isEqualTo(code);
  }

  private Problem vanished(Runnable call) {
    client.tables("s", "c", job);
    Problem problem = problem(call);
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_NOT_FOUND);
    assertThat(problem.detail()).contains("RESOURCE_DOES_NOT_EXIST");
    return problem;
  }

  private Problem vanishedTable() {
    return vanished(() -> client.query(ScriptedServer.TABLE, TableQuery.LATEST, line -> {}, job));
  }

  @Test
  void aTableThatVanishedAloneIsSaidToBeGoneFromItsShare() {
    server.answers(200, LISTED).answers(404, GONE).answers(200, "{\"share\":{\"name\":\"s\"}}");
    Problem problem = vanishedTable();
    assertThat(problem.what()).isEqualTo("The table s.c.t could not be opened.");
    assertThat(problem.why())
        .startsWith("The table s.c.t is gone from the share s, which is still shared with you");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void aTableThatVanishedWithItsShareIsToldOfAsTheShareIs() {
    server.answers(200, LISTED).answers(404, GONE).answers(404, GONE);
    assertThat(vanishedTable().why()).startsWith("The share s is no longer shared with you");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void everyCallForATableTellsSo() {
    List<Runnable> calls =
        List.of(
            () -> client.metadata(ScriptedServer.TABLE, job),
            () ->
                client.changes(ScriptedServer.TABLE, ChangesQuery.versions(0, 1), line -> {}, job));
    for (Runnable call : calls) {
      server.answers(200, LISTED).answers(404, GONE).answers(404, GONE);
      assertThat(vanished(call).why()).startsWith("The share s is no longer shared");
    }
    // The newer form, the older one, the share.
    server.answers(404, GONE).answers(404, "").answers(404, GONE);
    assertThat(problem(() -> client.version(ScriptedServer.TABLE, job)).why())
        .startsWith("The share s is no longer shared");
  }

  @Test
  void schemasAndSharesThatWereListedVanishToo() {
    server.answers(200, "{\"items\":[{\"name\":\"s\"}]}");
    client.shares(job);
    server.answers(404, GONE).answers(404, GONE);
    assertThat(problem(() -> client.schemas("s", job)).why())
        .startsWith("The share s is no longer shared");
    server.answers(200, "{\"items\":[{\"name\":\"c\"}]}");
    client.schemas("s", job);
    server.answers(404, GONE).answers(200, "{}");
    assertThat(problem(() -> client.tables("s", "c", job)).why())
        .startsWith("The schema s.c is gone from the share s");
    server.answers(404, GONE).answers(200, "{}");
    assertThat(problem(() -> client.schemas("s", job)).why())
        .startsWith("The share s was there before");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 429, 500, 503})
  void aServerThatTellsNothingOfTheShareIsAskedOnceAndLeavesTheSentenceAsItWas(int status) {
    server.answers(200, LISTED).answers(404, GONE).answers(status, "no");
    assertThat(vanishedTable().why())
        .startsWith("The table s.c.t was there before and no longer is");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void aServerThatHangsUpLeavesTheSentenceAsItWas() {
    server
        .answers(200, LISTED)
        .answers(404, GONE)
        .answers(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
    assertThat(vanishedTable().why()).startsWith("The table s.c.t was there before");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void whatWasNeverListedIsNotAskedAbout() {
    server.answers(404, GONE);
    assertThat(problem(() -> client.metadata(ScriptedServer.TABLE, job)).why())
        .contains("does not know the table s.c.t");
    assertThat(server.requests()).isEqualTo(1);
  }
}
