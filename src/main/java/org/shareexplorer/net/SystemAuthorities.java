package org.shareexplorer.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * The authorities that this computer trusts: Java's own, and those of Windows, macOS or the Linux
 * distribution, among which are the ones that a company's IT has installed.
 */
final class SystemAuthorities {

  private static final System.Logger LOG = System.getLogger(SystemAuthorities.class.getName());

  /** Where distributions of Linux keep all of theirs in one file: the first that is there. */
  private static final List<String> BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/ssl/ca-bundle.pem",
          "/etc/ssl/cert.pem");

  private SystemAuthorities() {}

  /** Read once: some stores are slow. */
  private static final class Read {
    static final Set<X509Certificate> ALL =
        read(System.getProperty("os.name"), System.getenv().getOrDefault("SSL_CERT_FILE", ""));
  }

  /** {@return all of them; what cannot be read is left out, and logged} */
  static Set<X509Certificate> all() {
    return Read.ALL;
  }

  static Set<X509Certificate> read(String system, String file) {
    Set<X509Certificate> found = new LinkedHashSet<>(ofJava());
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("win")) {
      addStore(found, "Windows-ROOT");
      addStore(found, "Windows-ROOT-LOCALMACHINE");
    } else if (os.contains("mac")) {
      addStore(found, "KeychainStore-ROOT");
      addStore(found, "KeychainStore");
    } else {
      Stream.concat(Stream.of(file).filter(name -> !name.isBlank()), BUNDLES.stream())
          .map(Path::of)
          .filter(Files::isReadable)
          .findFirst()
          .ifPresent(bundle -> addBundle(found, bundle));
    }
    return Collections.unmodifiableSet(found);
  }

  private static List<X509Certificate> ofJava() {
    try {
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init((KeyStore) null);
      return Arrays.stream(factory.getTrustManagers())
          .filter(X509TrustManager.class::isInstance)
          .map(X509TrustManager.class::cast)
          .flatMap(manager -> Arrays.stream(manager.getAcceptedIssuers()))
          .toList();
    } catch (GeneralSecurityException e) {
      LOG.log(Level.WARNING, "Java's own authorities could not be read.", e);
      return List.of();
    }
  }

  private static void addStore(Set<X509Certificate> found, String type) {
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      for (String alias : Collections.list(store.aliases())) {
        // A key of the person's own is no authority.
        if (store.isCertificateEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          found.add(certificate);
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      LOG.log(Level.WARNING, "The system's store " + type + " could not be read.", e);
    }
  }

  private static void addBundle(Set<X509Certificate> found, Path bundle) {
    // Byte by byte is how they are read.
    try (InputStream in = new BufferedInputStream(Files.newInputStream(bundle), 1 << 16)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        if (each instanceof X509Certificate certificate) {
          found.add(certificate);
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      LOG.log(Level.WARNING, "The system's authorities could not be read from " + bundle, e);
    }
  }
}
