package org.shareexplorer.net;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Trusts certificates that an authority of the system or of the person's company vouches for, by
 * Java's own rules (RFC 5280). There is no way around those. A refusal carries the certificate that
 * was refused, so that it can be told what is wrong with it.
 */
final class Trust extends X509ExtendedTrustManager {

  private final X509ExtendedTrustManager rules;

  private Trust(X509ExtendedTrustManager rules) {
    this.rules = rules;
  }

  /** Trust in the system's authorities and some more. */
  static Trust in(List<X509Certificate> company) {
    Set<X509Certificate> anchors = new LinkedHashSet<>(SystemAuthorities.all());
    anchors.addAll(company);
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (X509Certificate anchor : anchors) {
        store.setCertificateEntry(Integer.toString(number++), anchor);
      }
      TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager rules) {
          return new Trust(rules);
        }
      }
      throw new IllegalStateException("Java has no rules for certificates");
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  SSLSocketFactory sockets() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context.getSocketFactory();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A certificate that is not trusted, and those that were to vouch for it. */
  static final class Refused extends CertificateException {

    private static final long serialVersionUID = 1L;

    private final transient List<CertificateFacts> chain;

    Refused(X509Certificate[] chain, CertificateException cause) {
      super(cause.getMessage(), cause);
      this.chain = List.of(chain).stream().map(CertificateFacts::of).toList();
    }

    /** {@return the server's certificate first} */
    List<CertificateFacts> chain() {
      return chain;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    try {
      rules.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      throw new Refused(chain, e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    try {
      rules.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      throw new Refused(chain, e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    try {
      rules.checkServerTrusted(chain, type);
    } catch (CertificateException e) {
      throw new Refused(chain, e);
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    rules.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    rules.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    rules.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return rules.getAcceptedIssuers();
  }
}
