package org.shareexplorer.protocol.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

class ActivationTest {

  private static final String TOKEN = "canary-link-0123456789";

  @TempDir private Path folder;
  private final TokenServer server = new TokenServer();
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    server.close();
  }

  private ActivationLink link() {
    return ActivationLink.parse(server.address() + "/delta_sharing/retrieve_config.html?" + TOKEN);
  }

  private Activation activation() {
    return new Activation(server.http, folder.resolve("kept"));
  }

  private List<Path> kept() throws IOException {
    if (!Files.exists(folder.resolve("kept"))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder.resolve("kept"))) {
      return files.toList();
    }
  }

  private Problem problem() {
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> activation().fetch(link(), job));
    assertThat(thrown.problem() + " " + thrown).doesNotContain(TOKEN);
    assertThat(thrown.problem().remedy()).isNotEmpty();
    return thrown.problem();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://h.cloud.databricks.com/delta_sharing/retrieve_config.html?" + TOKEN,
        " https://h.cloud.databricks.com/delta_sharing/retrieve_config.html?token=" + TOKEN + "\n",
        "HTTPS://h.cloud.databricks.com/api/2.1/unity-catalog/public/data_sharing_activation/"
            + TOKEN,
        "https://h.cloud.databricks.com/api/2.0/unity-catalog/public/data_sharing_activation_info/"
            + TOKEN
      })
  void theFormsOfLinksAreRead(String text) {
    ActivationLink link = ActivationLink.parse(text);
    assertThat(link.host()).isEqualTo("h.cloud.databricks.com");
    assertThat(link.address())
        .isEqualTo(
            "https://h.cloud.databricks.com/api/2.1/unity-catalog/public/data_sharing_activation/"
                + TOKEN);
    assertThat(link.toString()).doesNotContain(TOKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary-link-0123456789",
        "https://",
        "https://h.example/delta_sharing/retrieve_config.html",
        "https://h.example/delta_sharing/retrieve_config.html?a/../../x0123456789",
        "https://h.example/other?canary-link-0123456789",
        "https://user@h.example/delta_sharing/retrieve_config.html?canary-link-0123456789",
        "http://h.example/delta_sharing/retrieve_config.html?canary-link-0123456789",
        "ftp://h.example/delta_sharing/retrieve_config.html?canary-link-0123456789",
        "https://h.example/delta_sharing/retrieve_config.html?can ary"
      })
  void whatIsNoLinkIsSaidToBeNone(String text) {
    assertThatThrownBy(() -> ActivationLink.parse(text))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.ACTIVATION);
              assertThat(e.problem() + e.toString()).doesNotContain("canary");
            });
  }

  @Test
  void whatTheLinkGivesIsKeptBeforeItIsRead() throws IOException {
    server.answers(
        new MockResponse.Builder()
            .setHeader("Content-Disposition", "attachment; filename=\"../../evil.share\"")
            .body("{not even json")
            .build());
    Activation.Fetched fetched = activation().fetch(link(), job);
    RecordedRequest request = server.request();
    assertThat(request.getMethod()).isEqualTo("GET");
    assertThat(request.getTarget())
        .isEqualTo("/api/2.1/unity-catalog/public/data_sharing_activation/" + TOKEN);
    assertThat(request.getHeaders().get("Authorization")).isNull();
    assertThat(fetched.text()).isEqualTo("{not even json");
    assertThat(kept()).containsExactly(fetched.kept());
    assertThat(Files.readString(fetched.kept())).isEqualTo("{not even json");
    assertThat(fetched.kept().toString()).doesNotContain("evil").doesNotContain(TOKEN);
    assertThat(Files.getPosixFilePermissions(fetched.kept())).hasSize(2);
    fetched.done();
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatBreaksOffIsKeptAsFarAsItCameAndNotAskedForAgain() throws IOException {
    server.answers(
        new MockResponse.Builder()
            .body("{\"bearerToken\":\"half")
            .setHeader("Content-Length", "100")
            .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
            .build());
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.ACTIVATION);
    assertThat(problem.why()).contains("broke off");
    assertThat(kept()).hasSize(1);
    assertThat(problem.remedy()).contains(kept().getFirst().toString());
    assertThat(Files.readString(kept().getFirst())).isEqualTo("{\"bearerToken\":\"half");
    assertThat(server.server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, used before",
    "404, used before",
    "410, used before",
    "403, this network",
    "429, status 429",
    "500, status 500",
    "503, status 503"
  })
  void aRefusalIsToldAndNotRepeated(int status, String words) throws IOException {
    server.answers(status, "{\"message\":\"no " + TOKEN + "\"}");
    Problem problem = problem();
    assertThat(problem.code()).isEqualTo(ProblemCode.ACTIVATION);
    assertThat(problem.why()).contains(words);
    assertThat(server.server.getRequestCount()).isEqualTo(1);
    assertThat(kept()).isEmpty();
  }

  @Test
  void aWebPageIsNoCredential() throws IOException {
    server.answers(
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .body("<html>Sign in")
            .build());
    assertThat(problem().why()).contains("web page");
    assertThat(kept()).isEmpty();
  }

  @Test
  void aServerThatDoesNotAnswerIsAskedOnce() {
    server.answers(new MockResponse.Builder().headersDelay(2, TimeUnit.SECONDS).build());
    assertThat(problem().code()).isEqualTo(ProblemCode.NETWORK_TIMEOUT);
    assertThat(server.server.getRequestCount()).isEqualTo(1);
  }
}
