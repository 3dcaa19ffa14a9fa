package org.shareexplorer.workspace.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.Patience;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** What addresses answer when they are asked for a newer version, honest ones and others. */
class ReleasesTest {

  private static final Patience SHORT =
      new Patience(
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofMillis(20),
          Duration.ofMillis(1));

  private final MockWebServer server = new MockWebServer();
  private final Http http = new Http(SHORT, Clock.systemUTC());
  private final Releases releases = new Releases(http, "0.9.3", () -> "");

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private Release ask(String body) {
    server.enqueue(
        new MockResponse.Builder()
            .setHeader("Content-Type", "application/json")
            .body(body)
            .build());
    return releases.newest(address(), Job.unattended());
  }

  private ProblemException refused(String body) {
    return refused(new MockResponse.Builder().body(body).build());
  }

  private ProblemException refused(MockResponse answer) {
    server.enqueue(answer);
    return catchThrowableOfType(
        ProblemException.class, () -> releases.newest(address(), Job.unattended()));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getPort() + "/releases/latest";
  }

  @Test
  void readsWhatGitHubTellsOfARelease() throws InterruptedException {
    Release release =
        ask(
            """
            {"url": "https://api.github.com/repos/o/r/releases/1", "id": 1, "author": {"login": "ann"},
             "html_url": "https://github.com/o/r/releases/tag/v0.10.0", "tag_name": "v0.10.0", "name": "0.10",
             "draft": false, "prerelease": false, "assets": [{"name": "share-explorer_0.10.0_amd64.deb"}],
             "body": "## New\\r\\n- charts in **colour**\\r\\n"}\
            """);
    assertThat(release.number()).hasToString("0.10.0");
    assertThat(release.notes()).isEqualTo("## New\n- charts in **colour**");
    assertThat(release.page()).contains(URI.create("https://github.com/o/r/releases/tag/v0.10.0"));
    assertThat(releases.newer(release)).isTrue();
    RecordedRequest asked = server.takeRequest();
    assertThat(asked.getTarget()).isEqualTo("/releases/latest");
    assertThat(asked.getHeaders().names())
        .containsExactlyInAnyOrder("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent");
    assertThat(asked.getHeaders().get("User-Agent")).isEqualTo("share-explorer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.9.3", "v0.9.3", "0.9.2", "0.9.3-rc.1", "0.8"})
  void whatIsNotNewerIsNotNewer(String tag) {
    assertThat(releases.newer(ask("{\"tag_name\": \"" + tag + "\"}"))).isFalse();
  }

  @Test
  void nothingIsNewerThanAnUnknownVersion() {
    Release release = ask("{\"tag_name\": \"7.0\"}");
    assertThat(release.notes()).isEmpty();
    assertThat(release.page()).isEmpty();
    assertThat(new Releases(http, "development", () -> "").newer(release)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://releases.example/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:",
        "no address",
        "https://ann:word@releases.example/",
        "https://",
        "data:text/html,x"
      })
  void onlyAPageByHttpsIsOffered(String page) {
    assertThat(ask("{\"tag_name\": \"7.0\", \"html_url\": \"" + page + "\"}").page()).isEmpty();
  }

  @Test
  void notesAreBoundedPlainText() {
    String long_ = "é".repeat(20_000);
    assertThat(ask("{\"tag_name\": \"7.0\", \"body\": \"" + long_ + "\"}").notes())
        .hasSize(ReleaseJson.LONGEST_NOTES + 2)
        .endsWith("é …");
    assertThat(
            ask("{\"tag_name\": \"7.0\", \"body\": \"a\\u0000b\\u001b[31mc\\u202ed\\te\\nf\\u200bg\"}")
                .notes())
        .isEqualTo("ab[31mcd\te\nfg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "7",
        "\"v7.0\"",
        "{}",
        "{\"tag_name\": null}",
        "{\"tag_name\": [\"7.0\"]}",
        "{\"tag_name\": \"nightly\"}",
        "{\"tag_name\": \"7.0\"",
        "<html><h1>Sign in</h1></html>",
        "\u0000\u0001"
      })
  void whatTellsOfNoReleaseIsAProblem(String body) {
    assertThat(refused(body).problem().code()).isEqualTo(ProblemCode.SERVER_ANSWER);
  }

  @Test
  void anAnswerOfManyMegabytesIsNotReadToItsEnd() {
    String huge = "{\"tag_name\": \"7.0\", \"body\": \"" + "x".repeat(8 << 20) + "\"}";
    assertThat(refused(huge).problem().code()).isEqualTo(ProblemCode.SERVER_ANSWER);
  }

  @Test
  void deeplyNestedJsonIsAProblemAndNoFault() {
    assertThat(refused("[".repeat(100_000)).problem().code()).isEqualTo(ProblemCode.SERVER_ANSWER);
  }

  @Test
  void aWebPageAndARefusalSaySo() {
    assertThat(
            refused(
                    new MockResponse.Builder()
                        .setHeader("Content-Type", "text/html; charset=utf-8")
                        .body("{\"tag_name\": \"7.0\"}")
                        .build())
                .problem()
                .why())
        .contains("web page");
    assertThat(refused(new MockResponse.Builder().code(404).build()).problem().why())
        .contains("status 404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "http://releases.example/x",
        "ftp://releases.example/",
        "file:///x",
        "https://"
      })
  void anAddressThatCannotBeAskedSafelyIsNotAsked(String address) {
    ProblemException e =
        catchThrowableOfType(
            ProblemException.class, () -> releases.newest(address, Job.unattended()));
    assertThat(e.problem().code()).isEqualTo(ProblemCode.QUESTION);
  }
}
