package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Why nobody is let in: each reason in a sentence of its own that names who refuses. */
class AccessRefusalTest {

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void close() {
    server.close();
  }

  private Problem problem(MockResponse answer) {
    server.answers(answer);
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> server.client().shares(Job.unattended()));
    assertThat(thrown).as("a problem").isNotNull();
    return thrown.problem();
  }

  private static MockResponse refusal(int status, String message) {
    return new MockResponse.Builder()
        .code(status)
        .body("{\"errorCode\":\"PERMISSION_DENIED\",\"message\":\"" + message + "\"}")
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "403,Source IP address: 203.0.113.7 is blocked by Databricks IP ACL,of this network. 203.0.113.7",
    "403,The IP address 203.0.113.7 is not allowed,of this network. 203.0.113.7",
    "401,Client is not in the IP access list of the recipient,on the provider's list",
    "403,Your address is not on the allow-list,on the provider's list",
    "403,Recipient 'acme' was deleted,has revoked",
    "401,The access token was revoked,has revoked",
    "403,The grant on this share was removed,has revoked",
    "403,Not authorized,knows the credential but does not allow this",
    "401,Token expired,does not accept the token"
  })
  void theServersWordsTellTheReasonsApart(int status, String message, String why) {
    Problem problem = problem(refusal(status, message));
    assertThat(problem.why().replace(',', '.')).contains("127.0.0.1").contains(why);
    assertThat(problem.detail()).contains(message);
  }

  @Test
  void aClockThatIsWrongIsNamedWhereItMayBeTheReason() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.parse("2026-11-20T20:59:00Z").atOffset(ZoneOffset.UTC));
    Problem problem =
        problem(refusal(401, "Unauthorized").newBuilder().setHeader("Date", date).build());
    assertThat(problem.why()).contains("this computer's clock is 3 hours ahead of the server's");
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_UNAUTHORIZED);
  }

  @Test
  void aNetworkThatWantsASignInIsTold() {
    assertThat(problem(new MockResponse.Builder().code(511).body("<html>").build()).code())
        .isEqualTo(ProblemCode.NETWORK_SIGN_IN);
  }

  @Test
  void aPageFromWhereTheNetworkSentTheRequestIsASignIn() throws Exception {
    try (MockWebServer hotel = new MockWebServer()) {
      hotel.start(java.net.InetAddress.getByName("localhost"), 0);
      hotel.enqueue(
          new MockResponse.Builder()
              .setHeader("Content-Type", "text/html")
              .body("<html><title>Welcome to Hotel Wifi</title></html>")
              .build());
      Problem problem =
          problem(
              new MockResponse.Builder()
                  .code(302)
                  .setHeader("Location", "http://localhost:" + hotel.getPort() + "/login")
                  .build());
      assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK_SIGN_IN);
      assertThat(problem.why()).contains("localhost").contains("web page");
      assertThat(hotel.takeRequest().getHeaders().get("Authorization")).isNull();
    }
  }

  @Test
  void aRefusalByTheHostThatARequestWasSentOnToIsExplainedByTheMissingToken() throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start(java.net.InetAddress.getByName("localhost"), 0);
      other.enqueue(refusal(401, "Unauthorized"));
      Problem problem =
          problem(
              new MockResponse.Builder()
                  .code(307)
                  .setHeader("Location", "http://localhost:" + other.getPort() + "/shares")
                  .build());
      assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK_REDIRECT);
      assertThat(problem.why()).contains("to localhost, which refused this one");
    }
  }

  @Test
  void aTableThatWasThereBeforeIsToldApartFromOneThatNeverWas() {
    MockResponse gone = refusal(404, "not found").newBuilder().build();
    Problem never = head(gone);
    server.answers(
        new MockResponse.Builder()
            .setHeader("Delta-Table-Version", "3")
            .body(ScriptedServer.PROTOCOL + ScriptedServer.META)
            .build());
    SharingClient client = server.client();
    client.metadata(ScriptedServer.TABLE, Job.unattended());
    server.answers(gone).answers(404, "");
    Problem later =
        catchThrowableOfType(
                ProblemException.class,
                () -> client.metadata(ScriptedServer.TABLE, Job.unattended()))
            .problem();
    assertThat(never.why()).contains("does not know the table");
    assertThat(later.why()).contains("was there before");
    assertThat(later.code()).isEqualTo(ProblemCode.SERVER_NOT_FOUND);
  }

  private Problem head(MockResponse answer) {
    server.answers(answer);
    return catchThrowableOfType(
            ProblemException.class,
            () -> server.client().metadata(ScriptedServer.TABLE, Job.unattended()))
        .problem();
  }
}
