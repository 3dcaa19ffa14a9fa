package org.shareexplorer.profile.keychain;

import java.io.IOException;

/** The key of a sealed text cannot be had: its place is out of reach, or has lost it. */
public final class KeyAwayException extends IOException {

  private static final long serialVersionUID = 1L;

  private final Protection protection;

  KeyAwayException(Protection protection) {
    super("the key cannot be had from " + protection.id());
    this.protection = protection;
  }

  /** {@return where the key should be} */
  public Protection protection() {
    return protection;
  }
}
