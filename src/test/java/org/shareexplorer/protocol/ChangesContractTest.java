package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shareexplorer.protocol.ScriptedServer.META;
import static org.shareexplorer.protocol.ScriptedServer.PROTOCOL;
import static org.shareexplorer.protocol.ScriptedServer.TABLE;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.ChangeLine.Kind;
import org.shareexplorer.recorded.RecordedServer;

class ChangesContractTest {

  private static final ChangesQuery ALL = new ChangesQuery(AsOf.version(0), AsOf.LATEST);
  private static final String END = "{\"endStreamAction\":{\"nextPageToken\":%s}}";

  private final ScriptedServer server = new ScriptedServer();
  private final Job job = Job.unattended();
  private final List<ChangeLine> lines = new ArrayList<>();

  @AfterEach
  void close() {
    server.close();
  }

  private static String line(String wrapper, String id, int version) {
    return "{\"%s\":{\"url\":\"https://x.example/%s?sig=canary\",\"id\":\"%s\",\"partitionValues\":{},\"size\":7,\"version\":%d,\"timestamp\":%d}}\n"
        .formatted(wrapper, id, id, version, 1_000 + version);
  }

  private static String wrapped(String action, String id, int version) {
    return "{\"file\":{\"id\":\"%s\",\"version\":%d,\"timestamp\":%d,\"deltaSingleAction\":{\"%s\":{\"path\":\"https://x.example/%s?sig=canary\",\"partitionValues\":{\"p\":null},\"size\":7}}}}\n"
        .formatted(id, version, 1_000 + version, action, id);
  }

  private List<TableHead> changes(ChangesQuery query) {
    return server.client().changes(TABLE, query, lines::add, job);
  }

  private Problem problem(ChangesQuery query) {
    Problem problem = catchThrowableOfType(ProblemException.class, () -> changes(query)).problem();
    assertThat(problem.toString()).doesNotContain("canary");
    return problem;
  }

  @Test
  void bothFormatsEndAsTheSameLines() {
    server.lines(PROTOCOL, META, line("add", "a", 1), line("cdf", "c", 3), line("remove", "r", 2));
    changes(ALL);
    List<ChangeLine> flat = List.copyOf(lines);
    lines.clear();
    server.lines(
        PROTOCOL, META, wrapped("add", "a", 1), wrapped("cdc", "c", 3), wrapped("remove", "r", 2));
    changes(ALL);
    assertThat(lines)
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("file.partitionValues")
        .isEqualTo(flat);
    assertThat(lines)
        .extracting(ChangeLine::kind)
        .containsExactly(Kind.ADD, Kind.CHANGED_ROWS, Kind.REMOVE);
    assertThat(lines.get(1).version()).isEqualTo(3);
    assertThat(lines.get(1).timestamp()).hasValue(1_003);
    assertThat(lines.get(1).file().partitionValues()).containsEntry("p", null);
  }

  @Test
  void rangesAreAskedForByVersionsAndByInstantsInUtc() {
    server.lines(PROTOCOL, META).lines(PROTOCOL, META);
    changes(ChangesQuery.versions(3, 5));
    assertThat(server.request().getTarget())
        .isEqualTo(
            "/ds/shares/s/schemas/c/tables/t/changes?startingVersion=3&endingVersion=5&includeHistoricalMetadata=true");
    changes(
        new ChangesQuery(
            AsOf.time(Instant.parse("2026-05-03T10:00:00.123456Z")),
            AsOf.time(Instant.parse("2026-05-04T10:00:00Z"))));
    assertThat(server.request().getTarget())
        .isEqualTo(
            "/ds/shares/s/schemas/c/tables/t/changes?startingTimestamp=2026-05-03T10%3A00%3A00.123Z&endingTimestamp=2026-05-04T10%3A00%3A00Z&includeHistoricalMetadata=true");
  }

