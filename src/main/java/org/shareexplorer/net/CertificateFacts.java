package org.shareexplorer.net;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * What a person may want to know of a certificate before trusting it.
 *
 * @param subject whom it names, in the form of RFC 2253
 * @param issuer who vouches for that
 * @param from when it begins to be valid
 * @param until when it ends
 * @param fingerprint SHA-256 of it, in pairs of hexadecimal digits
 * @param authority whether it may vouch for others
 */
public record CertificateFacts(
    String subject,
    String issuer,
    Instant from,
    Instant until,
    String fingerprint,
    boolean authority) {

  /** {@return the facts of a certificate} */
  public static CertificateFacts of(X509Certificate certificate) {
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        fingerprint(certificate),
        certificate.getBasicConstraints() >= 0);
  }

  /** {@return whether it vouches for itself} */
  public boolean selfSigned() {
    return subject.equals(issuer);
  }

  /** {@return the subject's common name or organisation, or all of it if it has neither} */
  public String name() {
    return name(subject);
  }

  /** {@return the issuer's common name or organisation, or all of it if it has neither} */
  public String issuerName() {
    return name(issuer);
  }

  private static String name(String principal) {
    try {
      for (String wanted : new String[] {"CN", "O", "OU"}) {
        for (Rdn part : new LdapName(principal).getRdns()) {
          if (part.getType().toUpperCase(Locale.ROOT).equals(wanted)) {
            return String.valueOf(part.getValue());
          }
        }
      }
    } catch (InvalidNameException e) {
      return principal;
    }
    return principal.isEmpty() ? "(no name)" : principal;
  }

  private static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
