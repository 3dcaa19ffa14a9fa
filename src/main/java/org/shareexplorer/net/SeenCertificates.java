package org.shareexplorer.net;

import java.security.KeyManagementException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Shows the certificates that servers present to somebody, and leaves the judgement of them to the
 * stack's own rules: those that are refused are the ones worth a look.
 */
final class SeenCertificates implements X509TrustManager {

  private final X509TrustManager judge;
  private final Consumer<Hop> watcher;

  SeenCertificates(X509TrustManager judge, Consumer<Hop> watcher) {
    this.judge = judge;
    this.watcher = watcher;
  }

  /** {@return secure sockets that judge by this} */
  SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context.getSocketFactory();
    } catch (NoSuchAlgorithmException | KeyManagementException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    if (chain.length > 0) {
      ServerCertificate.of(chain[0]).map(Hop.Presented::new).ifPresent(watcher);
    }
    judge.checkServerTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    judge.checkClientTrusted(chain, authType);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return judge.getAcceptedIssuers();
  }
}
