package org.shareexplorer.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.provider.delta.Json;
import org.shareexplorer.provider.demo.Scale;

class DemoShareTest {

  private static final Scale SMALL = new Scale(150, 500, 2_400);

  @TempDir private Path cache;
  private final Jobs jobs = new Jobs();

  @AfterEach
  void close() {
    jobs.close();
  }

  private DemoShare start() {
    return DemoShare.start(cache, SMALL, jobs, Job.unattended());
  }

  @Test
  void whoHasTheProfileCanRead() throws Exception {
    try (DemoShare share = start();
        HttpClient http = HttpClient.newHttpClient()) {
      JsonNode profile = Json.MAPPER.readTree(Files.readString(share.profilePath()));
      assertThat(profile).isEqualTo(Json.MAPPER.readTree(share.profileJson()));
      assertThat(profile.path("shareCredentialsVersion").asInt()).isEqualTo(1);
      assertThat(profile.path("endpoint").asText()).isEqualTo(share.endpoint());
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(share.endpoint() + "/shares"))
              .header("Authorization", "Bearer " + profile.path("bearerToken").asText());
      assertThat(http.send(request.build(), BodyHandlers.ofString()).body())
          .contains("city_mobility", "external_retail");
    }
  }

  @Test
  void theProfileIsItsOwnersAloneAndGoesWithTheServer() throws Exception {
    DemoShare share = start();
    Path profile = share.profilePath();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)))
        .isEqualTo("rw-------");
    assertThat(profile.getFileName()).hasToString("config.share");
    share.close();
    assertThat(profile.getParent()).doesNotExist();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(URI.create(share.endpoint())).build();
      assertThatThrownBy(() -> http.send(request, BodyHandlers.ofString()))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void everyStartHasATokenOfItsOwn() {
    try (DemoShare one = start();
        DemoShare other = start()) {
      assertThat(one.profileJson()).isNotEqualTo(other.profileJson());
      assertThat(one.endpoint()).isNotEqualTo(other.endpoint());
      assertThat(one.profilePath()).exists();
    }
  }

  @Test
  void profilesOfKilledProgramsAreSweptAway() throws Exception {
    Path dead = Files.createDirectories(cache.resolve("demo-run-999999999999-1"));
    Files.writeString(dead.resolve("config.share"), "{}");
    Path alive =
        Files.createDirectories(cache.resolve("demo-run-" + ProcessHandle.current().pid() + "-1"));
    try (DemoShare share = start()) {
      assertThat(share.profilePath()).exists();
      assertThat(dead).doesNotExist();
      assertThat(alive).exists();
    }
  }

  @Test
  void aFolderThatCannotBeWrittenIsToldInWords() throws Exception {
    Path file = Files.writeString(cache.resolve("file"), "");
    assertThatThrownBy(() -> DemoShare.start(file, SMALL, jobs, Job.unattended()))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(ProblemCode.DISK);
              assertThat(e.problem().why()).contains(file.toString());
            });
  }
}
