package org.shareexplorer.net;

import java.io.EOFException;
import java.security.cert.CertPathValidatorException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLProtocolException;
import org.shareexplorer.problem.Problem;
import org.shareexplorer.problem.ProblemCode;

/** What is wrong with a server's certificate or its encryption, told by what it showed. */
final class TlsFaults {

  private static final String ASK =
      "Tell the provider; nothing was sent. If your company inspects encrypted traffic, ask your IT.";

  /** OkHttp's words for a certificate of another host. */
  private static final Pattern NAMES = Pattern.compile("subjectAltNames: \\[(.*?)]");

  private TlsFaults() {}

  private record Said(String why, String remedy) {}

  /** {@return whether a fault stays however often the request is sent} */
  static boolean lasting(SSLException fault) {
    return fault instanceof SSLPeerUnverifiedException
        || fault instanceof SSLProtocolException
        || (fault instanceof SSLHandshakeException && !(fault.getCause() instanceof EOFException))
        || notTls(fault);
  }

  static Problem problem(String failure, String host, Clock clock, SSLException fault) {
    Optional<Trust.Refused> refused = cause(fault, Trust.Refused.class);
    Said said =
        refused.isPresent()
            ? certificate(host, refused.get(), clock.instant())
            : fault instanceof SSLPeerUnverifiedException
                ? otherHost(host, fault)
                : connection(host, fault);
    String facts = refused.map(e -> facts(e.chain()) + "\n").orElse("");
    return new Problem(
        ProblemCode.NETWORK_TLS, failure, said.why(), said.remedy(), facts + Faults.words(fault));
  }

  private static Said certificate(String host, Trust.Refused refused, Instant now) {
    for (CertificateFacts each : refused.chain()) {
      if (now.isAfter(each.until())) {
        return new Said(
            "The certificate " + of(host, each) + " ended on " + day(each.until()) + ".",
            "Tell the provider. This computer's clock says "
                + day(now)
                + ": if that is wrong, set it right.");
      }
      if (now.isBefore(each.from())) {
        return new Said(
            "The certificate " + of(host, each) + " begins only on " + day(each.from()) + ".",
            "This computer's clock says "
                + day(now)
                + ": if that is wrong, set it right; else tell the provider.");
      }
    }
    CertificateFacts server = refused.chain().getFirst();
    Optional<CertPathValidatorException> path = cause(refused, CertPathValidatorException.class);
    if (path.isPresent()
        && path.get().getReason() == CertPathValidatorException.BasicReason.REVOKED) {
      return new Said("The certificate of " + host + " was revoked by its issuer.", ASK);
    }
    if (path.isPresent()
        && path.get().getReason() == CertPathValidatorException.BasicReason.ALGORITHM_CONSTRAINED) {
      return new Said(
          "The certificate of " + host + " is made by a method too weak to trust.", ASK);
    }
    if (server.selfSigned()) {
      return new Said(
          host + " vouches for itself: its certificate is signed by nobody else.",
          "Ask the provider for a certificate of a known authority. If this one is meant to be"
              + " trusted, get its file from the provider and add it in the preferences under"
              + " Network.");
    }
    CertificateFacts last = refused.chain().getLast();
    return new Said(
        "The certificate of "
            + host
            + " was issued by "
            + last.issuerName()
            + ", which this computer does not know.",
        "If that is your company, which then inspects encrypted traffic, ask your IT for its"
            + " certificate and add it in the preferences under Network; else tell the provider.");
  }

  private static String of(String host, CertificateFacts facts) {
    return facts.authority()
        ? "of " + facts.name() + ", which vouches for " + host + ","
        : "of " + host;
  }

  private static Said otherHost(String host, SSLException fault) {
    Matcher found = NAMES.matcher(String.valueOf(fault.getMessage()));
    String names = found.find() && !found.group(1).isBlank() ? found.group(1) : "another host";
    return new Said(
        "What answers at " + host + " shows a certificate for " + names + ".",
        "Check the address in the credential file. If this network asks for a sign-in in the"
            + " browser, do that first; nothing was sent.");
  }

  private static Said connection(String host, SSLException fault) {
    String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    if (notTls(fault)) {
      return new Said(
          "What answers at " + host + " does not speak TLS there.",
          "Check the port in the credential file's address; nothing was sent.");
    }
    if (words.contains("protocol_version") || words.contains("protocol version")) {
      return new Said(host + " speaks only versions of TLS that are no longer safe.", ASK);
    }
    if (words.contains("certificate_required") || words.contains("bad_certificate")) {
      return new Said(
          host + " wants a certificate from this computer, which Share Explorer has none of.", ASK);
    }
    return new Said("No secure connection to " + host + " came about.", ASK);
  }

  private static boolean notTls(SSLException fault) {
    String words = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    return words.contains("unsupported or unrecognized ssl message")
        || words.contains("plaintext connection");
  }

  private static String facts(List<CertificateFacts> chain) {
    StringBuilder text = new StringBuilder();
    for (CertificateFacts each : chain) {
      text.append(each.subject())
          .append("\n  issued by ")
          .append(each.issuer())
          .append("\n  valid from ")
          .append(day(each.from()))
          .append(" to ")
          .append(day(each.until()))
          .append("\n  SHA-256 ")
          .append(each.fingerprint())
          .append('\n');
    }
    return text.toString();
  }

  private static String day(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static <E extends Throwable> Optional<E> cause(Throwable fault, Class<E> type) {
    for (Throwable t = fault; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return Optional.of(type.cast(t));
      }
    }
    return Optional.empty();
  }
}
