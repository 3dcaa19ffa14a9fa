package org.shareexplorer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.settings.PrivateFiles;
import org.shareexplorer.ui.fx.Desktop;
import org.shareexplorer.ui.fx.Notices;

/**
 * Reports of faults of the application, as files on this computer: versions, and the places in the
 * code. Messages are left out, as they may hold an address or a value; nothing is sent anywhere.
 * Thread-safe.
 */
final class CrashReports {

  /** A fault in drawing may come with every frame. */
  private static final int MOST_A_RUN = 5;

  private static final int MOST_KEPT = 10;

  private final Path folder;
  private final Clock clock;
  private final Set<String> written = new HashSet<>();

  /** Keeps the reports in a folder, made when there is one to write. */
  CrashReports(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Reports a failure that nobody foresaw.
   *
   * @return the report; empty for what is no fault of the application's, for one that was reported
   *     before, and where no file can be written
   */
  synchronized Optional<Path> report(Throwable failure) {
    Problem problem = ProblemException.problemOf(failure);
    if (problem.code() != ProblemCode.BUG
        || written.size() >= MOST_A_RUN
        || !written.add(problem.detail())) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Path file = folder.resolve("report-" + now.toString().replaceAll("[^0-9TZ]", "-") + ".txt");
    try {
      PrivateFiles.write(file, text(now, problem.detail()));
      tidy();
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Tells the person of a report, who may look at it. */
  static void tell(Notices notices, Desktop desktop, Path report) {
    notices.warn(
        "Something went wrong inside Share Explorer. A report was written on this computer; it was sent to nobody.",
        "Show the report",
        () -> desktop.browse(report.toUri()));
  }

  private static String text(Instant now, String places) {
    return """
    Share Explorer met something that its makers did not foresee. This file tells where, in their code. It holds none
    of your data, no address and no credential, and it was sent to nobody. You may read it, delete it, or attach it
    to a report of the fault.

    time     %s
    version  %s
    Java     %s (%s)
    JavaFX   %s
    system   %s %s, %s
    memory   %d MB at most, %d processors

    %s\
    """
        .formatted(
            now.truncatedTo(ChronoUnit.SECONDS),
            Version.text(),
            Runtime.version(),
            System.getProperty("java.vendor"),
            System.getProperty("javafx.runtime.version", "not started"),
            System.getProperty("os.name"),
            System.getProperty("os.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().maxMemory() >> 20,
            Runtime.getRuntime().availableProcessors(),
            places);
  }

  /** Old reports make room for new ones. */
  private void tidy() throws IOException {
    List<Path> oldest;
    try (Stream<Path> files = Files.list(folder)) {
      oldest =
          files
              .filter(file -> file.getFileName().toString().startsWith("report-"))
              .sorted(Comparator.reverseOrder())
              .skip(MOST_KEPT)
              .toList();
    }
    for (Path file : oldest) {
      Files.deleteIfExists(file);
    }
  }
}
