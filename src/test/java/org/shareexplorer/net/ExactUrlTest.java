package org.shareexplorer.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shareexplorer.job.Job;

class ExactUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/t/day%3D2024-02-29/part%20a.parquet?X-Amz-Credential=a%2Fb%2Faws4_request&sig=x%3D%3D",
        "/t/a+b/~x/it's/p%7Cq?sig=a+b%2B~'c'&k",
        "/t/a|b/c^d/{e}?f=|&g={h}'&i=[j]\\k",
        "/t/%2e%2e/./up/../x?dot=%2E",
        "/t//double///slash/?",
        "/t/ü/日?q=ü",
        "/t/%zz/100%?q=%",
        "/t/lower%c3%bc?UPPER=%C3%BC&=&&a==b",
        "/?only=query"
      })
  void everyCharacterIsSentAsTheServerWroteIt(String target) throws Exception {
    try (MockWebServer server = new MockWebServer();
        Http http = new Http()) {
      server.start();
      server.enqueue(new MockResponse.Builder().body("x").build());
      String address = "http://127.0.0.1:" + server.getPort() + target;
      http.exchange(
          HttpRequest.get(address, Map.of(), ""), Job.unattended(), answer -> answer.status());
      assertThat(server.takeRequest().getTarget()).isEqualTo(target);
    }
  }

  @Test
  void theFragmentIsNotSentAndAnAddressWithoutPathAsksForTheRoot() {
    assertThat(ExactUrl.of("https://h.example?a=b#c").orElseThrow().toString())
        .isEqualTo("https://h.example/?a=b");
    assertThat(ExactUrl.of("HTTPS://H.example:443").orElseThrow().toString())
        .isEqualTo("https://h.example/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3://bucket/key", "//h/x", "https://", "https://h:99999/", "/a/b"})
  void whatIsNoAddressOfTheWebIsNone(String text) {
    assertThat(ExactUrl.of(text)).isEmpty();
    assertThat(ExactUrl.host(text)).isEqualTo("(no address)");
  }

  @Test
  void namesForMessagesHoldNoQuery() {
    String address = "https://h.example/a/part-1.parquet?sig=secret";
    assertThat(ExactUrl.fileName(address)).isEqualTo("part-1.parquet");
    assertThat(ExactUrl.fileName("secret")).doesNotContain("secret");
    assertThat(HttpRequest.get(address, Map.of("Authorization", "secret"), "").toString())
        .isEqualTo("GET h.example");
    assertThat(Patience.USUAL.pause(1)).isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
  }
}
