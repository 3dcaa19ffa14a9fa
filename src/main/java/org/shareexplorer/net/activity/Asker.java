package org.shareexplorer.net.activity;

/**
 * For whom a request is made.
 *
 * @param connection what the person calls the connection; empty if it is not known
 * @param kind what is asked for
 */
public record Asker(String connection, Kind kind) {

  /** Requests of which nothing is known. */
  public static final Asker UNKNOWN = new Asker("", Kind.API);

  /** What is asked for. */
  public enum Kind {
    /** Calls of the sharing protocol. */
    API,
    /** Parts of data files, at signed addresses. */
    FILE,
    /** Tokens and credentials. */
    CREDENTIAL
  }

  /** {@return the same connection, asking for something else} */
  public Asker asking(Kind other) {
    return new Asker(connection, other);
  }
}
