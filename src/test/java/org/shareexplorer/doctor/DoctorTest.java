package org.shareexplorer.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.TableName;

/** Where a connection fails, the doctor says so, and says no secret. */
class DoctorTest {

  private final PatientServer server = new PatientServer();
  private final List<Finding> told = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  private Examination examine(Patient patient) {
    return examine(patient, Clock.systemUTC());
  }

  /** Examines; and whatever is told or written of it holds no secret. */
  private Examination examine(Patient patient, Clock clock) {
    Examination examination = server.doctor(clock).examine(patient, told::add, Job.unattended());
    assertThat(examination.findings()).extracting(Finding::step).containsExactly(Step.values());
    String text = ExaminationText.of(examination, "9.8.7");
    assertThat(List.of(text, examination.toString(), told.toString(), server.log.all().toString()))
        .noneMatch(words -> words.contains("canary"));
    assertThat(text).contains("Share Explorer 9.8.7", " UTC", examination.host());
    return examination;
  }

  /**
   * Fails unless the examination fails at a step, all before it passed and none after was tried.
   */
  private static Problem failsAt(Step step, Examination examination) {
    for (Finding finding : examination.findings()) {
      int order = finding.step().compareTo(step);
      if (order < 0) {
        assertThat(finding.result()).as(finding.toString()).isIn(Result.PASSED, Result.NOTED);
      } else if (order == 0) {
        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.FAILED);
      } else {
        assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.NOT_TRIED);
      }
    }
    return examination.failure().orElseThrow().problem().orElseThrow();
  }

  private static Finding finding(Step step, Examination examination) {
    return examination.findings().get(Arrays.asList(Step.values()).indexOf(step));
  }

  private static MockResponse refusal(int status, String body) {
    return PatientServer.answer(status, body);
  }

  @Test
  void findsNothingWrongWithAConnectionThatWorks() {
    Examination examination = examine(server.started().patient());
    assertThat(examination.findings())
        .filteredOn(finding -> finding.step() != Step.SECURITY)
        .extracting(Finding::result)
        .containsOnly(Result.PASSED);
    assertThat(finding(Step.SECURITY, examination).words()).contains("nothing is encrypted");
    assertThat(examination.failure()).isEmpty();
    assertThat(finding(Step.QUERY, examination).facts())
        .contains(new Fact("Table", "s.c.t"), new Fact("x-request-id", "req-query"));
  }

  @Test
  void tellsEachStepAsItBeginsAndAsItEnds() {
    examine(server.started().patient());
    List<String> expected = new ArrayList<>();
    Arrays.stream(Step.values())
        .forEach(step -> {
          expected.add(step + " UNDER_WAY");
          expected.add(step + (step == Step.SECURITY ? " NOTED" : " PASSED"));
        });
    assertThat(told)
        .extracting(f -> f.step() + " " + f.result())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void sendsTheFirstRequestWithoutTheCredentialAndTheFilesNever() throws Exception {
    examine(server.started().patient());
    assertThat(server.server.takeRequest().getHeaders().get("Authorization")).isNull();
    assertThat(server.server.takeRequest().getHeaders().get("Authorization")).isNotNull();
    assertThat(server.log.all())
        .filteredOn(activity -> activity.kind() == Asker.Kind.FILE)
        .singleElement()
        .matches(activity -> activity.connection().equals("Acme"));
  }

  @Test
  void failsAtANameThatIsNone() {
    Patient patient = server.patient("https://nobody.invalid/ds", Optional.empty());
    Problem problem = failsAt(Step.NAME, examine(patient));
    assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK_NAME);
  }

  @Test
  void failsAtAConnectionThatIsRefused() throws Exception {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Patient patient = server.patient("http://127.0.0.1:" + port + "/ds", Optional.empty());
    Problem problem = failsAt(Step.ROUTE, examine(patient));
    assertThat(problem.code()).isEqualTo(ProblemCode.NETWORK_CONNECT);
  }

  @Test
  void failsAtTheCredentialThatTheServerDoesNotKnow() {
    server.spoil(
        "/shares", refusal(401, "{\"message\":\"bad token " + PatientServer.TOKEN + "\"}"));
    Examination examination = examine(server.started().patient());
    Problem problem = failsAt(Step.CREDENTIAL, examination);
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_UNAUTHORIZED);
    assertThat(ExaminationText.of(examination, "1"))
        .contains("server-unauthorized", "HTTP 401", "bad token", "x-request-id: req-401");
  }

  @Test
  void failsAtTheListThatIsForbidden() {
    server.spoil(
        "/shares", 403, "{\"errorCode\":\"IP_NOT_ALLOWED\",\"message\":\"not from here\"}");
    Examination examination = examine(server.started().patient());
    assertThat(failsAt(Step.LIST, examination).code()).isEqualTo(ProblemCode.SERVER_FORBIDDEN);
    assertThat(ExaminationText.of(examination, "1")).contains("not from here");
  }

  @Test
  void notesThatNothingIsShared() {
    server.spoil("/shares", 200, "{\"items\":[]}");
    Examination examination = examine(server.started().patient());
    assertThat(finding(Step.LIST, examination).result()).isEqualTo(Result.NOTED);
    assertThat(finding(Step.LIST, examination).words()).contains("Nothing is shared");
    assertThat(finding(Step.QUERY, examination).result()).isEqualTo(Result.NOT_TRIED);
    assertThat(examination.verdict()).contains("not every step");
  }

  @Test
  void notesTablesWithoutRows() {
    server.spoil("/query", PatientServer.lines(""));
    Examination examination = examine(server.started().patient());
    assertThat(finding(Step.QUERY, examination).result()).isEqualTo(Result.NOTED);
    assertThat(finding(Step.QUERY, examination).words()).contains("no rows");
    assertThat(finding(Step.FILE, examination).result()).isEqualTo(Result.NOT_TRIED);
  }

  @Test
  void looksPastATableThatCannotBeOpened() {
    server.spoil("/tables/t/query", 400, "{\"message\":\"broken view\"}");
    Examination examination = examine(server.started().patient());
    assertThat(finding(Step.QUERY, examination).result()).isEqualTo(Result.NOTED);
    assertThat(finding(Step.QUERY, examination).problem().orElseThrow().detail())
        .contains("broken view");
    assertThat(finding(Step.FILE, examination).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void failsAtTheTableThatWasNamed() {
    server.spoil("/tables/t/query", 400, "{\"message\":\"broken view\"}");
    Patient patient =
        server.started().patient(server.base() + "/ds", Optional.of(new TableName("s", "c", "t")));
    assertThat(failsAt(Step.QUERY, examine(patient)).code()).isEqualTo(ProblemCode.SERVER_REJECTED);
  }

  @Test
  void failsAtASignedAddressThatTheStorageRefuses() {
    server.spoil("/part-0.parquet", 403, "<Error><Code>AccessDenied</Code></Error>");
    Examination examination = examine(server.started().patient());
    assertThat(failsAt(Step.FILE, examination).code()).isEqualTo(ProblemCode.FILE_EXPIRED);
    assertThat(finding(Step.FILE, examination).facts())
        .contains(new Fact("x-request-id", "req-403"));
  }

  @Test
  void notesBytesThatAreNoParquet() {
    server.spoil(
        "/part-0.parquet",
        new MockResponse.Builder()
            .code(206)
            .setHeader("Content-Range", "bytes 0-3/700")
            .body("<htm")
            .build());
    Examination examination = examine(server.started().patient());
    assertThat(finding(Step.FILE, examination).result()).isEqualTo(Result.NOTED);
  }

  @Test
  void notesAWebPageAndFailsWhereItKeepsTheListAway() {
    MockResponse page =
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .body("<html>Please sign in</html>")
            .build();
    server.server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            return page;
          }
        });
    Examination examination = examine(server.started().patient());
    assertThat(finding(Step.ENDPOINT, examination).result()).isEqualTo(Result.NOTED);
    assertThat(finding(Step.ENDPOINT, examination).words()).contains("web page");
    assertThat(failsAt(Step.LIST, examination).code()).isEqualTo(ProblemCode.SERVER_ANSWER);
  }

  @Test
  void measuresHowFarTheClocksAreApart() {
    MockResponse late =
        new MockResponse.Builder()
            .setHeader("Date", "Sat, 21 Nov 2020 12:00:00 GMT")
            .code(401)
            .build();
    server.server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            return request.getUrl().query() != null
                    && request.getUrl().query().contains("maxResults=1")
                ? late
                : server.dispatch(request);
          }
        });
    Examination examination = examine(server.started().patient());
    assertThat(finding(Step.ENDPOINT, examination).result()).isEqualTo(Result.NOTED);
    assertThat(finding(Step.ENDPOINT, examination).words()).contains("ahead of the server's");
    assertThat(finding(Step.FILE, examination).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void tellsOfTokensThatEndSoon() {
    Instant now = Instant.parse("2026-11-21T12:00:00Z");
    String profile =
        "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s/ds\",\"bearerToken\":\"%s\",\"expirationTime\":\"2026-11-24T12:00:00Z\"}"
            .formatted(server.started().base(), PatientServer.TOKEN);
    Examination examination =
        examine(
            PatientServer.patient(profile, Optional.empty(), "Acme"),
            Clock.fixed(now, ZoneOffset.UTC));
    assertThat(finding(Step.CREDENTIAL, examination).result()).isEqualTo(Result.NOTED);
    assertThat(finding(Step.CREDENTIAL, examination).words())
        .contains("It ends on 2026-11-24, in 3 days");
  }

  @Test
  void leavesUsersNamesOutOfTheText() {
    String profile =
        "{\"shareCredentialsVersion\":2,\"type\":\"basic\",\"endpoint\":\"%s/ds\",\"username\":\"jane.doe@corp\",\"password\":\"canary-pw\"}"
            .formatted(server.started().base());
    Examination examination =
        examine(PatientServer.patient(profile, Optional.empty(), "Jane's own"));
    failsAt(Step.CREDENTIAL, examination);
    assertThat(ExaminationText.words(examination.failure().orElseThrow())).contains("jane.doe");
    assertThat(ExaminationText.of(examination, "1")).doesNotContain("jane", "Jane");
  }
}
