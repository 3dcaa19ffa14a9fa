package org.shareexplorer.ui.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shareexplorer.profile.Connection;

/** What the application writes down about its requests can be shown to anybody. */
class AuditJourneyTest extends Journey {

  private static final String REFUSED = "canary-refused-token";

  private Connection add(String profile) throws Exception {
    Path file = Files.writeString(home.resolve("partner.share"), profile);
    doFx(() -> window.view.connecting().addFile(file));
    await("the connection is added", () -> !window.workspace.connections().isEmpty());
    settle();
    return window.workspace.connections().getFirst();
  }

  /** {@return the text for the provider} */
  private String examined(String verdict) {
    command("Check the connection…");
    await(
        "it is examined",
        () -> words(".verdict").stream().anyMatch(words -> words.startsWith(verdict)));
    press("Copy for the provider");
    press("Close");
    return window.desktop.copied.getLast();
  }

  /** {@return the exported activity} */
  private List<String> exported() throws Exception {
    window.desktop.choice = Files.createDirectories(home.resolve("out"));
    command("Show the activity");
    settle();
    press("Export as CSV…");
    Path file = home.resolve("out/share-explorer-activity.csv");
    await("the activity is exported", () -> Files.exists(file));
    settle();
    return Files.readAllLines(file);
  }

  private String kept() throws Exception {
    Path file = window.folders.config().resolve("activity/activity.csv");
    await("the activity is kept", () -> Files.exists(file));
    return Files.readString(file);
  }

  @Test
  void requestsForSignedAddressesAreKeptAndExportedWithoutTheirSignatures() throws Exception {
    Connection connection = add(provider().profileJson());
    open(connection.id(), "city_mobility", "taxi", "trips");
    awaitRow(1);
    settle();
    String host = connection.endpoint().getRawAuthority();
    assertThat(examined("The connection works")).contains(host, "Credential", "File");
    assertThat(exported())
        .hasSizeGreaterThan(5)
        .anyMatch(line -> line.contains(".parquet"))
        .anyMatch(line -> line.contains("/query"));
    assertThat(kept()).contains(".parquet", "/query");
  }

  @Test
  void aRefusedTokenIsExaminedAndLoggedWithoutBeingNamed() throws Exception {
    String profile = provider().profileJson();
    canary.watch(REFUSED);
    Connection connection = add(profile.replace(Canary.token(profile), REFUSED));
    String host = connection.endpoint().getRawAuthority();
    assertThat(examined("It fails")).contains(host, "401");
    assertThat(exported()).anyMatch(line -> line.contains("401"));
    assertThat(kept()).contains("401");
  }
}
