package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script in the runnable folder, with pretended JDKs that print what they are given. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

  @TempDir private Path folder = Path.of("");

  private Path script = Path.of("");

  @BeforeEach
  void install() throws Exception {
    Path bin = Files.createDirectories(folder.resolve("a folder/share explorer/bin"));
    script =
        Files.copy(
            Path.of("src/main/dist/bin/share-explorer"),
            bin.resolve("share-explorer"),
            StandardCopyOption.COPY_ATTRIBUTES);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void argumentsArriveAsTheyWereGiven() throws Exception {
    String said =
        run(script, Map.of("JAVA_HOME", jdk("new", 26)), "preview", "a b", "*", "$HOME", "");

    assertThat(said.lines()).first().isEqualTo("jdk new");
    assertThat(said.lines().toList())
        .endsWith("org.shareexplorer.app.Main", "preview", "a b", "*", "$HOME", "");
    assertThat(said).contains("share explorer/lib/javafx\n").contains("-Xmx512m\n");
  }

  @Test
  void aLinkToTheScriptFindsItsFolder() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), script);
    Path linkToLink = Files.createSymbolicLink(folder.resolve("link 2"), Path.of("link"));

    String said = run(linkToLink, Map.of("JAVA_HOME", jdk("new", 25)), "ls");

    assertThat(link).isSymbolicLink();
    assertThat(said).contains("a folder/share explorer/lib/*\n");
  }

  @Test
  void anOldJdkIsPassedOverForANewerOneOnThePath() throws Exception {
    String path = jdk("on path", 25) + "/bin:" + System.getenv("PATH");

    String said = run(script, Map.of("JAVA_HOME", jdk("old", 17), "PATH", path), "ls");

    assertThat(said).startsWith("jdk on path\n");
  }

  @Test
  void furtherOptionsReachJava() throws Exception {
    String said =
        run(
            script,
            Map.of("JAVA_HOME", jdk("new", 25), "SHARE_EXPLORER_OPTS", "-Xmx1g -Dx=y"),
            "ls");

    assertThat(said).contains("-Xmx1g\n-Dx=y\n");
  }

  /** A folder that looks like a JDK. */
  private String jdk(String name, int version) throws Exception {
    Path home = Files.createDirectories(folder.resolve(name));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%d.0.1\"\n".formatted(version));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'jdk %s'\nprintf '%%s\\n' \"$@\"\n".formatted(name));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home.toString();
  }

  private static String run(Path script, Map<String, String> environment, String... args)
      throws Exception {
    ProcessBuilder command =
        new ProcessBuilder(
            Stream.concat(Stream.of(script.toString()), List.of(args).stream()).toList());
    command.environment().putAll(environment);
    command.redirectErrorStream(true);
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
