package org.shareexplorer.net.activity;

import java.time.Instant;

/**
 * One request as it went over the network. Holds no secret: no headers but the server's own name
 * for the request, no query, no body, of file addresses the last part only.
 *
 * @param start when it began
 * @param asker for whom it was made
 * @param method the HTTP method
 * @param host the host, with the port if it is not the usual one
 * @param path the path as sent, shortened where it might hold a secret
 * @param range the bytes asked for, such as {@code 0-1023}; empty for all
 * @param status the answer's status; 0 without an answer
 * @param outcome how it ended
 * @param fault what the network said, if it ended without a whole answer; else empty
 * @param sent bytes of the request's body
 * @param received bytes of the answer's body, as they came
 * @param timing how long it took
 * @param requestId what the server calls the request, for its provider; empty if it does not say
 * @param protocol the version of HTTP, such as {@code h2}; empty without an answer
 */
public record Activity(
    Instant start,
    Asker asker,
    String method,
    String host,
    String path,
    String range,
    int status,
    Outcome outcome,
    String fault,
    long sent,
    long received,
    Timing timing,
    String requestId,
    String protocol) {

  /** {@return for which connection; empty if that is not known} */
  public String connection() {
    return asker.connection();
  }

  /** {@return what was asked for} */
  public Asker.Kind kind() {
    return asker.kind();
  }
}
