package org.shareexplorer.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Timing;
import org.shareexplorer.ui.table.SizeText;

/** Requests in words. */
final class ActivityWords {

  private ActivityWords() {}

  /** {@return what people call a kind} */
  static String kind(Asker.Kind kind) {
    return switch (kind) {
      case API -> "Server";
      case FILE -> "File";
      case CREDENTIAL -> "Credential";
    };
  }

  /** {@return how it ended, with the status} */
  static String outcome(Activity activity) {
    return activity.outcome().words() + (activity.status() == 0 ? "" : " · " + activity.status());
  }

  /** {@return a length of time in two or three digits} */
  static String time(int micros) {
    if (micros < 0) {
      return "";
    }
    double millis = micros / 1_000.0;
    return millis < 9.95
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : millis < 9_950
            ? String.format(Locale.ROOT, "%.0f ms", millis)
            : String.format(Locale.ROOT, "%.1f s", millis / 1_000);
  }

  /** {@return all that is known of a request, name and value by turns} */
  static List<String[]> facts(Activity a, String start) {
    List<String[]> facts = new ArrayList<>();
    add(facts, "Began", start);
    add(facts, "Connection", a.connection());
    add(facts, "Kind", kind(a.kind()));
    add(facts, "Asked", a.method() + " " + a.path());
    add(facts, "Host", a.host());
    add(facts, "Bytes asked for", a.range());
    add(facts, "Outcome", outcome(a));
    add(facts, "Network", a.fault());
    add(facts, "Received", SizeText.exact(a.received()));
    add(facts, "Sent", a.sent() == 0 ? "" : SizeText.exact(a.sent()));
    Timing t = a.timing();
    add(facts, "Time", time(t.total()));
    add(facts, "  name", time(t.name()));
    add(facts, "  connection", time(t.connect()));
    add(facts, "  TLS", time(t.secure()));
    add(facts, "  first byte after", time(t.firstByte()));
    add(facts, "Connection used again", t.connect() == Timing.NONE && a.status() != 0 ? "yes" : "");
    add(facts, "Protocol", a.protocol());
    add(facts, "Request id", a.requestId());
    return facts;
  }

  private static void add(List<String[]> facts, String name, String value) {
    if (!value.isBlank()) {
      facts.add(new String[] {name, value});
    }
  }

  /**
   * {@return what is said of cancelled computations that have not ended yet; empty if there are
   * none}
   */
  static String ending(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "A cancelled computation is still ending";
      default -> count + " cancelled computations are still ending";
    };
  }
}
