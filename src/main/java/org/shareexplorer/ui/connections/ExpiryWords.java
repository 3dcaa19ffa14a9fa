package org.shareexplorer.ui.connections;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.DatabricksTokens;
import org.shareexplorer.profile.Expiry;

/**
 * How long a connection's credential will do, in words.
 *
 * @param badge a word or two for beside the name
 * @param words for a sentence after the name
 * @param tone how loud to say it
 */
public record ExpiryWords(String badge, String words, Tone tone) {

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
  public static Optional<ExpiryWords> of(Connection connection, Instant now) {
    if (connection.id().equals(ConnectionId.DEMO)) {
      return Optional.of(new ExpiryWords("local", "on this computer", Tone.PLAIN));
    }
    Expiry expiry = Expiry.of(connection, InstantSource.fixed(now));
    return switch (expiry) {
      case Expiry.Unknown _ -> Optional.empty();
      case Expiry.Past _ ->
          Optional.of(new ExpiryWords("expired", "token expired, ask for a new one", Tone.PAST));
      case Expiry.Soon soon -> Optional.of(left(soon.days(), Tone.SOON));
      case Expiry.Perhaps perhaps ->
          Optional.of(
              new ExpiryWords(
                  "may end in " + count(perhaps.days()),
                  "may end on 8 December 2026. " + DatabricksTokens.SENTENCE,
                  Tone.SOON));
      case Expiry.Later later -> Optional.of(left(later.days(), Tone.PLAIN));
    };
  }

  private static ExpiryWords left(long days, Tone tone) {
    if (days == 0) {
      return new ExpiryWords("last day", "expires within a day", tone);
    }
    return new ExpiryWords(count(days) + " left", "expires in " + count(days), tone);
  }

  private static String count(long days) {
    return days == 1 ? "1 day" : days + " days";
  }
}
