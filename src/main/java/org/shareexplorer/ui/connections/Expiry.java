package org.shareexplorer.ui.connections;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;

/**
 * How long a connection's credential will do, in words.
 *
 * @param badge a word or two for beside the name
 * @param words for a sentence after the name
 * @param tone how loud to say it
 */
public record Expiry(String badge, String words, Tone tone) {

  private static final long SOON_DAYS = 14;

  /** How loud. */
  public enum Tone {
    /** A fact. */
    PLAIN,
    /** Something to act on. */
    SOON,
    /** Too late. */
    PAST
  }

  /** {@return what to say of a connection; nothing where no end is known} */
  public static Optional<Expiry> of(Connection connection, Instant now) {
    if (connection.id().equals(ConnectionId.DEMO)) {
      return Optional.of(new Expiry("local", "on this computer", Tone.PLAIN));
    }
    return connection.expiration().map(end -> until(end, now));
  }

  private static Expiry until(Instant end, Instant now) {
    if (!end.isAfter(now)) {
      return new Expiry("expired", "token expired, ask for a new one", Tone.PAST);
    }
    long days = Duration.between(now, end).toDays();
    if (days == 0) {
      return new Expiry("last day", "expires within a day", Tone.SOON);
    }
    String count = days == 1 ? "1 day" : days + " days";
    return new Expiry(
        count + " left", "expires in " + count, days < SOON_DAYS ? Tone.SOON : Tone.PLAIN);
  }
}
