package org.shareexplorer.cli;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.protocol.AsOf;
import org.shareexplorer.table.TimeText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say which of a table's versions is meant. */
final class AsOfOptions {

  @ArgGroup private final Choice choice = new Choice();

  /** One of these; none means the newest. */
  private static final class Choice {
    @Option(
        names = "--version",
        paramLabel = "N",
        description = "The table's version of this number, instead of the newest.")
    private @Nullable Long version;

    @Option(
        names = "--timestamp",
        paramLabel = "TIME",
        description = {
          "The version that was the newest then: 2026-05-03T10:00:00Z, 2026-05-03T12:00+02:00; without an offset, a time in this computer's zone; a day alone stands for its end."
        })
    private @Nullable String timestamp;
  }

  AsOf asOf(ZoneId zone) {
    if (choice.version != null) {
      Numbers.atLeast(0, choice.version, "--version");
      return AsOf.version(choice.version);
    }
    return choice.timestamp == null
        ? AsOf.LATEST
        : AsOf.time(time(choice.timestamp, zone, TimeText.Day.END));
  }

  /** {@return the version that a number or a time stands for} */
  static AsOf versionOrTime(String text, ZoneId zone, TimeText.Day day) {
    return text.strip().matches("\\d{1,18}")
        ? AsOf.version(Long.parseLong(text.strip()))
        : AsOf.time(time(text, zone, day));
  }

  private static Instant time(String text, ZoneId zone, TimeText.Day day) {
    return TimeText.parse(text, zone, day)
        .orElseThrow(() ->
            new Problem(
                    ProblemCode.QUESTION,
                    "The time " + text + " is not understood.",
                    "It is no time by ISO 8601.",
                    "Write it like 2026-05-03T10:00:00Z.")
                .asException());
  }
}
