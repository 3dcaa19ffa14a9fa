package org.shareexplorer.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.CredentialKind;
import org.shareexplorer.profile.keychain.Protection;

class ExpiryWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Optional<ExpiryWords> of(ConnectionId id, Optional<Instant> end) {
    return of(id, "https://x", end, NOW);
  }

  private static Optional<ExpiryWords> of(
      ConnectionId id, String endpoint, Optional<Instant> end, Instant now) {
    return ExpiryWords.of(
        new Connection(
            id,
            "x",
            URI.create(endpoint),
            CredentialKind.BEARER_TOKEN,
            Protection.PRIVATE_FILE,
            end,
            NOW,
            Optional.empty()),
        now);
  }

  @ParameterizedTest
  @CsvSource({
    "PT-1S, expired, PAST",
    "PT0S, expired, PAST",
    "PT23H, last day, SOON",
    "PT25H, 1 day left, SOON",
    "P13DT23H, 13 days left, SOON",
    "P14D, 14 days left, PLAIN",
    "P400D, 400 days left, PLAIN"
  })
  void countsWholeDays(String left, String badge, ExpiryWords.Tone tone) {
    ExpiryWords expiry =
        of(new ConnectionId("a"), Optional.of(NOW.plus(Duration.parse(left)))).orElseThrow();
    assertThat(expiry.badge()).isEqualTo(badge);
    assertThat(expiry.tone()).isEqualTo(tone);
  }

  @Test
  void saysNothingWhereNoEndIsKnown() {
    assertThat(of(new ConnectionId("a"), Optional.empty())).isEmpty();
  }

  @Test
  void callsTheDemoShareLocal() {
    assertThat(of(ConnectionId.DEMO, Optional.of(NOW)).orElseThrow().badge()).isEqualTo("local");
  }

  @ParameterizedTest
  @CsvSource({
    "https://dbc-1.cloud.databricks.com/api, , true",
    "https://adb-1.azuredatabricks.net/x, 2099-01-01T00:00:00Z, true",
    "https://adb-1.azuredatabricks.net/x, 2026-12-08T00:00:01Z, true",
    "https://adb-1.azuredatabricks.net/x, 2026-12-08T00:00:00Z, false",
    "https://databricks.com.example.org/x, , false",
    "https://sharing.delta.io/x, , false"
  })
  void tokensOfDatabricksMayEndBeforeTheirFileSaysSo(
      String endpoint, @Nullable Instant end, boolean perhaps) {
    Optional<ExpiryWords> words =
        of(new ConnectionId("a"), endpoint, Optional.ofNullable(end), NOW);
    assertThat(
            words.filter(each -> each.words().contains("Databricks ends every token")).isPresent())
        .isEqualTo(perhaps);
    if (perhaps) {
      assertThat(words.orElseThrow().badge()).isEqualTo("may end in 16 days");
      assertThat(words.orElseThrow().tone()).isEqualTo(ExpiryWords.Tone.SOON);
    }
  }

  @Test
  void afterThatDayTheFileHasTheWord() {
    Instant after = Instant.parse("2026-12-08T00:00:00Z");
    assertThat(
            of(new ConnectionId("a"), "https://a.azuredatabricks.net/x", Optional.empty(), after))
        .isEmpty();
  }
}
