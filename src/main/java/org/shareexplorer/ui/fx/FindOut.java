package org.shareexplorer.ui.fx;

import java.util.Optional;
import javafx.event.Event;
import javafx.event.EventType;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.profile.ConnectionId;

/**
 * Asks the window to find out why a connection does not work. It rises from where the problem is
 * shown, which need not know who looks into it.
 */
public final class FindOut extends Event {

  /** The one type of this event. */
  public static final EventType<FindOut> FIND_OUT = new EventType<>(Event.ANY, "FIND_OUT");

  private static final long serialVersionUID = 1L;

  private final transient Optional<ConnectionId> connection;

  /** Asks about the connection of whatever is in front. */
  public FindOut() {
    this(Optional.empty());
  }

  /** Asks about a connection. */
  public FindOut(ConnectionId connection) {
    this(Optional.of(connection));
  }

  private FindOut(Optional<ConnectionId> connection) {
    super(FIND_OUT);
    this.connection = connection;
  }

  /** {@return which connection; empty for that of whatever is in front} */
  public Optional<ConnectionId> connection() {
    return connection;
  }

  /** {@return whether looking the connection over can tell more of such a problem} */
  public static boolean helpsWith(ProblemCode code) {
    return switch (code) {
      case PROFILE_EXPIRED,
          NETWORK_NAME,
          NETWORK_PROXY,
          NETWORK_CONNECT,
          NETWORK_TIMEOUT,
          NETWORK_TLS,
          TOKEN_REFUSED,
          TOKEN_FAILED,
          SERVER_UNAUTHORIZED,
          SERVER_FORBIDDEN,
          SERVER_NOT_FOUND,
          SERVER_BUSY,
          SERVER_REJECTED,
          SERVER_FAILED,
          SERVER_ANSWER,
          FILE_EXPIRED,
          FILE_UNAVAILABLE ->
          true;
      default -> false;
    };
  }
}
