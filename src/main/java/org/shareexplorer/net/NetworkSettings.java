package org.shareexplorer.net;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How this computer reaches the network, as a person chose it. Immutable.
 *
 * @param proxy which proxy stands between
 * @param certificates authorities that are trusted besides the system's: a company's own
 */
public record NetworkSettings(ProxyChoice proxy, List<X509Certificate> certificates) {

  /** The system's proxy and the system's authorities. */
  public static final NetworkSettings USUAL =
      new NetworkSettings(new ProxyChoice.AsSystem(Optional.empty()), List.of());

  /** Settings with a list of their own. */
  public NetworkSettings {
    certificates = List.copyOf(certificates);
  }
}
