package org.shareexplorer.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders a program works with. */
class WorkFoldersTest {

  @TempDir Path home;

  @Test
  void foldersThatAreStillToBeMadeAreUsedAsTheyAre() {
    Folders own = Folders.under(home.resolve("not/there/yet"));
    try (WorkFolders work = WorkFolders.of(own)) {
      assertThat(work.folders()).isEqualTo(own);
      assertThat(work.unwritable()).isEmpty();
    }
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void whatCannotBeWrittenIsStoodInForUntilTheEnd() throws IOException {
    // No account, not even an administrator's, can make a folder below a file.
    Path file = Files.writeString(home.resolve("file"), "");
    Folders own = Folders.under(file);
    Path instead;
    try (WorkFolders work = WorkFolders.of(own)) {
      assertThat(work.unwritable()).contains(own.cache());
      instead = Objects.requireNonNull(work.folders().cache().getParent());
      assertThat(work.folders()).isEqualTo(Folders.under(instead));
      Files.createDirectories(work.folders().data().resolve("ab"));
      Files.writeString(work.folders().data().resolve("ab/part"), "rows");
      if (instead.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(Files.getPosixFilePermissions(instead)).hasSize(3);
      }
    }
    assertThat(instead).doesNotExist();
  }

  @Test
  void connectionsThatCanBeReadAreReadWhereTheyAre() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    Path config = Files.createDirectories(home.resolve("config"));
    try (WorkFolders work = WorkFolders.of(new Folders(config, file.resolve("cache")))) {
      assertThat(work.folders().config()).isEqualTo(config);
      assertThat(work.folders().cache()).isNotEqualTo(file.resolve("cache"));
    }
    assertThat(config).exists();
  }
}
