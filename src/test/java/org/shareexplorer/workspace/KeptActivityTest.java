package org.shareexplorer.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shareexplorer.job.Job;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.ActivityCsv;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;
import org.shareexplorer.net.activity.Timing;

class KeptActivityTest {

  private static final long BYTES = 2_000;

  @TempDir private Path folder;

  private static Activity activity(int number) {
    return new Activity(
        Instant.parse("2026-11-21T12:00:00Z").plusMillis(number),
        new Asker("=Acme, \"Inc\"", Asker.Kind.FILE),
        "GET",
        "example.com",
        "/…/part-" + number,
        "0-9",
        number % 2 == 0 ? 206 : 0,
        number % 2 == 0 ? Outcome.DONE : Outcome.BROKEN,
        number % 2 == 0 ? "" : "SocketException: a\nb",
        0,
        10,
        new Timing(1_500, -1, 20, 30, 700),
        "-r" + number,
        "h2");
  }

  private KeptActivity log() {
    return new KeptActivity(folder.resolve("activity"), Runnable::run, BYTES);
  }

  @Test
  void keepsWhatWasAskedBetweenStarts() {
    try (KeptActivity first = log()) {
      first.accept(activity(2));
      first.accept(activity(4));
    }
    KeptActivity second = log();
    second.accept(activity(6));
    second.load(Job.unattended());
    assertThat(second.log().all()).containsExactly(activity(2), activity(4), activity(6));
  }

  @Test
  void writesInTheBackgroundAndTheRestAtTheEnd() {
    Deque<Runnable> threads = new ArrayDeque<>();
    Path file = folder.resolve("activity.csv");
    try (KeptActivity log = new KeptActivity(folder, threads::add, BYTES)) {
      log.accept(activity(2));
      log.accept(activity(4));
      assertThat(threads).hasSize(1);
      assertThat(file).doesNotExist();
      threads.remove().run();
      assertThat(file).content().hasLineCount(3);
      log.accept(activity(6));
      assertThat(threads).hasSize(1);
    }
    assertThat(file).content().hasLineCount(4);
  }

  @Test
  void staysWithinItsBound() throws Exception {
    KeptActivity log = log();
    for (int i = 0; i < 200; i++) {
      log.accept(activity(i));
    }
    try (var files = Files.list(folder.resolve("activity"))) {
      assertThat(files.mapToLong(file -> file.toFile().length()).sum())
          .isBetween(BYTES / 2, 2 * BYTES);
    }
    KeptActivity next = log();
    next.load(Job.unattended());
    assertThat(next.log().all().getLast().path()).isEqualTo("/…/part-199");
  }

  @Test
  void isPrivate() throws Exception {
    log().accept(activity(2));
    Path file = folder.resolve("activity/activity.csv");
    if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void keepsNothingOnTheDiskWhereThePersonWantsThat() {
    KeptActivity log = log();
    log.accept(activity(2));
    log.keep(false);
    log.accept(activity(4));
    assertThat(log.log().all()).hasSize(2);
    assertThat(folder.resolve("activity/activity.csv")).doesNotExist();
    KeptActivity next = log();
    assertThat(next.kept()).isFalse();
    next.keep(true);
    next.accept(activity(6));
    assertThat(log().kept()).isTrue();
    assertThat(folder.resolve("activity/activity.csv")).content().hasLineCount(2);
  }

  @Test
  void forgetsEverythingWhenAsked() {
    KeptActivity log = log();
    log.accept(activity(2));
    log.clear();
    assertThat(log.log().all()).isEmpty();
    KeptActivity next = log();
    next.load(Job.unattended());
    assertThat(next.log().all()).isEmpty();
  }

  @Test
  void passesOverLinesThatAreTornAndReadsBackWhatItWrote() throws Exception {
    KeptActivity log = log();
    log.accept(activity(2));
    log.accept(activity(3));
    Files.writeString(
        folder.resolve("activity/activity.csv"),
        ActivityCsv.line(activity(8)).substring(0, 70),
        java.nio.file.StandardOpenOption.APPEND);
    KeptActivity next = log();
    next.load(Job.unattended());
    assertThat(next.log().all()).hasSize(2).first().isEqualTo(activity(2));
    assertThat(next.log().all().getLast().fault()).isEqualTo("SocketException: a b");
  }

  @Test
  void givesSpreadsheetsNoFormulas() {
    assertThat(ActivityCsv.line(activity(2)))
        .contains("\"'=Acme, \"\"Inc\"\"\"", ",'-r2,")
        .doesNotContain(",=", ",-r");
  }
}
