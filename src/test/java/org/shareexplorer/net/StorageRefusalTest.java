package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** What storages say, as they say it, and what becomes of it for a person. */
class StorageRefusalTest {

  private static final String SIGNATURE = "canary7Kx0aPq3ZtR9vLw2Yb6NsJdQ4eUmC8hGf1iXo5";

  private final MockWebServer server = new MockWebServer();
  private final Http http =
      new Http(
          new Patience(
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(2),
              Duration.ofSeconds(1),
              Duration.ofMillis(1)),
          Clock.systemUTC());

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private Problem problem(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class,
            () ->
                new HttpRanges(http)
                    .read(
                        "http://127.0.0.1:"
                            + server.getPort()
                            + "/t/part-1.parquet?sig="
                            + SIGNATURE,
                        0,
                        4,
                        100,
                        Job.unattended()));
    assertThat(thrown).as("a problem").isNotNull();
    assertThat(thrown.problem().what())
        .isEqualTo("The data file part-1.parquet could not be read.");
    assertThat(thrown.problem().why()).contains("127.0.0.1");
    assertThat(thrown + thrown.problem().toString()).doesNotContain("canary");
    return thrown.problem();
  }

  private static String error(String code, String message) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>"
        + code
        + "</Code><Message>"
        + message
        + "</Message></Error>";
  }

  @ParameterizedTest
  @CsvSource({
    "403,AccessDenied,Request has expired,FILE_EXPIRED,no longer accepts its signed address",
    "400,ExpiredToken,The provided token has expired.,FILE_EXPIRED,no longer accepts",
    "403,AuthenticationFailed,Signature not valid in the specified time frame,FILE_EXPIRED,no longer",
    "403,AccessDenied,Access Denied,FILE_EXPIRED,or it does not let this network in",
    "403,AuthorizationFailure,This request is not authorized,FILE_REFUSED,firewall",
    "403,PublicAccessNotPermitted,Public access is not permitted,FILE_REFUSED,firewall",
    "403,AccessDenied,with an explicit deny in a VPC endpoint policy,FILE_REFUSED,firewall",
    "403,AccessDenied,Request is prohibited by organization's policy.,FILE_REFUSED,firewall",
    "403,AuthorizationSourceIPMismatch,not authorized by source IP,FILE_REFUSED,another address",
    "403,AuthorizationProtocolMismatch,not authorized using this protocol,FILE_REFUSED,encrypted",
    "403,RequestTimeTooSkewed,The difference is too large,FILE_REFUSED,clock",
    "403,AccessDenied,Request is not valid yet,FILE_REFUSED,clock",
    "403,SignatureDoesNotMatch,The request signature we calculated,FILE_REFUSED,altered",
    "404,NoSuchKey,The specified key does not exist.,FILE_UNAVAILABLE,no longer at",
    "409,AccountBeingCreated,Busy,FILE_UNAVAILABLE,status 409"
  })
  void everyReasonHasItsOwnSentence(
      int status, String code, String message, ProblemCode expected, String why) {
    Problem problem = problem(status, error(code, message));
    assertThat(problem.code()).isEqualTo(expected);
    assertThat(problem.why()).contains(why);
    assertThat(problem.detail()).isEqualTo("HTTP " + status + " " + code + "\n" + message);
  }

  @Test
  void aPageInThePlaceOfAFileIsNoneOfTheStorages() {
    String page = "<!DOCTYPE html><html><title>Welcome to Hotel Wifi</title></html>";
    assertThat(problem(403, page).code()).isEqualTo(ProblemCode.NETWORK_SIGN_IN);
    server.enqueue(
        new MockResponse.Builder().setHeader("Content-Type", "text/html").body(page).build());
    Problem signIn = problem(200, page);
    assertThat(signIn.code()).isEqualTo(ProblemCode.NETWORK_SIGN_IN);
    assertThat(signIn.remedy()).contains("sign in");
  }

  @Test
  void whatIsSignedIsNotQuoted() {
    Problem problem =
        problem(
            403,
            error("SignatureDoesNotMatch", "We got " + SIGNATURE + " instead.")
                .replace("</Error>", "<StringToSign>" + SIGNATURE + "</StringToSign></Error>"));
    assertThat(problem.detail()).contains("We got … instead.");
  }
}
