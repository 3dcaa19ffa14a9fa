package org.shareexplorer.ui.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.shareexplorer.net.activity.Activity;
import org.shareexplorer.net.activity.Asker;
import org.shareexplorer.net.activity.Outcome;

/**
 * Which requests are wanted.
 *
 * @param text what host, path, connection, request id or fault must contain; in any case
 * @param connection the one connection; empty for all
 * @param kind the one kind
 * @param outcome the one outcome
 * @param latest how far back to go
 */
public record ActivityFilter(
    String text,
    Optional<String> connection,
    Optional<Asker.Kind> kind,
    Optional<Outcome> outcome,
    Optional<Duration> latest) {

  /** Everything. */
  public static final ActivityFilter ALL =
      new ActivityFilter(
          "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** {@return whether a request is wanted, by the time that it is now} */
  public Predicate<Activity> at(Instant now) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    Instant from = latest.map(now::minus).orElse(Instant.MIN);
    return activity ->
        !activity.start().isBefore(from)
            && kind.map(activity.kind()::equals).orElse(true)
            && outcome.map(activity.outcome()::equals).orElse(true)
            && connection.map(activity.connection()::equals).orElse(true)
            && (wanted.isEmpty()
                || contains(activity.path(), wanted)
                || contains(activity.host(), wanted)
                || contains(activity.connection(), wanted)
                || contains(activity.requestId(), wanted)
                || contains(activity.fault(), wanted)
                || Integer.toString(activity.status()).equals(wanted));
  }

  private static boolean contains(String text, String lowerCase) {
    int last = text.length() - lowerCase.length();
    for (int i = 0; i <= last; i++) {
      if (text.regionMatches(true, i, lowerCase, 0, lowerCase.length())) {
        return true;
      }
    }
    return false;
  }
}
