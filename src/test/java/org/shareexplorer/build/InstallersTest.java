package org.shareexplorer.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The installers, where {@code mvn package -Pinstallers} has left some, and as root. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
class InstallersTest {

  @Test
  void thePackageInstallsRunsUpgradesAndGoesInABareDebian() throws Exception {
    assertThat(run("installers/linux/try-in-debian.sh", ".deb")).endsWith("PASSED");
  }

  @Test
  void theArchiveRunsWhereverItIsPut() throws Exception {
    assertThat(run("installers/linux/try-archive.sh", ".tar.gz")).endsWith("PASSED");
  }

  private static String run(String script, String made) throws Exception {
    assumeTrue(exists(made), "no installer was built");
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can try installers");
    Process process = new ProcessBuilder(script).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.strip();
  }

  private static boolean exists(String ending) throws IOException {
    Path folder = Path.of("target/installers");
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(ending));
    }
  }
}
