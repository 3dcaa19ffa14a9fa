package org.shareexplorer.profile.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.job.Jobs;

/**
 * Runs against GNOME's keyring in a session bus of its own, where these are installed; elsewhere it
 * is skipped. Its other half is {@link #main}, in a process of that session.
 */
class SecretServiceTest {

  @TempDir private Path home;

  private static boolean installed(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** Runs {@link #main} in a session bus of its own, after some commands of the shell. */
  private String session(String before) throws Exception {
    assumeTrue(installed("dbus-run-session") && installed("gnome-keyring-daemon"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder builder =
        new ProcessBuilder(
                "dbus-run-session",
                "--",
                "sh",
                "-c",
                before + " exec \"$0\" --enable-native-access=ALL-UNNAMED \"$1\" \"$2\"",
                java,
                SecretServiceTest.class.getName(),
                home.resolve("config").toString())
            .redirectErrorStream(true);
    Path runtime = Files.createDirectory(home.resolve("run"));
    builder.environment().put("CLASSPATH", classPath());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("XDG_RUNTIME_DIR", runtime.toString());
    builder.environment().put("XDG_DATA_HOME", home.resolve("data").toString());
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  /** Where the few classes are that the other process needs; a test runner may hide the path. */
  private static String classPath() {
    return Stream.of(
            SecretServiceTest.class,
            Vault.class,
            JsonMapper.class,
            JsonFactory.class,
            JsonCreator.class)
        .map(each -> Path.of(each.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Seals with one vault and opens with another, as two starts of the application do. */
  public static void main(String[] arguments) throws Exception {
    Job job = Job.unattended();
    Path config = Path.of(arguments[0]);
    try (Jobs jobs = new Jobs()) {
      Vault.Sealed sealed =
          new Vault(KeyPlaces.of("Linux", false, config, jobs)).seal("canary", "one", job);
      System.out.println("kept by " + sealed.protection().id());
      System.out.println(
          "opened: "
              + new Vault(KeyPlaces.of("Linux", false, config, jobs))
                  .open(sealed.text(), "one", job));
    }
  }

  @Test
  @Timeout(90)
  void theKeyLiesInTheKeyring() throws Exception {
    String said =
        session("printf pass | gnome-keyring-daemon --unlock --components=secrets -d > /dev/null;");
    assertThat(said).contains("kept by secret-service").contains("opened: canary");
    assertThat(home.resolve("config/key")).doesNotExist();
  }

  @Test
  @Timeout(90)
  void withoutAKeyringThatOpensAFileHoldsTheKey() throws Exception {
    String said = session("");
    assertThat(said).contains("kept by file").contains("opened: canary");
    assertThat(home.resolve("config/key")).exists();
  }
}
