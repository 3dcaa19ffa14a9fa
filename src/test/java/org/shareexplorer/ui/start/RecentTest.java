package org.shareexplorer.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.CredentialKind;
import org.shareexplorer.profile.keychain.Protection;

class RecentTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private static Connection connection(String name, int addedAgo, int usedAgo) {
    return new Connection(
        new ConnectionId(name),
        name,
        URI.create("https://h"),
        CredentialKind.BEARER_TOKEN,
        Protection.PRIVATE_FILE,
        Optional.empty(),
        NOW.minusSeconds(addedAgo),
        Optional.of(NOW.minusSeconds(usedAgo)));
  }

  @Test
  void aConnectionThatWasJustGivenAnotherCredentialIsAmongThem() {
    List<Connection> connections =
        Stream.concat(
                IntStream.range(0, 9).mapToObj(i -> connection("used" + i, 90_000, 100 + i)),
                Stream.of(connection("renewed", 5, 80_000)))
            .toList();
    assertThat(Recent.of(connections, NOW).stream().map(recent -> recent.connection().name()))
        .containsExactly("renewed", "used0", "used1", "used2", "used3");
  }
}
