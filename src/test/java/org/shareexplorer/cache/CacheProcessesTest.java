package org.shareexplorer.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Jobs;

/** Real processes share a cache, and are killed in the middle of what they do. */
class CacheProcessesTest {

  @TempDir Path folder;

  @Test
  void twoProcessesShareAFolderAndMayBeKilledAtAnyMoment() throws Exception {
    Random random = new Random(11);
    Process steady = churn(1);
    try {
      for (int round = 2; round < 6; round++) {
        Process killed = churn(round);
        Thread.sleep(random.nextInt(120));
        killed.destroyForcibly().waitFor();
        assertThat(steady.isAlive()).as("the other process goes on").isTrue();
      }
    } finally {
      steady.destroyForcibly().waitFor();
    }
    DataCache cache = new DataCache(folder, CacheChurn.BUDGET);
    try (Jobs jobs = new Jobs()) {
      for (int number = 0; number < CacheChurn.FILES; number++) {
        for (int i = 0; i < 5; i++) {
          CacheChurn.check(cache, jobs, number, random);
        }
      }
    }
    assertThat(unfinished()).isZero();
    assertThat(cache.size()).isLessThan(2 * CacheChurn.BUDGET);
    cache.clear();
    assertThat(cache.size()).isZero();
  }

  private Process churn(int seed) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CacheChurn.class.getName(),
                folder.toString(),
                Integer.toString(seed))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.inputReader().readLine()).isEqualTo("running");
    assertThat(process.waitFor(0, TimeUnit.SECONDS)).isFalse();
    return process;
  }

  private long unfinished() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".tmp")).count();
    }
  }
}
