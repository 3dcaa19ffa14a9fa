package org.shareexplorer.workspace;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;
import org.shareexplorer.profile.Connection;
import org.shareexplorer.profile.ConnectionId;
import org.shareexplorer.profile.ConnectionStore;
import org.shareexplorer.profile.Expiry;
import org.shareexplorer.profile.Profile;
import org.shareexplorer.protocol.SharingClient;
import org.shareexplorer.protocol.SharingClients;

/**
 * The clients of the connections in use, one for each, so that all who ask share its tokens.
 * Thread-safe.
 */
final class OpenClients {

  private final ConnectionStore store;
  private final SharingClients clients;
  private final Clock clock;
  private final Runnable opened;

  private final Map<ConnectionId, SharingClient> open = new ConcurrentHashMap<>();
  private final Set<ConnectionId> allowedPastTheirEnd = ConcurrentHashMap.newKeySet();

  /**
   * None yet.
   *
   * @param clock tells which credentials have ended
   * @param opened called whenever a connection comes into use
   */
  OpenClients(ConnectionStore store, SharingClients clients, Clock clock, Runnable opened) {
    this.store = store;
    this.clients = clients;
    this.clock = clock;
    this.opened = opened;
  }

  /**
   * {@return a connection's client}
   *
   * @param profile read if there is none yet
   * @throws ProblemException with code {@code PROFILE_EXPIRED} if its credential has ended and
   *     nobody has allowed it all the same
   */
  SharingClient of(ConnectionId id, Supplier<Profile> profile) {
    SharingClient known = open.get(id);
    if (known != null) {
      return known;
    }
    refuseIfPast(id);
    SharingClient client = clients.of(profile.get(), name(id));
    SharingClient first = open.putIfAbsent(id, client);
    if (first != null) {
      return first;
    }
    store.touch(id);
    opened.run();
    return client;
  }

  /** {@return a connection's name, for the log of what was asked} */
  String name(ConnectionId id) {
    return store.find(id).map(Connection::name).orElse("");
  }

  /** Has the next client read the connection anew. */
  void renew(ConnectionId id) {
    open.remove(id);
  }

  /** Has the next client read the connection anew, and its credential's end count again. */
  void forget(ConnectionId id) {
    open.remove(id);
    allowedPastTheirEnd.remove(id);
  }

  /** Lets a connection be used although its credential has ended. */
  void allowPastEnd(ConnectionId id) {
    allowedPastTheirEnd.add(id);
  }

  private void refuseIfPast(ConnectionId id) {
    if (allowedPastTheirEnd.contains(id)) {
      return;
    }
    Connection connection = store.find(id).orElse(null);
    if (connection != null
        && Expiry.of(connection.expiration(), clock) instanceof Expiry.Past past) {
      throw new Problem(
              ProblemCode.PROFILE_EXPIRED,
              "The connection " + connection.name() + " was not opened.",
              "Its credential ended on " + past.end().toString().substring(0, 10) + ".",
              "Ask your provider for a new file and put it in the place of this one, or try all the same.")
          .asException();
    }
  }
}
