package org.shareexplorer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeenVersionsTest {

  @TempDir Path home;

  private SeenVersions started() {
    return SeenVersions.in(Folders.under(home));
  }

  @Test
  void theVersionLookedAtBeforeOutlivesTheProgram() {
    SeenVersions first = started();
    assertThat(first.note("a", 3)).isEmpty();
    assertThat(first.note("a", 5)).hasValue(3);
    assertThat(first.note("b", 1)).isEmpty();
    SeenVersions second = started();
    assertThat(second.note("a", 6)).hasValue(5);
    assertThat(second.note("b", 1)).hasValue(1);
  }

  @Test
  void aDamagedFileIsNoReasonToFail() throws Exception {
    started().note("a", 3);
    Path file = home.resolve("config/seen-versions.json");
    Files.writeString(file, "{\"a\":");
    assertThat(started().note("a", 4)).isEmpty();
    assertThat(started().note("a", 5)).hasValue(4);
    Files.delete(file);
    Files.createDirectory(file);
    assertThat(started().note("a", 6)).isEmpty();
  }

  @Test
  void onlySoManyAreKept() throws Exception {
    SeenVersions seen = started();
    for (int i = 0; i < 1_010; i++) {
      seen.note("t" + i, i);
    }
    assertThat(seen.note("t0", 1)).isEmpty();
    assertThat(seen.note("t1009", 1)).hasValue(1_009);
    try (var files = Files.list(home.resolve("config"))) {
      assertThat(files).hasSize(1);
    }
  }
}
