package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class ListContractTest {

  private final ScriptedServer server = new ScriptedServer();
  private final SharingClient client = server.client();
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    server.close();
  }

  private Problem problem(Runnable action) {
    return catchThrowableOfType(ProblemException.class, action::run).problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"items\":[]}",
        "{\"nextPageToken\":\"\"}",
        "{\"items\":[],\"nextPageToken\":null}"
      })
  void allFormsOfNothingAreEmptyLists(String body) {
    server.answers(200, body);
    assertThat(client.shares(job)).isEmpty();
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void pagesAreFollowedToTheEndWithTheCredentialOnEach() {
    server
        .answers(200, "{\"items\":[{\"name\":\"a\",\"id\":\"1\"}],\"nextPageToken\":\"p+/ =&\"}")
        .answers(200, "{\"nextPageToken\":\"p2\"}")
        .answers(200, "{\"items\":[{\"name\":\"b\",\"unknown\":{}},{\"id\":\"nameless\"}]}");
    assertThat(client.shares(job)).extracting(Share::name).containsExactly("a", "b");
    assertThat(server.request().getTarget()).isEqualTo("/ds/shares");
    var second = server.request();
    assertThat(second.getTarget()).isEqualTo("/ds/shares?pageToken=p%2B%2F%20%3D%26");
    assertThat(second.getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + ScriptedServer.TOKEN);
  }

  @Test
  void pagesThatGoRoundInACircleAreNotFollowedForEver() {
    server
        .answers(200, "{\"nextPageToken\":\"a\"}")
        .answers(200, "{\"nextPageToken\":\"b\"}")
        .answers(200, "{\"nextPageToken\":\"a\"}");
    Problem problem = problem(() -> client.shares(job));
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_ANSWER);
    assertThat(problem.why()).contains("circle");
  }

  @Test
  void namesAreEncodedAsPartsOfAPath() {
    server.answers(200, "{}").answers(200, "{}").answers(200, "{}");
    client.schemas("x.y 50%", job);
    client.tables("a b", "ä/+", job);
    client.allTables("~'()", job);
    assertThat(server.request().getTarget()).isEqualTo("/ds/shares/x.y%2050%25/schemas");
    assertThat(server.request().getTarget())
        .isEqualTo("/ds/shares/a%20b/schemas/%C3%A4%2F%2B/tables");
    assertThat(server.request().getTarget()).isEqualTo("/ds/shares/~%27%28%29/all-tables");
  }

  @Test
  void aServerWithoutTheCallForAllTablesIsAskedSchemaBySchema() {
    server
        .answers(404, "not here")
        .answers(200, "{\"items\":[{\"name\":\"c1\"},{\"name\":\"c2\"}]}")
        .answers(200, "{\"items\":[{\"name\":\"t1\"}]}")
        .answers(200, "{\"items\":[{\"name\":\"t2\",\"id\":\"9\"}]}");
    assertThat(client.allTables("s", job))
        .extracting(table -> table.name().text())
        .containsExactly("s.c1.t1", "s.c2.t2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><p>Sign in</p>", " <html></html>"})
  void aWebPageInPlaceOfAnAnswerIsSaidToBeOne(String page) {
    server.answers(200, page);
    Problem problem = problem(() -> client.shares(job));
    assertThat(problem.code()).isEqualTo(ProblemCode.SERVER_ANSWER);
    assertThat(problem.why()).contains("web page");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "42", "{\"items\":[", "{} x"})
  void whatIsNoObjectIsAProblemOfTheAnswer(String body) {
    server.answers(200, body);
    assertThat(problem(() -> client.shares(job)).code()).isEqualTo(ProblemCode.SERVER_ANSWER);
  }

  @Test
  void whatIsNoTableIsListedByItsKind() {
    server
        .answers(
            200,
            "{\"items\":[{\"name\":\"v1\",\"storageLocation\":\"s3://b\"}],\"nextPageToken\":\"p\"}")
        .answers(200, "{\"items\":[{\"name\":\"v2\",\"comment\":\"words\"}]}")
        .answers(200, "{\"items\":[{\"name\":\"m\"}]}")
        .answers(200, "{}");
    assertThat(client.assets("s", "c d", job))
        .containsExactly(
            new ListedAsset(ListedAsset.Kind.VOLUME, "v1", Optional.empty()),
            new ListedAsset(ListedAsset.Kind.VOLUME, "v2", Optional.of("words")),
            new ListedAsset(ListedAsset.Kind.MODEL, "m", Optional.empty()));
    assertThat(server.request().getTarget()).isEqualTo("/ds/shares/s/schemas/c%20d/volumes");
  }

  @Test
  void aServerThatKnowsOfTablesAloneIsAskedOnce() {
    server.answers(404, "").answers(501, "").answers(400, "");
    assertThat(client.assets("s", "c", job)).isEmpty();
    assertThat(client.assets("s", "c", job)).isEmpty();
    assertThat(server.requests()).isEqualTo(3);
  }
}
