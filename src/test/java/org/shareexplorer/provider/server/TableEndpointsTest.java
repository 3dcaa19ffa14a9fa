package org.shareexplorer.provider.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shareexplorer.provider.server.TestServer.CUSTOMERS;
import static org.shareexplorer.provider.server.TestServer.TRIPS;
import static org.shareexplorer.provider.server.TestServer.json;
import static org.shareexplorer.provider.server.TestServer.lines;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.provider.delta.Json;

class TableEndpointsTest {

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String version(HttpResponse<String> response) {
    return response.headers().firstValue("delta-table-version").orElse("none");
  }

  private static List<JsonNode> files(HttpResponse<String> response) throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return lines(response).stream()
        .filter(line -> line.has("file"))
        .map(line -> line.get("file"))
        .toList();
  }

  private static long rows(List<JsonNode> files) throws Exception {
    long rows = 0;
    for (JsonNode file : files) {
      rows += Json.MAPPER.readTree(file.path("stats").asText()).path("numRecords").asLong();
    }
    return rows;
  }

  @Test
  void tellsTheVersionInAHeaderAlone() throws Exception {
    HttpResponse<String> got = server.get(CUSTOMERS + "/version");
    assertThat(got.statusCode()).isEqualTo(200);
    assertThat(version(got)).isEqualTo("3");
    assertThat(got.body()).isEmpty();
    assertThat(version(server.send(server.to(CUSTOMERS + "/version").HEAD()))).isEqualTo("3");
    assertThat(version(server.send(server.to(CUSTOMERS).HEAD()))).isEqualTo("3");
    assertThat(server.send(server.to("/shares/a/schemas/b/tables/c").HEAD()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void tellsTheFirstVersionSinceATime() throws Exception {
    String path = CUSTOMERS + "/version?startingTimestamp=";
    assertThat(version(server.get(path + "2020-01-01T00:00:00Z"))).isEqualTo("0");
    assertThat(version(server.get(path + "2025-09-01T02:00:00Z"))).isEqualTo("1");
    assertThat(version(server.get(path + "2025-09-01T04:00:01%2B02:00"))).isEqualTo("2");
    assertThat(server.get(path + "2030-01-01T00:00:00Z").statusCode()).isEqualTo(400);
    assertThat(server.get(path + "yesterday").statusCode()).isEqualTo(400);
  }

  @Test
  void metadataHasTwoLinesWithTheSchemaInAString() throws Exception {
    HttpResponse<String> response = server.get(TRIPS + "/metadata");
    assertThat(response.headers().firstValue("content-type"))
        .hasValue("application/x-ndjson; charset=utf-8");
    assertThat(response.headers().firstValue("delta-sharing-capabilities"))
        .hasValue("responseformat=parquet");
    assertThat(version(response)).isEqualTo("4");
    List<JsonNode> lines = lines(response);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).toString()).isEqualTo("{\"protocol\":{\"minReaderVersion\":1}}");
    JsonNode metaData = lines.get(1).path("metaData");
    assertThat(metaData.path("name").asText()).isEqualTo("trips");
    assertThat(metaData.path("description").asText()).contains("Taxi trips");
    assertThat(metaData.path("format").toString()).isEqualTo("{\"provider\":\"parquet\"}");
    assertThat(metaData.path("partitionColumns").toString()).isEqualTo("[\"month\"]");
    assertThat(metaData.path("numFiles").asInt()).isEqualTo(24);
    JsonNode schema = Json.MAPPER.readTree(metaData.path("schemaString").asText());
    assertThat(schema.path("fields")).hasSize(27);
    JsonNode month = schema.path("fields").path(1);
    assertThat(month.path("type").asText()).isEqualTo("date");
    assertThat(month.path("metadata").path("comment").asText()).contains("partitioned");
    Set<String> types = new HashSet<>();
    schema.path("fields").forEach(field -> types.add(typeName(field.path("type"))));
    assertThat(types)
        .contains(
            "byte",
            "short",
            "integer",
            "long",
            "float",
            "double",
            "boolean",
            "string",
            "binary",
            "date",
            "timestamp",
            "decimal(10,2)",
            "struct",
            "array",
            "map");
  }

  private static String typeName(JsonNode type) {
    return type.isTextual() ? type.asText() : type.path("type").asText();
  }

  @Test
  void metadataCanBeInTheDeltaFormatAndOfAnEarlierVersion() throws Exception {
    HttpResponse<String> response =
        server.send(
            server
                .to(TRIPS + "/metadata?version=1")
                .header("Delta-Sharing-Capabilities", "ResponseFormat=DELTA;ReaderFeatures=x,y"));
    assertThat(version(response)).isEqualTo("1");
    assertThat(response.headers().firstValue("delta-sharing-capabilities"))
        .hasValue("responseformat=delta");
    List<JsonNode> lines = lines(response);
    assertThat(lines.get(0).at("/protocol/deltaProtocol/minWriterVersion").asInt()).isEqualTo(2);
    assertThat(lines.get(1).at("/metaData/version").asInt()).isEqualTo(1);
    assertThat(lines.get(1).at("/metaData/numFiles").asInt()).isEqualTo(15);
    assertThat(lines.get(1).at("/metaData/deltaMetadata/name").asText()).isEqualTo("trips");
  }

  @Test
  void aQueryListsEveryFileInTheParquetFormat() throws Exception {
    HttpResponse<String> response =
        server.query(TRIPS, "{}", "delta-sharing-capabilities", "responseformat=delta,parquet");
    assertThat(response.headers().firstValue("delta-sharing-capabilities"))
        .hasValue("responseformat=parquet");
    assertThat(lines(response)).hasSize(26);
    List<JsonNode> files = files(response);
    assertThat(rows(files)).isEqualTo(4_800);
    assertThat(files.stream().map(file -> file.path("id").asText()).distinct()).hasSize(24);
    JsonNode first = files.getFirst();
    assertThat(first.at("/partitionValues/month").asText()).isEqualTo("2024-01-01");
    assertThat(first.path("id").asText()).matches("[0-9a-f]{32}");
    assertThat(first.path("expirationTimestamp").asLong())
        .isEqualTo(server.now.plus(TestServer.LIFETIME).toEpochMilli());
    assertThat(first.path("size").asLong())
        .isEqualTo(server.bytes(first.path("url").asText()).body().length);
    assertThat(files(server.query(CUSTOMERS, "{}")).getFirst().get("partitionValues")).isEmpty();
  }

  @Test
  void aQueryListsEveryFileInTheDeltaFormat() throws Exception {
    HttpResponse<String> response =
        server.query(TRIPS, "{}", "delta-sharing-capabilities", "responseformat=delta");
    JsonNode file = files(response).getFirst();
    assertThat(file.path("id").asText()).matches("[0-9a-f]{64}");
    JsonNode add = file.at("/deltaSingleAction/add");
    assertThat(add.path("path").asText()).startsWith("http://127.0.0.1:");
    assertThat(add.path("dataChange").isBoolean()).isTrue();
    assertThat(add.path("stats").asText()).contains("numRecords");
    assertThat(server.bytes(add.path("path").asText()).statusCode()).isEqualTo(200);
  }

  @Test
  void fileIdsFollowTheHashAskedFor() throws Exception {
    HttpResponse<String> response = server.query(TRIPS, "{}", "fileidhash", "Delta");
    assertThat(response.headers().firstValue("fileidhash")).hasValue("delta");
    assertThat(files(response).getFirst().path("id").asText()).hasSize(64);
    assertThat(server.query(TRIPS, "{}", "fileidhash", "crc").statusCode()).isEqualTo(400);
  }

  @Test
  void everyVersionCanBeAskedFor() throws Exception {
    List<Long> rows = new ArrayList<>();
    for (int version = 0; version < 4; version++) {
      HttpResponse<String> response =
          server.query(CUSTOMERS, "{\"version\":\"" + version + "\",\"unknown\":[1]}");
      assertThat(version(response)).isEqualTo(Integer.toString(version));
      rows.add(rows(files(response)));
      assertThat(lines(response).get(1).at("/metaData/version").asInt()).isEqualTo(version);
    }
    assertThat(rows).containsExactly(140L, 180L, 180L, 200L);
    Set<String> before = ids(server.query(CUSTOMERS, "{\"version\":1}"));
    Set<String> after = ids(server.query(CUSTOMERS, "{\"version\":2}"));
    assertThat(before).hasSize(2).isNotEqualTo(after);
    assertThat(after).hasSize(2);
    HttpResponse<String> at = server.query(CUSTOMERS, "{\"timestamp\":\"2025-10-01T00:00:00Z\"}");
    assertThat(version(at)).isEqualTo("1");
    assertThat(files(at).getFirst().has("timestamp")).isTrue();
  }

  @Test
  void filesComeInTheOrderInWhichTheyWereAdded() throws Exception {
    List<String> months = new ArrayList<>();
    files(server.query(TRIPS, "{}"))
        .forEach(file -> months.add(file.at("/partitionValues/month").asText()));
    assertThat(months).hasSize(24).isSorted().startsWith("2024-01-01");
    List<Integer> firstIds = new ArrayList<>();
    for (JsonNode file : files(server.query(CUSTOMERS, "{}"))) {
      firstIds.add(
          Json.MAPPER.readTree(file.path("stats").asText()).at("/minValues/customer_id").asInt());
    }
    assertThat(firstIds).containsExactly(1, 141, 181);
  }

  private static Set<String> ids(HttpResponse<String> response) throws Exception {
    Set<String> ids = new HashSet<>();
    files(response).forEach(file -> ids.add(file.path("id").asText()));
    return ids;
  }

  @Test
  void aLimitStopsAfterTheFilesThatHoldIt() throws Exception {
    assertThat(files(server.query(TRIPS, "{\"limitHint\":0}"))).isEmpty();
    assertThat(files(server.query(TRIPS, "{\"limitHint\":1}"))).hasSize(1);
    List<JsonNode> some = files(server.query(TRIPS, "{\"limitHint\":1000}"));
    assertThat(rows(some)).isGreaterThanOrEqualTo(1_000);
    assertThat(rows(some.subList(0, some.size() - 1))).isLessThan(1_000);
    assertThat(files(server.query(TRIPS, "{\"limitHint\":\"99999999\"}"))).hasSize(24);
    assertThat(files(server.query(TRIPS, "{\"limitHint\":1,\"predicateHints\":[\"fare > 3\"]}")))
        .hasSize(24);
  }

  @Test
  void jsonHintsLeaveOutOtherPartitionsAndNeverMoreThanThat() throws Exception {
    String month = "{\"op\":\"column\",\"name\":\"month\",\"valueType\":\"date\"}";
    String day = "{\"op\":\"literal\",\"value\":\"2025-03-01\",\"valueType\":\"date\"}";
    String fare = "{\"op\":\"column\",\"name\":\"vendor_id\",\"valueType\":\"int\"}";
    String one = "{\"op\":\"literal\",\"value\":\"1\",\"valueType\":\"int\"}";
    assertThat(hinted(op("equal", month, day))).isEqualTo(1);
    assertThat(hinted(op("greaterThanOrEqual", month, day))).isEqualTo(10);
    assertThat(hinted(op("greaterThanOrEqual", day, month))).isEqualTo(15);
    assertThat(hinted(op("and", op("lessThan", month, day), op("equal", fare, one)))).isEqualTo(14);
    assertThat(hinted(op("or", op("lessThan", month, day), op("equal", fare, one)))).isEqualTo(24);
    assertThat(hinted("{\"op\":\"not\",\"children\":[" + op("equal", month, day) + "]}"))
        .isEqualTo(24);
    assertThat(hinted("{broken")).isEqualTo(24);
  }

  private static String op(String op, String left, String right) {
    return "{\"op\":\"" + op + "\",\"children\":[" + left + "," + right + "]}";
  }

  private static int hinted(String hint) throws Exception {
    String body = Json.object().put("jsonPredicateHints", hint).toString();
    return files(server.query(TRIPS, body)).size();
  }

  @Test
  void endsWithAnEndActionWhenAsked() throws Exception {
    HttpResponse<String> response =
        server.query(
            TRIPS,
            "{}",
            "delta-sharing-capabilities",
            "responseformat=parquet;includeEndStreamAction=true");
    assertThat(response.headers().firstValue("delta-sharing-capabilities"))
        .hasValue("responseformat=parquet;includeendstreamaction=true");
    JsonNode end = lines(response).getLast().path("endStreamAction");
    assertThat(end.path("minUrlExpirationTimestamp").asLong())
        .isEqualTo(server.now.plus(TestServer.LIFETIME).toEpochMilli());
    assertThat(end.has("nextPageToken")).isFalse();
    assertThat(server.query(TRIPS, "{}").body()).doesNotContain("endStreamAction");
  }

  @Test
  void filesComeInPages() throws Exception {
    Set<String> walked = new HashSet<>();
    String token = "";
    int pages = 0;
    do {
      String body =
          "{\"maxFiles\":10" + (token.isEmpty() ? "" : ",\"pageToken\":\"" + token + "\"") + "}";
      HttpResponse<String> page = server.query(TRIPS, body);
      walked.addAll(ids(page));
      token = lines(page).getLast().at("/endStreamAction/nextPageToken").asText("");
      pages++;
    } while (!token.isEmpty());
    assertThat(pages).isEqualTo(3);
    assertThat(walked).isEqualTo(ids(server.query(TRIPS, "{}")));
    String first =
        lines(server.query(TRIPS, "{\"maxFiles\":1}"))
            .getLast()
            .at("/endStreamAction/nextPageToken")
            .asText();
    assertThat(
            server
                .query(CUSTOMERS, "{\"maxFiles\":1,\"pageToken\":\"" + first + "\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aRefreshTokenBringsTheSameFilesAgain() throws Exception {
    HttpResponse<String> response = server.query(CUSTOMERS, "{\"includeRefreshToken\":true}");
    String token = lines(response).getLast().at("/endStreamAction/refreshToken").asText();
    HttpResponse<String> again = server.query(CUSTOMERS, "{\"refreshToken\":\"" + token + "\"}");
    assertThat(ids(again)).isEqualTo(ids(response)).isNotEmpty();
    assertThat(server.query(TRIPS, "{\"refreshToken\":\"" + token + "\"}").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{} {}",
        "{\"version\":-1}",
        "{\"version\":99}",
        "{\"version\":\"one\"}",
        "{\"version\":1,\"timestamp\":\"2025-10-01T00:00:00Z\"}",
        "{\"timestamp\":\"soon\"}",
        "{\"timestamp\":\"2001-01-01T00:00:00Z\"}",
        "{\"startingVersion\":0}",
        "{\"limitHint\":-5}",
        "{\"maxFiles\":0}",
        "{\"pageToken\":\"x\"}",
        "{\"refreshToken\":\"x\"}"
      })
  void refusesWhatMakesNoSense(String body) throws Exception {
    HttpResponse<String> response = server.query(CUSTOMERS, body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("errorCode").asText()).isNotEmpty();
    assertThat(json(response).path("message").asText()).isNotEmpty();
  }

  @Test
  void changesComeAsTheFormatHasThem() throws Exception {
    String prices = "/shares/external_retail/schemas/retail/tables/price_list";
    List<JsonNode> flat = lines(server.get(prices + "/changes?startingVersion=0&endingVersion=3"));
    assertThat(flat.get(1).path("metaData").path("configuration").toString())
        .isEqualTo("{\"enableChangeDataFeed\":\"true\"}");
    assertThat(flat.stream().filter(line -> line.has("add"))).hasSize(2);
    assertThat(flat.stream().filter(line -> line.has("cdf"))).hasSize(2);
    assertThat(flat.stream().filter(line -> line.has("remove"))).isEmpty();
    JsonNode change = flat.getLast().path("cdf");
    assertThat(change.path("version").asLong()).isEqualTo(3);
    assertThat(change.path("timestamp").asLong()).isPositive();
    assertThat(change.path("url").asText()).contains("/_change_data/");
    assertThat(change.path("partitionValues").isObject()).isTrue();
    List<JsonNode> wrapped =
        lines(
            server.send(
                server
                    .to(prices + "/changes?startingTimestamp=2025-11-28T00:00:00Z&endingVersion=3")
                    .header("delta-sharing-capabilities", "responseformat=delta")));
    assertThat(wrapped).hasSize(3);
    assertThat(wrapped.get(2).path("file").path("deltaSingleAction").path("cdc").path("path"))
        .isNotNull();
    assertThat(wrapped.get(2).path("file").path("version").asLong()).isEqualTo(3);
  }

  @Test
  void changesComeInPages() throws Exception {
    String path =
        "/shares/external_retail/schemas/retail/tables/price_list/changes?startingVersion=0&maxFiles=3";
    List<JsonNode> first = lines(server.get(path));
    String token = first.getLast().path("endStreamAction").path("nextPageToken").asText();
    List<JsonNode> second = lines(server.get(path + "&pageToken=" + token));
    assertThat(first).hasSize(6);
    assertThat(second).hasSize(6);
    assertThat(server.get(path + "&pageToken=x").statusCode()).isEqualTo(400);
  }

  @Test
  void rangesOfChangesThatMakeNoSenseAreRefused() throws Exception {
    String path = "/shares/external_retail/schemas/retail/tables/price_list/changes";
    for (String range :
        List.of(
            "",
            "?startingVersion=7",
            "?startingVersion=-1",
            "?startingVersion=x",
            "?startingVersion=3&endingVersion=2",
            "?startingVersion=1&startingTimestamp=2025-11-28T00:00:00Z",
            "?startingVersion=1&endingVersion=2&endingTimestamp=2025-11-28T00:00:00Z",
            "?startingTimestamp=2031-01-01T00:00:00Z",
            "?startingTimestamp=soon")) {
      assertThat(server.get(path + range).statusCode()).as(range).isEqualTo(400);
    }
    assertThat(server.get(path + "?startingVersion=0&endingVersion=99").statusCode())
        .isEqualTo(200);
  }

  @Test
  void theChangeFeedIsNotOn() throws Exception {
    HttpResponse<String> response = server.get(CUSTOMERS + "/changes?startingVersion=0");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("message").asText()).contains("cdf is not enabled");
  }

  @Test
  void headersInUpperCaseAndAPlainContentTypeAreFine() throws Exception {
    HttpResponse<String> response =
        server.send(
            server
                .to(TRIPS + "/query")
                .header("Content-type", "application/json")
                .header("DELTA-SHARING-CAPABILITIES", "RESPONSEFORMAT=DELTA")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(files(response).getFirst().has("deltaSingleAction")).isTrue();
  }
}
