package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shareexplorer.protocol.ScriptedServer.META;
import static org.shareexplorer.protocol.ScriptedServer.PROTOCOL;
import static org.shareexplorer.protocol.ScriptedServer.TABLE;
import static org.shareexplorer.protocol.ScriptedServer.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.protocol.FileLine.DeletionVectorLine;

class TableContractTest {

  private static final String END = "{\"endStreamAction\":{\"minUrlExpirationTimestamp\":1}}";

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
    Problem problem = catchThrowableOfType(ProblemException.class, this::query).problem();
    assertThat(problem.toString()).doesNotContain("canary");
    return problem;
  }

  private static MockResponse promising(String... lines) {
    return new MockResponse.Builder()
        .setHeader("delta-table-version", "7")
        .setHeader(
            "Delta-Sharing-Capabilities", "responseFormat=parquet; includeEndStreamAction=true")
        .body(String.join("", lines))
        .build();
  }

  @Test
  void theVersionIsReadFromTheHeader() {
    server.answers(
        new MockResponse.Builder().code(204).setHeader("DELTA-TABLE-VERSION", "12").build());
    assertThat(client.version(TABLE, job)).isEqualTo(12);
    assertThat(server.request().getTarget()).isEqualTo("/ds/shares/s/schemas/c/tables/t/version");
  }

  @ParameterizedTest
  @CsvSource({"404", "405"})
  void theOlderFormIsTriedWhereTheNewerOneIsUnknown(int status) {
    server
        .answers(status, "")
        .answers(new MockResponse.Builder().setHeader("Delta-Table-Version", "3").build());
    assertThat(client.version(TABLE, job)).isEqualTo(3);
    server.request();
    var head = server.request();
    assertThat(head.getMethod() + " " + head.getTarget())
        .isEqualTo("HEAD /ds/shares/s/schemas/c/tables/t");
  }

  @Test
  void aVersionThatIsMissingIsAProblemOfTheAnswer() {
    server.answers(200, "");
    assertThat(
            catchThrowableOfType(ProblemException.class, () -> client.version(TABLE, job))
                .problem()
                .code())
        .isEqualTo(ProblemCode.SERVER_ANSWER);
    server.answers(200, PROTOCOL + META);
    assertThat(problem().why()).contains("which version");
  }

  @Test
  void theQuestionSaysWhatCanBeRead() {
    server.lines(PROTOCOL, META);
    client.query(
        TABLE,
        new TableQuery(AsOf.version(5), OptionalLong.of(100), PredicateHints.NONE),
        files::add,
        job);
    var request = server.request();
    assertThat(request.getTarget()).isEqualTo("/ds/shares/s/schemas/c/tables/t/query");
    assertThat(request.getBody().utf8()).isEqualTo("{\"version\":5,\"limitHint\":100}");
    assertThat(request.getHeaders().get("Content-Type")).contains("application/json");
    assertThat(request.getHeaders().get("delta-sharing-capabilities"))
        .isEqualTo(
            "responseformat=delta,parquet;readerfeatures="
                + ReaderFeatures.header()
                + ";includeendstreamaction=true");
    server.lines(PROTOCOL, META);
    query();
    assertThat(server.request().getBody().utf8()).isEqualTo("{}");
  }

  @Test
  void aVersionThatWasAskedForHasTheTimeThatItsFilesTell() {
    String at = "\"size\":7,\"version\":%d,\"timestamp\":%d}";
    server.lines(
        PROTOCOL,
        META,
        file("f1").replace("\"size\":7}", at.formatted(7, 1_700_000_000_000L)),
        file("f2").replace("\"size\":7}", at.formatted(5, 1_600_000_000_000L)));
    assertThat(query().timestamp()).hasValue(1_700_000_000_000L);
    // Files of earlier versions alone do not tell when this one was made.
    server.lines(
        PROTOCOL, META, file("f1").replace("\"size\":7}", at.formatted(6, 1_700_000_000_000L)));
    assertThat(query().timestamp()).isEmpty();
    server.lines(PROTOCOL, META, file("f1"));
    assertThat(query().timestamp()).isEmpty();
  }

  @Test
  void hintsGoIntoTheBodyAndEveryPageOfIt() {
    PredicateHints hints =
        new PredicateHints(List.of("k = 1", "d >= '2024-02-29'"), Optional.of("{\"op\":\"x\"}"));
    server
        .lines(PROTOCOL, META, file("f1"), "{\"endStreamAction\":{\"nextPageToken\":\"p2\"}}\n")
        .lines(PROTOCOL, META, file("f2"));
    client.query(TABLE, TableQuery.LATEST.hinted(hints), files::add, job);
    String body =
        "{\"predicateHints\":[\"k = 1\",\"d >= '2024-02-29'\"],"
            + "\"jsonPredicateHints\":\"{\\\"op\\\":\\\"x\\\"}\"";
    assertThat(server.request().getBody().utf8()).isEqualTo(body + "}");
    assertThat(server.request().getBody().utf8()).isEqualTo(body + ",\"pageToken\":\"p2\"}");
    assertThat(files).extracting(FileLine::id).containsExactly("f1", "f2");
  }

  @Test
  void unknownLinesBlankLinesAndAMissingLastNewlineDoNotMatter() {
    server.lines(
        "\n" + PROTOCOL.replace("}}", ",\"more\":[1]},\"x\":1}").strip() + "\r\n",
        META,
        "{\"news\":{\"a\":1}}\n \n[]\n1\n\"x\"\n",
        file("f1"),
        file("f2").strip());
    assertThat(query().version()).isEqualTo(7);
    assertThat(files).extracting(FileLine::id).containsExactly("f1", "f2");
    assertThat(files.getFirst().address().text()).isEqualTo("https://x.example/f1?sig=canary");
    assertThat(files.getFirst().toString()).doesNotContain("canary");
    assertThat(files.getFirst().expiration()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void bothFormatsSayTheSame() {
    String stats = "\"stats\":\"{\\\"numRecords\\\":3}\"";
    server.lines(
        PROTOCOL,
        META.replace("\"id\":\"i\"", "\"id\":\"i\",\"name\":\"n\",\"size\":\"70\",\"numFiles\":1"),
        "{\"file\":{\"url\":\"https://h/f\",\"id\":\"1\",\"partitionValues\":{\"p\":null,\"q\":\"\"},\"size\":7,"
            + stats
            + ",\"expirationTimestamp\":99}}");
    TableHead flat = query();
    server.lines(
        "{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"timestampNtz\"],\"writerFeatures\":[\"x\"]}}}\n",
        "{\"metaData\":{\"size\":70,\"numFiles\":1,\"deltaMetadata\":{\"id\":\"i\",\"name\":\"n\",\"format\":{\"provider\":\"parquet\",\"options\":{}},\"schemaString\":\"{\\\"type\\\":\\\"struct\\\",\\\"fields\\\":[]}\",\"partitionColumns\":[],\"configuration\":{\"delta.columnMapping.mode\":\"none\"}}}}\n",
        "{\"file\":{\"id\":\"1\",\"expirationTimestamp\":99,\"deltaSingleAction\":{\"add\":{\"path\":\"https://h/f\",\"partitionValues\":{\"p\":null,\"q\":\"\"},\"size\":7,\"modificationTime\":1,\"dataChange\":true,"
            + stats
            + "}}}}\n");
    TableHead delta = query();
    assertThat(files.get(1)).isEqualTo(files.get(0));
    assertThat(files.get(0).partitionValues()).containsEntry("p", null).containsEntry("q", "");
    assertThat(delta.format()).isEqualTo(ResponseFormat.DELTA);
    assertThat(flat.format()).isEqualTo(ResponseFormat.PARQUET);
    assertThat(delta.readerFeatures()).containsExactly("timestampNtz");
    assertThat(delta)
        .usingRecursiveComparison()
        .ignoringFields("format", "minReaderVersion", "readerFeatures", "configuration")
        .isEqualTo(flat);
    assertThat(flat.size()).hasValue(70);
  }

  @Test
  void statisticsMayBeAnObject() {
    server.lines(
        PROTOCOL, META, file("f").replace("\"size\":7", "\"size\":7,\"stats\":{\"numRecords\":3}"));
    query();
    assertThat(files.getFirst().stats()).contains("{\"numRecords\":3}");
  }

  @Test
  void aFailureToldAtTheEndFailsTheQuery() {
    server.lines(
        PROTOCOL,
        META,
        file("f"),
        "{\"endStreamAction\":{\"errorMessage\":\"lost https://x/f?sig=canary\"}}");
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_FAILED);
    assertThat(problem.detail()).isEqualTo("lost https://x/f?…");
  }

  @Test
  void anAnswerThatLacksItsPromisedEndIsHadAgain() {
    server.answers(promising(PROTOCOL, META)).answers(promising(PROTOCOL, META, END));
    query();
    server.answers(promising(PROTOCOL, META, file("f")));
    assertThat(problem().why()).contains("broke off after 1 files");
  }

  @Test
  void aTakerThatCanForgetGetsABrokenAnswerFromItsBeginning() {
    server
        .answers(promising(PROTOCOL, META, file("f1")))
        .answers(
            promising(PROTOCOL, META, file("f1"), file("f2"), " ".repeat(200_000))
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build())
        .answers(promising(PROTOCOL, META, file("f1"), file("f2"), END));
    TableHead head =
        client.query(
            TABLE,
            TableQuery.LATEST,
            new SharingClient.FileLines() {
              @Override
              public void accept(FileLine line) {
                files.add(line);
              }

              @Override
              public boolean restart() {
                files.clear();
                return true;
              }
            },
            job);
    assertThat(head.version()).isEqualTo(7);
    assertThat(files).extracting(FileLine::id).containsExactly("f1", "f2");
  }

  @Test
  void pagesOfFilesAreFollowedAndMustBelongTogether() {
    String next = "{\"endStreamAction\":{\"nextPageToken\":\"p2\"}}";
    server.lines(PROTOCOL, META, file("f1"), next).lines(PROTOCOL, META, file("f2"), END);
    query();
    assertThat(files).extracting(FileLine::id).containsExactly("f1", "f2");
    server.request();
    assertThat(server.request().getBody().utf8()).isEqualTo("{\"pageToken\":\"p2\"}");
    server.lines(PROTOCOL, META, next).lines(PROTOCOL, META, next);
    assertThat(problem().why()).contains("circle");
    server
        .lines(PROTOCOL, META, next)
        .answers(
            new MockResponse.Builder()
                .setHeader("Delta-Table-Version", "8")
                .body(PROTOCOL + META)
                .build());
    assertThat(problem().why()).contains("changed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":3,\"readerFeatures\":[\"timestampNtz\",\"quantumRows\"]}}}|quantumRows",
        "{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":3,\"readerFeatures\":[\"deletionVectors\",\"geospatial\"]}}}|geospatial",
        "{\"protocol\":{\"minReaderVersion\":4}}|version 4",
        "{\"metaData\":{\"accessModes\":[\"dir\"]}}|folder",
        "{\"metaData\":{\"format\":{\"provider\":\"orc\"}}}|orc",
        "{\"metaData\":{\"configuration\":{\"delta.columnMapping.mode\":\"Colour\"}}}|Colour"
      })
  void whatCannotBeReadIsRefusedBeforeAnyFile(String line, String words) {
    server.lines(line + "\n", PROTOCOL, META, file("f"));
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
    assertThat(problem.why()).contains(words);
    assertThat(files).isEmpty();
  }

  @Test
  void deletedRowsAreHeardOfEvenWhereTheTableDoesNotListTheFeature() {
    server.lines(
        "{\"protocol\":{\"deltaProtocol\":{\"minReaderVersion\":1}}}\n",
        META,
        "{\"file\":{\"id\":\"1\",\"deltaSingleAction\":{\"add\":{\"path\":\"https://h/f\",\"size\":7,\"deletionVector\":{\"storageType\":\"p\",\"pathOrInlineDv\":\"https://h/dv?sig=canary\",\"offset\":1,\"sizeInBytes\":40,\"cardinality\":4}}}}}\n");
    query();
    assertThat(files.getFirst().deletionVector())
        .contains(
            new DeletionVectorLine(
                "p",
                Optional.empty(),
                Optional.of(new SignedAddress("https://h/dv?sig=canary")),
                1,
                40,
                4));
  }

  @Test
  void deletedRowsThatAreListedBesideTheTableAreARefusal() {
    server.lines(
        PROTOCOL,
        META,
        "{\"file\":{\"id\":\"1\",\"deltaSingleAction\":{\"add\":{\"path\":\"https://h/f\",\"size\":7,\"deletionVector\":{\"storageType\":\"u\",\"pathOrInlineDv\":\"ab^-aqEH.-t@S}K{vb[*k^\",\"offset\":4,\"sizeInBytes\":40,\"cardinality\":6}}}}}\n");
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
    assertThat(problem.why()).contains("storage type u");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"file\":{\"id\":\"1\",\"size\":7}}|url",
        "{\"file\":{\"id\":\"1\",\"url\":\"https://h\"}}|size",
        "{\"file\":{\"id\":\"1\",\"url\":\"https://h\",\"size\":|middle",
        "{oops}|not JSON",
        "<html>|web page"
      })
  void aLineThatCannotBeIsAProblem(String line, String words) {
    for (int i = 0; i < 4; i++) {
      server.lines(PROTOCOL, META, line);
    }
    Problem problem = problem();
    assertThat(problem.code()).isIn(ProblemCode.SERVER_ANSWER, ProblemCode.NETWORK_CONNECT);
    assertThat(problem.why() + problem.detail()).contains(words);
  }

  @Test
  void anAnswerWithoutItsHeadIsAProblem() {
    server.lines();
    assertThat(problem().why()).contains("protocol");
    server.lines(PROTOCOL);
    assertThat(problem().why()).contains("metaData");
    server.lines(PROTOCOL, file("f"));
    assertThat(problem().why()).contains("begins with files");
  }
}
