package org.shareexplorer.net;

import java.io.IOException;
import java.util.List;

/** A proxy wants a login that it was not given, or refused the one it was. */
final class ProxyRefusal extends IOException {

  private static final long serialVersionUID = 1L;

  private final boolean tried;
  private final transient List<String> schemes;

  /**
   * A refusal.
   *
   * @param tried whether a login was sent
   * @param schemes the kinds of login that the proxy takes; may be empty
   */
  ProxyRefusal(boolean tried, List<String> schemes) {
    super("HTTP 407, " + (schemes.isEmpty() ? "no scheme" : String.join(", ", schemes)));
    this.tried = tried;
    this.schemes = List.copyOf(schemes);
  }

  boolean tried() {
    return tried;
  }

  List<String> schemes() {
    return schemes;
  }
}
