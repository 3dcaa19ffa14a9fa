package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.protocol.ChangesQuery;
import org.shareexplorer.protocol.SharingClients;
import org.shareexplorer.protocol.TableName;
import org.shareexplorer.recorded.RecordedServer;
import org.shareexplorer.table.Field;

/** A change feed that Spark wrote and a real server shared, compared with how Spark reads it. */
class RecordedChangesTest {

  private static final TableName NAME = new TableName("engine", "cdf", "cdf");

  private final Job job = Job.unattended();
  private final Jobs jobs = new Jobs();
  private final Http http = new Http();

  @TempDir Path folder;
  private TableEngine engine;

  @BeforeEach
  void open() {
    engine =
        new TableEngine(
            jobs, new HttpRanges(http), folder.resolve("cache"), 1 << 30, new Questions(jobs));
  }

  @AfterEach
  void close() {
    engine.close();
    http.close();
    jobs.close();
  }

  private Changes changes(RecordedServer server) {
    return engine.changes(
        new SharingClients(http, Clock.systemUTC())
            .of(ProfileReader.parse(server.profileJson(), "recorded")),
        NAME,
        new ChangesQuery(AsOf.version(0), AsOf.LATEST),
        job);
  }

  private static List<List<String>> truth(long from, long to) throws Exception {
    List<List<String>> lines = new ArrayList<>();
    for (String text : Files.readAllLines(RecordedServer.truth("cdf.changes.jsonl"))) {
      JsonNode json = new JsonMapper().readTree(text);
      long version = json.path("_commit_version").asLong();
      if (version >= from && version <= to) {
        List<String> line =
            new ArrayList<>(List.of(json.path("_change_type").asText(), Long.toString(version)));
        for (String column : List.of("id", "name", "qty", "note")) {
          line.add(json.has(column) ? json.path(column).asText() : "null");
        }
        lines.add(line);
      }
    }
    return lines;
  }

  @ParameterizedTest
  @CsvSource({
    "none, 0, 8",
    "delta-feat, 0, 8",
    "end, 0, 8",
    "hist-delta, 0, 8",
    "range, 3, 5",
    "range-delta, 3, 5"
  })
  void everyChangeIsTheOneThatSparkTells(String exchange, long from, long to) throws Exception {
    try (RecordedServer server = RecordedServer.official().answering(exchange)) {
      Changes changes = changes(server);
      assertThat(changes.fields()).extracting(Field::name).endsWith("note");
      List<List<String>> truth = truth(from, to);
      List<List<String>> sorted = ChangedTexts.sorted(truth);
      ChangedRows byOrder = changes.rows(ChangeView.ALL, job);
      assertThat(ChangedTexts.sorted(ChangedTexts.of(byOrder, job))).isEqualTo(sorted);
      ChangedRows byKey = changes.rows(ChangeView.ALL.withKey(List.of("id")), job);
      assertThat(ChangedTexts.sorted(ChangedTexts.of(byKey, job))).isEqualTo(sorted);
      for (ChangeCounts counts : changes.counts(ChangeView.ALL, job)) {
        assertThat(counts.inserted()).isEqualTo(count(truth, counts, "insert"));
        assertThat(counts.updated()).isEqualTo(count(truth, counts, "update_postimage"));
        assertThat(counts.deleted()).isEqualTo(count(truth, counts, "delete"));
        assertThat(counts.timestamp()).isPresent();
      }
      assertThat(changes.counts(ChangeView.ALL, job))
          .extracting(ChangeCounts::version)
          .containsExactlyElementsOf(
              truth.stream().map(line -> Long.valueOf(line.get(1))).sorted().distinct().toList());
    }
  }

  private static long count(List<List<String>> truth, ChangeCounts counts, String type) {
    return truth.stream()
        .filter(line -> line.get(0).equals(type))
        .filter(line -> line.get(1).equals(Long.toString(counts.version())))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id"})
  void theTwoStatesOfAnUpdatedRowStandTogether(String key) {
    try (RecordedServer server = RecordedServer.official().answering("none")) {
      List<String> keys = key.isEmpty() ? List.of() : List.of(key);
      ChangedRows rows =
          changes(server)
              .rows(
                  ChangeView.ALL
                      .withKinds(EnumSet.of(ChangeKind.UPDATE))
                      .withVersions(2, 2)
                      .withKey(keys),
                  job);
      RowPage page = rows.rows(0, 10, List.of("id", "name", "qty"), job);
      assertThat(page.rows())
          .containsExactlyInAnyOrder(
              List.of(1, "n1", new CellChange(10, 11)),
              List.of(2, "n2", new CellChange(20, 21)),
              List.of(3, "n3", new CellChange(30, 31)));
    }
  }

  @Test
  void aTextIsFoundInEitherState() throws Exception {
    try (RecordedServer server = RecordedServer.official().answering("none")) {
      Changes changes = changes(server);
      assertThat(ChangedTexts.of(changes.rows(ChangeView.ALL.withText("N10"), job), job))
          .containsExactlyInAnyOrder(
              List.of("insert", "1", "10", "n10", "100", "null"),
              List.of("update_preimage", "4", "10", "n10", "100", "null"),
              List.of("update_postimage", "4", "10", "m10", "0", "null"));
      assertThat(changes.rows(ChangeView.ALL.withText("no such"), job).rowCount()).hasValue(0);
      assertThat(
              changes
                  .rows(ChangeView.ALL.withKinds(EnumSet.noneOf(ChangeKind.class)), job)
                  .rowCount())
          .hasValue(0);
      assertThat(changes.suggestedKey(job)).containsExactly("id");
    }
  }

  @Test
  void countsOfAddedFilesComeFromStatisticsAlone() {
    try (RecordedServer server = RecordedServer.official().answering("none")) {
      Changes changes = changes(server);
      changes.counts(ChangeView.ALL, job);
      assertThat(server.fileRequests())
          .isNotEmpty()
          .allMatch(request -> request.getTarget().contains("/_change_data/"));
    }
  }
}
