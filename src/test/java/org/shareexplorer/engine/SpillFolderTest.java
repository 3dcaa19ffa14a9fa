package org.shareexplorer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillFolderTest {

  @TempDir Path parent;

  @Test
  void whatAnEndedProcessLeftIsRemovedAndNothingElse() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path left =
        Files.createDirectories(
            parent.resolve("share-explorer-questions-" + ended.pid() + "-17/inner"));
    Files.writeString(left.resolve("spilled.tmp"), "rows");
    Path foreign = Files.createDirectories(parent.resolve("share-explorer-questions-of-mine"));
    SpillFolder running = SpillFolder.in(parent);

    SpillFolder second = SpillFolder.in(parent);

    assertThat(left.getParent()).doesNotExist();
    assertThat(foreign).exists();
    assertThat(running.path()).exists().isNotEqualTo(second.path());
  }

  @Test
  void isGoneWithAllThatIsInItOnceItIsDeleted() throws Exception {
    SpillFolder folder = SpillFolder.in(parent);
    Files.createDirectories(folder.path().resolve("a"));
    Files.writeString(folder.path().resolve("a/b"), "rows");

    folder.delete();

    assertThat(folder.path()).doesNotExist();
  }
}
