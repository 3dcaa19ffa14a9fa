package org.shareexplorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.demo.DemoWorld;

/** The commands {@code doctor} and {@code activity}, on the demo share. */
class DoctorCommandTest {

  @TempDir private static Path folder;
  private static DemoWorld world;

  @BeforeAll
  static void start() {
    world = new DemoWorld(folder, Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static CliRun run(String... args) {
    return CliRun.of(world, Map.of(), 0, args);
  }

  private static Path profile(String token) throws Exception {
    String json = world.share().profileJson();
    String own = new JsonMapper().readTree(json).path("bearerToken").asText();
    return Files.writeString(folder.resolve("config.share"), json.replace(own, token));
  }

  @Test
  void tellsTheStepsOfAConnectionThatWorks() {
    CliRun run = run("doctor", "--demo");
    assertThat(run.exitCode()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    assertThat(lines.subList(0, 8))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly(
            "Name", "Connection", "TLS", "Endpoint", "Credential", "List", "Query", "File");
    assertThat(lines.getLast()).startsWith("The connection works");
  }

  @Test
  void failsWithOneWhereAStepFails() throws Exception {
    CliRun run = run("doctor", "--json", "--profile", profile("wrong-canary").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    JsonNode told = new JsonMapper().readTree(run.out());
    assertThat(told.path("works").asBoolean()).isFalse();
    assertThat(told.path("steps").get(4).path("step").asText()).isEqualTo("credential");
    assertThat(told.path("steps").get(4).path("result").asText()).isEqualTo("failed");
    assertThat(told.path("steps").get(4).path("code").asText()).isEqualTo("server-unauthorized");
    assertThat(told.path("steps").get(5).path("result").asText()).isEqualTo("not_tried");
    assertThat(run.out() + run.err()).doesNotContain("canary");
  }

  @Test
  void writesAReportForTheProvider() throws Exception {
    CliRun run = run("doctor", "--report", "--profile", profile("wrong-canary").toString());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Delta Sharing connection check, by Share Explorer")
        .contains("Code: server-unauthorized")
        .doesNotContain("canary", folder.toString());
  }

  @Test
  void looksAtTheTableThatIsNamed() {
    CliRun run = run("doctor", "--demo", "--table", "city_mobility", "taxi", "trips");
    assertThat(run.out()).contains("city_mobility.taxi.trips");
    CliRun none = run("doctor", "--demo", "--table", "city_mobility", "taxi", "no_such");
    assertThat(none.exitCode()).isEqualTo(1);
    assertThat(none.out()).contains("Query       failed");
  }

  @Test
  void wantsToKnowWhichConnection() {
    assertThat(run("doctor").exitCode()).isEqualTo(2);
    CliRun unknown = run("doctor", "Nobody");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no connection Nobody");
  }

  @Test
  void printsWhatWasAsked() {
    var _ = run("preview", "external_retail", "retail", "customers", "--rows", "3", "--demo");
    CliRun run = run("activity", "--connection", "the demo share");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().findFirst().orElseThrow()).startsWith("start,connection,kind");
    assertThat(run.out()).contains(",the demo share,API,", ",the demo share,FILE,");
    assertThat(run.out()).doesNotContain("signature=", "?");
    assertThat(run("activity", "--last", "2").out().lines()).hasSize(3);
    assertThat(run("activity", "--failed").out()).doesNotContain(",DONE,");
  }
}
