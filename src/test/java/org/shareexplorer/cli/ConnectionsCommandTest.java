package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.demo.DemoWorld;
import org.shareexplorer.profile.Connection;

class ConnectionsCommandTest {

  private static final String CANARY = "canary-token-1";

  @TempDir private static Path folder = Path.of("");
  private static @Nullable DemoWorld opened;

  private static DemoWorld world() {
    return Objects.requireNonNull(opened);
  }

  @BeforeAll
  static void open() {
    opened =
        new DemoWorld(folder, Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
  }

  @AfterAll
  static void close() {
    world().close();
  }

  @AfterEach
  void forget() {
    for (Connection each : world().sources().store().list()) {
      world().sources().store().remove(each.id());
    }
  }

  private static CliRun run(String... arguments) {
    CliRun run = CliRun.of(world(), Map.of(), 0, arguments);
    assertThat(run.out() + run.err()).doesNotContain(CANARY);
    return run;
  }

  private static String profile(String endpoint) {
    return "{\"shareCredentialsVersion\":1,\"endpoint\":\"%s\",\"bearerToken\":\"%s\"}"
        .formatted(endpoint, CANARY);
  }

  @Test
  void aConnectionIsAddedListedAndRemoved() throws Exception {
    Path file =
        Files.writeString(folder.resolve("acme.share"), profile("https://acme.example/api"));
    CliRun added = run("connections", "add", file.toString());
    assertThat(added.exitCode()).isZero();
    assertThat(added.out().strip()).isEqualTo("acme");
    assertThat(added.err()).contains("kept encrypted");
    assertThat(file).exists();
    assertThat(run("connections", "list").out()).contains("acme", "https://acme.example/api");
    JsonNode json = new JsonMapper().readTree(run("connections", "list", "--json").out());
    assertThat(json).hasSize(1);
    assertThat(json.get(0).path("name").asText()).isEqualTo("acme");
    assertThat(json.get(0).path("credential").asText()).isEqualTo("bearer_token");
    assertThat(json.get(0).path("key").asText()).isEqualTo("file");
    assertThat(json.get(0).path("expires").isNull()).isTrue();
    assertThat(run("connections", "remove", "nobody").exitCode()).isEqualTo(1);
    assertThat(run("connections", "remove", "acme").exitCode()).isZero();
    assertThat(run("connections", "list").err()).contains("No connections");
  }

  @Test
  void aConnectionComesFromStandardInputUnderANameOfOnesOwn() {
    String profile = profile("http://share.example/api");
    CliRun refused = CliRun.piped(world(), profile, "connections", "add", "-");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("--allow-http").contains("(network-plain)");
    assertThat(run("connections", "list").err()).contains("No connections");
    CliRun added =
        CliRun.piped(world(), profile, "connections", "add", "-", "--name", "Mine", "--allow-http");
    assertThat(added.exitCode()).isZero();
    assertThat(added.out().strip()).isEqualTo("Mine");
    assertThat(added.err()).contains("without encryption").doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"oauth_client_credentials\",\"tokenEndpoint\":\"%s\",\"clientId\":\"me\",\"clientSecret\":\"x\"",
        "\"type\":\"oauth_jwt_bearer_private_key_jwt\",\"auth\":{\"tokenEndpoint\":\"%s\",\"clientId\":\"me\"}"
      })
  void whatGivesOutTokensWithoutEncryptionIsRefusedLikeTheServer(String credential) {
    String profile =
        "{\"shareCredentialsVersion\":2,\"endpoint\":\"https://share.example/api\","
            + credential
            + "}";
    CliRun refused =
        CliRun.piped(
            world(), profile.formatted("http://sso.example/token"), "connections", "add", "-");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("Nothing was sent to sso.example.", "--allow-http", "(network-plain)");
    assertThat(run("connections", "list").err()).contains("No connections");
    CliRun local =
        CliRun.piped(
            world(), profile.formatted("http://127.0.0.1:9/token"), "connections", "add", "-");
    assertThat(local.err()).doesNotContain("network-plain", "without encryption");
  }

  @Test
  void aTokenEndpointWithoutEncryptionIsTakenOnlyIfThatIsAllowed() throws Exception {
    String profile =
        "{\"shareCredentialsVersion\":2,\"endpoint\":\"https://share.example/api\",\"type\":\"oauth_client_credentials\","
            + "\"tokenEndpoint\":\"http://sso.example/token\",\"clientId\":\"me\",\"clientSecret\":\""
            + CANARY
            + "\"}";
    CliRun added = CliRun.piped(world(), profile, "connections", "add", "-", "--allow-http");
    assertThat(added.exitCode()).isZero();
    assertThat(added.err()).contains("without encryption").doesNotContain(CANARY);
    Path file = Files.writeString(folder.resolve("sso.share"), profile);
    CliRun listed = run("ls", "--profile", file.toString());
    assertThat(listed.exitCode()).isEqualTo(1);
    assertThat(listed.err()).contains("Nothing was sent to sso.example.", "(network-plain)");
  }

  @Test
  void aTokenOfDatabricksOfUnknownAgeIsToldSo() {
    CliRun.piped(world(), profile("https://x.azuredatabricks.net/api"), "connections", "add", "-");
    CliRun list = run("connections", "list");
    assertThat(list.out()).contains("2026-12-08 (perhaps)");
    assertThat(list.err()).contains("Databricks ends every token issued before 8 December 2025");
  }

  @Test
  void twoConnectionsOfOneNameAreToldApartByTheirIds() {
    CliRun.piped(world(), profile("https://x.example/1"), "connections", "add", "-");
    CliRun.piped(world(), profile("https://x.example/2"), "connections", "add", "-");
    CliRun both = run("connections", "remove", "x.example");
    assertThat(both.exitCode()).isEqualTo(1);
    String id = world().sources().store().list().getFirst().id().text();
    assertThat(both.err()).contains("2 connections x.example").contains(id);
    assertThat(run("connections", "remove", id).exitCode()).isZero();
    assertThat(world().sources().store().list()).hasSize(1);
  }

  @Test
  void aLinkIsUsedOnlyWhenThatIsSaid() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      String link =
          "http://127.0.0.1:"
              + server.getPort()
              + "/delta_sharing/retrieve_config.html?link-canary-0123456789";
      CliRun asked = run("connections", "add", link);
      assertThat(asked.exitCode()).isEqualTo(2);
      assertThat(asked.err()).contains("works only once");
      assertThat(server.getRequestCount()).isZero();
      server.enqueue(new MockResponse.Builder().body(profile("https://acme.example/api")).build());
      CliRun used = run("connections", "add", "--use-link", link);
      assertThat(used.exitCode()).isZero();
      assertThat(used.out() + used.err()).doesNotContain("link-canary");
      assertThat(folder.resolve("config/activations")).isEmptyDirectory();
      server.enqueue(new MockResponse.Builder().body(profile("http://acme.example/api")).build());
      CliRun plain = run("connections", "add", "--use-link", link);
      assertThat(plain.exitCode()).isEqualTo(1);
      assertThat(plain.err()).contains("the answer is kept in", "(network-plain)");
      server.enqueue(new MockResponse.Builder().body("{\"x\":\"" + CANARY).build());
      CliRun broken = run("connections", "add", "--use-link", link);
      assertThat(broken.exitCode()).isEqualTo(1);
      assertThat(broken.err()).contains("the answer is kept in");
      assertThat(folder.resolve("config/activations")).isNotEmptyDirectory();
    }
  }
}
