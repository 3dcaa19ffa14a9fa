package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Jobs;

/** Starts of the program one after the other, some of them processes of their own. */
class InstanceTest {

  @TempDir private Path folder = Path.of("");

  private final Jobs jobs = new Jobs();
  private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();
  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
    jobs.close();
  }

  @Test
  void theFirstStartKeepsItsWindowAndIsGivenWhatTheSecondWasToOpen() throws Exception {
    try (Instance first = first(folder)) {
      first.listen(jobs, taken::add);

      assertThat(start(folder, "/data/ein Ordner/größe ☃.share")).isEqualTo("handed over");
      assertThat(taken.poll(20, TimeUnit.SECONDS)).isEqualTo("/data/ein Ordner/größe ☃.share");
      assertThat(start(folder, "")).isEqualTo("handed over");
      assertThat(taken.poll(20, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void afterTheWindowHasClosedTheNextStartIsTheFirst() {
    first(folder).close();

    first(folder).close();

    assertThat(folder.resolve("socket")).doesNotExist();
  }

  @Test
  void whatAKilledWindowLeftIsNoObstacle() throws Exception {
    Process killed = process(folder, "stay");
    assertThat(said(killed)).isEqualTo("own window");
    killed.destroyForcibly().waitFor();
    assertThat(folder.resolve("socket")).exists();

    try (Instance first = first(folder)) {
      first.listen(jobs, taken::add);
      assertThat(start(folder, "a.share")).isEqualTo("handed over");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerMayEnterTheFolder() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    first(folder).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void aFolderTooLongForASocketHasItElsewhere() throws Exception {
    Path deep = folder.resolve("a".repeat(90)).resolve("b".repeat(90));
    try (Instance first = first(deep)) {
      first.listen(jobs, taken::add);

      assertThat(start(deep, "a.share")).isEqualTo("handed over");
    }
  }

  @Test
  void aFolderThatCannotBeLeavesEachStartItsOwnWindow() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Instance.Found found = Instance.find(file.resolve("below"), "");

    assertThat(found).isEqualTo(new Instance.Found(false, Optional.empty()));
  }

  @Test
  void twoDisplaysHaveTwoWindows() {
    Path one = Instance.folder(folder, Map.of("DISPLAY", ":1"));

    assertThat(Instance.folder(folder, Map.of("DISPLAY", ":2"))).isNotEqualTo(one);
    assertThat(Instance.folder(folder, Map.of("DISPLAY", ":1", "PATH", "/bin"))).isEqualTo(one);
  }

  private static Instance first(Path folder) {
    Instance.Found found = Instance.find(folder, "");
    assertThat(found.handedOver()).isFalse();
    return found.own().orElseThrow();
  }

  private String start(Path folder, String what) throws Exception {
    return said(process(folder, what));
  }

  private Process process(Path folder, String what) throws Exception {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FurtherStart.class.getName(),
                folder.toString(),
                what.isEmpty() ? "" : hex(what))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    processes.add(process);
    return process;
  }

  private static String hex(String text) {
    return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String said(Process process) throws Exception {
    InputStream out = process.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int c = out.read(); c >= 0 && c != '\n'; c = out.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
