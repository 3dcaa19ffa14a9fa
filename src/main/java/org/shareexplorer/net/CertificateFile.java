package org.shareexplorer.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;
import org.shareexplorer.problem.ProblemException;

/** Files of certificates: PEM, DER, and PKCS #7 in either clothing. */
public final class CertificateFile {

  private static final int LONGEST = 1 << 20;

  private CertificateFile() {}

  /**
   * {@return the certificates of a file, each once}
   *
   * @throws ProblemException with code {@code CERTIFICATE} if it holds none, or something besides
   *     them that should not be handed around
   */
  public static List<X509Certificate> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw problem(file, "It is far larger than certificates are.", "Choose another file.");
      }
      return parse(content, file);
    } catch (IOException e) {
      throw problem(file, "The file cannot be read.", "Check that it is there, and yours to read.");
    }
  }

  private static List<X509Certificate> parse(byte[] content, Path file) {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (text.contains("PRIVATE KEY-----")) {
      throw problem(
          file,
          "It holds a private key, which Share Explorer has no use for.",
          "Ask your IT for the certificate alone.");
    }
    try {
      List<X509Certificate> found = new ArrayList<>();
      for (Certificate each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content))) {
        if (each instanceof X509Certificate certificate && !found.contains(certificate)) {
          found.add(certificate);
        }
      }
      if (!found.isEmpty()) {
        return List.copyOf(found);
      }
    } catch (CertificateException e) {
      // Told below: Java's own words say nothing to people.
    }
    throw problem(
        file,
        "It holds no certificate.",
        "Choose a file of the kind .pem, .crt, .cer, .der or .p7b; your IT has it.");
  }

  /** {@return certificates as PEM text (RFC 7468), to be kept} */
  public static String text(List<X509Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    for (X509Certificate certificate : certificates) {
      try {
        text.append("-----BEGIN CERTIFICATE-----\n")
            .append(lines.encodeToString(certificate.getEncoded()))
            .append("\n-----END CERTIFICATE-----\n");
      } catch (CertificateEncodingException e) {
        throw new IllegalStateException(e);
      }
    }
    return text.toString();
  }

  private static ProblemException problem(Path file, String why, String remedy) {
    return new Problem(
            ProblemCode.CERTIFICATE,
            "No certificate could be read from " + file.getFileName() + ".",
            why,
            remedy)
        .asException();
  }
}
