package org.shareexplorer.provider.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shareexplorer.provider.server.TestServer.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListingsTest {

  private static TestServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new TestServer(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> names(String path) throws Exception {
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type"))
        .hasValue("application/json; charset=utf-8");
    return json(response)
        .path("items")
        .valueStream()
        .map(item -> item.path("name").asText())
        .toList();
  }

  @Test
  void listsSharesSchemasAndTables() throws Exception {
    assertThat(names("/shares")).containsExactly("city_mobility", "external_retail");
    assertThat(names("/shares/external_retail/schemas")).containsExactly("retail");
    assertThat(names("/shares/external_retail/schemas/retail/tables"))
        .containsExactly("customers", "price_list", "sales_transactions");
    assertThat(names("/shares/city_mobility/all-tables")).containsExactly("trips", "zones");
    JsonNode share = json(server.get("/shares/external_retail")).path("share");
    assertThat(share.path("name").asText()).isEqualTo("external_retail");
    assertThat(share.path("id").asText()).isNotEmpty();
  }

  @Test
  void tablesTellWhereTheyAre() throws Exception {
    JsonNode table = json(server.get("/shares/city_mobility/all-tables")).path("items").path(0);
    assertThat(table.path("share").asText()).isEqualTo("city_mobility");
    assertThat(table.path("schema").asText()).isEqualTo("taxi");
    assertThat(table.path("id").asText()).isNotEqualTo(table.path("shareId").asText());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shares",
        "/shares/external_retail/schemas/retail/tables",
        "/shares/city_mobility/all-tables"
      })
  void walksPagesOfOne(String path) throws Exception {
    List<String> walked = new ArrayList<>();
    String token = "";
    do {
      JsonNode page =
          json(server.get(path + "?maxResults=1" + (token.isEmpty() ? "" : "&pageToken=" + token)));
      assertThat(page.path("items")).hasSize(1);
      walked.add(page.path("items").path(0).path("name").asText());
      token = page.path("nextPageToken").asText("");
    } while (!token.isEmpty());
    assertThat(walked).isEqualTo(names(path)).hasSizeGreaterThan(1);
  }

  @Test
  void aPageOfNoneHasATokenOnly() throws Exception {
    JsonNode page = json(server.get("/shares?maxResults=0"));
    assertThat(page.has("items")).isFalse();
    assertThat(page.path("nextPageToken").asText()).isNotEmpty();
  }

  @Test
  void aTokenIsGoodForItsListAlone() throws Exception {
    String token = json(server.get("/shares?maxResults=1")).path("nextPageToken").asText();
    assertThat(server.get("/shares?pageToken=" + token).statusCode()).isEqualTo(200);
    HttpResponse<String> elsewhere =
        server.get("/shares/city_mobility/all-tables?pageToken=" + token);
    assertThat(elsewhere.statusCode()).isEqualTo(400);
    assertThat(json(elsewhere).path("errorCode").asText()).isEqualTo("INVALID_PARAMETER_VALUE");
    assertThat(server.get("/shares?pageToken=" + token.substring(1)).statusCode()).isEqualTo(400);
    assertThat(server.get("/shares?pageToken=x").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "501", "many", "99999999999"})
  void refusesPageSizesOutOfRange(String size) throws Exception {
    assertThat(server.get("/shares?maxResults=" + size).statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shares/nobody",
        "/shares/nobody/schemas",
        "/shares/city_mobility/schemas/nobody/tables",
        "/shares/city_mobility/schemas/taxi/tables/nobody/version",
        "/shares/city_mobility/schemas/taxi/tables/trips/nonsense",
        "/shares/",
        "/nonsense",
        ""
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    HttpResponse<String> response = server.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(json(response).path("errorCode").asText()).isEqualTo("RESOURCE_DOES_NOT_EXIST");
    assertThat(json(response).path("message").asText()).isNotEmpty();
  }

  @Test
  void namesAreFoundInAnyCaseAndPercentEncoded() throws Exception {
    assertThat(names("/shares/CITY%5Fmobility/schemas/Taxi/tables"))
        .containsExactly("trips", "zones");
  }

  @Test
  void refusesOtherTokensBeforeAnythingElse() throws Exception {
    for (String header : List.of("Bearer wrong", "Bearer ", "Basic dGVzdDp0ZXN0", "test-token")) {
      HttpResponse<String> response =
          server.send(server.to("/shares/nobody").setHeader("Authorization", header));
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(json(response).path("errorCode").asText()).isEqualTo("UNAUTHENTICATED");
      assertThat(response.headers().firstValue("www-authenticate")).hasValue("Bearer");
    }
  }

  @Test
  void refusesOtherMethods() throws Exception {
    HttpResponse<String> response =
        server.send(
            server.to("/shares").POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")));
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("allow")).hasValue("GET");
    assertThat(json(response).path("message").asText()).contains("GET");
    assertThat(server.get(TestServer.TRIPS + "/query").statusCode()).isEqualTo(405);
    assertThat(server.get(TestServer.TRIPS).statusCode()).isEqualTo(405);
  }
}
