package org.shareexplorer.ui.start;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.ui.connections.ExpiryWords;

/**
 * A line of the start page's list of connections.
 *
 * @param connection the connection
 * @param words what to say about it
 * @param tone how loud to say it
 */
record Recent(Connection connection, String words, ExpiryWords.Tone tone) {

  private static final int MOST = 5;

  /** The connections last used, newest first. */
  static List<Recent> of(List<Connection> connections, Instant now) {
    return connections.stream()
        .sorted(Comparator.comparing(Recent::since).reversed())
        .limit(MOST)
        .map(connection -> of(connection, now))
        .toList();
  }

  /** A connection added or given another credential is news, however long ago it was opened. */
  private static Instant since(Connection connection) {
    return connection
        .lastUsed()
        .filter(used -> used.isAfter(connection.added()))
        .orElse(connection.added());
  }

  private static Recent of(Connection connection, Instant now) {
    ExpiryWords expiry = ExpiryWords.of(connection, now).orElse(null);
    if (expiry != null
        && (expiry.tone() != ExpiryWords.Tone.PLAIN || connection.id().equals(ConnectionId.DEMO))) {
      return new Recent(connection, expiry.words(), expiry.tone());
    }
    String used =
        connection.lastUsed().map(then -> "connected " + ago(then, now)).orElse("not opened yet");
    return new Recent(connection, used, ExpiryWords.Tone.PLAIN);
  }

  private static String ago(Instant then, Instant now) {
    long days = Duration.between(then, now).toDays();
    if (days < 1) {
      return "today";
    }
    return days == 1 ? "yesterday" : days + " days ago";
  }
}
