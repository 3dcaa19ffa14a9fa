package org.shareexplorer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldersTest {

  private static final Path HOME = Path.of("/home/ada");

  @Test
  void linuxFollowsTheXdgFolders() {
    assertThat(Folders.of(Map.of(), HOME, "Linux"))
        .isEqualTo(
            new Folders(
                HOME.resolve(".config/share-explorer"), HOME.resolve(".cache/share-explorer")));
    assertThat(Folders.of(Map.of("XDG_CACHE_HOME", "/big/cache"), HOME, "Linux").cache())
        .isEqualTo(Path.of("/big/cache/share-explorer"));
  }

  @Test
  void aRelativeXdgFolderIsNotTaken() {
    assertThat(Folders.of(Map.of("XDG_CONFIG_HOME", "here"), HOME, "Linux").config())
        .isEqualTo(HOME.resolve(".config/share-explorer"));
  }

  @Test
  void macAndWindowsHaveTheirOwnPlaces() {
    assertThat(Folders.of(Map.of(), HOME, "Mac OS X").config())
        .isEqualTo(HOME.resolve("Library/Application Support/share-explorer"));
    assertThat(Folders.of(Map.of(), HOME, "Windows 11").cache())
        .isEqualTo(HOME.resolve("AppData/Local/share-explorer/cache"));
  }

  @Test
  void oneVariablePutsEverythingUnderOneFolder() {
    assertThat(Folders.of(Map.of("SHARE_EXPLORER_HOME", "/tmp/se"), HOME, "Linux"))
        .isEqualTo(Folders.under(Path.of("/tmp/se")));
  }
}
