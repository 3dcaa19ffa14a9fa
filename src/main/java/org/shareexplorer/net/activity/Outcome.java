package org.shareexplorer.net.activity;

/** How a request ended. */
public enum Outcome {
  /** With what was asked for. */
  DONE("Done"),
  /** With an answer that refuses: 4xx. */
  REFUSED("Refused"),
  /** With an answer that tells of a failure: 5xx, or no status of HTTP. */
  FAILED("Failed"),
  /** Without a whole answer: a fault of the network. */
  BROKEN("No answer"),
  /** Given up by this application or the person. */
  CANCELLED("Cancelled");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** {@return a word or two for people} */
  public String words() {
    return words;
  }

  /** {@return what a status means} */
  public static Outcome of(int status) {
    return status >= 200 && status < 400 ? DONE : status >= 400 && status < 500 ? REFUSED : FAILED;
  }
}