  @Test
  void aSnapshotIsAskedForByInstant() {
    server.lines(PROTOCOL, META);
    server
        .client()
        .query(
            TABLE,
            TableQuery.of(AsOf.time(Instant.parse("2026-05-03T10:00:00Z"))),
            file -> {},
            job);
    assertThat(server.request().getBody().utf8())
        .isEqualTo("{\"timestamp\":\"2026-05-03T10:00:00Z\"}");
  }

  @ParameterizedTest
  @CsvSource({"200, GET", "404, HEAD", "405, HEAD"})
  void theFirstVersionSinceATimeIsAskedForInEitherForm(int status, String method) {
    if (status != 200) {
      server.answers(status, "");
    }
    server.answers(new MockResponse.Builder().setHeader("Delta-Table-Version", "4").build());
    Instant time = Instant.parse("2026-05-03T10:00:00Z");
    assertThat(server.client().versionSince(TABLE, time, job)).isEqualTo(4);
    if (status != 200) {
      server.request();
    }
    var request = server.request();
    assertThat(request.getMethod()).isEqualTo(method);
    assertThat(request.getTarget()).endsWith("?startingTimestamp=2026-05-03T10%3A00%3A00Z");
  }

  @Test
  void pagesAreFollowedToTheirEndAndTheirRepeatedHeadsCountOnce() {
    server
        .lines(PROTOCOL, META, line("add", "a", 1), END.formatted("\"p 2\""))
        .lines(PROTOCOL, META, line("add", "b", 2), END.formatted("\"\""));
    assertThat(changes(ALL)).hasSize(1);
    assertThat(lines).extracting(line -> line.file().id()).containsExactly("a", "b");
    server.request();
    assertThat(server.request().getTarget()).endsWith("&pageToken=p%202");
  }

  @Test
  void pagesThatGoInACircleAreAProblem() {
    for (int page = 0; page < 2; page++) {
      server.lines(PROTOCOL, META, END.formatted("\"again\""));
    }
    assertThat(problem(ALL).why()).contains("circle");
  }

  @Test
  void headsKeepTheVersionsFromWhichTheyHold() {
    String older = META.replace("\"id\":\"i\"", "\"id\":\"i\",\"version\":0");
    String newer = META.replace("\"id\":\"i\"", "\"id\":\"i\",\"version\":6");
    server.lines(PROTOCOL, older, line("add", "a", 1), newer, line("add", "b", 7));
    assertThat(changes(ALL)).extracting(TableHead::version).containsExactly(0L, 6L);
  }

  @Test
  void anAnswerWithoutTheVersionHeaderIsRead() {
    server.answers(200, PROTOCOL + META + line("add", "a", 1));
    assertThat(changes(ALL)).extracting(TableHead::version).containsExactly(0L);
  }

  @Test
  void aBrokenAnswerIsBegunAnewOnlyWhereItsLinesAreForgotten() {
    MockResponse broken =
        new MockResponse.Builder()
            .setHeader("Delta-Table-Version", "7")
            .setHeader("Delta-Sharing-Capabilities", "includeEndStreamAction=true")
            .body(PROTOCOL + META + line("add", "a", 1))
            .build();
    server.answers(broken);
    assertThat(problem(ALL).why()).contains("broke off after 1 files");
    server.answers(broken).lines(PROTOCOL, META, line("add", "a", 1), line("add", "b", 1));
    lines.clear();
    server
        .client()
        .changes(
            TABLE,
            ALL,
            new SharingClient.ChangeLines() {
              @Override
              public void accept(ChangeLine line) {
                lines.add(line);
              }

              @Override
              public boolean restart() {
                lines.clear();
                return true;
              }
            },
            job);
    assertThat(lines).hasSize(2);
  }

  @Test
  void aCutAnswerBeforeAnyLineIsAskedForAgain() {
    server
        .answers(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build())
        .lines(PROTOCOL, META, line("remove", "a", 1));
    changes(ALL);
    assertThat(lines).hasSize(1);
  }

  @Test
  void anErrorInTheEndActionFailsTheCall() {
    server.lines(PROTOCOL, META, "{\"endStreamAction\":{\"errorMessage\":\"out of luck\"}}");
    assertThat(problem(ALL).code()).isEqualTo(ProblemCode.SERVER_FAILED);
  }

