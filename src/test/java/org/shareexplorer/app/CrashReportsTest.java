package org.shareexplorer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

class CrashReportsTest {

  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00.123Z");

  @TempDir private Path folder = Path.of("");

  @Test
  void aReportTellsVersionsAndPlacesButNoMessage() throws Exception {
    String secret = "https://storage.example/file?signature=dapi-secret";
    IllegalStateException failure =
        new IllegalStateException(secret, new IllegalArgumentException("row 17: " + secret));

    Path report = at(NOW).report(failure).orElseThrow();

    assertThat(Files.readString(report))
        .contains(
            "2026-11-21T10:00:00Z",
            Runtime.version().toString(),
            "java.lang.IllegalStateException",
            "java.lang.IllegalArgumentException",
            "CrashReportsTest.aReportTellsVersionsAndPlacesButNoMessage")
        .doesNotContain("secret", "storage.example", "row 17");
  }

  @Test
  void theSameFaultIsReportedOnce() {
    CrashReports reports = at(NOW);
    RuntimeException failure = new RuntimeException("a");

    assertThat(reports.report(failure)).isPresent();
    assertThat(reports.report(failure)).isEmpty();
    assertThat(reports.report(new IllegalStateException("b"))).isPresent();
  }

  @Test
  void whatIsToldAsAProblemIsNoFault() {
    Problem problem = new Problem(ProblemCode.DISK, "The disk is full.", "", "");

    assertThat(at(NOW).report(new RuntimeException(problem.asException()))).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tenReportsAreKept() throws Exception {
    for (int i = 0; i < 13; i++) {
      assertThat(at(NOW.plusSeconds(i)).report(new RuntimeException())).isPresent();
    }

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()).sorted())
          .hasSize(10)
          .last()
          .isEqualTo("report-2026-11-21T10-00-12-123Z.txt");
    }
  }

  @Test
  void whereNothingCanBeWrittenThereIsNoReport() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    CrashReports reports = new CrashReports(file.resolve("below"), Clock.systemUTC());

    assertThat(reports.report(new RuntimeException())).isEmpty();
  }

  private CrashReports at(Instant time) {
    return new CrashReports(folder, Clock.fixed(time, ZoneOffset.UTC));
  }
}
