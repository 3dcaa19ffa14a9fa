package org.shareexplorer.profile;

/**
 * A text that nobody may see. Printing it prints dots; only {@link #reveal()} gives it away, to the
 * one place that sends it.
 */
public final class Secret {

  private final String text;

  /** Wraps a secret. */
  public Secret(String text) {
    this.text = text;
  }

  /** {@return the secret itself; never to be logged, shown or put into a message} */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "••••";
  }
}