  @Test
  void changesWithoutTheirVersionAreAProblemOfTheAnswer() {
    server.lines(PROTOCOL, META, line("add", "a", 1).replace("\"version\":1,", ""));
    assertThat(problem(ALL).code()).isEqualTo(ProblemCode.SERVER_ANSWER);
    server.lines(PROTOCOL, line("add", "a", 1));
    assertThat(problem(ALL).why()).contains("begins with files");
  }

  @ParameterizedTest
  @CsvSource({
    "changes-cdf-disabled, NO_CHANGE_FEED, not recorded for version 0",
    "changes-cdf-off-range, NO_CHANGE_FEED, not recorded for version 0",
    "changes-not-shared, NO_CHANGE_FEED, does not record or share",
    "changes-before-start, NO_VERSION, from version 3 on",
    "changes-start-future, NO_VERSION, newest version is 8",
    "changes-ts-after, NO_VERSION, no version that late",
    "changes-ts-before, NO_VERSION, not that old"
  })
  void refusalsOfTheReferenceServerAreUnderstood(String exchange, ProblemCode code, String why) {
    server.answers(RecordedServer.answer("official/errors/" + exchange));
    Problem problem = problem(ALL);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.why()).contains(why);
    assertThat(problem.remedy()).isNotBlank();
    assertThat(server.requests()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "query-version-before-start, NO_VERSION",
    "query-version-future, NO_VERSION",
    "query-version-not-shared, NO_HISTORY"
  })
  void refusedVersionsAreUnderstood(String exchange, ProblemCode code) {
    server.answers(RecordedServer.answer("official/errors/" + exchange));
    TableQuery query = TableQuery.of(AsOf.version(99));
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> server.client().query(TABLE, query, file -> {}, job))
                .problem()
                .code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"version-not-shared, NO_HISTORY", "version-ts-after, NO_VERSION"})
  void refusedTimesAreUnderstood(String exchange, ProblemCode code) {
    server.answers(RecordedServer.answer("official/errors/" + exchange));
    assertThat(
            catchThrowableOfType(
                    ProblemException.class,
                    () -> server.client().versionSince(TABLE, Instant.EPOCH, job))
                .problem()
                .code())
        .isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 501})
  void serversWithoutTheCallHaveNoChangeFeed(int status) {
    server.answers(status, "");
    Problem problem = problem(ALL);
    assertThat(problem.code()).isEqualTo(ProblemCode.NO_CHANGE_FEED);
    assertThat(problem.why()).isEqualTo("This server has no change feeds.");
  }

  @Test
  void anUnknownTableIsNotTakenForAServerWithoutTheCall() {
    server.answers(RecordedServer.answer("official/errors/metadata-table-missing"));
    assertThat(problem(ALL).code()).isEqualTo(ProblemCode.SERVER_NOT_FOUND);
  }

  @ParameterizedTest
  @CsvSource({
    "none,8,1",
    "delta-feat,8,1",
    "end,8,2",
    "hist-delta,8,2",
    "range,3,1",
    "range-delta,3,1"
  })
  void theReferenceServersFeedIsRead(String exchange, int files, int heads) {
    try (RecordedServer recorded = RecordedServer.official().answering(exchange);
        Http http = new Http()) {
      SharingClient client =
          new SharingClients(http, Clock.systemUTC())
              .of(ProfileReader.parse(recorded.profileJson(), "recorded"));
      List<TableHead> found =
          client.changes(new TableName("engine", "cdf", "cdf"), ALL, lines::add, job);
      assertThat(lines).hasSize(files);
      assertThat(found).hasSize(heads);
      assertThat(found.getLast().schemaString()).contains("note");
      assertThat(lines).allMatch(line -> line.timestamp().isPresent() && line.file().size() > 0);
      assertThat(lines)
          .filteredOn(line -> line.kind() == Kind.CHANGED_ROWS)
          .allMatch(line -> line.file().address().text().contains("/_change_data/"));
      assertThat(lines.toString()).doesNotContain("X-Amz-Signature");
    }
  }
}
