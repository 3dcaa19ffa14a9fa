package org.shareexplorer.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Python, where there is one on this computer. */
final class Python {

  private Python() {}

  /** {@return what a program prints; the test is left out where these modules are not at hand} */
  static String run(String program, String... modules) throws IOException, InterruptedException {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      if (modules.length == 0
          || ran(python, "import " + String.join(", ", modules))
              .filter(run -> run.code == 0)
              .isPresent()) {
        Optional<Ran> ran = ran(python, program);
        if (ran.isPresent()) {
          assertThat(ran.get().code).as(ran.get().told + "\n" + program).isZero();
          return ran.get().told;
        }
      }
    }
    assumeTrue(false, "There is no such Python here.");
    return "";
  }

  private record Ran(int code, String told) {}

  private static Optional<Ran> ran(String python, String program)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("program", ".py");
    try {
      Files.writeString(file, program);
      ProcessBuilder builder =
          new ProcessBuilder(python, file.toString()).redirectErrorStream(true);
      builder.environment().put("MPLBACKEND", "Agg");
      builder.environment().put("PYTHONIOENCODING", "utf-8");
      Process process = builder.start();
      process.getOutputStream().close();
      String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      return Optional.of(new Ran(process.exitValue(), told));
    } catch (IOException e) {
      return Optional.empty();
    } finally {
      Files.delete(file);
    }
  }
}
