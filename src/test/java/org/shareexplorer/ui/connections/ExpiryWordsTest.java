package org.shareexplorer.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;

class ExpiryWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Optional<ExpiryWords> of(ConnectionId id, Optional<Instant> end) {
    return ExpiryWords.of(
        new Connection(id, "x", URI.create("https://x"), end, NOW, Optional.empty()), NOW);
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
}
