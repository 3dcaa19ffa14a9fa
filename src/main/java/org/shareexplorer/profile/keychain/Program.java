package org.shareexplorer.profile.keychain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.shareexplorer.job.Job;

/** Runs a program of the system that says little. */
final class Program {

  /** As long as a person may take to type a password. */
  static final Duration LONGEST = Duration.ofMinutes(3);

  private static final int MOST_OUTPUT = 64 << 10;

  private Program() {}

  /** How a program ended; the output may be a secret, so it is not printed. */
  record Outcome(int exit, String output) {
    @Override
    public String toString() {
      return "exit " + exit;
    }
  }

  /**
   * Runs a program to its end.
   *
   * @param input what it reads
   * @throws CancellationException if the job was cancelled; the program is then ended
   */
  static Outcome run(List<String> command, String input, Job job) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (Job.Hold _ = job.onCancel(process::destroyForcibly)) {
      try (OutputStream in = process.getOutputStream()) {
        in.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It did not care to read; its exit code tells.
        job.check();
      }
      if (!process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("no answer in time");
      }
      job.check();
      String output =
          new String(process.getInputStream().readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      return new Outcome(process.exitValue(), output);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } finally {
      process.destroyForcibly();
    }
  }
}
