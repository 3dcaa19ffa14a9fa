package org.shareexplorer.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.problem.ProblemException;

class PreferencesFileTest {

  @TempDir Path home;

  private PreferencesFile file() {
    return new PreferencesFile(Folders.under(home));
  }

  @Test
  void startsWithTheDefaults() {
    assertThat(file().load()).isEqualTo(Preferences.DEFAULT);
  }

  @Test
  void givesBackWhatWasSaved() throws IOException {
    Preferences wishes =
        new Preferences(
            ThemeChoice.DARK,
            Optional.of(ZoneId.of("Europe/Vienna")),
            Optional.of(new WindowPlace(-10.5, 20, 1280, 800, true)),
            301,
            List.of(
                new OpenTab("demo", "a.b", "retail", "customers"),
                new OpenTab("x-1", "share", "schema \"q\"", "täble")),
            1,
            OptionalLong.of(5_000_000_000L),
            new UpdateWishes(
                true,
                Optional.of("https://releases.example/latest.json"),
                Optional.of("1.2.0"),
                Optional.of(Instant.parse("2026-11-01T10:00:00Z"))));
    file().save(wishes);
    assertThat(file().load()).isEqualTo(wishes);
    try (var files = Files.list(home.resolve("config"))) {
      assertThat(files.map(f -> f.getFileName().toString())).containsExactly("preferences.json");
    }
  }

  @Test
  void setsADamagedFileAside() throws IOException {
    Path config = Files.createDirectories(home.resolve("config"));
    Files.writeString(config.resolve("preferences.json"), "{\"theme\": \"da");
    assertThat(file().load()).isEqualTo(Preferences.DEFAULT);
    assertThat(config.resolve("preferences.damaged.json")).hasContent("{\"theme\": \"da");
    assertThat(config.resolve("preferences.json")).doesNotExist();
  }

  @Test
  void readsWhatItKnowsOfAnotherVersionsFile() throws IOException {
    Path config = Files.createDirectories(home.resolve("config"));
    Files.writeString(
        config.resolve("preferences.json"),
        "{\"theme\":\"sepia\",\"zone\":\"Mars/Olympus\",\"sidebarWidth\":9999,\"frontTab\":7,"
            + "\"window\":{\"x\":1},\"more\":[1]}");
    Preferences read = file().load();
    assertThat(read.theme()).isEqualTo(ThemeChoice.SYSTEM);
    assertThat(read.zone()).isEmpty();
    assertThat(read.window()).isEmpty();
    assertThat(read.sidebarWidth()).isEqualTo(800);
    assertThat(read.frontTab()).isEqualTo(-1);
  }

  @Test
  void saysSoWhenTheFolderCannotBeWritten() throws IOException {
    Files.writeString(home.resolve("config"), "a file where the folder should be");
    assertThatThrownBy(() -> file().save(Preferences.DEFAULT))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("preferences could not be saved");
  }
}
