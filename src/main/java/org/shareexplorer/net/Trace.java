package org.shareexplorer.net;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a request took on its way, for whoever wants to know which hop fails. Filled while
 * the request is made, by connections of its own. Thread-safe.
 */
public final class Trace {

  private final List<Step> steps = new ArrayList<>();
  private @Nullable Route route;
  private @Nullable TlsFacts tls;

  /** A part of the way. */
  public enum Hop {
    /** Looking up the name of the server, or of the proxy. */
    NAME,
    /** A connection to the proxy, and through it if the server's is encrypted. */
    PROXY,
    /** A connection to the server itself. */
    CONNECT,
    /** The server's certificate, and encryption. */
    TLS,
    /** The request, and the beginning of the answer. */
    ANSWER
  }

  /**
   * A step that was begun.
   *
   * @param hop what it was about
   * @param took how long
   * @param done whether it came to a good end
   * @param found what came of it, for people and without secrets
   */
  public record Step(Hop hop, Duration took, boolean done, String found) {}

  /** {@return the steps so far; one that still runs is not among them} */
  public synchronized List<Step> steps() {
    return List.copyOf(steps);
  }

  /** {@return the route chosen, once it is known} */
  public synchronized Optional<Route> route() {
    return Optional.ofNullable(route);
  }

  /** {@return how the connection is encrypted, once it is} */
  public synchronized Optional<TlsFacts> tls() {
    return Optional.ofNullable(tls);
  }

  synchronized void add(Step step) {
    steps.add(step);
  }

  synchronized void routed(Route chosen) {
    route = chosen;
  }

  synchronized void encrypted(TlsFacts facts) {
    tls = facts;
  }
}
