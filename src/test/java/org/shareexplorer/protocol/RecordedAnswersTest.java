package org.shareexplorer.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.Http;
import org.shareexplorer.net.HttpRanges;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.ProfileReader;
import org.shareexplorer.recorded.RecordedServer;
import org.shareexplorer.table.DataFile;
import org.shareexplorer.table.Snapshot;
import org.shareexplorer.table.Snapshots;

class RecordedAnswersTest {

  private final Http http = new Http();
  private final Job job = Job.unattended();

  @AfterEach
  void close() {
    http.close();
  }

  private SharingClient client(RecordedServer server) {
    return new SharingClients(http, Clock.systemUTC())
        .of(ProfileReader.parse(server.profileJson(), "recorded"));
  }

  @Test
  void listsOfTheReferenceServerAreRead() {
    try (RecordedServer server = RecordedServer.official()) {
      SharingClient client = client(server);
      assertThat(client.shares(job)).extracting(Share::name).contains("retail", "engine");
      assertThat(client.schemas("engine", job)).contains("types", "layout", "dv");
      assertThat(client.tables("retail", "demo", job))
          .extracting(table -> table.name().text())
          .containsExactlyInAnyOrder("retail.demo.customers", "retail.demo.sales_transactions");
      assertThat(client.allTables("engine", job)).hasSizeGreaterThan(10);
      assertThat(client.schemas("no_schemas", job)).isEmpty();
      assertThat(client.allTables("no_tables", job)).isEmpty();
      assertThat(client.schemas("odd share é & co", job)).contains("dotted.schema");
      assertThat(client.tables("odd share é & co", "schema with space", job)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "delta-feat", "both", "both-feat", "end"})
  void plainTablesAreReadInWhateverFormTheServerSends(String exchange) {
    try (RecordedServer server = RecordedServer.official().answering(exchange)) {
      for (String table :
          List.of("retail.demo.customers", "engine.types.all_types", "engine.types.codec_zstd")) {
        String[] name = table.split("\\.", -1);
        TableName tableName = new TableName(name[0], name[1], name[2]);
        SharingClient client = client(server);
        Snapshot snapshot = Snapshots.load(client, tableName, AsOf.LATEST, job);
        assertThat(snapshot.version()).isEqualTo(client.version(tableName, job));
        assertThat(snapshot.head().schemaString())
            .isEqualTo(client.metadata(tableName, job).schemaString());
        assertThat(snapshot.head().format())
            .isEqualTo(
                exchange.equals("delta-feat") ? ResponseFormat.DELTA : ResponseFormat.PARQUET);
        assertThat(snapshot.rowCount().orElseThrow()).isPositive();
        assertThat(snapshot.fields()).noneMatch(field -> field.type().text().contains("?"));
      }
    }
  }

  @Test
  void everyFileOfAPartitionedTableIsReadAtItsExactAddress() throws Exception {
    try (RecordedServer server = RecordedServer.official()) {
      Snapshot snapshot =
          Snapshots.load(
              client(server),
              new TableName("engine", "layout", "part_date_string"),
              AsOf.LATEST,
              job);
      assertThat(snapshot.files()).hasSize(100);
      HttpRanges ranges = new HttpRanges(http);
      for (DataFile file : snapshot.files()) {
        byte[] magic = ranges.read(file.address().text(), file.size() - 4, 4, file.size(), job);
        assertThat(new String(magic, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
      }
      assertThat(snapshot.files())
          .extracting(file -> file.partitionValues().get("place"))
          .contains("it's", "a/b=c", "x:y?z#w&q", "日本 東京", "a+b", "trailing ", null);
      long rows;
      try (var lines = Files.lines(RecordedServer.truth("part_date_string.rows.jsonl"))) {
        rows = lines.count();
      }
      assertThat(snapshot.rowCount()).hasValue(rows);
    }
  }

  @Test
  void answersOfWhitefoxAreRead() {
    try (RecordedServer server = RecordedServer.whitefox()) {
      SharingClient client = client(server);
      assertThat(client.shares(job)).isNotEmpty();
      TableName customers = new TableName("retail", "demo", "customers");
      Snapshot snapshot = Snapshots.load(client, customers, AsOf.LATEST, job);
      assertThat(snapshot.rowCount()).hasValue(40);
      assertThat(snapshot.fields().getFirst().type().text()).isEqualTo("int");
      assertThat(client.version(customers, job)).isEqualTo(1);
      assertThat(client.metadata(customers, job).tableName()).contains("customers");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "both"})
  void tablesThatTheServerDoesNotTrustTheReaderWithAreRefusals(String exchange) {
    try (RecordedServer server = RecordedServer.official().answering(exchange)) {
      for (TableName table :
          List.of(
              new TableName("engine", "dv", "dv"),
              new TableName("engine", "layout", "mapped_names"))) {
        assertThatThrownBy(() -> Snapshots.load(client(server), table, AsOf.LATEST, job))
            .isInstanceOfSatisfying(
                ProblemException.class,
                e -> {
                  assertThat(e.problem().code()).isEqualTo(ProblemCode.TABLE_UNSUPPORTED);
                  assertThat(e.problem().detail()).contains("Unsupported Delta");
                });
      }
    }
  }

  @Test
  void theTokenGoesToTheServerAndNeverToTheStorage() {
    try (RecordedServer server = RecordedServer.official()) {
      Snapshot snapshot =
          Snapshots.load(
              client(server), new TableName("retail", "demo", "customers"), AsOf.LATEST, job);
      DataFile file = snapshot.files().getFirst();
      byte[] whole =
          new HttpRanges(http).read(file.address().text(), 0, (int) file.size(), file.size(), job);
      assertThat(whole)
          .isEqualTo(bytes("customers/" + file.address().text().replaceAll(".*/|\\?.*", "")));
      assertThat(server.fileRequests())
          .hasSize(1)
          .allMatch(request -> request.getHeaders().get("Authorization") == null)
          .allMatch(request -> "identity".equals(request.getHeaders().get("Accept-Encoding")));
    }
  }

  private static byte[] bytes(String file) {
    try {
      return Files.readAllBytes(Path.of("src/test/resources/recorded/files/tables").resolve(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
