package org.shareexplorer.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shareexplorer.problem.ProblemCode;

/**
 * Why a server gives no older version, or no changes. The protocol has no codes for it, so servers'
 * words are all there is to tell by.
 *
 * @param code the problem
 * @param why for a person
 * @param remedy what to do about it
 */
record HistoryRefusal(ProblemCode code, String why, String remedy) {

  private static final Pattern SINCE =
      Pattern.compile("only query table (?:changes|data) since version (\\d{1,18})");
  private static final Pattern NOT_RECORDED =
      Pattern.compile("not (?:recorded|enabled)[^\\[]*version(?:\\(s\\)|s)? \\[([\\d, ]{1,100})]");
  private static final Pattern LATEST_IS =
      Pattern.compile("latest (?:available )?version(?: of the table)?(?: is ?|\\() ?(\\d{1,18})");

  private static final String COMPARE =
      "Compare two versions of the table instead, or ask the provider to share its changes.";

  /** {@return what a refused call for a version or for changes means, if it is one of these} */
  static Optional<HistoryRefusal> of(String words) {
    String said = words.toLowerCase(Locale.ROOT);
    if (said.contains("history sharing is not enabled")
        || said.contains("time_travel_not_permitted")
        || said.contains("unless history is shared")) {
      return Optional.of(
          new HistoryRefusal(
              ProblemCode.NO_HISTORY,
              "The provider shares the newest version of this table only.",
              "Ask the provider to share the table with its history."));
    }
    return feed(said).or(() -> version(said));
  }

  /** {@return what a refused call for changes means on a server that has no such call} */
  static HistoryRefusal noSuchCall() {
    return noFeed("This server has no change feeds.");
  }

  /** {@return what a call for changes means that is refused for what the table's files are like} */
  static HistoryRefusal unsupportedTable() {
    return noFeed(
        "This server gives no change feed for tables with deletion vectors or renamed columns.");
  }

  private static HistoryRefusal noFeed(String why) {
    return new HistoryRefusal(ProblemCode.NO_CHANGE_FEED, why, COMPARE);
  }

  private static Optional<HistoryRefusal> feed(String said) {
    Matcher versions = NOT_RECORDED.matcher(said);
    if (versions.find()) {
      return Optional.of(
          noFeed("The table's changes were not recorded for version " + versions.group(1) + "."));
    }
    if (said.contains("cdf is not enabled")
        || said.contains("cdf_not_enabled")
        || said.contains("change data was not recorded")) {
      return Optional.of(noFeed("The provider does not record or share this table's changes."));
    }
    return said.contains("cdf_not_shared") || said.contains("cdf is not shared")
        ? Optional.of(noFeed("The provider does not share this table's changes."))
        : Optional.empty();
  }

  private static Optional<HistoryRefusal> version(String said) {
    Matcher since = SINCE.matcher(said);
    if (since.find()) {
      return noVersion(
          "The provider shares the table from version " + since.group(1) + " on.",
          "Choose that version or a later one.");
    }
    Matcher latest = LATEST_IS.matcher(said);
    if (said.contains("before the earliest version") || said.contains("before the table's first")) {
      return noVersion("The table is not that old.", "Choose a later time.");
    }
    if (said.contains("after the latest")) {
      return noVersion("The table has no version that late.", "Choose an earlier time.");
    }
    if (latest.find()) {
      return noVersion(
          "The table's newest version is " + latest.group(1) + ".", "Choose that or an older one.");
    }
    return said.contains("no longer available") || said.contains("has been vacuumed")
        ? noVersion("The provider no longer keeps that version.", "Choose a newer one.")
        : Optional.empty();
  }

  private static Optional<HistoryRefusal> noVersion(String why, String remedy) {
    return Optional.of(new HistoryRefusal(ProblemCode.NO_VERSION, why, remedy));
  }
}
