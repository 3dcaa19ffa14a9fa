package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.settings.Folders;

class LogTest {

  /** A program that has something to write down. */
  static final class Noting {

    private Noting() {}

    /** Its argument: the folder. */
    public static void main(String... arguments) {
      Log.start(Folders.under(Path.of(arguments[0])));
      for (int i = 0; i < 3; i++) {
        Logger.getLogger("noting").log(Level.WARNING, "noted", new IllegalStateException());
      }
      System.out.println("done");
    }
  }

  private static String said(Path folder) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Noting.class.getName(),
            folder.toString());
    Path said = folder.resolve("said.txt");
    program.redirectErrorStream(true).redirectOutput(said.toFile());
    assertThat(program.start().waitFor()).isZero();
    return Files.readString(said).strip();
  }

  private static Path file(Path folder) {
    return Folders.under(folder).cache().resolve("log").resolve("share-explorer.0.log");
  }

  @Test
  void whatIsNotedIsInAFileAndNotOnTheTerminal(@TempDir Path folder) throws Exception {
    assertThat(said(folder)).isEqualTo("done");
    List<String> lines = Files.readAllLines(file(folder));
    assertThat(lines).filteredOn(line -> line.endsWith(" noted")).hasSize(3);
  }

  @Test
  void aFullDiskIsNoMatterForTheTerminal(@TempDir Path folder) throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full));
    Files.createDirectories(file(folder).getParent());
    Path link = Files.createSymbolicLink(file(folder), full);
    assertThat(said(folder)).isEqualTo("done");
    Files.delete(link);
  }
}
