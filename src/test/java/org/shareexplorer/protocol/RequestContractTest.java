package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.shareexplorer.protocol.ScriptedServer.META;
import static org.shareexplorer.protocol.ScriptedServer.PROTOCOL;
import static org.shareexplorer.protocol.ScriptedServer.TABLE;

import java.time.Instant;
import java.util.Locale;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shareexplorer.job.Job;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** What is sent to servers, and what never is. */
class RequestContractTest {

  private final ScriptedServer server = new ScriptedServer();
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aTokenOfTheSecondVersionIsSentAsItIs() {
    server.answers(200, "{}");
    server
        .client(",\"shareCredentialsVersion\":\"2\",\"type\":\"Bearer_TOKEN\",\"unknown\":{}")
        .shares(job);
    assertThat(server.request().getHeaders().get("Authorization"))
        .isEqualTo("Bearer " + ScriptedServer.TOKEN);
  }

  @Test
  void aCredentialThatHasEndedIsSentOnceAndNotAgain() {
    server.answers(401, "401 Unauthorized");
    SharingClient client = server.client(",\"expirationTime\":\"2026-11-20T00:00:00Z\"");
    ProblemException thrown =
        catchThrowableOfType(ProblemException.class, () -> client.shares(job));
    assertThat(thrown.problem().code()).isEqualTo(ProblemCode.PROFILE_EXPIRED);
    assertThat(server.requests()).isEqualTo(1);
  }

  /**
   * The format is for the server to choose; ids of files are taken as they come; folders of a cloud
   * storage are not asked for.
   */
  @Test
  void nothingIsAskedForThatAServerWouldHaveToComplyWith() {
    for (int i = 0; i < 3; i++) {
      server.lines(PROTOCOL, META);
    }
    SharingClient client = server.client();
    client.metadata(TABLE, job);
    client.query(TABLE, TableQuery.of(AsOf.time(Instant.EPOCH)), line -> {}, job);
    client.changes(TABLE, ChangesQuery.versions(0, 1), line -> {}, job);
    for (int i = 0; i < 3; i++) {
      RecordedRequest request = server.request();
      Headers headers = request.getHeaders();
      assertThat(headers.get("delta-sharing-capabilities"))
          .startsWith("responseformat=delta,parquet;readerfeatures=")
          .isLowerCase()
          .doesNotContain(" ")
          .doesNotEndWith(";");
      assertThat(headers.get("fileidhash")).isNull();
      assertThat(request.getTarget().toLowerCase(Locale.ROOT))
          .doesNotContain("temporary")
          .startsWith("/ds/shares/");
    }
  }

  @Test
  void pagesOfAnotherSchemaDoNotBelongToTheFirst() {
    String next = "{\"endStreamAction\":{\"nextPageToken\":\"p2\"}}";
    server
        .lines(PROTOCOL, META, next)
        .lines(PROTOCOL, META.replace("\\\"fields\\\":[]", "\\\"fields\\\": []"));
    SharingClient client = server.client();
    ProblemException thrown =
        catchThrowableOfType(
            ProblemException.class, () -> client.query(TABLE, TableQuery.LATEST, line -> {}, job));
    assertThat(thrown.problem().why()).contains("changed while its files were being listed");
  }
}
