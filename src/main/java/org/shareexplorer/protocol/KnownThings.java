package org.shareexplorer.protocol;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/**
 * The shares, schemas and tables that a server has told of, so that one which is no longer there is
 * told from one that never was. Thread-safe.
 */
final class KnownThings {

  private static final int MOST = 10_000;
  private static final String VANISHED =
      "Refresh the list to see what is shared now; ask the provider if you miss it.";

  private final String host;
  private final Set<String> things = ConcurrentHashMap.newKeySet();

  KnownThings(String host) {
    this.host = host;
  }

  /** Notes that the server knows a thing. */
  void answered(String thing) {
    if (!thing.isEmpty() && things.size() < MOST) {
      things.add(thing);
    }
  }

  /** Notes that the server listed a thing; what was asked for itself has room left in any case. */
  void listed(String thing) {
    if (things.size() < MOST / 2) {
      things.add(thing);
    }
  }

  /** {@return whether the server has told of a thing before} */
  boolean knew(String thing) {
    return things.contains(thing);
  }

  /** {@return that a share has gone, and with it what was asked for} */
  ProblemException shareGone(Problem asked, String share) {
    return because(
        asked,
        "The share "
            + share
            + " is no longer shared with you: the provider of "
            + host
            + " has withdrawn or renamed it.");
  }

  /** {@return that a thing has gone out of a share that is still there} */
  ProblemException goneFrom(Problem asked, String share, String thing) {
    return because(
        asked,
        "The "
            + thing
            + " is gone from the share "
            + share
            + ", which is still shared with you: the provider of "
            + host
            + " has renamed it, or taken it out.");
  }

  private static ProblemException because(Problem asked, String why) {
    return new Problem(asked.code(), asked.what(), why, VANISHED, asked.detail()).asException();
  }

  /** {@return why a thing is not found that was there before; empty if it never was} */
  Optional<HistoryRefusal> vanished(String thing) {
    return knew(thing)
        ? Optional.of(
            new HistoryRefusal(
                ProblemCode.SERVER_NOT_FOUND,
                "The "
                    + thing
                    + " was there before and no longer is: the provider of "
                    + host
                    + " has renamed it, or shares it with you no more.",
                VANISHED))
        : Optional.empty();
  }
}
