package org.shareexplorer.net;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;

/**
 * What is public of the certificate that a server shows.
 *
 * @param subject for whom it was issued
 * @param issuer by whom
 * @param from when it begins to hold
 * @param until when it ends
 */
public record ServerCertificate(String subject, String issuer, Instant from, Instant until) {

  /** {@return the facts of a certificate, if it is one of the usual kind} */
  static Optional<ServerCertificate> of(Certificate certificate) {
    return certificate instanceof X509Certificate x509
        ? Optional.of(
            new ServerCertificate(
                name(x509.getSubjectX500Principal()),
                name(x509.getIssuerX500Principal()),
                x509.getNotBefore().toInstant(),
                x509.getNotAfter().toInstant()))
        : Optional.empty();
  }

  /** {@return whether it holds at some time} */
  public boolean holds(Instant time) {
    return !time.isBefore(from) && !time.isAfter(until);
  }

  /** Common name and organisation, as far as they are there. */
  private static String name(X500Principal principal) {
    String common = "";
    String organisation = "";
    try {
      for (Rdn part : new LdapName(principal.getName()).getRdns()) {
        switch (part.getType().toUpperCase(Locale.ROOT)) {
          case "CN" -> common = String.valueOf(part.getValue());
          case "O" -> organisation = String.valueOf(part.getValue());
          default -> {}
        }
      }
    } catch (InvalidNameException e) {
      return principal.getName();
    }
    if (common.isEmpty() && organisation.isEmpty()) {
      return principal.getName();
    }
    return common.isEmpty() || organisation.isEmpty()
        ? common + organisation
        : common + " (" + organisation + ")";
  }
}
