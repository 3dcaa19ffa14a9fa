package org.shareexplorer.net;

import java.security.cert.X509Certificate;
import java.util.List;
import okhttp3.Handshake;

/**
 * How a connection is encrypted.
 *
 * @param version such as {@code TLSv1.3}
 * @param cipher the cipher suite's name
 * @param chain the server's certificate, then those that vouch for it
 */
public record TlsFacts(String version, String cipher, List<CertificateFacts> chain) {

  static TlsFacts of(Handshake handshake) {
    return new TlsFacts(
        handshake.tlsVersion().javaName(),
        handshake.cipherSuite().javaName(),
        handshake.peerCertificates().stream()
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .map(CertificateFacts::of)
            .toList());
  }
}
